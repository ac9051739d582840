#include "record/numbers_in_text.hpp"

#include <initializer_list>
#include <string>

namespace muster {
namespace {

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    while (is_digit(text, at + length)) ++length;
    return length;
}

/// Length of a mark that groups digits at `at`: comma, full stop, apostrophe, space, no-break and thin spaces.
std::size_t separator_at(std::string_view text, std::size_t at) {
    for (const std::string_view mark : {",", ".", "'", " ", "\u00A0", "\u202F", "\u2009", "\u2019"}) {
        if (text.substr(at, mark.size()) == mark) return mark.size();
    }
    return 0;
}

void add(std::vector<std::int64_t>& numbers, const std::string& digits) {
    if (digits.size() <= 10) numbers.push_back(std::stoll(digits));
}

}  // namespace

std::vector<std::int64_t> numbers_in(std::string_view text) {
    std::vector<std::int64_t> numbers;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = digits_at(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        std::string digits(text.substr(at, length));
        std::vector<std::string> groups{digits};
        bool only_spaces = true;
        at += length;
        while (length <= 3) {
            const std::size_t mark = separator_at(text, at);
            if (mark == 0 || digits_at(text, at + mark) != 3) break;
            only_spaces = only_spaces && text[at] == ' ';
            groups.emplace_back(text.substr(at + mark, 3));
            digits += groups.back();
            at += mark + 3;
        }
        add(numbers, digits);
        if (groups.size() > 1 && only_spaces) {
            for (const std::string& group : groups) add(numbers, group);
        }
    }
    return numbers;
}

}  // namespace muster
