// What a quantity says: the whole table of the model, and what is unknown.
#include <gtest/gtest.h>

#include "record_in_memory.hpp"

namespace muster {
namespace {

using testing::decoded;
using testing::exchange;

Quantity quantity(const std::string& members) {
    return decoded(exchange(R"({"quantity": {)" + members + "}}")).claims.items[0].quantity;
}

void expect_interval(const std::string& members, Interval expected) {
    const Quantity found = quantity(members);
    EXPECT_TRUE(found.present()) << members;
    EXPECT_TRUE(found.has_interval()) << members;
    EXPECT_FALSE(found.unknown()) << members;
    EXPECT_FALSE(found.reversed()) << members;
    EXPECT_EQ(found.interval(), expected) << members;
}

constexpr std::int64_t greatest = 1'000'000'000;

TEST(quantity, an_amount_alone_is_that_number) {
    expect_interval(R"("amount": 43)", Interval::exactly(43));
    expect_interval(R"("amount": 0)", Interval::exactly(0));
    expect_interval(R"("amount": 1000000000)", Interval::exactly(greatest));
    expect_interval(R"("amount": 952, "as_printed": "nearly 1K")", Interval::exactly(952));
}

TEST(quantity, a_qualifier_opens_one_end) {
    expect_interval(R"("amount": 500, "qualifier": "at_least")", Interval::from(500));
    expect_interval(R"("amount": 500, "qualifier": "more_than")", Interval::from(501));
    expect_interval(R"("amount": 500, "qualifier": "at_most")", {0, 500});
    expect_interval(R"("amount": 500, "qualifier": "fewer_than")", {0, 499});
    expect_interval(R"("amount": 0, "qualifier": "at_least")", Interval::from(0));
    expect_interval(R"("amount": 0, "qualifier": "more_than")", Interval::from(1));
    expect_interval(R"("amount": 0, "qualifier": "at_most")", Interval::exactly(0));
    expect_interval(R"("amount": 1, "qualifier": "fewer_than")", Interval::exactly(0));
    expect_interval(R"("amount": 1000000000, "qualifier": "at_least")", Interval::from(greatest));
    expect_interval(R"("amount": 1000000000, "qualifier": "more_than")", Interval::from(greatest + 1));
    expect_interval(R"("amount": 1000000000, "qualifier": "at_most")", {0, greatest});
    expect_interval(R"("amount": 1000000000, "qualifier": "fewer_than")", {0, greatest - 1});
}

TEST(quantity, fewer_than_none_is_none) {
    expect_interval(R"("amount": 0, "qualifier": "fewer_than")", Interval::exactly(0));
}

TEST(quantity, about_and_nearly_take_bounds) {
    expect_interval(R"("amount": 60, "qualifier": "about")", Interval::from(0));
    expect_interval(R"("amount": 60, "qualifier": "about", "lower": 50)", Interval::from(50));
    expect_interval(R"("amount": 60, "qualifier": "about", "upper": 70)", {0, 70});
    expect_interval(R"("amount": 60, "qualifier": "about", "lower": 50, "upper": 70)", {50, 70});
    expect_interval(R"("amount": 60, "qualifier": "about", "lower": 60, "upper": 60)", Interval::exactly(60));
    expect_interval(R"("amount": 1000, "qualifier": "nearly")", {0, 1000});
    expect_interval(R"("amount": 1000, "qualifier": "nearly", "lower": 900)", {900, 1000});
    expect_interval(R"("amount": 1000, "qualifier": "nearly", "upper": 999)", {0, 999});
    expect_interval(R"("amount": 1000, "qualifier": "nearly", "lower": 900, "upper": 1010)", {900, 1010});
    expect_interval(R"("amount": 0, "qualifier": "nearly")", Interval::exactly(0));
}

TEST(quantity, without_an_amount_the_bounds_speak) {
    expect_interval(R"("lower": 2)", Interval::from(2));
    expect_interval(R"("upper": 20)", {0, 20});
    expect_interval(R"("lower": 300, "upper": 302)", {300, 302});
    expect_interval(R"("lower": 0, "upper": 0)", Interval::exactly(0));
    expect_interval(R"("lower": 1000000000, "upper": 1000000000)", Interval::exactly(greatest));
    expect_interval(R"("as_printed": "dozens")", Interval::from(0));
}

TEST(quantity, what_is_absent_has_no_interval) {
    for (const char* absence : {"not_stated", "withheld", "unknown", "no_comment"}) {
        for (const char* words : {"", R"(, "as_printed": "no number was given")"}) {
            const Quantity found = quantity(std::string(R"("absent": ")") + absence + "\"" + words);
            EXPECT_TRUE(found.present());
            EXPECT_FALSE(found.has_interval());
            EXPECT_FALSE(found.unknown());
            EXPECT_FALSE(found.reversed());
        }
    }
    const Quantity none = decoded(exchange(R"({"type": "status"})")).claims.items[0].quantity;
    EXPECT_FALSE(none.present());
    EXPECT_FALSE(none.has_interval());
    EXPECT_FALSE(none.unknown());
}

TEST(quantity, bounds_that_contradict_are_reversed_and_say_nothing) {
    for (const char* members :
         {R"("lower": 2, "upper": 1)", R"("amount": 60, "qualifier": "about", "lower": 70, "upper": 50)",
          R"("amount": 60, "qualifier": "about", "lower": 61)", R"("amount": 60, "qualifier": "about", "upper": 59)",
          R"("amount": 60, "qualifier": "nearly", "lower": 61)",
          R"("amount": 60, "qualifier": "nearly", "lower": 59, "upper": 58)"}) {
        const Quantity found = quantity(members);
        EXPECT_TRUE(found.reversed()) << members;
        EXPECT_FALSE(found.unknown()) << members;
        EXPECT_TRUE(found.has_interval()) << members;
        EXPECT_EQ(found.interval(), Interval::unknown()) << members;
    }
}

TEST(quantity, nearly_a_number_may_stay_below_it) {
    EXPECT_FALSE(quantity(R"("amount": 1000, "qualifier": "nearly", "upper": 952)").reversed());
}

TEST(quantity, one_member_that_cannot_be_used_makes_it_unknown) {
    for (const char* members :
         {R"("amount": -1)", R"("amount": 1.0)", R"("amount": "9")", R"("lower": 1, "upper": 1000000001)",
          R"("amount": 1, "qualifier": "atleast")", R"("absent": "secret")", R"("qualifier": "about")", ""}) {
        const Quantity found = quantity(members);
        EXPECT_TRUE(found.present()) << members;
        EXPECT_TRUE(found.unknown()) << members;
        EXPECT_TRUE(found.has_interval()) << members;
        EXPECT_FALSE(found.reversed()) << members;
        EXPECT_EQ(found.interval(), Interval::unknown()) << members;
    }
    // A strange member may have been meant to say "more than".
    const Record record =
        decoded(exchange(R"({"quantity": {"amount": 9, "qualifer": 1}})"), {"/claims/0/quantity/qualifer"});
    EXPECT_TRUE(record.claims.items[0].quantity.unknown());
}

TEST(quantity, is_looked_for_at_its_number) {
    const auto place = [](const std::string& members) {
        const std::string json = exchange(R"({"quantity": {)" + members + "}}");
        return json.substr(decoded(json).claims.items[0].quantity.place(), 3);
    };
    EXPECT_EQ(place(R"("qualifier": "about", "amount": 60 , "lower": 50)"), "60 ");
    EXPECT_EQ(place(R"("upper": 70, "lower": 50)"), "50}");
    EXPECT_EQ(place(R"("upper": 70)"), "70}");
    EXPECT_EQ(place(R"("absent": "withheld")"), "\"wi");
    EXPECT_EQ(place(R"("as_printed": "dozens")"), "{\"a");
}

}  // namespace
}  // namespace muster
