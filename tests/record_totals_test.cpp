// Breakdowns, sums of accounts and stated totals, against the law and against trying out all numbers.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "record/breakdown_report.hpp"
#include "record/breakdowns.hpp"
#include "record/stated_totals.hpp"
#include "record_in_memory.hpp"

namespace muster {

void PrintTo(StatedVerdict verdict, std::ostream* out) {
    constexpr std::string_view names[]{"follows_all", "follows_some", "matches_no_count", "contradicts_its_own_speaker",
                                       "undecided"};
    *out << names[static_cast<std::size_t>(verdict)];
}

namespace {

using testing::Checked;
using testing::decoded;
using testing::exchange;

// Breakdowns.

std::string part(const std::string& quantity, const std::string& breakdowns = "") {
    return R"({"label": "p", "quantity": {)" + quantity + "}" +
           (breakdowns.empty() ? "" : R"(, "breakdowns": [)" + breakdowns + "]") + "}";
}
std::string amount(std::int64_t number) {
    return R"("amount": )" + std::to_string(number);
}
std::string breakdown(const std::string& shape, const std::vector<std::string>& parts) {
    std::string json = R"({"dimension": "place", "shape": ")" + shape + R"(", "parts": [)";
    for (std::size_t i = 0; i < parts.size(); ++i) json += (i > 0 ? ", " : "") + parts[i];
    return json + "]}";
}
std::string claim(const std::string& quantity, const std::string& breakdowns, const std::string& more = "") {
    return R"({"id": "c", "type": "count", "flows": ["a"], "speaker": "x", "appearances": [{"source": "s"}],
        "quantity": {)" +
           quantity + R"(}, "breakdowns": [)" + breakdowns + "]" + more + "}";
}
struct Judged {
    std::size_t failures;
    std::size_t undecided;
    bool operator==(const Judged& other) const { return failures == other.failures && undecided == other.undecided; }
};
std::ostream& operator<<(std::ostream& out, const Judged& judged) {
    return out << judged.failures << " failures, " << judged.undecided << " undecided";
}
Judged judged(const std::string& json, std::initializer_list<std::string_view> unknown = {}) {
    const Record record = decoded(exchange(json), unknown);
    const BreakdownVerdict verdict = judge_breakdowns(record.claims.items[0]);
    return {verdict.failures.size(), verdict.undecided};
}

TEST(breakdowns, of_each_shape) {
    const std::vector<std::string> parts{part(amount(382)), part(amount(56)), part(amount(63))};
    EXPECT_EQ(judged(claim(amount(501), breakdown("partition", parts))), (Judged{0, 0}));
    EXPECT_EQ(judged(claim(amount(500), breakdown("partition", parts))), (Judged{1, 0}));
    EXPECT_EQ(judged(claim(amount(502), breakdown("partition", parts))), (Judged{1, 0}));
    EXPECT_EQ(judged(claim(amount(501), breakdown("open_list", parts))), (Judged{0, 0}));
    EXPECT_EQ(judged(claim(amount(502), breakdown("open_list", parts))), (Judged{0, 0}));
    EXPECT_EQ(judged(claim(amount(500), breakdown("open_list", parts))), (Judged{1, 0}));
    EXPECT_EQ(judged(claim(amount(382), breakdown("subsets", parts))), (Judged{0, 0}));
    EXPECT_EQ(judged(claim(amount(381), breakdown("subsets", parts))), (Judged{1, 0}));
}

TEST(breakdowns, an_absent_whole_is_not_judged) {
    for (const char* whole : {R"("absent": "not_stated")", R"("absent": "withheld")"}) {
        EXPECT_EQ(judged(claim(whole, breakdown("partition", {part(amount(52))}))), (Judged{0, 0}));
    }
    // An identification may say how many without a whole.
    EXPECT_EQ(judged(R"({"id": "c", "type": "identification", "flows": ["a"], "result": "pending", "breakdowns": [)" +
                     breakdown("partition", {part(amount(52))}) + "]}"),
              (Judged{0, 0}));
}

TEST(breakdowns, an_absent_part_may_be_any_number) {
    const std::string withheld = part(R"("absent": "withheld")");
    EXPECT_EQ(judged(claim(amount(10), breakdown("partition", {part(amount(9)), withheld}))), (Judged{0, 0}));
    EXPECT_EQ(judged(claim(amount(10), breakdown("partition", {part(amount(11)), withheld}))), (Judged{1, 0}));
    EXPECT_EQ(judged(claim(amount(10), breakdown("open_list", {part(amount(11)), withheld}))), (Judged{1, 0}));
    EXPECT_EQ(judged(claim(amount(10), breakdown("subsets", {withheld}))), (Judged{0, 0}));
}

TEST(breakdowns, inner_ones_are_judged_first_and_their_part_is_then_unknown) {
    const std::string inner = breakdown("partition", {part(amount(1)), part(amount(1))});
    EXPECT_EQ(judged(claim(amount(5), breakdown("partition", {part(amount(2), inner), part(amount(3))}))),
              (Judged{0, 0}));
    // The part is wrong, not what it is a part of.
    EXPECT_EQ(judged(claim(amount(5), breakdown("partition", {part(amount(3), inner), part(amount(3))}))),
              (Judged{1, 1}));
    // The other parts alone are too many.
    EXPECT_EQ(judged(claim(amount(5), breakdown("partition", {part(amount(3), inner), part(amount(6))}))),
              (Judged{2, 0}));
    const Record record =
        decoded(exchange(claim(amount(5), breakdown("partition", {part(amount(3), inner), part(amount(3))}))));
    const BreakdownVerdict verdict = judge_breakdowns(record.claims.items[0]);
    const Part& broken = record.claims.items[0].breakdowns.items[0].parts.items[0];
    EXPECT_EQ(verdict.failures[0].within, &broken);
    EXPECT_EQ(verdict.failures[0].whole, &broken.quantity);
    EXPECT_EQ(verdict.failures[0].sum, Interval::exactly(2));
    EXPECT_TRUE(verdict.failures[0].whole_suspect);
}

TEST(breakdowns, if_all_alternatives_fail_the_whole_is_suspect) {
    const std::string two = breakdown("partition", {part(amount(2))});
    const std::string three = breakdown("partition", {part(amount(3))});
    const std::string subsets = breakdown("subsets", {part(amount(1)), part(amount(4))});
    EXPECT_EQ(judged(claim(amount(2), two + "," + three)), (Judged{1, 0}));
    EXPECT_EQ(judged(claim(amount(2), two + "," + subsets + "," + three)), (Judged{2, 0}));
    const Record record = decoded(exchange(claim(amount(1), subsets + "," + three)));
    const BreakdownVerdict verdict = judge_breakdowns(record.claims.items[0]);
    ASSERT_EQ(verdict.failures.size(), 1U);
    EXPECT_EQ(verdict.failures[0].shape, Shape::partition);
    EXPECT_TRUE(verdict.failures[0].whole_suspect);
    const Record one = decoded(exchange(claim(amount(2), two + "," + subsets)));
    const BreakdownVerdict single = judge_breakdowns(one.claims.items[0]);
    EXPECT_FALSE(single.failures[0].whole_suspect);
    EXPECT_EQ(single.failures[0].part, &one.claims.items[0].breakdowns.items[1].parts.items[1]);
    EXPECT_EQ(single.failures[0].sum, Interval::exactly(4));
}

TEST(breakdowns, so_are_those_of_a_part) {
    const std::string two = breakdown("partition", {part(amount(2))});
    const std::string three = breakdown("partition", {part(amount(3))});
    EXPECT_EQ(judged(claim(amount(5), breakdown("open_list", {part(amount(1), two + "," + three)}))), (Judged{1, 1}));
    EXPECT_EQ(judged(claim(amount(5), breakdown("open_list", {part(amount(2), two + "," + three)}))), (Judged{1, 1}));
}

TEST(breakdowns, what_is_unknown_makes_them_silent_and_counts) {
    const std::string failing = claim(amount(5), breakdown("partition", {part(amount(2)), part(amount(2))}));
    EXPECT_EQ(judged(failing), (Judged{1, 0}));
    for (const char* unknown :
         {"/claims/0", "/claims/0/quantity", "/claims/0/quantity/amount", "/claims/0/breakdowns",
          "/claims/0/breakdowns/0", "/claims/0/breakdowns/0/shape", "/claims/0/breakdowns/0/parts",
          "/claims/0/breakdowns/0/parts/0", "/claims/0/breakdowns/0/parts/1/quantity/amount"}) {
        EXPECT_EQ(judged(failing, {unknown}), (Judged{0, 1})) << unknown;
    }
    const std::string too_many = claim(amount(5), breakdown("partition", {part(amount(6)), part(amount(2))}));
    EXPECT_EQ(judged(too_many, {"/claims/0/breakdowns/0/parts/1/quantity"}), (Judged{1, 0}));
    const std::string nested =
        claim(amount(5), breakdown("partition", {part(amount(5), breakdown("partition", {part(amount(4))}))}));
    EXPECT_EQ(judged(nested, {"/claims/0/breakdowns/0/parts/0/breakdowns"}), (Judged{0, 1}));
}

/// Whether some numbers, one in each interval, satisfy the shape.
bool some_numbers_fit(Shape shape, const std::vector<Interval>& parts, const Interval& whole) {
    constexpr std::int64_t most = 12;
    std::vector<std::int64_t> chosen(parts.size());
    const auto fits = [&](std::int64_t w) {
        const std::int64_t sum = std::accumulate(chosen.begin(), chosen.end(), std::int64_t{0});
        if (shape == Shape::partition) return sum == w;
        if (shape == Shape::open_list) return sum <= w;
        return std::all_of(chosen.begin(), chosen.end(), [&](std::int64_t number) { return number <= w; });
    };
    const auto choose = [&](auto& self, std::size_t i) -> bool {
        if (i == parts.size()) {
            for (std::int64_t w = whole.low(); w <= std::min(whole.high(), 4 * most); ++w) {
                if (fits(w)) return true;
            }
            return false;
        }
        for (chosen[i] = parts[i].low(); chosen[i] <= std::min(parts[i].high(), most); ++chosen[i]) {
            if (self(self, i + 1)) return true;
        }
        return false;
    };
    return choose(choose, 0);
}

std::string random_quantity(Interval& interval) {
    const auto low = *rc::gen::inRange<std::int64_t>(0, 6);
    const auto high = low + *rc::gen::inRange<std::int64_t>(0, 3);
    switch (*rc::gen::inRange(0, 5)) {
        case 0:
            interval = Interval::from(low);
            return R"("lower": )" + std::to_string(low);
        case 1:
            interval = {low, high};
            return R"("lower": )" + std::to_string(low) + R"(, "upper": )" + std::to_string(high);
        default:
            interval = Interval::exactly(low);
            return amount(low);
    }
}

RC_GTEST_PROP(breakdowns, fail_where_no_numbers_fit, ()) {
    const auto shape = *rc::gen::element(Shape::partition, Shape::open_list, Shape::subsets);
    constexpr std::string_view words[]{"partition", "open_list", "subsets"};
    Interval whole;
    const std::string whole_json = random_quantity(whole);
    std::vector<Interval> parts;
    std::vector<std::string> parts_json;
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
        parts.emplace_back();
        parts_json.push_back(part(random_quantity(parts.back())));
    }
    const Judged found =
        judged(claim(whole_json, breakdown(std::string(words[static_cast<std::size_t>(shape)]), parts_json)));
    RC_ASSERT(found.undecided == 0U);
    RC_ASSERT((found.failures == 0U) == some_numbers_fit(shape, parts, whole));
}

const Rule report_all = testing::probe([](RecordCheck& check) {
    for (const Shape shape : {Shape::partition, Shape::open_list, Shape::subsets}) {
        report_breakdowns(check, shape, "{label}: {sum} for {whole} by {dimension}, {gap}: {parts}");
    }
});

std::vector<Draft> reported(Checked& checked) {
    EXPECT_TRUE(checked.check.run(report_all));
    return checked.check.take_drafts();
}

TEST(breakdowns, are_reported_where_the_mistake_is_likely) {
    const std::string two = breakdown("partition", {part(amount(2))});
    const std::string three = breakdown("subsets", {part(amount(3))});
    Checked whole(exchange(claim(amount(1), two + "," + three)));
    const Claim& suspect = whole.record.claims.items[0];
    std::vector<Draft> drafts = reported(whole);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].at, suspect.quantity.amount.where);
    EXPECT_EQ(drafts[0].participants, std::vector<Participant>{claim_at(whole.record, 0)});
    EXPECT_EQ(render(drafts[0].message, drafts[0].args), "a part: 2 for 1 by place, one too many: 2 (p)");

    Checked one(exchange(claim(amount(2), two + "," + three)));
    const Breakdown& failing = one.record.claims.items[0].breakdowns.items[1];
    drafts = reported(one);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].at, failing.where);
    EXPECT_EQ(drafts[0].participants, (std::vector<Participant>{value_at(failing.where), claim_at(one.record, 0)}));
    EXPECT_EQ(render(drafts[0].message, drafts[0].args), "p: 3 for 2 by place, one too many: 3 (p)");

    Checked inner(exchange(claim(amount(9), breakdown("open_list", {part(amount(1), two), part(amount(4), two)}))));
    const Part& first = inner.record.claims.items[0].breakdowns.items[0].parts.items[0];
    drafts = reported(inner);
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_EQ(drafts[0].at, first.quantity.amount.where);
    EXPECT_EQ(drafts[0].participants,
              (std::vector<Participant>{value_at(first.quantity.where), claim_at(inner.record, 0)}));
    EXPECT_EQ(drafts[0].severity, std::nullopt);
}

TEST(breakdowns, of_a_misprint_are_worth_knowing_only) {
    Checked misprint(exchange(claim(amount(206), breakdown("partition", {part(amount(207))}),
                                    R"(, "relations": [{"type": "misprint_of", "claim": "d"}])")));
    const std::vector<Draft> drafts = reported(misprint);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].severity, Severity::info);
}

TEST(breakdowns, long_lists_are_cut) {
    Checked many(exchange(claim(amount(1), breakdown("partition", std::vector<std::string>(14, part(amount(2)))))));
    const std::vector<Draft> drafts = reported(many);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(
        render(drafts[0].message, drafts[0].args),
        "a part: 28 for 1 by place, 27 too many: 2 (p), 2 (p), 2 (p), 2 (p), 2 (p), 2 (p), 2 (p), 2 (p), 2 (p), 2 (p), "
        "2 (p), 2 (p) and two more");
}

// Sums.

RC_GTEST_PROP(possible_sums, are_all_that_can_be_added, ()) {
    std::vector<std::vector<Interval>> lists;
    std::set<std::int64_t> all{0};
    constexpr std::int64_t seen = 60;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        std::vector<Interval> list;
        std::set<std::int64_t> next;
        for (int n = *rc::gen::inRange(1, 4); n > 0; --n) {
            const auto low = *rc::gen::inRange<std::int64_t>(0, 12);
            const bool open = *rc::gen::inRange(0, 8) == 0;
            const auto width = *rc::gen::inRange<std::int64_t>(0, 3);
            list.push_back(open ? Interval::from(low) : Interval(low, low + width));
            for (const std::int64_t before : all) {
                for (std::int64_t number = low; number <= (open ? seen : low + width); ++number)
                    next.insert(before + number);
            }
        }
        lists.push_back(list);
        all = std::move(next);
    }
    const std::vector<Interval> sums = possible_sums(lists);
    std::set<std::int64_t> found;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (i > 0) RC_ASSERT(sums[i - 1].high() < sums[i].low());
        for (std::int64_t number = sums[i].low(); number <= std::min(sums[i].high(), seen); ++number)
            found.insert(number);
    }
    for (std::int64_t number = 0; number <= seen; ++number) RC_ASSERT(found.count(number) == all.count(number));
}

TEST(possible_sums, beyond_sixty_four_are_their_hull) {
    std::vector<Interval> list;
    for (std::int64_t i = 0; i < 64; ++i) list.push_back(Interval::exactly(2 * i));
    EXPECT_EQ(possible_sums({list}).size(), 64U);
    list.push_back(Interval::exactly(1000));
    EXPECT_EQ(possible_sums({list}), std::vector<Interval>{Interval(0, 1000)});
    EXPECT_EQ(possible_sums({}), std::vector<Interval>{Interval::exactly(0)});
}

RC_GTEST_PROP(possible_sums, do_not_hang_on_the_order_of_lists, ()) {
    std::vector<std::vector<Interval>> lists;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
        std::vector<Interval> list;
        for (int n = *rc::gen::inRange(1, 12); n > 0; --n) {
            list.push_back(Interval::exactly(*rc::gen::inRange<std::int64_t>(0, 100'000)));
        }
        lists.push_back(list);
    }
    const std::vector<Interval> sums = possible_sums(lists);
    for (std::vector<Interval>& list : lists) std::reverse(list.begin(), list.end());
    std::reverse(lists.begin(), lists.end());
    RC_ASSERT(possible_sums(lists) == sums);
}

// Stated totals.

std::string count(const std::string& id, const std::string& flows, const std::string& quantity,
                  const std::string& speaker, const std::string& more = "") {
    return R"(, {"id": ")" + id + R"(", "type": "count", "flows": [)" + flows + R"(], "quantity": {)" + quantity +
           R"(}, "speaker": ")" + speaker + R"(", "appearances": [{"source": "s"}])" + more + "}";
}
std::string total(const std::string& quantity, const std::string& speaker, const std::string& more = "") {
    return count("total", R"("a", "b")", quantity, speaker, R"(, "applies": "together")" + more).substr(2);
}
std::string contradicts(const std::string& claim) {
    return R"(, "relations": [{"type": "contradicts", "claim": ")" + claim + "\"}]";
}
const std::string a909 = count("a909", R"("a")", amount(909), "ua");
const std::string b43 = count("b43", R"("b")", amount(43), "ru");
const std::string b44 = count("b44", R"("b")", amount(44), "other");

StatedTotal stated(const std::string& claims, std::initializer_list<std::string_view> unknown = {}) {
    Checked checked(exchange(claims), unknown);
    const std::vector<StatedTotal>& totals = stated_totals(checked.check);
    EXPECT_EQ(totals.size(), 1U);
    return totals.empty() ? StatedTotal() : totals.front();
}

TEST(stated_totals, follow_counts_or_none) {
    EXPECT_EQ(stated(total(amount(952), "mt") + a909 + b43).verdict, StatedVerdict::follows_all);
    EXPECT_EQ(stated(total(amount(952), "mt") + a909 + b43 + b44).verdict, StatedVerdict::follows_some);
    EXPECT_EQ(stated(total(amount(953), "mt") + a909 + b43 + b44).verdict, StatedVerdict::follows_some);
    EXPECT_EQ(stated(total(amount(954), "mt") + a909 + b43 + b44).verdict, StatedVerdict::matches_no_count);
    EXPECT_EQ(stated(total(R"("amount": 900, "qualifier": "more_than")", "mt") + a909 + b43 + b44).verdict,
              StatedVerdict::follows_all);
    const StatedTotal none = stated(total(amount(951), "mt") + a909 + b43);
    EXPECT_EQ(none.sums, std::vector<Interval>{Interval::exactly(952)});
    EXPECT_EQ(none.counts, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_FALSE(none.declared);
}

TEST(stated_totals, a_flow_that_nobody_counts_may_be_any_number) {
    EXPECT_EQ(stated(total(amount(952), "mt") + a909).verdict, StatedVerdict::follows_all);
    EXPECT_EQ(stated(total(amount(952), "mt")).verdict, StatedVerdict::follows_all);
    EXPECT_EQ(stated(total(amount(908), "mt") + a909).verdict, StatedVerdict::matches_no_count);
    const std::string withheld = count("w", R"("b")", R"("absent": "withheld")", "ru");
    EXPECT_EQ(stated(total(amount(952), "mt") + a909 + withheld).verdict, StatedVerdict::follows_all);
}

TEST(stated_totals, contradict_their_own_speaker) {
    const std::string own = count("own", R"("b")", amount(43), "ua");
    const StatedTotal found = stated(total(amount(953), "ua") + a909 + own);
    EXPECT_EQ(found.verdict, StatedVerdict::contradicts_its_own_speaker);
    EXPECT_EQ(found.own, Interval::exactly(952));
    EXPECT_EQ(found.own_claims, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(stated(total(amount(952), "ua") + a909 + own).verdict, StatedVerdict::follows_all);
    EXPECT_EQ(stated(total(amount(953), "ua") + a909 + b43).verdict, StatedVerdict::matches_no_count);
    // Several own counts of one flow: from the least to the greatest.
    const std::string later = count("later", R"("b")", amount(45), "ua");
    EXPECT_EQ(stated(total(amount(953), "ua") + a909 + own + later).verdict, StatedVerdict::matches_no_count);
    EXPECT_EQ(stated(total(amount(955), "ua") + a909 + own + later).verdict,
              StatedVerdict::contradicts_its_own_speaker);
}

TEST(stated_totals, are_declared_by_a_contradiction_or_a_preference) {
    const std::string preferred = R"(, "rank": "preferred")";
    EXPECT_FALSE(stated(total(amount(954), "mt") + a909 + b43).declared);
    EXPECT_TRUE(stated(total(amount(954), "mt", contradicts("b43")) + a909 + b43).declared);
    EXPECT_TRUE(stated(total(amount(954), "mt") + a909 + count("b43", R"("b")", amount(43), "ru", contradicts("total")))
                    .declared);
    EXPECT_TRUE(stated(total(amount(954), "mt") + a909 + count("b43", R"("b")", amount(43), "ru", preferred)).declared);
    EXPECT_TRUE(stated(total(amount(954), "mt", preferred) + a909 + b43).declared);
    EXPECT_FALSE(stated(total(amount(954), "mt", contradicts("elsewhere#b43")) + a909 + b43).declared);
}

TEST(stated_totals, are_counts_together_that_compete_and_were_not_derived) {
    const auto judged = [](const std::string& claims) {
        Checked checked(exchange(claims));
        return stated_totals(checked.check).size();
    };
    EXPECT_EQ(judged(total(amount(1), "mt")), 1U);
    EXPECT_EQ(
        judged(total(amount(1), "mt", R"(, "derivation": {"method": "sum", "of": ["a909", "b43"]})") + a909 + b43), 0U);
    EXPECT_EQ(judged(total(amount(1), "mt", R"(, "rank": "deprecated")")), 0U);
    EXPECT_EQ(judged(total(amount(1), "mt", R"(, "unit": "fragment")")), 0U);
    EXPECT_EQ(judged(total(R"("absent": "withheld")", "mt")), 0U);
    for (const char* applies : {"each", "unclear"}) {
        EXPECT_EQ(judged(count("t", R"("a", "b")", amount(1), "mt", R"(, "applies": ")" + std::string(applies) + "\"")
                             .substr(2)),
                  0U);
    }
    EXPECT_EQ(judged(a909.substr(2)), 0U);
}

TEST(stated_totals, hang_on_nothing_unknown) {
    const std::string failing = total(amount(954), "mt", R"(, "derivation": {})") + a909 + b43;
    EXPECT_EQ(stated(failing, {"/claims/0/derivation"}).verdict, StatedVerdict::undecided);
    const std::string plain = total(amount(954), "mt") + a909 + b43;
    for (const char* unknown : {"/claims/0/quantity/amount", "/claims/0", "/claims/0/flows/0", "/claims/1/flows/0",
                                "/claims/2/quantity", "/claims/2"}) {
        EXPECT_EQ(stated(plain, {unknown}).verdict, StatedVerdict::undecided) << unknown;
    }
    // Too much already, whatever the other number is.
    EXPECT_EQ(stated(total(amount(900), "mt") + a909 + b43, {"/claims/2/quantity"}).verdict,
              StatedVerdict::matches_no_count);
    EXPECT_EQ(stated(total(amount(954), "mt", contradicts("nowhere")) + a909 + b43).verdict, StatedVerdict::undecided);
    EXPECT_EQ(stated(total(amount(952), "mt") + a909 + b43, {"/claims/0/speaker"}).verdict, StatedVerdict::undecided);
    EXPECT_EQ(stated(plain, {"/claims/0/speaker"}).verdict, StatedVerdict::matches_no_count);
    // The lost claim may have been another number of the same speaker for one of the flows.
    const std::string own = total(amount(953), "ua") + a909 + count("own", R"("b")", amount(43), "ua");
    EXPECT_EQ(stated(own).verdict, StatedVerdict::contradicts_its_own_speaker);
    EXPECT_EQ(stated(own + count("lost", R"("nowhere")", amount(44), "ua")).verdict, StatedVerdict::undecided);
    const std::string nameless = R"(, {"id": "lost", "type": "count", "flows": ["b"], "quantity": {"amount": 44}})";
    EXPECT_EQ(stated(own + nameless).verdict, StatedVerdict::undecided);
    // A number of nobody knows whom may be the one that makes the speaker's own sum.
    const std::string fits = total(amount(952), "ua") + a909 + b43 + count("own", R"("b")", amount(44), "ua");
    EXPECT_EQ(stated(fits).verdict, StatedVerdict::contradicts_its_own_speaker);
    EXPECT_EQ(stated(fits, {"/claims/3/speaker"}).verdict, StatedVerdict::undecided);
}

TEST(stated_totals, are_worked_out_once_for_a_layer) {
    Checked checked(exchange(total(amount(952), "mt") + a909 + b43));
    const std::vector<StatedTotal>* first = &stated_totals(checked.check);
    EXPECT_EQ(&stated_totals(checked.check), first);
    checked.record.claims.items[2].unknown = true;
    EXPECT_EQ(stated_totals(checked.check)[0].verdict, StatedVerdict::follows_all);
    checked.check.forget();
    EXPECT_EQ(stated_totals(checked.check)[0].verdict, StatedVerdict::undecided);
}

}  // namespace
}  // namespace muster
