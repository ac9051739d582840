#include "report/inert.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

namespace muster {
namespace {

struct Character {
    utf8proc_int32_t code = -1;  ///< -1: a byte that is not UTF-8
    std::size_t size = 1;
};

Character first_character(std::string_view text) {
    Character character;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                   static_cast<utf8proc_ssize_t>(text.size()), &character.code);
    if (size > 0) {
        character.size = static_cast<std::size_t>(size);
    } else {
        character.code = -1;
    }
    return character;
}

bool must_be_visible(utf8proc_int32_t code) {
    const bool control = code <= 0x1F || (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029;
    const bool bidi = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    const bool byte_order_mark = code == 0xFEFF;
    const bool noncharacter = code == 0xFFFE || code == 0xFFFF;
    return control || bidi || byte_order_mark || noncharacter;
}

// `##[group]`, `##vso[...]`, `##teamcity[...]`: logs of build services obey them anywhere in a line.
bool begins_log_command(std::string_view text) {
    if (text.substr(0, 2) != "##") return false;
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 2);
    return end != std::string_view::npos && text[end] == '[';
}

}  // namespace

Shown show_first(std::string_view text) {
    if (begins_log_command(text)) return {1, "# ", 2};
    const Character character = first_character(text);
    Shown shown;
    shown.size = character.size;
    if (character.code < 0) {
        shown.text = fmt::format("\\x{:02X}", static_cast<unsigned char>(text[0]));
        shown.width = shown.text.size();
    } else if (must_be_visible(character.code)) {
        shown.text = fmt::format("\\u{{{:X}}}", character.code);
        shown.width = shown.text.size();
    } else {
        shown.text = text.substr(0, character.size);
        shown.width = static_cast<std::size_t>(utf8proc_charwidth(character.code));
    }
    return shown;
}

std::string inert(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const Shown shown = show_first(text);
        result += shown.text;
        text.remove_prefix(shown.size);
    }
    return result;
}

std::string inert_path(std::string_view path) {
    std::string_view rest = path;
    while (!rest.empty()) {
        const Character character = first_character(rest);
        if (character.code < 0) break;
        if (utf8proc_category(character.code) != UTF8PROC_CATEGORY_ZS && utf8proc_charwidth(character.code) > 0) break;
        rest.remove_prefix(character.size);
    }
    const bool command = rest.substr(0, 2) == "::";
    const bool formula = !rest.empty() && std::string_view("=+@").find(rest[0]) != std::string_view::npos;
    return (command || formula ? "./" : "") + inert(path);
}

std::string json_string(std::string_view text) {
    std::string result = "\"";
    result.reserve(text.size() + 2);
    while (!text.empty()) {
        const Character character = first_character(text);
        const std::string_view bytes = text.substr(0, character.size);
        if (bytes == "\"" || bytes == "\\") {
            result += '\\';
            result += bytes;
        } else if (bytes == "\n") {
            result += "\\n";
        } else if (bytes == "\t") {
            result += "\\t";
        } else if (character.code < 0) {
            result += "\xEF\xBF\xBD";
        } else if (must_be_visible(character.code) || begins_log_command(text) || bytes == "<" || bytes == ">") {
            result += fmt::format("\\u{:04x}", character.code);
        } else {
            result += bytes;
        }
        text.remove_prefix(character.size);
    }
    result += '"';
    return result;
}

std::string markup(std::string_view inert_text) {
    std::string result;
    result.reserve(inert_text.size());
    for (const char c : inert_text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

}  // namespace muster
