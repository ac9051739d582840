#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "record/edtf_date.hpp"

namespace muster {

void PrintTo(DateProblem problem, std::ostream* out) {
    constexpr std::array names{"malformed", "impossible", "reversed"};
    *out << names[static_cast<std::size_t>(problem)];
}

namespace {

using Strings = std::vector<std::string>;

Day day(int year, int month, int day_of_month) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day_of_month)}};
    return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

void expect_days(std::string_view text, Day earliest, Day latest) {
    const ParsedDate parsed = parse_date(text);
    EXPECT_EQ(parsed.problem, std::nullopt) << text;
    EXPECT_EQ(parsed.culprit, "") << text;
    EXPECT_EQ(parsed.date.earliest, earliest) << text;
    EXPECT_EQ(parsed.date.latest, latest) << text;
}

void expect_problem(std::string_view text, DateProblem problem, std::string_view culprit) {
    const ParsedDate parsed = parse_date(text);
    EXPECT_EQ(parsed.problem, problem) << text;
    EXPECT_EQ(parsed.culprit, culprit) << text;
    EXPECT_EQ(parsed.date.earliest, before_all_days) << text;
    EXPECT_EQ(parsed.date.latest, after_all_days) << text;
}

TEST(dates, days_months_and_years) {
    expect_days("1970-01-01", 0, 0);
    expect_days("1969-12-31", -1, -1);
    expect_days("2025-03-28", 20175, 20175);
    expect_days("2024-02-29", day(2024, 2, 29), day(2024, 2, 29));
    expect_days("2000-02-29", day(2000, 2, 29), day(2000, 2, 29));
    expect_days("2024-02", day(2024, 2, 1), day(2024, 2, 29));
    expect_days("2023-02", day(2023, 2, 1), day(2023, 2, 28));
    expect_days("2024", day(2024, 1, 1), day(2024, 12, 31));
    expect_days("0000-01-01", day(0, 1, 1), day(0, 1, 1));
    expect_days("9999-12-31", day(9999, 12, 31), day(9999, 12, 31));
}

TEST(dates, unknown_digits) {
    expect_days("202X", day(2020, 1, 1), day(2029, 12, 31));
    expect_days("20XX", day(2000, 1, 1), day(2099, 12, 31));
    expect_days("2024-XX", day(2024, 1, 1), day(2024, 12, 31));
    expect_days("2024-XX-XX", day(2024, 1, 1), day(2024, 12, 31));
    expect_days("2023-02-XX", day(2023, 2, 1), day(2023, 2, 28));
    expect_days("2024-XX-15", day(2024, 1, 15), day(2024, 12, 15));
    expect_days("2024-XX-31", day(2024, 1, 31), day(2024, 12, 31));
    expect_days("202X-02-29", day(2020, 2, 29), day(2028, 2, 29));
    expect_days("190X-02-29", day(1904, 2, 29), day(1908, 2, 29));
    expect_days("19XX-02-29", day(1904, 2, 29), day(1996, 2, 29));
    expect_days("20XX-04-XX", day(2000, 4, 1), day(2099, 4, 30));
}

TEST(dates, marks_do_not_widen_the_days) {
    for (const std::string mark : {"?", "~", "%"}) {
        expect_days("2025-03-28" + mark, day(2025, 3, 28), day(2025, 3, 28));
        EXPECT_TRUE(parse_date("2025-03-28" + mark).date.uncertain);
        EXPECT_TRUE(parse_date("202X" + mark).date.uncertain);
        EXPECT_TRUE(parse_date("2025-03-28/2025-04-01" + mark).date.uncertain);
        EXPECT_TRUE(parse_date("2025-03-28" + mark + "/..").date.uncertain);
        EXPECT_TRUE(parse_date("[2025-03-28,2025-03-29" + mark + "]").date.uncertain);
        EXPECT_TRUE(parse_date("[2025-03-28" + mark + ",2025-03-29]").date.uncertain);
    }
    EXPECT_FALSE(parse_date("2025-03-28").date.uncertain);
    EXPECT_FALSE(parse_date("202X-XX").date.uncertain);
    EXPECT_FALSE(parse_date("2025-03-28/..").date.uncertain);
    EXPECT_FALSE(parse_date("[2025-03-28,2025-03-29]").date.uncertain);
}

TEST(dates, intervals) {
    expect_days("2025-06-02/2025-06-16", day(2025, 6, 2), day(2025, 6, 16));
    expect_days("2025-06-02/2025-06-02", day(2025, 6, 2), day(2025, 6, 2));
    expect_days("2024-10/2025", day(2024, 10, 1), day(2025, 12, 31));
    expect_days("2024-10/..", day(2024, 10, 1), after_all_days);
    expect_days("../2025-02-XX", before_all_days, day(2025, 2, 28));
    EXPECT_TRUE(parse_date("2025-06-02/2025-06-16").date.interval);
    EXPECT_TRUE(parse_date("2024-10/..").date.interval);
    EXPECT_TRUE(parse_date("../2024-10").date.interval);
    EXPECT_FALSE(parse_date("2024-10").date.interval);
    EXPECT_FALSE(parse_date("[2024-10-01,2024-10-02]").date.interval);
}

TEST(dates, an_interval_is_reversed_only_if_no_reading_is_right) {
    expect_problem("2025-06-16/2025-06-02", DateProblem::reversed, "2025-06-16/2025-06-02");
    expect_problem("2025-06-16/2025-05", DateProblem::reversed, "2025-06-16/2025-05");
    expect_problem("2030/202X?", DateProblem::reversed, "2030/202X?");
    expect_days("2025-06-16/2025-06", day(2025, 6, 16), day(2025, 6, 30));
    expect_days("2025-06/2025-06-01", day(2025, 6, 1), day(2025, 6, 1));
    expect_days("2025-XX-31/2025-01-31", day(2025, 1, 31), day(2025, 1, 31));
}

TEST(dates, sets_are_the_hull_of_their_members) {
    expect_days("[2022-09-21,2022-09-22]", day(2022, 9, 21), day(2022, 9, 22));
    expect_days("[2022-09-22,2022-09-21]", day(2022, 9, 21), day(2022, 9, 22));
    expect_days("[2022-09-22,2021,2022-02-XX?]", day(2021, 1, 1), day(2022, 9, 22));
}

TEST(dates, the_day_of_a_time_is_the_one_written) {
    expect_days("2025-03-28T10:00:00+02:00", day(2025, 3, 28), day(2025, 3, 28));
    expect_days("2025-03-28T23:59:59-14:00", day(2025, 3, 28), day(2025, 3, 28));
    expect_days("2025-03-28T00:00:00+14:00", day(2025, 3, 28), day(2025, 3, 28));
    expect_days("2025-03-28T00:00:00Z", day(2025, 3, 28), day(2025, 3, 28));
    EXPECT_FALSE(parse_date("2025-03-28T00:00:00Z").date.interval);
}

TEST(dates, what_does_not_exist_is_impossible) {
    for (const char* text : {"2025-02-30", "2023-02-29", "1900-02-29", "2025-04-31", "2025-13", "2025-00", "2025-13-01",
                             "2025-01-00", "2025-01-32", "2025-XX-32", "2025-XX-00", "2025-00-XX", "20XX-02-30",
                             "202X-13", "2025-02-30?", "2025-99-99"}) {
        expect_problem(text, DateProblem::impossible, text);
    }
    expect_problem("2025-02-30/2025-03-02", DateProblem::impossible, "2025-02-30");
    expect_problem("2025-03-02/2025-04-31~", DateProblem::impossible, "2025-04-31~");
    expect_problem("2025-02-30/2025-04-31", DateProblem::impossible, "2025-02-30");
    expect_problem("../2025-13", DateProblem::impossible, "2025-13");
    expect_problem("2025-13/..", DateProblem::impossible, "2025-13");
    expect_problem("[2025-02-28,2025-02-29,2025-02-30]", DateProblem::impossible, "2025-02-29");
    expect_problem("[2025-02-29,2025-02-28]", DateProblem::impossible, "2025-02-29");
    expect_problem("2025-02-30T10:00:00Z", DateProblem::impossible, "2025-02-30");
    expect_problem("2025-03-28T24:00:00Z", DateProblem::impossible, "24:00:00");
    expect_problem("2025-03-28T10:60:00Z", DateProblem::impossible, "10:60:00");
    expect_problem("2025-03-28T23:59:60Z", DateProblem::impossible, "23:59:60");
    expect_problem("2025-03-28T10:00:00+15:00", DateProblem::impossible, "+15:00");
    expect_problem("2025-03-28T10:00:00-02:60", DateProblem::impossible, "-02:60");
}

TEST(dates, the_culprit_is_part_of_the_text) {
    const std::string text = "2025-01-01/2025-02-30";
    EXPECT_EQ(parse_date(text).culprit.data(), text.data() + 11);
}

TEST(dates, every_other_form_is_malformed) {
    for (const std::string_view text : {"",
                                        " 2025",
                                        "2025 ",
                                        "2025\n",
                                        "25-03-28",
                                        "2025-3-28",
                                        "2025-0X",
                                        "2025-1X-01",
                                        "2025-X1",
                                        "2025-03-2X",
                                        "2XXX",
                                        "20X5",
                                        "XXXX",
                                        "202x",
                                        "2025-",
                                        "2025-03-",
                                        "28.03.2025",
                                        "2025-03-28??",
                                        "2025?-03",
                                        "?",
                                        "-2025",
                                        "2025/03/28",
                                        "..",
                                        "../..",
                                        "/",
                                        "2025/",
                                        "/2025",
                                        "../",
                                        "2025/2026/2027",
                                        "2025..2026",
                                        "2025-02-30/banana",
                                        "[2025]",
                                        "[]",
                                        "[",
                                        "]",
                                        "[,]",
                                        "[2025,]",
                                        "[2025,2026",
                                        "[2025, 2026]",
                                        "[2025,2026]?",
                                        "[2025/2026,2027]",
                                        "[..,2026]",
                                        "{2025,2026}",
                                        "[2025-02-30,banana]",
                                        "2025-03-28T10:00:00",
                                        "2025-03-28T10:00Z",
                                        "2025-03-28t10:00:00Z",
                                        "2025-03-28T10:00:00+0200",
                                        "2025-03-28T10:00:00z",
                                        "2025-03-XXT10:00:00Z",
                                        "2025-03-28T10:00:00Z?",
                                        "2025-03-28T10:00:00Z/..",
                                        "2025\xE2\x80\x93"
                                        "03"}) {
        expect_problem(text, DateProblem::malformed, text);
    }
    const std::string with_nul{"2025\0", 5};
    expect_problem(with_nul, DateProblem::malformed, with_nul);
}

TEST(dates_in_words, single_dates) {
    EXPECT_EQ(written_in_words("2025-03-28"), "28 March 2025");
    EXPECT_EQ(written_in_words("2025-06-02"), "2 June 2025");
    EXPECT_EQ(written_in_words("2024-03"), "March 2024");
    EXPECT_EQ(written_in_words("2024-03-XX"), "March 2024");
    EXPECT_EQ(written_in_words("2024"), "2024");
    EXPECT_EQ(written_in_words("2024-XX"), "2024");
    EXPECT_EQ(written_in_words("2024-XX-XX"), "2024");
    EXPECT_EQ(written_in_words("2024-XX-15"), "day 15 of some month in 2024");
    EXPECT_EQ(written_in_words("202X"), "the 2020s");
    EXPECT_EQ(written_in_words("202X-XX"), "the 2020s");
    EXPECT_EQ(written_in_words("200X"), "some year from 2000 to 2009");
    EXPECT_EQ(written_in_words("20XX"), "some year from 2000 to 2099");
    EXPECT_EQ(written_in_words("202X-03"), "March in the 2020s");
    EXPECT_EQ(written_in_words("202X-03-28"), "28 March in the 2020s");
    EXPECT_EQ(written_in_words("20XX-03-28"), "28 March in some year from 2000 to 2099");
    EXPECT_EQ(written_in_words("202X-XX-28"), "day 28 of some month in the 2020s");
}

TEST(dates_in_words, marks) {
    EXPECT_EQ(written_in_words("2025-03-28?"), "28 March 2025 (uncertain)");
    EXPECT_EQ(written_in_words("2025-03-28~"), "about 28 March 2025");
    EXPECT_EQ(written_in_words("2025-03-28%"), "about 28 March 2025 (uncertain)");
    EXPECT_EQ(written_in_words("202X~"), "about the 2020s");
}

TEST(dates_in_words, intervals_and_sets) {
    EXPECT_EQ(written_in_words("2025-06-02/2025-06-16"), "2 June 2025 to 16 June 2025");
    EXPECT_EQ(written_in_words("2025-06-02~/2025-06?"), "about 2 June 2025 to June 2025 (uncertain)");
    EXPECT_EQ(written_in_words("2025-06-02/.."), "since 2 June 2025");
    EXPECT_EQ(written_in_words("../2025-06-16"), "until 16 June 2025");
    EXPECT_EQ(written_in_words("2025-06-16/2025-06-02"), "16 June 2025 to 2 June 2025");
    EXPECT_EQ(written_in_words("[2022-09-21,2022-09-22]"), "either 21 September 2022 or 22 September 2022");
    EXPECT_EQ(written_in_words("[2022-09-21,2022-10,2023?]"),
              "either 21 September 2022, October 2022 or 2023 (uncertain)");
}

TEST(dates_in_words, times) {
    EXPECT_EQ(written_in_words("2025-03-28T10:00:00+02:00"), "28 March 2025, 10:00 (+02:00)");
    EXPECT_EQ(written_in_words("2025-03-28T10:00:07-03:30"), "28 March 2025, 10:00:07 (-03:30)");
    EXPECT_EQ(written_in_words("2025-03-28T00:05:00Z"), "28 March 2025, 00:05 (UTC)");
}

TEST(dates_in_words, what_is_no_date_stays_as_written) {
    for (const std::string text : {"", "banana", "2025-02-30", "2025-13", "../..", "2025-02-30/2025-03-02",
                                   "[2025-02-30,2025]", "2025-03-28T25:00:00Z", "28 March 2025"}) {
        EXPECT_EQ(written_in_words(text), text);
    }
}

TEST(dates_in_words, days) {
    EXPECT_EQ(day_in_words(0), "1 January 1970");
    EXPECT_EQ(day_in_words(day(2025, 3, 28)), "28 March 2025");
    EXPECT_EQ(day_in_words(day(987, 12, 2)), "2 December 0987");
    EXPECT_EQ(day_in_words(before_all_days), "an unknown date");
    EXPECT_EQ(day_in_words(after_all_days), "an unknown date");
}

TEST(dates_in_words, months) {
    const Strings names{"",     "January", "February",  "March",   "April",    "May",      "June",
                        "July", "August",  "September", "October", "November", "December", ""};
    for (std::size_t month = 0; month < names.size(); ++month) {
        EXPECT_EQ(month_name(static_cast<int>(month)), names[month]);
    }
    EXPECT_EQ(month_name(-1), "");
}

bool well_before(std::string_view one, std::string_view other) {
    return parse_date(one).date.well_before(parse_date(other).date);
}

TEST(dates, are_well_before_by_more_than_a_day_on_every_reading) {
    EXPECT_TRUE(well_before("2025-03-12", "2025-03-14"));
    EXPECT_FALSE(well_before("2025-03-13", "2025-03-14"));
    EXPECT_FALSE(well_before("2025-03-14", "2025-03-12"));
    EXPECT_TRUE(well_before("2025-02", "2025-03-02"));
    EXPECT_FALSE(well_before("2025-02", "2025-03-01"));
    EXPECT_FALSE(well_before("2025-03", "2025-03-31"));
    EXPECT_TRUE(well_before("2025-03-12", "2025-03-14/2025-03-20"));
    EXPECT_FALSE(well_before("2025-03-12/2025-03-13", "2025-03-14"));
    EXPECT_TRUE(well_before("2025-03-12", "[2025-03-14,2025-03-20]"));
    EXPECT_FALSE(well_before("2025-03-12", "[2025-03-13,2025-03-20]"));
    EXPECT_TRUE(well_before("2025-03-12T23:00:00-05:00", "2025-03-14T01:00:00+02:00"));
    EXPECT_FALSE(well_before("2025-03-13T23:00:00-05:00", "2025-03-14T01:00:00+02:00"));
}

TEST(dates, that_are_uncertain_or_have_no_end_are_before_nothing) {
    for (const char* mark : {"?", "~", "%"}) {
        EXPECT_FALSE(well_before(std::string("2024-03-12") + mark, "2025-03-14")) << mark;
        EXPECT_FALSE(well_before("2024-03-12", std::string("2025-03-14") + mark)) << mark;
    }
    EXPECT_FALSE(well_before("2024-03-12/..", "2025-03-14"));
    EXPECT_FALSE(well_before("2024-03-12", "../2025-03-14"));
    EXPECT_TRUE(well_before("../2024-03-12", "2025-03-14/.."));
    EXPECT_FALSE(EdtfDate{}.well_before(EdtfDate{}));
}

TEST(dates, may_be_one_day_only_if_both_mean_it) {
    EXPECT_TRUE(may_be_one_day("2025-03-14", "2025-03-14"));
    EXPECT_FALSE(may_be_one_day("2025-03-14", "2025-03-15"));
    EXPECT_TRUE(may_be_one_day("2025-03", "2025-03-14"));
    EXPECT_FALSE(may_be_one_day("2025-03", "2025-04-01"));
    EXPECT_TRUE(may_be_one_day("2025-03-13/2025-03-14", "2025-03-14/2025-03-20"));
    EXPECT_TRUE(may_be_one_day("2025-03-13/..", "2026"));
    EXPECT_TRUE(may_be_one_day("[2025-03-07,2025-03-14,2025-03-21]", "2025-03-14"));
    EXPECT_TRUE(may_be_one_day("2025-03-21?", "[2025-03-07,2025-03-14,2025-03-21]"));
    EXPECT_FALSE(may_be_one_day("[2025-03-07,2025-03-21]", "2025-03-14"));
    EXPECT_TRUE(may_be_one_day("2025-XX-14", "2025-07-14"));
    EXPECT_FALSE(may_be_one_day("2025-XX-14", "2025-07-15"));
    EXPECT_TRUE(may_be_one_day("2025-03-14T23:00:00-05:00", "2025-03-14"));
    EXPECT_FALSE(may_be_one_day("2025-02-30", "2025-02"));
    EXPECT_FALSE(may_be_one_day("some day", "2025-03-14"));
}

}  // namespace
}  // namespace muster
