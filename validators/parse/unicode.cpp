#include "parse/unicode.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace muster {

std::size_t utf8_length(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t at = 1; at < length; ++at) {
        if (byte(at) < 0x80 || byte(at) > 0xBF) return 0;
    }
    // Overlong forms, surrogates, and what lies beyond U+10FFFF.
    if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)) return 0;
    if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) return 0;
    return length;
}

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80) return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    char32_t character = first & (0x3FU >> more);
    for (int i = 0; i < more && at < text.size(); ++i) {
        character = (character << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
    }
    return character;
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) || character == 0x2028 || character == 0x2029;
}

bool is_line_break(char32_t character) {
    return character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;
}

std::string name_of_control(char32_t character) {
    if (is_line_break(character)) return "a line break";
    return character == '\t' ? "a tab" : "the control character " + code_point(character);
}

std::string code_point(char32_t character) {
    return fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
}

char32_t closing_direction(char32_t character) {
    if (character >= 0x2066 && character <= 0x2068) return end_of_isolate;
    const bool opens = character >= 0x202A && character <= 0x202E && character != end_of_embedding;
    return opens ? end_of_embedding : 0;
}

bool is_letter(char32_t character) {
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_visible(char32_t character) {
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_SO;
}

std::string shortened(std::string_view text, std::size_t longest) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < longest; ++count) next_character(text, end);
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

bool is_nfc(std::string_view text) {
    // Text of these characters alone, as most text is, cannot be in any other form.
    bool plain = true;
    for (std::size_t at = 0; plain && at < text.size();) {
        const char32_t character = next_character(text, at);
        plain = character < 0x300 || (character >= 0x400 && character < 0x482);
    }
    if (plain) return true;
    utf8proc_uint8_t* normal = nullptr;
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &normal, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (length < 0) return true;
    const bool same = static_cast<std::size_t>(length) == text.size() &&
                      std::equal(text.begin(), text.end(), reinterpret_cast<const char*>(normal));
    std::free(normal);
    return same;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace muster
