// The white space of JSON.
#pragma once

#include <algorithm>
#include <string_view>

namespace muster {

inline bool is_white_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The first byte that is no white space, or `end`.
inline const char* skip_white_space(const char* at, const char* end) {
    return std::find_if_not(at, end, is_white_space);
}

inline std::string_view without_white_space_behind(std::string_view text) {
    while (!text.empty() && is_white_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace muster
