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

constexpr std::size_t most_digits = 10;

/// The groups from the first to the last as one number, if it is not too long to be one.
void add(std::vector<std::int64_t>& numbers, const std::vector<std::string_view>& groups) {
    std::string digits;
    for (const std::string_view group : groups) {
        if (digits.size() + group.size() > most_digits) return;
        digits += group;
    }
    numbers.push_back(std::stoll(digits));
}

/// Spaces stand between the groups of one number and between numbers: every run of groups may be one.
void add_runs(std::vector<std::int64_t>& numbers, const std::vector<std::string_view>& groups) {
    for (std::size_t first = 0; first < groups.size(); ++first) {
        std::size_t digits = 0;
        for (std::size_t last = first; last < groups.size(); ++last) {
            digits += groups[last].size();
            if (digits > most_digits) break;
            add(numbers, {groups.begin() + static_cast<std::ptrdiff_t>(first),
                          groups.begin() + static_cast<std::ptrdiff_t>(last) + 1});
        }
    }
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
        std::vector<std::string_view> groups{text.substr(at, length)};
        bool only_spaces = true;
        at += length;
        while (length <= 3) {
            const std::size_t mark = separator_at(text, at);
            if (mark == 0 || digits_at(text, at + mark) != 3) break;
            only_spaces = only_spaces && text[at] == ' ';
            groups.push_back(text.substr(at + mark, 3));
            at += mark + 3;
        }
        if (only_spaces) {
            add_runs(numbers, groups);
        } else {
            add(numbers, groups);
        }
    }
    return numbers;
}

}  // namespace muster
