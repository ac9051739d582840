// Numbers, lists and messages as people write them.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>

#include "core/draft.hpp"
#include "core/words.hpp"

namespace muster {
namespace {

TEST(words, numbers_have_commas_between_thousands) {
    for (const auto& [number, written] : std::vector<std::pair<std::int64_t, std::string>>{
             {0, "0"},
             {7, "7"},
             {999, "999"},
             {1000, "1,000"},
             {1212, "1,212"},
             {99999, "99,999"},
             {100000, "100,000"},
             {1000000, "1,000,000"},
             {-1, "-1"},
             {-999, "-999"},
             {-1000, "-1,000"},
             {-100000, "-100,000"},
             {std::numeric_limits<std::int64_t>::max(), "9,223,372,036,854,775,807"},
             {std::numeric_limits<std::int64_t>::min(), "-9,223,372,036,854,775,808"}}) {
        EXPECT_EQ(with_commas(number), written);
    }
}

RC_GTEST_PROP(words, commas_stand_before_every_third_digit_and_change_no_number, (std::int64_t number)) {
    std::string written = with_commas(number);
    RC_ASSERT(written[number < 0 ? 1 : 0] != ',');
    for (std::size_t i = 1; i <= written.size(); ++i) {
        const bool comma = written[written.size() - i] == ',';
        RC_ASSERT(comma == (i % 4 == 0 && written[written.size() - i] != '-'));
    }
    written.erase(std::remove(written.begin(), written.end(), ','), written.end());
    RC_ASSERT(written == std::to_string(number));
}

TEST(words, small_numbers_are_words) {
    const std::vector<std::string> words{"none",  "one",   "two",  "three", "four",   "five",   "six",
                                         "seven", "eight", "nine", "ten",   "eleven", "twelve", "13"};
    for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(in_words(static_cast<std::int64_t>(i)), words[i]);
    EXPECT_EQ(in_words(1212), "1,212");
    EXPECT_EQ(in_words(-1), "-1");
}

TEST(words, ordinals_have_their_endings) {
    const std::vector<std::string> words{"zeroth",  "first",  "second", "third", "fourth",   "fifth",  "sixth",
                                         "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth"};
    for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(ordinal_in_words(static_cast<std::int64_t>(i)), words[i]);
    for (const auto& [number, written] : std::vector<std::pair<std::int64_t, std::string>>{{13, "13th"},
                                                                                           {14, "14th"},
                                                                                           {20, "20th"},
                                                                                           {21, "21st"},
                                                                                           {22, "22nd"},
                                                                                           {23, "23rd"},
                                                                                           {24, "24th"},
                                                                                           {71, "71st"},
                                                                                           {100, "100th"},
                                                                                           {101, "101st"},
                                                                                           {111, "111th"},
                                                                                           {112, "112th"},
                                                                                           {113, "113th"},
                                                                                           {121, "121st"},
                                                                                           {1002, "1,002nd"},
                                                                                           {1011, "1,011th"}}) {
        EXPECT_EQ(ordinal_in_words(number), written);
    }
}

TEST(words, lists_end_with_a_word) {
    EXPECT_EQ(joined({}), "");
    EXPECT_EQ(joined({"a"}), "a");
    EXPECT_EQ(joined({"a", "b"}), "a and b");
    EXPECT_EQ(joined({"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(joined({"a", "b", "c", "d"}, "or"), "a, b, c or d");
}

TEST(words, things_are_counted) {
    EXPECT_EQ(counted(0, "record"), "0 records");
    EXPECT_EQ(counted(1, "record"), "1 record");
    EXPECT_EQ(counted(2, "record"), "2 records");
    EXPECT_EQ(counted(1212, "record"), "1,212 records");
}

TEST(severity, has_a_name_and_an_order) {
    EXPECT_EQ(to_string(Severity::info), "info");
    EXPECT_EQ(to_string(Severity::warning), "warning");
    EXPECT_EQ(to_string(Severity::error), "error");
    EXPECT_LT(Severity::info, Severity::warning);
    EXPECT_LT(Severity::warning, Severity::error);
}

TEST(render, puts_arguments_into_the_message) {
    const Args args{{"sum", std::int64_t{1904}},
                    {"who", std::string("Vladimir Rogov")},
                    {"terms", std::vector<std::string>{"43", "910"}},
                    {"nobody", std::vector<std::string>{}}};
    EXPECT_EQ(render("", args), "");
    EXPECT_EQ(render("nothing to put in", args), "nothing to put in");
    EXPECT_EQ(render("{who}: {sum} of {terms}.", args), "Vladimir Rogov: 1,904 of 43, 910.");
    EXPECT_EQ(render("{sum}{sum}", args), "1,9041,904");
    EXPECT_EQ(render("[{nobody}]", args), "[]");
}

TEST(render, leaves_brackets_that_name_no_argument) {
    const Args args{{"what", std::string("x")}, {"", std::string("empty")}};
    EXPECT_EQ(render("it begins with {", args), "it begins with {");
    EXPECT_EQ(render("a comma or }", args), "a comma or }");
    EXPECT_EQ(render("must begin with {, but {what} stands there", args), "must begin with {, but x stands there");
    EXPECT_EQ(render("{{what}}", args), "{x}");
    EXPECT_EQ(render("{else} {what", args), "{else} {what");
    EXPECT_EQ(render("} {what} {", args), "} x {");
}

TEST(render, does_not_look_into_arguments) {
    const Args args{{"a", std::string("{b} {")}, {"b", std::string("}{a}")}};
    EXPECT_EQ(render("{a}{b}", args), "{b} {}{a}");
}

TEST(participants, are_the_same_if_they_stand_at_one_place) {
    const Participant value{Participant::Kind::value, 7, 0};
    EXPECT_EQ(value, (Participant{Participant::Kind::claim, 7, 3}));
    EXPECT_FALSE(value == (Participant{Participant::Kind::value, 8, 0}));
}

}  // namespace
}  // namespace muster
