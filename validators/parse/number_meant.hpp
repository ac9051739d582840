// Numbers as people write them, and as JSON wants them: 1,212 and +43 and .5 are none to it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace muster {

/// Length of the mark at the beginning of the text that may stand between groups of three digits (1'212, 1 212);
/// 0 if there is none. Commas and plain spaces separate values in JSON: they count only if `loose`.
std::size_t group_mark(std::string_view text, bool loose);

/// The number that somebody meant by a token that JSON takes for none; nothing if that is not clear.
std::optional<std::string> number_meant(std::string_view token);

/// A date such as 2025-03-28, or the beginning of one.
bool looks_like_date(std::string_view token);

}  // namespace muster
