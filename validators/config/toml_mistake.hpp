// What is wrong with a text that is not TOML, in words: a TOML library says where, but speaks to programmers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muster {

/// One line of a text, counted from 1, without its line break; "" behind the end.
std::string_view toml_line(std::string_view text, std::size_t line);

/// The likely mistake in the line at which reading stopped.
std::string toml_mistake(std::string_view text, std::size_t line);

}  // namespace muster
