// Numbers in words, scopes in words, and the numbers that a text holds.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "core/words.hpp"
#include "record/numbers_in_text.hpp"
#include "record/sayings.hpp"
#include "record_in_memory.hpp"

namespace muster {
namespace {

using testing::decoded;
using testing::exchange;
using Numbers = std::vector<std::int64_t>;

std::string said(const std::string& members) {
    return say(decoded(exchange(R"({"quantity": {)" + members + "}}")).claims.items[0].quantity);
}

TEST(sayings, of_intervals) {
    EXPECT_EQ(say(Interval::exactly(0)), "0");
    EXPECT_EQ(say(Interval::exactly(1212)), "1,212");
    EXPECT_EQ(say(Interval::from(500)), "at least 500");
    EXPECT_EQ(say(Interval(300, 302)), "from 300 to 302");
    EXPECT_EQ(say(Interval(0, 20)), "at most 20");
    EXPECT_EQ(say(Interval(-Interval::open, 6)), "at most 6");
    EXPECT_EQ(say(Interval::from(0)), "any number");
    EXPECT_EQ(say(Interval::unknown()), "any number");
}

TEST(sayings, of_quantities) {
    EXPECT_EQ(said(R"("amount": 6057)"), "6,057");
    EXPECT_EQ(said(R"("amount": 6000, "qualifier": "more_than")"), "more than 6,000");
    EXPECT_EQ(said(R"("amount": 60, "qualifier": "about", "lower": 50)"), "about 60");
    EXPECT_EQ(said(R"("lower": 2)"), "at least 2");
    EXPECT_EQ(said(R"("lower": 300, "upper": 302)"), "from 300 to 302");
    EXPECT_EQ(said(R"("as_printed": "dozens")"), "\"dozens\"");
    EXPECT_EQ(said(R"("lower": 24, "as_printed": "dozens")"), "at least 24");
    EXPECT_EQ(said(R"("absent": "not_stated")"), "no number (not stated)");
    EXPECT_EQ(said(R"("absent": "withheld", "as_printed": "x")"), "no number (withheld)");
    EXPECT_EQ(said(R"("amount": "many")"), "an unknown number");
    EXPECT_EQ(say(Quantity()), "no number");
}

TEST(sayings, of_gaps) {
    EXPECT_EQ(say_gap(Interval::exactly(953), Interval::exactly(952)), "one too many");
    EXPECT_EQ(say_gap(Interval::exactly(940), Interval::exactly(952)), "twelve too few");
    EXPECT_EQ(say_gap(Interval(953, 955), Interval::exactly(952)), "from one to three too many");
    EXPECT_EQ(say_gap(Interval::exactly(7), Interval(9, 10)), "from two to three too few");
    EXPECT_EQ(say_gap(Interval::from(953), Interval::exactly(952)), "at least one too many");
    EXPECT_EQ(say_gap(Interval(0, 400), Interval::from(500)), "at least 100 too few");
    EXPECT_EQ(say_gap(Interval(-Interval::open, -3), Interval::exactly(4)), "at least seven too few");
}

TEST(sayings, of_scopes) {
    const Record record = decoded(exchange(R"({"scope": {"kind": "remains", "from": "ru", "to": "ua",
        "between": ["ru", "ua"], "mediator": "ae", "part_of": "istanbul", "window": "2024-10/..",
        "threshold": {"amount": 500, "qualifier": "at_least"}}}, {"scope": {"to": "ua"}})"));
    const auto name = [](std::string_view id) {
        return std::string(id == "ru" ? "Russia" : id == "ua" ? "Ukraine" : id);
    };
    const auto title = [](std::string_view id) { return "The series " + std::string(id); };
    EXPECT_EQ(say(record.claims.items[0].scope, name, title),
              "exchanges of remains from Russia to Ukraine between Russia and Ukraine mediated by ae, part of "
              "\"The series istanbul\", since October 2024, of at least 500");
    EXPECT_EQ(say(record.claims.items[1].scope, name, title), "exchanges to Ukraine");
    EXPECT_EQ(say(Scope(), name, title), "exchanges");
}

TEST(numbers_in_text, reads_the_groupings_that_people_write) {
    for (const char* text :
         {"1212", "1,212", "1.212", "1'212", "1\u2019212", "1\u00A0212", "1\u202F212", "1\u2009212"}) {
        EXPECT_EQ(numbers_in(text), Numbers{1212}) << text;
    }
    EXPECT_EQ(numbers_in("1,212,000 bodies"), Numbers{1212000});
    EXPECT_EQ(numbers_in("0"), Numbers{0});
    EXPECT_EQ(numbers_in("007"), Numbers{7});
}

TEST(numbers_in_text, reads_spaces_both_ways) {
    EXPECT_EQ(numbers_in("1 212"), (Numbers{1, 1212, 212}));
    EXPECT_EQ(numbers_in("43 909"), (Numbers{43, 43909, 909}));
    EXPECT_EQ(numbers_in("1 000 909 bodies"), (Numbers{1, 1000, 1000909, 0, 909, 909}));
    EXPECT_EQ(numbers_in("1 212 43"), (Numbers{1, 1212, 212, 43}));
}

TEST(numbers_in_text, reads_several) {
    EXPECT_EQ(numbers_in("909 to Ukraine, 43 to Russia"), (Numbers{909, 43}));
    EXPECT_EQ(numbers_in("43, 909"), (Numbers{43, 909}));
    EXPECT_EQ(numbers_in("1,212 and 27"), (Numbers{1212, 27}));
    EXPECT_EQ(numbers_in("84 (33+51)"), (Numbers{84, 33, 51}));
    EXPECT_EQ(numbers_in("1,212.5"), (Numbers{1212, 5}));
    EXPECT_EQ(numbers_in("12,34"), (Numbers{12, 34}));
    EXPECT_EQ(numbers_in("1234,567"), (Numbers{1234, 567}));
    EXPECT_EQ(numbers_in("1,2345"), (Numbers{1, 2345}));
    EXPECT_EQ(numbers_in("2025-03-28"), (Numbers{2025, 3, 28}));
}

TEST(numbers_in_text, leaves_out_what_is_no_number) {
    EXPECT_EQ(numbers_in(""), Numbers{});
    EXPECT_EQ(numbers_in("as soon as possible"), Numbers{});
    EXPECT_EQ(numbers_in("\u0664\u0663 .,' -"), Numbers{});
    EXPECT_EQ(numbers_in("+380441234567"), Numbers{});
    EXPECT_EQ(numbers_in("12345678901"), Numbers{});
    EXPECT_EQ(numbers_in("1234567890"), Numbers{1234567890});
    EXPECT_EQ(numbers_in("999,999,999,999"), Numbers{});
    EXPECT_EQ(numbers_in("1."), Numbers{1});
}

RC_GTEST_PROP(numbers_in_text, finds_every_number_however_it_is_grouped, ()) {
    const auto number = *rc::gen::inRange<std::int64_t>(0, 1'000'000'001);
    const auto mark = *rc::gen::element<std::string>("", ",", ".", "'", " ", "\u00A0", "\u202F");
    std::string written;
    for (const char c : with_commas(number)) written += c == ',' ? mark : std::string(1, c);
    const auto before = *rc::gen::element<std::string>("", "handed over ", "(", "no. ");
    const auto after = *rc::gen::element<std::string>("", " bodies", ".", ", among them 12", ") ");
    const Numbers found = numbers_in(before + written + after);
    RC_ASSERT(std::count(found.begin(), found.end(), number) > 0);
}

RC_GTEST_PROP(numbers_in_text, takes_any_bytes, ()) {
    const auto text = *rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
        {{6, rc::gen::element('0', '1', '9', ' ', ',', '.')}, {1, rc::gen::arbitrary<char>()}}));
    for (const std::int64_t number : numbers_in(text)) {
        RC_ASSERT(number >= 0);
        RC_ASSERT(number <= 9'999'999'999);
    }
}

}  // namespace
}  // namespace muster
