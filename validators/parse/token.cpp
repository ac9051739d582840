#include "parse/token.hpp"

#include <algorithm>

namespace muster {
namespace {

std::size_t digits_end(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at;
}

}  // namespace

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

std::size_t number_length(std::string_view text) {
    const std::size_t begin = !text.empty() && text[0] == '-' ? 1 : 0;
    std::size_t end = digits_end(text, begin);
    if (end == begin) return 0;
    if (text[begin] == '0') end = begin + 1;
    if (end < text.size() && text[end] == '.') {
        const std::size_t fraction = digits_end(text, end + 1);
        if (fraction == end + 1) return end;
        end = fraction;
    }
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        std::size_t digits = end + 1;
        if (digits < text.size() && (text[digits] == '+' || text[digits] == '-')) ++digits;
        const std::size_t exponent = digits_end(text, digits);
        if (exponent > digits) end = exponent;
    }
    return end;
}

std::size_t string_end(std::string_view text, std::size_t quote) {
    std::size_t at = quote + 1;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
    return std::min(at + 1, text.size());
}

std::optional<char32_t> escaped_unit(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
    char32_t unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        const char c = text[i];
        const char small = static_cast<char>(c | 0x20);
        const bool digit = c >= '0' && c <= '9';
        if (!digit && (small < 'a' || small > 'f')) return std::nullopt;
        unit = unit * 16 + static_cast<char32_t>(digit ? c - '0' : small - 'a' + 10);
    }
    return unit;
}

std::optional<char32_t> escaped_character(char second) {
    switch (second) {
        case '"':
        case '\\':
        case '/':
            return static_cast<char32_t>(second);
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return std::nullopt;
    }
}

}  // namespace muster
