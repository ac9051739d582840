#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/edtf_date.hpp"

namespace muster {
namespace {

using Strings = std::vector<std::string>;

std::chrono::year_month_day by_chrono(int year, int month, int day) {
    return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
            std::chrono::day{static_cast<unsigned>(day)}};
}
Day days_by_chrono(std::chrono::year_month_day date) {
    return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}
Day day(int year, int month, int day_of_month) {
    return days_by_chrono(by_chrono(year, month, day_of_month));
}

std::string written(int year, int month, int day_of_month) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day_of_month);
    return text.data();
}

TEST(dates, civil_days_agree_with_chrono_from_year_0_to_9999) {
    Day expected = day(0, 1, 1);
    for (; expected <= day(9999, 12, 31); ++expected) {
        const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{expected}}};
        const CivilDate civil = civil_from(expected);
        if (civil.year != int{date.year()} || static_cast<unsigned>(civil.month) != unsigned{date.month()} ||
            static_cast<unsigned>(civil.day) != unsigned{date.day()} || day_from(civil) != expected) {
            FAIL() << "day " << expected << ": " << written(civil.year, civil.month, civil.day);
        }
    }
    EXPECT_EQ(expected, day(10000, 1, 1));
}

RC_GTEST_PROP(dates, civil_days_go_there_and_back, ()) {
    const Day any = *rc::gen::inRange(std::numeric_limits<Day>::min(), std::numeric_limits<Day>::max());
    RC_ASSERT(day_from(civil_from(any)) == any);
}

TEST(dates, civil_days_at_the_ends) {
    EXPECT_EQ(day_from(civil_from(before_all_days)), before_all_days);
    EXPECT_EQ(day_from(civil_from(after_all_days)), after_all_days);
}

RC_GTEST_PROP(dates, a_day_of_known_parts_is_that_day_or_impossible, ()) {
    const int year = *rc::gen::inRange(0, 10000);
    const int month = *rc::gen::inRange(0, 15);
    const int day_of_month = *rc::gen::oneOf(rc::gen::inRange(0, 34), rc::gen::inRange(28, 33));
    const auto expected = by_chrono(year, month, day_of_month);
    const ParsedDate parsed = parse_date(written(year, month, day_of_month));
    if (expected.ok()) {
        RC_ASSERT(!parsed.problem);
        RC_ASSERT(parsed.date.earliest == days_by_chrono(expected));
        RC_ASSERT(parsed.date.latest == days_by_chrono(expected));
    } else {
        RC_ASSERT(parsed.problem == DateProblem::impossible);
    }
}

/// Every day of 1900 to 2099 as it is written: a century with and one without a leap year at its start.
const std::vector<std::pair<std::string, Day>>& two_centuries() {
    static const auto all = [] {
        std::vector<std::pair<std::string, Day>> days;
        for (Day at = day(1900, 1, 1); at <= day(2099, 12, 31); ++at) {
            const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{at}}};
            days.emplace_back(written(int{date.year()}, static_cast<int>(unsigned{date.month()}),
                                      static_cast<int>(unsigned{date.day()})),
                              at);
        }
        return days;
    }();
    return all;
}

struct Days {
    Day earliest;
    Day latest;
};
/// The days whose text begins as the pattern says, an X being any digit.
std::optional<Days> days_by_brute_force(std::string_view pattern) {
    std::optional<Days> days;
    for (const auto& [text, at] : two_centuries()) {
        const bool fits = std::equal(pattern.begin(), pattern.end(), text.begin(),
                                     [](char wanted, char c) { return wanted == 'X' ? c != '-' : c == wanted; });
        if (fits && !days) days = Days{at, at};
        if (fits) days->latest = at;
    }
    return days;
}

rc::Gen<std::string> two_digits(int least, int end) {
    return rc::gen::map(rc::gen::inRange(least, end), [](int number) {
        return std::string{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
    });
}
rc::Gen<std::string> some_pattern() {
    const auto century = rc::gen::element<std::string>("19", "20");
    const auto year = rc::gen::oneOf(two_digits(0, 100), rc::gen::element<std::string>("0X", "2X", "9X", "XX"));
    const auto unknown = rc::gen::element<std::string>("XX");
    const auto month =
        rc::gen::weightedOneOf<std::string>({{8, two_digits(1, 13)}, {1, two_digits(0, 100)}, {4, unknown}});
    const auto day_of_month =
        rc::gen::weightedOneOf<std::string>({{4, two_digits(1, 32)}, {4, two_digits(27, 33)}, {4, unknown}});
    return rc::gen::map(rc::gen::tuple(century, year, month, day_of_month, rc::gen::element<std::size_t>(4, 7, 10, 10)),
                        [](const auto& parts) {
                            const auto& [first, second, third, fourth, length] = parts;
                            return (first + second + "-" + third + "-" + fourth).substr(0, length);
                        });
}

RC_GTEST_PROP(dates, unknown_digits_mean_the_days_that_brute_force_finds, ()) {
    const std::string pattern = *some_pattern();
    const std::string mark = *rc::gen::element<std::string>("", "?", "~", "%");
    const std::string text = pattern + mark;
    const auto expected = days_by_brute_force(pattern);
    const ParsedDate parsed = parse_date(text);
    RC_ASSERT(parsed.date.uncertain == (expected && !mark.empty()));
    if (expected) {
        RC_ASSERT(!parsed.problem);
        RC_ASSERT(parsed.date.earliest == expected->earliest);
        RC_ASSERT(parsed.date.latest == expected->latest);
    } else {
        RC_ASSERT(parsed.problem == DateProblem::impossible);
        RC_ASSERT(parsed.culprit == text);
    }
}

RC_GTEST_PROP(dates, intervals_and_sets_follow_from_their_members, ()) {
    const auto members = *rc::gen::container<Strings>(2, some_pattern());
    const auto first = days_by_brute_force(members[0]);
    const auto second = days_by_brute_force(members[1]);
    const std::string interval_text = members[0] + "/" + members[1];
    const std::string set_text = "[" + members[0] + "," + members[1] + "]";
    const ParsedDate interval = parse_date(interval_text);
    const ParsedDate set = parse_date(set_text);
    if (!first || !second) {
        const std::string& culprit = members[first ? 1 : 0];
        RC_ASSERT(interval.problem == DateProblem::impossible);
        RC_ASSERT(interval.culprit == culprit);
        RC_ASSERT(set.problem == DateProblem::impossible);
        RC_ASSERT(set.culprit == culprit);
        return;
    }
    RC_ASSERT(!set.problem);
    RC_ASSERT(set.date.earliest == std::min(first->earliest, second->earliest));
    RC_ASSERT(set.date.latest == std::max(first->latest, second->latest));
    if (second->latest < first->earliest) {
        RC_ASSERT(interval.problem == DateProblem::reversed);
    } else {
        RC_ASSERT(!interval.problem);
        RC_ASSERT(interval.date.earliest == first->earliest);
        RC_ASSERT(interval.date.latest == second->latest);
    }
}

/// The pattern of a definition in the schema of documents.
std::string pattern_in_schema(const std::string& definition) {
    std::ifstream file{MUSTER_SOURCE_DIR "/schema/muster.schema.json"};
    const std::string schema{std::istreambuf_iterator<char>{file}, {}};
    const std::string key = "\"pattern\": \"";
    const auto begin = schema.find(key, schema.find("\"" + definition + "\": {"));
    if (begin == std::string::npos) return "no pattern found";
    const auto from = begin + key.size();
    return std::regex_replace(schema.substr(from, schema.find('"', from) - from), std::regex{R"(\\\\)"}, "\\");
}

bool has_form_of_schema(const std::string& text) {
    static const std::regex date{pattern_in_schema("edtf")};
    static const std::regex date_or_time{pattern_in_schema("edtf_or_time")};
    return std::regex_search(text, date) || std::regex_search(text, date_or_time);
}

TEST(dates, the_schema_has_the_patterns) {
    EXPECT_TRUE(has_form_of_schema("[2025-03-28,2025-03-XX?]"));
    EXPECT_TRUE(has_form_of_schema("2025-03-28T10:00:00+02:00"));
    EXPECT_FALSE(has_form_of_schema("banana"));
}

/// Texts of the model, some of them with a few bytes changed, taken out or put in.
rc::Gen<std::string> nearly_a_date() {
    return rc::gen::exec([] {
        const std::string first = *some_pattern();
        const std::string second = *some_pattern();
        std::string text = *rc::gen::elementOf(Strings{
            first, first + "?", first + "/" + second, first + "%/..", "../" + second, "[" + first + "," + second + "]",
            "[" + first + "," + second + "~," + first + "]", first + "T10:00:00Z", "2025-03-28T10:00:00+02:00"});
        const auto some_byte =
            rc::gen::oneOf(rc::gen::elementOf(std::string{"0129X?~%/.[],-:+TZ \n"}), rc::gen::arbitrary<char>());
        for (int changes = *rc::gen::inRange(0, 3); changes > 0; --changes) {
            const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
            const auto length = std::min(text.size() - at, *rc::gen::inRange<std::size_t>(0, 2));
            text.replace(at, length, *rc::gen::inRange<std::size_t>(0, 2), *some_byte);
        }
        return text;
    });
}

void agrees_with_the_schema(const std::string& text) {
    const ParsedDate parsed = parse_date(text);
    RC_ASSERT((parsed.problem == DateProblem::malformed) == !has_form_of_schema(text));
    RC_ASSERT(parsed.problem || (parsed.culprit.empty() && parsed.date.earliest <= parsed.date.latest));
    RC_ASSERT(text.find(parsed.culprit) != std::string::npos);
    const bool has_words = !parsed.problem || parsed.problem == DateProblem::reversed;
    RC_ASSERT(has_words || written_in_words(text) == text);
}

RC_GTEST_PROP(dates, malformed_is_what_the_schema_refuses, ()) {
    agrees_with_the_schema(*nearly_a_date());
}

RC_GTEST_PROP(dates, any_bytes_are_read, (const std::string& text)) {
    agrees_with_the_schema(text);
}

RC_GTEST_PROP(dates_in_words, a_day_reads_like_its_written_date, ()) {
    const auto& [text, at] = two_centuries()[*rc::gen::inRange<std::size_t>(0, two_centuries().size())];
    RC_ASSERT(day_in_words(at) == written_in_words(text));
}

}  // namespace
}  // namespace muster
