#include "parse/number_meant.hpp"

#include <algorithm>
#include <initializer_list>

#include "parse/token.hpp"

namespace muster {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_before_anything_else(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

}  // namespace

std::size_t group_mark(std::string_view text, bool loose) {
    for (const std::string_view mark : {"'", "_", "’", "\u00A0", "\u202F", "\u2009", ",", " "}) {
        if (text.substr(0, mark.size()) != mark) continue;
        return mark == "," || mark == " " ? (loose ? 1U : 0U) : mark.size();
    }
    return 0;
}

std::optional<std::string> number_meant(std::string_view token) {
    std::string number;
    if (token.substr(0, 1) == "-") number = "-";
    if (token.substr(0, 1) == "-" || token.substr(0, 1) == "+") token.remove_prefix(1);

    std::string whole(token.substr(0, digits_before_anything_else(token)));
    token.remove_prefix(whole.size());
    for (std::size_t mark = group_mark(token, true); mark > 0; mark = group_mark(token, true)) {
        const std::string_view group = token.substr(mark, digits_before_anything_else(token.substr(mark)));
        if (whole.empty() || group.size() != 3) return std::nullopt;
        whole += group;
        token.remove_prefix(mark + group.size());
    }
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    number += whole.empty() ? "0" : whole;
    if (token != ".") number += token;
    if (number_length(number) != number.size()) return std::nullopt;
    return number;
}

bool looks_like_date(std::string_view token) {
    return token.size() >= 7 && digits_before_anything_else(token) == 4 && token[4] == '-' && is_digit(token[5]) &&
           is_digit(token[6]);
}

}  // namespace muster
