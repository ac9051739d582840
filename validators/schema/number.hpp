// Numbers as their tokens say, exactly: no floating point in between, no limit of size.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster {

/// The token of a JSON number is written without fraction and exponent.
bool written_as_integer(std::string_view token);

/// Less than, equal to or greater than 0, as `a` is to `b`. Both are tokens of JSON numbers.
int compare_numbers(std::string_view a, std::string_view b);

/// How a number that is whole would be written as an integer: 43.0 -> 43, 1e2 -> 100, -0 -> 0. Nothing for a number
/// that is not whole or would be longer than 20 digits.
std::optional<std::string> as_integer(std::string_view token);

}  // namespace muster
