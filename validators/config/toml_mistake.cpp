#include "config/toml_mistake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "parse/unicode.hpp"

namespace muster {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return "";
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

bool is_well_formed(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string_view key_of(std::string_view line) {
    const std::size_t equals = line.find('=');
    return equals == std::string_view::npos ? "" : trimmed(line.substr(0, equals));
}

bool is_header(std::string_view line) {
    return line.substr(0, 1) == "[";
}

bool is_bare_word(std::string_view value) {
    return !value.empty() && std::isalpha(static_cast<unsigned char>(value[0])) != 0 &&
           std::all_of(value.begin(), value.end(), [](char c) {
               return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
           });
}

bool looks_like_a_day(std::string_view value) {
    constexpr std::string_view form = "0000-00-00";
    return value.size() == form.size() && std::equal(value.begin(), value.end(), form.begin(), [](char c, char like) {
               return like == '0' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : c == like;
           });
}

/// The line of the same table that has the key already, or that opens the same table.
std::optional<std::size_t> first_of_two(std::string_view text, std::size_t last) {
    const std::string_view here = trimmed(toml_line(text, last));
    const std::string_view key = key_of(here);
    for (std::size_t line = last; line-- > 1;) {
        const std::string_view other = trimmed(toml_line(text, line));
        if (is_header(here) ? other == here : !key.empty() && !is_header(other) && key_of(other) == key) return line;
        if (is_header(other) && !is_header(here)) break;
    }
    return std::nullopt;
}

}  // namespace

std::string_view toml_line(std::string_view text, std::size_t line) {
    for (; line > 1; --line) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return "";
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    return text;
}

std::string toml_mistake(std::string_view text, std::size_t line) {
    if (!is_well_formed(text)) return "the file is not text in UTF-8; save it again with this encoding";
    const std::string_view here = trimmed(toml_line(text, line));
    const std::string_view key = key_of(here);
    const std::string_view value = key.empty() ? "" : trimmed(here.substr(here.find('=') + 1));
    if (is_bare_word(value)) return fmt::format("a text stands in quotation marks; write {} = \"{}\"", key, value);
    if (looks_like_a_day(value)) return fmt::format("{} is no day of the calendar", value);
    if (const auto first = first_of_two(text, line)) {
        return fmt::format("{} stands here a second time; the first is in line {}", is_header(here) ? here : key,
                           *first);
    }
    if (!is_header(here) && std::count(value.begin(), value.end(), '"') == 1)
        return "the quotation mark at the beginning or the end of this text is missing";
    return "this is not TOML; a line is as as_of = 2025-06-30 or TOT004 = \"info\", or opens a table as [severity]";
}

}  // namespace muster
