// What the tokens of JSON look like: where a number, a text or white space ends, and what an escape stands for.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace muster {

/// What JSON takes for white space.
bool is_space(char c);

/// Offset of the first byte from `at` on that is no white space; the end of the text if there is none.
std::size_t skip_space(std::string_view text, std::size_t at);

/// Length of the longest number that the text begins with; 0 if it begins with none.
std::size_t number_length(std::string_view text);

/// Offset behind the closing quote of the string that begins at `quote`; the end of the text if it is never closed.
std::size_t string_end(std::string_view text, std::size_t quote);

/// The number in an escape of the form \u0434 at `at`; nothing if no such escape stands there.
std::optional<char32_t> escaped_unit(std::string_view text, std::size_t at);

/// What an escape of two characters stands for, by its second; nothing if JSON has no such escape.
std::optional<char32_t> escaped_character(char second);

}  // namespace muster
