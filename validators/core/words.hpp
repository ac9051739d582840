// Numbers and lists as people write them in a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

/// 1212 -> "1,212".
std::string with_commas(std::int64_t number);

/// "one", "two", ... "twelve", then digits.
std::string in_words(std::int64_t number);

/// 1 -> "first", ... 12 -> "twelfth", then "13th".
std::string ordinal_in_words(std::int64_t number);

/// {"a", "b", "c"} -> "a, b and c" (or with another last word).
std::string joined(const std::vector<std::string>& items, std::string_view last = "and");

/// (1, "record") -> "1 record", (1212, "record") -> "1,212 records".
std::string counted(std::int64_t number, std::string_view singular);

}  // namespace muster
