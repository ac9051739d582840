#include "record/private_numbers.hpp"

#include <algorithm>
#include <initializer_list>

#include "record/edtf_date.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    while (at + length < text.size() && is_digit(text[at + length])) ++length;
    return length;
}

/// 20250328, 28032025, and both with hours, minutes and seconds.
bool is_date(std::string_view digits) {
    const auto is_day = [](std::string_view year, std::string_view month, std::string_view day) {
        const std::string written = std::string(year) + "-" + std::string(month) + "-" + std::string(day);
        return (year.substr(0, 2) == "19" || year.substr(0, 2) == "20") && !parse_date(written).problem;
    };
    const auto is_time = [](std::string_view time) {
        return time.empty() || (time.substr(0, 2) <= "23" && time.substr(2, 2) <= "59");
    };
    if (digits.size() != 8 && digits.size() != 12 && digits.size() != 14) return false;
    const auto part = [&](std::size_t at, std::size_t length) { return digits.substr(at, length); };
    return (is_day(part(0, 4), part(4, 2), part(6, 2)) || is_day(part(4, 4), part(2, 2), part(0, 2))) &&
           is_time(digits.substr(8));
}

/// Length of an address at the beginning of a word: up to the next space, if it looks like one at all.
std::size_t address_at(std::string_view text, std::size_t at) {
    const std::string_view word = text.substr(at, text.find_first_of(" \t\r\n\"<>", at) - at);
    const std::size_t slash = word.find('/');
    const std::string_view host = word.substr(0, slash);
    const bool has_host = slash != std::string_view::npos && host.find('.') != std::string_view::npos;
    const bool is_address = word.find("://") != std::string_view::npos || word.substr(0, 4) == "www." || has_host;
    return is_address ? word.size() : 0;
}

std::string_view id_at(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-#", at);
    std::string_view word = text.substr(at, end - at);
    while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.remove_suffix(1);
    return word;
}

/// Spaces, hyphens and brackets that may stand between the digits of a telephone number; 0 if none does.
std::size_t separators_at(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view mark : {" ", "-", "(", ")", "\u00A0", "\u202F", "\u2010", "\u2011"}) {
            if (text.substr(at + length, mark.size()) != mark) continue;
            length += mark.size();
            more = true;
        }
    }
    return length;
}

bool is_written_date(std::string_view text) {
    return text.size() >= 10 && text[4] == '-' && text[7] == '-' && digits_at(text, 0) == 4 &&
           digits_at(text, 5) == 2 && digits_at(text, 8) == 2;
}

/// "+100 000 000": digits in groups of three, as large numbers are written.
bool is_grouped(const std::vector<std::size_t>& groups, std::size_t digits) {
    return groups.size() > 1 && groups.front() <= 3 && digits <= 10 &&
           std::all_of(groups.begin() + 1, groups.end(), [](std::size_t group) { return group == 3; });
}

struct Phone {
    std::size_t end = 0;
    std::size_t digits = 0;  ///< 0: it is none
};

Phone phone_at(std::string_view text, std::size_t plus) {
    constexpr std::size_t least = 9, most = 15;
    // Two numbers are added, or it is the offset of a time.
    if (plus > 0 && is_letter_or_digit(text[plus - 1])) return {};
    Phone phone;
    std::vector<std::size_t> groups;
    bool only_spaces = true;
    for (std::size_t at = plus + 1; at < text.size();) {
        const std::size_t between = text[at] == '(' || !groups.empty() ? separators_at(text, at) : 0;
        const std::size_t group = digits_at(text, at + between);
        if (group == 0 || phone.digits + group > most || (!groups.empty() && between == 0)) break;
        if (is_written_date(text.substr(at + between))) break;
        only_spaces = only_spaces && text.substr(at, between).find_first_of("-()") == std::string_view::npos;
        groups.push_back(group);
        phone.digits += group;
        at += between + group;
        phone.end = at;
    }
    const bool too_long = digits_at(text, phone.end) > 0;
    const bool none = phone.digits < least || too_long || (only_spaces && is_grouped(groups, phone.digits));
    return none ? Phone() : phone;
}

}  // namespace

std::vector<PrivateNumber> private_numbers_in(std::string_view text,
                                              const std::function<bool(std::string_view)>& is_id) {
    std::vector<PrivateNumber> found;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins_word = at == 0 || (!is_letter_or_digit(text[at - 1]) && text[at - 1] != '-');
        if (begins_word && is_letter_or_digit(text[at])) {
            if (const std::size_t address = address_at(text, at); address > 0) {
                at += address;
                continue;
            }
            if (const std::string_view id = id_at(text, at); !id.empty() && is_id(id)) {
                at += id.size();
                continue;
            }
        }
        if (text[at] == '+') {
            const Phone phone = phone_at(text, at);
            const std::size_t shown = text.substr(0, at + 3).find_last_of("0123456789");
            if (phone.digits > 0) found.push_back({true, text.substr(at, shown + 1 - at), phone.digits});
            at = phone.digits > 0 ? phone.end : at + 1;
            continue;
        }
        const std::size_t digits = digits_at(text, at);
        if (digits >= 8 && !is_date(text.substr(at, digits))) found.push_back({false, text.substr(at, 2), digits});
        at += std::max<std::size_t>(digits, 1);
    }
    return found;
}

std::vector<PrivateText> private_texts(RecordCheck& check, bool phones) {
    const auto names_something = [&](std::string_view id) {
        const Record& record = check.record();
        return record.id.is(id) || check.directory().has_record(id) || check.agent(id) != nullptr ||
               check.source(id) != nullptr || claim_number(record, id).has_value() ||
               flow_number(record, id).has_value();
    };
    const auto is_id = [&](std::string_view word) {
        const std::size_t hash = word.find('#');
        return names_something(word.substr(0, hash)) ||
               (hash != std::string_view::npos && names_something(word.substr(hash + 1)));
    };
    std::vector<PrivateText> texts;
    for_each_text(check.record(), [&](const Text& text) {
        if (!text.known()) return;
        PrivateText here{text.where, {}, 0};
        for (const PrivateNumber& number : private_numbers_in(*text, is_id)) {
            if (number.phone != phones) continue;
            if (here.first.digits == 0) {
                here.first = number;
            } else {
                ++here.more;
            }
        }
        if (here.first.digits > 0) texts.push_back(here);
    });
    return texts;
}

}  // namespace muster
