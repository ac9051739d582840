#include "record/edtf_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace muster {
namespace {

constexpr std::string_view open_end = "..";

/// The numbers that digits may stand for: 2024 for itself, 202X for 2020 to 2029, XX for all.
struct Digits {
    int least = 0;
    int greatest = 99;

    bool known() const { return least == greatest; }
    bool decade() const { return greatest - least == 9; }
};

/// A date that is neither an interval nor a set. A month or day that is left out is as unknown as XX.
struct SingleDate {
    Digits year;
    Digits month;
    Digits day;
    char mark = '\0';  ///< `?`, `~` or `%`

    bool approximate() const { return mark == '~' || mark == '%'; }
    bool uncertain() const { return mark == '?' || mark == '%'; }
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<Digits> read_pair(std::string_view text) {
    if (text.size() != 2) return std::nullopt;
    if (text == "XX") return Digits{};
    if (!is_digit(text[0])) return std::nullopt;
    const int tens = (text[0] - '0') * 10;
    if (text[1] == 'X') return Digits{tens, tens + 9};
    if (!is_digit(text[1])) return std::nullopt;
    const int number = tens + (text[1] - '0');
    return Digits{number, number};
}

std::optional<SingleDate> read_single(std::string_view text) {
    SingleDate date;
    if (!text.empty() && std::string_view{"?~%"}.find(text.back()) != std::string_view::npos) {
        date.mark = text.back();
        text.remove_suffix(1);
    }
    if (text.size() < 4) return std::nullopt;
    const auto century = read_pair(text.substr(0, 2));
    const auto year = read_pair(text.substr(2, 2));
    if (!century || !century->known() || !year) return std::nullopt;
    date.year = {century->least * 100 + year->least, century->least * 100 + year->greatest};
    text.remove_prefix(4);
    for (Digits* part : {&date.month, &date.day}) {
        if (text.empty()) break;
        const auto pair = read_pair(text.substr(1, 2));
        if (text.front() != '-' || !pair || pair->decade()) return std::nullopt;
        *part = *pair;
        text.remove_prefix(3);
    }
    if (!text.empty()) return std::nullopt;
    return date;
}

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// All stretches of days that a date may mean, in their order: 2025-XX-14 is twelve of them.
std::vector<EdtfDate> stretches_of(const SingleDate& date) {
    std::vector<EdtfDate> stretches;
    for (int year = date.year.least; year <= date.year.greatest; ++year) {
        for (int month = std::max(1, date.month.least); month <= std::min(12, date.month.greatest); ++month) {
            const int first = std::max(1, date.day.least);
            const int last = std::min(days_in_month(year, month), date.day.greatest);
            if (first > last) continue;
            stretches.push_back(
                {day_from({year, month, first}), day_from({year, month, last}), false, date.mark != '\0'});
        }
    }
    return stretches;
}

/// Nothing if no such day exists.
std::optional<EdtfDate> days_of(const SingleDate& date) {
    const std::vector<EdtfDate> stretches = stretches_of(date);
    if (stretches.empty()) return std::nullopt;
    EdtfDate days = stretches.front();
    days.latest = stretches.back().latest;
    return days;
}

ParsedDate wrong(DateProblem problem, std::string_view culprit) {
    return {EdtfDate{}, problem, culprit};
}

ParsedDate parse_single(std::string_view text) {
    const auto date = read_single(text);
    if (!date) return wrong(DateProblem::malformed, text);
    const auto days = days_of(*date);
    if (!days) return wrong(DateProblem::impossible, text);
    return {*days, std::nullopt, {}};
}

/// What stands left and right of a separator.
struct Sides {
    std::string_view left;
    std::string_view right;
};
std::optional<Sides> split(std::string_view text, char separator) {
    const auto at = text.find(separator);
    if (at == std::string_view::npos) return std::nullopt;
    return Sides{text.substr(0, at), text.substr(at + 1)};
}

ParsedDate parse_interval(std::string_view text, Sides sides) {
    if (sides.left == open_end && sides.right == open_end) return wrong(DateProblem::malformed, text);
    const ParsedDate begin = sides.left == open_end ? ParsedDate{} : parse_single(sides.left);
    const ParsedDate end = sides.right == open_end ? ParsedDate{} : parse_single(sides.right);
    if (begin.problem == DateProblem::malformed || end.problem == DateProblem::malformed) {
        return wrong(DateProblem::malformed, text);
    }
    if (begin.problem) return begin;
    if (end.problem) return end;
    if (end.date.latest < begin.date.earliest) return wrong(DateProblem::reversed, text);
    const bool uncertain = begin.date.uncertain || end.date.uncertain;
    return {EdtfDate{begin.date.earliest, end.date.latest, true, uncertain}, std::nullopt, {}};
}

bool is_set(std::string_view text) {
    return text.size() >= 2 && text.front() == '[' && text.back() == ']';
}

ParsedDate parse_set(std::string_view text) {
    auto rest = split(text.substr(1, text.size() - 2), ',');
    if (!rest) return wrong(DateProblem::malformed, text);
    ParsedDate all = parse_single(rest->left);
    while (rest && all.problem != DateProblem::malformed) {
        const std::string_view others = rest->right;
        rest = split(others, ',');
        const ParsedDate member = parse_single(rest ? rest->left : others);
        if (member.problem == DateProblem::malformed) {
            all = member;
        } else if (!all.problem && member.problem) {
            all = member;
        } else if (!all.problem) {
            all.date.earliest = std::min(all.date.earliest, member.date.earliest);
            all.date.latest = std::max(all.date.latest, member.date.latest);
            all.date.uncertain = all.date.uncertain || member.date.uncertain;
        }
    }
    return all.problem == DateProblem::malformed ? wrong(DateProblem::malformed, text) : all;
}

/// `form` holds a 0 for every digit.
bool has_form(std::string_view text, std::string_view form) {
    return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                      [](char c, char wanted) { return wanted == '0' ? is_digit(c) : c == wanted; });
}

bool is_time(std::string_view text) {
    return has_form(text, "0000-00-00T00:00:00Z") || has_form(text, "0000-00-00T00:00:00+00:00") ||
           has_form(text, "0000-00-00T00:00:00-00:00");
}

int number_at(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

ParsedDate parse_time(std::string_view text) {
    const ParsedDate date = parse_single(text.substr(0, 10));
    if (date.problem) return date;
    const auto clock = text.substr(11, 8);
    if (number_at(clock, 0) > 23 || number_at(clock, 3) > 59 || number_at(clock, 6) > 59) {
        return wrong(DateProblem::impossible, clock);
    }
    const auto offset = text.substr(19);
    if (offset != "Z" && (number_at(offset, 1) > 14 || number_at(offset, 4) > 59)) {
        return wrong(DateProblem::impossible, offset);
    }
    return date;
}

void add_stretches(std::string_view single, std::vector<EdtfDate>& stretches) {
    const auto date = read_single(single);
    if (!date) return;
    for (const EdtfDate& stretch : stretches_of(*date)) stretches.push_back(stretch);
}

std::vector<EdtfDate> stretches_of(std::string_view text) {
    std::vector<EdtfDate> stretches;
    if (is_set(text)) {
        auto rest = split(text.substr(1, text.size() - 2), ',');
        while (rest) {
            add_stretches(rest->left, stretches);
            const std::string_view others = rest->right;
            rest = split(others, ',');
            if (!rest) add_stretches(others, stretches);
        }
    } else if (is_time(text) || split(text, '/')) {
        stretches.push_back(parse_date(text).date);
    } else {
        add_stretches(text, stretches);
    }
    return stretches;
}

std::string year_in_words(Digits year) {
    if (year.known()) return fmt::format("{:04}", year.least);
    // "The 1900s" would be read as the century.
    if (year.decade() && year.least % 100 != 0) return fmt::format("the {:04}s", year.least);
    return fmt::format("some year from {:04} to {:04}", year.least, year.greatest);
}

std::string days_in_words(const SingleDate& date) {
    const std::string year = year_in_words(date.year);
    if (!date.month.known() && !date.day.known()) return year;
    if (!date.month.known()) return fmt::format("day {} of some month in {}", date.day.least, year);
    const auto joint = date.year.known() ? " " : " in ";
    const auto month = month_name(date.month.least);
    if (!date.day.known()) return fmt::format("{}{}{}", month, joint, year);
    return fmt::format("{} {}{}{}", date.day.least, month, joint, year);
}

std::string single_in_words(std::string_view text) {
    const auto date = read_single(text);
    if (!date) return std::string{text};
    return (date->approximate() ? "about " : "") + days_in_words(*date) + (date->uncertain() ? " (uncertain)" : "");
}

std::string set_in_words(std::string_view text) {
    std::string words = "either ";
    auto rest = split(text.substr(1, text.size() - 2), ',');
    while (rest) {
        words += single_in_words(rest->left);
        const std::string_view others = rest->right;
        rest = split(others, ',');
        words += rest ? ", " : " or " + single_in_words(others);
    }
    return words;
}

std::string time_in_words(std::string_view text) {
    const auto clock = text.substr(11, text.substr(17, 2) == "00" ? 5 : 8);
    const auto offset = text.substr(19);
    return fmt::format("{}, {} ({})", single_in_words(text.substr(0, 10)), clock, offset == "Z" ? "UTC" : offset);
}

}  // namespace

ParsedDate parse_date(std::string_view text) {
    if (is_time(text)) return parse_time(text);
    if (is_set(text)) return parse_set(text);
    if (const auto sides = split(text, '/')) return parse_interval(text, *sides);
    return parse_single(text);
}

bool may_be_one_day(std::string_view one, std::string_view other) {
    const std::vector<EdtfDate> others = stretches_of(other);
    for (const EdtfDate& stretch : stretches_of(one)) {
        if (std::any_of(others.begin(), others.end(), [&](const EdtfDate& day) { return day.meets(stretch); }))
            return true;
    }
    return false;
}

// Years are counted from 1 March, so that the day of a leap year is its last, and in eras of 400 years, which all have
// equally many days; 719468 days lie between 0000-03-01 and 1970-01-01.
constexpr std::int64_t days_in_era = 146097;
constexpr std::int64_t days_to_1970 = 719468;

CivilDate civil_from(Day day) {
    const std::int64_t days = std::int64_t{day} + days_to_1970;
    const std::int64_t era = (days >= 0 ? days : days - (days_in_era - 1)) / days_in_era;
    const std::int64_t day_of_era = days - era * days_in_era;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (days_in_era - 1)) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), static_cast<int>(month),
            static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

Day day_from(CivilDate date) {
    const std::int64_t year = std::int64_t{date.year} - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month_from_march = date.month > 2 ? date.month - 3 : date.month + 9;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return static_cast<Day>(era * days_in_era + day_of_era - days_to_1970);
}

std::string_view month_name(int month) {
    constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
    return month < 1 || month > 12 ? std::string_view{} : names[static_cast<std::size_t>(month - 1)];
}

std::string day_in_words(Day day) {
    if (day == before_all_days || day == after_all_days) return "an unknown date";
    const CivilDate date = civil_from(day);
    return fmt::format("{} {} {:04}", date.day, month_name(date.month), date.year);
}

std::string written_in_words(std::string_view written) {
    const auto problem = parse_date(written).problem;
    if (problem == DateProblem::malformed || problem == DateProblem::impossible) return std::string{written};
    if (is_time(written)) return time_in_words(written);
    if (is_set(written)) return set_in_words(written);
    const auto sides = split(written, '/');
    if (!sides) return single_in_words(written);
    if (sides->left == open_end) return "until " + single_in_words(sides->right);
    if (sides->right == open_end) return "since " + single_in_words(sides->left);
    return single_in_words(sides->left) + " to " + single_in_words(sides->right);
}

}  // namespace muster
