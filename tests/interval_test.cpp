#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <bitset>
#include <cstdint>
#include <ostream>

#include "record/interval.hpp"

namespace muster {

void PrintTo(const Interval& interval, std::ostream* out) {
    *out << '[' << interval.low() << ", " << interval.high() << ']' << (interval.is_unknown() ? " unknown" : "");
}
void showValue(const Interval& interval, std::ostream& out) {
    PrintTo(interval, &out);
}

namespace {

// An interval as the plain set of its numbers: an open end reaches to `edge`. Results are compared only up to `seen`,
// so far from the edge that it cannot show: few terms, each with small ends.
constexpr int edge = 400;
constexpr int seen = 200;
using Numbers = std::bitset<2 * edge + 1>;

std::size_t place_of(std::int64_t number) {
    return static_cast<std::size_t>(number + edge);
}

Numbers numbers_of(const Interval& interval) {
    Numbers numbers;
    for (std::int64_t number = -edge; number <= edge; ++number) {
        numbers[place_of(number)] = interval.low() <= number && number <= interval.high();
    }
    return numbers;
}
Numbers sums(const Numbers& a, const Numbers& b) {
    Numbers all;
    for (int number = -edge; number <= edge; ++number) {
        if (!b[place_of(number)]) continue;
        all |= number < 0 ? a >> static_cast<std::size_t>(-number) : a << static_cast<std::size_t>(number);
    }
    return all;
}
Numbers negated(const Numbers& a) {
    Numbers all;
    for (int number = -edge; number <= edge; ++number) all[place_of(number)] = a[place_of(-number)];
    return all;
}
bool same_where_seen(const Numbers& a, const Numbers& b) {
    for (int number = -seen; number <= seen; ++number) {
        if (a[place_of(number)] != b[place_of(number)]) return false;
    }
    return true;
}

/// Known; each end is small or open.
rc::Gen<Interval> some_interval() {
    return rc::gen::exec([] {
        const auto low = *rc::gen::inRange<std::int64_t>(-10, 11);
        const auto high = low + *rc::gen::inRange<std::int64_t>(0, 11);
        const int ends = *rc::gen::inRange(0, 6);
        if (ends == 0) return Interval::from(low);
        if (ends == 1) return Interval{-Interval::open, high};
        if (ends == 2) return Interval{-Interval::open, Interval::open};
        return Interval{low, high};
    });
}

TEST(interval, what_each_says_of_itself) {
    EXPECT_EQ(Interval{}, Interval::exactly(0));
    EXPECT_EQ(Interval::exactly(43), (Interval{43, 43}));
    EXPECT_TRUE(Interval::exactly(43).exact());
    EXPECT_FALSE((Interval{42, 43}).exact());
    EXPECT_FALSE(Interval::from(43).exact());
    EXPECT_EQ(Interval::from(43).low(), 43);
    EXPECT_TRUE(Interval::from(43).open_ended());
    EXPECT_FALSE((Interval{42, 43}).open_ended());
    EXPECT_EQ(Interval::unknown().low(), 0);
    EXPECT_TRUE(Interval::unknown().open_ended());
    EXPECT_TRUE(Interval::unknown().is_unknown());
    EXPECT_FALSE(Interval::from(0).is_unknown());
    EXPECT_FALSE(Interval::unknown() == Interval::from(0));
}

TEST(interval, sums_and_differences) {
    EXPECT_EQ(Interval::exactly(43) + Interval::exactly(909), Interval::exactly(952));
    EXPECT_EQ((Interval{1, 2}) + (Interval{10, 20}), (Interval{11, 22}));
    EXPECT_EQ(Interval::from(2) + Interval::exactly(3), Interval::from(5));
    EXPECT_EQ((Interval{10, 20}) - (Interval{1, 2}), (Interval{8, 19}));
    EXPECT_EQ(Interval::exactly(3) - Interval::exactly(5), Interval::exactly(-2));
    EXPECT_EQ(Interval::from(10) - Interval::exactly(4), Interval::from(6));
    EXPECT_EQ(Interval::exactly(10) - Interval::from(4), (Interval{-Interval::open, 6}));
    EXPECT_EQ(Interval::from(10) - Interval::from(4), (Interval{-Interval::open, Interval::open}));
}

TEST(interval, an_open_lower_end_stays_open) {
    const Interval at_most_six = Interval::exactly(10) - Interval::from(4);
    EXPECT_EQ(at_most_six - Interval::exactly(5), (Interval{-Interval::open, 1}));
    EXPECT_EQ(at_most_six - Interval::from(5), (Interval{-Interval::open, 1}));
    EXPECT_EQ(at_most_six + Interval::exactly(5), (Interval{-Interval::open, 11}));
    EXPECT_EQ(at_most_six + at_most_six, (Interval{-Interval::open, 12}));
    EXPECT_EQ(Interval::exactly(10) - at_most_six, Interval::from(4));
    EXPECT_EQ(at_most_six - at_most_six, (Interval{-Interval::open, Interval::open}));
}

TEST(interval, a_thousand_of_the_greatest_counts_are_exact) {
    const Interval greatest{0, 1'000'000'000};
    Interval sum;
    Interval rest;
    for (int term = 0; term < 1000; ++term) {
        sum = sum + greatest;
        rest = rest - greatest;
    }
    EXPECT_EQ(sum, (Interval{0, 1'000'000'000'000}));
    EXPECT_EQ(rest, (Interval{-1'000'000'000'000, 0}));
}

TEST(interval, meeting) {
    EXPECT_TRUE((Interval{1, 5}).meets(Interval{5, 9}));
    EXPECT_FALSE((Interval{1, 4}).meets(Interval{5, 9}));
    EXPECT_TRUE(Interval::from(5).meets(Interval::from(900)));
    EXPECT_FALSE(Interval::from(5).meets(Interval::exactly(4)));
    EXPECT_TRUE(Interval::unknown().meets(Interval::exactly(0)));
    EXPECT_FALSE(Interval::unknown().meets(Interval::exactly(-2)));
}

TEST(interval, is_usable_at_compile_time) {
    static_assert(Interval::exactly(2) + Interval::exactly(3) == Interval::exactly(5));
    static_assert(!(Interval{1, 2}).meets(Interval::exactly(2) - Interval::exactly(2)));
    static_assert(hull(Interval::exactly(2), Interval::exactly(5)) == Interval{2, 5});
}

RC_GTEST_PROP(interval, holds_all_sums_and_no_more, ()) {
    const Interval a = *some_interval();
    const Interval b = *some_interval();
    RC_ASSERT(same_where_seen(numbers_of(a + b), sums(numbers_of(a), numbers_of(b))));
}

RC_GTEST_PROP(interval, holds_all_differences_and_no_more, ()) {
    const Interval a = *some_interval();
    const Interval b = *some_interval();
    RC_ASSERT(same_where_seen(numbers_of(a - b), sums(numbers_of(a), negated(numbers_of(b)))));
}

RC_GTEST_PROP(interval, chains_of_sums_and_differences_stay_right, ()) {
    Interval total = *some_interval();
    Numbers numbers = numbers_of(total);
    for (int terms = *rc::gen::inRange(0, 6); terms > 0; --terms) {
        const Interval term = *some_interval();
        if (*rc::gen::arbitrary<bool>()) {
            total = total + term;
            numbers = sums(numbers, numbers_of(term));
        } else {
            total = total - term;
            numbers = sums(numbers, negated(numbers_of(term)));
        }
    }
    RC_ASSERT(same_where_seen(numbers_of(total), numbers));
}

RC_GTEST_PROP(interval, meets_where_a_number_is_shared, ()) {
    const Interval a = *some_interval();
    const Interval b = *some_interval();
    RC_ASSERT(a.meets(b) == (numbers_of(a) & numbers_of(b)).any());
    RC_ASSERT(a.meets(b) == b.meets(a));
}

RC_GTEST_PROP(interval, hull_is_the_smallest_that_holds_both, ()) {
    const Interval a = *some_interval();
    const Interval b = *some_interval();
    const Numbers either = numbers_of(a) | numbers_of(b);
    Numbers expected;
    for (int least = -edge; least <= edge; ++least) {
        if (!either[place_of(least)]) continue;
        int greatest = edge;
        while (!either[place_of(greatest)]) --greatest;
        for (int number = least; number <= greatest; ++number) expected.set(place_of(number));
        break;
    }
    RC_ASSERT(numbers_of(hull(a, b)) == expected);
}

RC_GTEST_PROP(interval, order_and_grouping_of_sums_do_not_matter, ()) {
    const Interval a = *some_interval();
    const Interval b = *some_interval();
    const Interval c = *some_interval();
    RC_ASSERT(a + b == b + a);
    RC_ASSERT((a + b) + c == a + (b + c));
    RC_ASSERT(a - b - c == a - (b + c));
    RC_ASSERT(hull(a, b) == hull(b, a));
    RC_ASSERT(a + Interval{} == a);
}

RC_GTEST_PROP(interval, unknown_makes_unknown, ()) {
    const Interval known = *some_interval();
    const Interval unknown = Interval::unknown();
    for (const Interval& result : {known + unknown, unknown + known, known - unknown, unknown - known,
                                   hull(known, unknown), hull(unknown, known), unknown + unknown, unknown - unknown}) {
        RC_ASSERT(result.is_unknown());
        RC_ASSERT((result + known).is_unknown());
    }
    RC_ASSERT(!(known + known).is_unknown());
    RC_ASSERT(!(known - known).is_unknown());
    RC_ASSERT(!hull(known, known).is_unknown());
}

}  // namespace
}  // namespace muster
