// Accounts and views: cases from the model, and a second computation of both, from its words.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "record/accounts.hpp"
#include "record_in_memory.hpp"
#include "record_second.hpp"

namespace muster {
namespace {

using testing::Checked;
using testing::decoded;
using testing::Ends;
using testing::exchange;
using testing::RandomRecord;
using testing::Said;
using testing::SecondComputation;
using testing::Told;

Ends ends_of(const Interval& interval) {
    return {interval.low(), interval.high()};
}

std::multiset<Said> said(const std::vector<Account>& accounts) {
    std::multiset<Said> all;
    for (const Account& account : accounts) {
        std::vector<std::uint32_t> claims = account.claims;
        std::sort(claims.begin(), claims.end());
        all.emplace(account.speaker, ends_of(account.interval), account.preferred, claims);
    }
    return all;
}

void compare_with_second_computation(const RandomRecord& random) {
    const Record record = decoded(random.json());
    const Accounts accounts(record);
    const SecondComputation second(random);
    std::set<std::set<int>> spoken_of;
    for (std::uint32_t i = 0; i < random.claims.size(); ++i) {
        RC_ASSERT((accounts.competes(i) == Competing::yes) == second.competes(i));
        RC_ASSERT(accounts.competes(i) != Competing::unknown);
        if (second.competes(i)) {
            for (const std::set<int>& set : second.stands_for(i)) spoken_of.insert(set);
        }
    }
    std::set<std::set<int>> sets;
    for (const FlowSet& set : accounts.sets()) sets.emplace(set.begin(), set.end());
    RC_ASSERT(sets == spoken_of);
    for (unsigned mask = 1; mask < 1U << random.directions.size(); ++mask) {
        FlowSet flows;
        std::set<int> plain;
        for (std::uint32_t flow = 0; flow < random.directions.size(); ++flow) {
            if ((mask >> flow & 1U) == 0) continue;
            flows.push_back(flow);
            plain.insert(static_cast<int>(flow));
        }
        RC_ASSERT(said(accounts.of(flows)) == second.accounts(plain));
        const std::optional<View> view = accounts.view(flows);
        const auto expected = second.view(plain);
        RC_ASSERT(view.has_value() == expected.has_value());
        if (!view) continue;
        RC_ASSERT(ends_of(view->interval) == expected->ends);
        RC_ASSERT(view->best == expected->best);
        RC_ASSERT(!view->interval.is_unknown());
    }
}

RC_GTEST_PROP(accounts, are_those_of_a_second_computation, ()) {
    for (const RandomRecord& random : *testing::random_records()) compare_with_second_computation(random);
}

RC_GTEST_PROP(accounts, do_not_hang_on_the_order_of_claims, ()) {
    const RandomRecord random = *testing::random_record();
    RandomRecord turned = random;
    std::reverse(turned.claims.begin(), turned.claims.end());
    const int last = static_cast<int>(random.claims.size()) - 1;
    for (Told& told : turned.claims) {
        for (auto& [type, to] : told.relations) to = last - to;
    }
    const Accounts one(decoded(random.json()));
    const Accounts two(decoded(turned.json()));
    RC_ASSERT(one.sets() == two.sets());
    for (const FlowSet& flows : one.sets()) {
        RC_ASSERT(one.view(flows)->interval == two.view(flows)->interval);
        RC_ASSERT(one.view(flows)->best == two.view(flows)->best);
        RC_ASSERT(one.of(flows).size() == two.of(flows).size());
    }
}

// Cases.

std::string count(const std::string& id, const std::string& flows, const std::string& quantity,
                  const std::string& speaker, const std::string& more = "") {
    return R"({"id": ")" + id + R"(", "type": "count", "flows": [)" + flows + R"(], "quantity": {)" + quantity +
           R"(}, "speaker": ")" + speaker + R"(", "appearances": [{"source": "s"}])" + more + "}";
}
const std::string both = R"("a", "b")";
const std::string together = R"(, "applies": "together")";

TEST(accounts, three_hundred_and_two_give_three_hundred_and_two) {
    const Record record = decoded(exchange(count("one", "\"a\"", R"("amount": 300)", "x") + "," +
                                           count("two", "\"b\"", R"("amount": 2)", "x") + "," +
                                           count("three", "\"b\"", R"("amount": 4)", "x")));
    const Accounts accounts(record);
    ASSERT_EQ(accounts.of({0, 1}).size(), 1U);
    EXPECT_EQ(accounts.of({0, 1})[0].interval, Interval(302, 304));
    EXPECT_EQ(accounts.of({0, 1})[0].claims.size(), 3U);
    EXPECT_EQ(accounts.sum_of("x", {0, 1})->interval, Interval(302, 304));
    EXPECT_FALSE(accounts.sum_of("y", {0, 1}).has_value());
    EXPECT_FALSE(accounts.sum_of("", {0, 1}).has_value());
    EXPECT_EQ(accounts.view({0})->best, 300);
    EXPECT_EQ(accounts.view({1})->interval, Interval(2, 4));
    EXPECT_EQ(accounts.view({1})->best, std::nullopt);
}

TEST(accounts, two_preferred_figures_that_differ_leave_no_best) {
    const std::string preferred = R"(, "rank": "preferred")";
    const std::string one = count("one", "\"a\"", R"("amount": 1245)", "x", preferred);
    const std::string two = count("two", "\"a\"", R"("amount": 1248)", "y", preferred);
    EXPECT_EQ(Accounts(decoded(exchange(one + "," + two))).view({0})->best, std::nullopt);
    EXPECT_EQ(Accounts(decoded(exchange(two + "," + one))).view({0})->best, std::nullopt);
    const std::string plain = count("three", "\"a\"", R"("amount": 1248)", "y");
    EXPECT_EQ(Accounts(decoded(exchange(one + "," + plain))).view({0})->best, 1245);
}

TEST(accounts, of_one_direction_may_hold_several_flows) {
    const Record record = decoded(
        R"({"schema": "muster/exchange/1", "id": "r", "flows": [
            {"id": "p", "from": "ru", "to": "ua", "kind": "persons"}, {"id": "q", "from": "ua", "to": "ru", "kind": "persons"},
            {"id": "r", "from": "ru", "to": "ua", "kind": "persons", "label": "civilians"}], "claims": [)" +
        count("each", R"("p", "q", "r")", R"("amount": 246)", "x", R"(, "applies": "each")") + "]}");
    const Accounts accounts(record);
    EXPECT_EQ(accounts.sets_of(0), (std::vector<FlowSet>{{0, 2}, {1}}));
    EXPECT_EQ(accounts.view({0, 2})->best, 246);
    EXPECT_EQ(accounts.view({1})->best, 246);
    EXPECT_FALSE(accounts.view({0}).has_value());
    EXPECT_FALSE(accounts.view({0, 1, 2}).has_value());
}

TEST(accounts, a_relation_to_the_records_own_id_is_one_to_its_claim) {
    const std::string old = count("old", "\"a\"", R"("amount": 1)", "x");
    const auto competes = [&](const std::string& to, const std::string& type) {
        const Record record =
            decoded(exchange(old + "," +
                             count("new", "\"a\"", R"("amount": 2)", "x",
                                   R"(, "relations": [{"type": ")" + type + R"(", "claim": ")" + to + "\"}]")));
        return std::pair(Accounts(record).competes(0), Accounts(record).joined(0, 1));
    };
    EXPECT_EQ(competes("old", "supersedes"), std::pair(Competing::no, Joined::no));
    EXPECT_EQ(competes("here#old", "supersedes"), std::pair(Competing::no, Joined::no));
    EXPECT_EQ(competes("elsewhere#old", "supersedes"), std::pair(Competing::yes, Joined::no));
    EXPECT_EQ(competes("here#old", "contradicts"), std::pair(Competing::yes, Joined::yes));
    EXPECT_EQ(competes("elsewhere#old", "contradicts"), std::pair(Competing::yes, Joined::no));
    EXPECT_EQ(competes("old", "corroborates"), std::pair(Competing::yes, Joined::no));
}

TEST(accounts, are_joined_through_any_claim_behind_them) {
    const Checked record(exchange(count("x-a", "\"a\"", R"("amount": 300)", "x") + "," +
                                  count("x-b", "\"b\"", R"("amount": 2)", "x") + "," +
                                  count("y", both, R"("amount": 305)", "y",
                                        together + R"(, "relations": [{"type": "contradicts", "claim": "x-b"}])")));
    const Accounts accounts(record.record);
    const std::vector<Account> all = accounts.of({0, 1});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(accounts.joined(all[0], all[1]), Joined::yes);
    EXPECT_EQ(accounts.joined(all[1], all[0]), Joined::yes);
    EXPECT_EQ(accounts.joined(record["y"], record["x-a"]), Joined::no);
}

TEST(accounts, a_unit_of_its_own_keeps_a_claim_out) {
    const Record record =
        decoded(exchange(count("one", "\"a\"", R"("amount": 1)", "x", R"(, "unit": "body")") + "," +
                         count("two", "\"a\"", R"("amount": 2)", "x", R"(, "unit": "remains_package")")));
    EXPECT_EQ(Accounts(record).competes(0), Competing::yes);
    EXPECT_EQ(Accounts(record).competes(1), Competing::no);
}

TEST(accounts, bounds_that_cross_leave_all_between_them_open) {
    const Record record =
        decoded(exchange(count("one", "\"a\"", R"("amount": 500, "qualifier": "at_least")", "x") + "," +
                         count("two", "\"a\"", R"("amount": 400, "qualifier": "at_most")", "y")));
    EXPECT_EQ(Accounts(record).view({0})->interval, Interval(400, 500));
}

// What cannot be known.

TEST(unknown_accounts, an_unknown_number_makes_the_view_unknown) {
    const std::string claims = count("one", "\"a\"", R"("amount": 1)", "x") + "," +
                               count("two", "\"a\"", R"("amount": 1)", "y", R"(, "rank": "preferred", "unit": "body")");
    EXPECT_EQ(Accounts(decoded(exchange(claims))).view({0})->best, 1);
    for (const char* unknown : {"/claims/1/quantity/amount", "/claims/1", "/claims/1/rank", "/claims/1/unit"}) {
        const Accounts accounts(decoded(exchange(claims), {unknown}));
        EXPECT_EQ(accounts.competes(0), Competing::yes) << unknown;
        EXPECT_EQ(accounts.competes(1), Competing::unknown) << unknown;
        EXPECT_EQ(accounts.interval(1), Interval::unknown()) << unknown;
        EXPECT_EQ(accounts.view({0})->interval, Interval::unknown()) << unknown;
        EXPECT_FALSE(accounts.view({0})->best.has_value()) << unknown;
        EXPECT_EQ(accounts.view({0})->claims, (std::vector<std::uint32_t>{0, 1})) << unknown;
        EXPECT_FALSE(accounts.view({1}).has_value()) << unknown;
    }
}

TEST(unknown_accounts, an_unknown_flow_may_be_any) {
    for (const std::string& second :
         {count("two", "\"nowhere\"", R"("amount": 2)", "y"),
          count("two", R"("a", "nowhere")", R"("amount": 2)", "y", together), count("two", both, R"("amount": 2)", "y"),
          std::string(R"({"id": "two", "type": "cuont", "speaker": "y"})")}) {
        const Record record = decoded(exchange(count("one", "\"a\"", R"("amount": 1)", "x") + "," + second));
        const Accounts accounts(record);
        EXPECT_EQ(accounts.competes(1), Competing::unknown) << second;
        for (const FlowSet& flows : {FlowSet{0}, FlowSet{1}, FlowSet{0, 1}}) {
            EXPECT_EQ(accounts.view(flows)->interval, Interval::unknown()) << second;
        }
    }
}

TEST(unknown_accounts, one_flow_needs_no_word_how_a_number_applies) {
    const Record record = decoded(exchange(count("one", "\"a\"", R"("amount": 1)", "x", R"(, "applies": "each")")),
                                  {"/claims/0/applies"});
    EXPECT_EQ(Accounts(record).view({0})->best, 1);
}

TEST(unknown_accounts, of_each_direction_need_the_ends_of_flows) {
    const std::string claims = count("one", both, R"("amount": 1)", "x", R"(, "applies": "each")");
    EXPECT_EQ(Accounts(decoded(exchange(claims))).competes(0), Competing::yes);
    EXPECT_EQ(Accounts(decoded(exchange(claims), {"/flows/0/from"})).competes(0), Competing::unknown);
    EXPECT_EQ(Accounts(decoded(exchange(claims), {"/flows/1"})).competes(0), Competing::unknown);
    const std::string sum = count("one", both, R"("amount": 1)", "x", together);
    EXPECT_EQ(Accounts(decoded(exchange(sum), {"/flows/0/from"})).competes(0), Competing::yes);
}

TEST(unknown_accounts, a_relation_that_leads_nowhere_may_supersede_any_claim) {
    const std::string one = count("one", "\"a\"", R"("amount": 1)", "x");
    const auto competes = [&](const std::string& relations, std::initializer_list<std::string_view> unknown = {}) {
        const Record record = decoded(
            exchange(one + "," + count("two", "\"a\"", R"("amount": 2)", "x", R"(, "relations": )" + relations)),
            unknown);
        const Accounts accounts(record);
        return std::pair(accounts.competes(0), accounts.competes(1));
    };
    using Both = std::pair<Competing, Competing>;
    EXPECT_EQ(competes(R"([{"type": "supersedes", "claim": "nowhere"}])"), Both(Competing::unknown, Competing::yes));
    EXPECT_EQ(competes(R"([{"type": "supersedes", "claim": "one"}])", {"/claims/1/relations/0/claim"}),
              Both(Competing::unknown, Competing::yes));
    EXPECT_EQ(competes(R"([{"type": "contradicts", "claim": "nowhere"}])"), Both(Competing::yes, Competing::yes));
    EXPECT_EQ(competes(R"([{"type": "corroborates", "claim": "nowhere"}])"), Both(Competing::yes, Competing::yes));
    EXPECT_EQ(competes(R"([{"type": "misprint_of", "claim": "nowhere"}])"), Both(Competing::yes, Competing::no));
    // A relation of unknown type may supersede, and may say that it is a misprint.
    EXPECT_EQ(competes(R"([{"type": "zzz", "claim": "one"}])"), Both(Competing::unknown, Competing::unknown));
    EXPECT_EQ(competes(R"([{"type": "zzz", "claim": "nowhere"}])"), Both(Competing::unknown, Competing::unknown));
    EXPECT_EQ(competes("{}"), Both(Competing::unknown, Competing::unknown));
}

TEST(unknown_accounts, a_lost_claim_may_have_superseded_any) {
    const Record record = decoded(exchange(count("one", "\"a\"", R"("amount": 1)", "x") + ", 7"));
    EXPECT_EQ(Accounts(record).competes(0), Competing::unknown);
    const Record misspelt = decoded(
        exchange(count("one", "\"a\"", R"("amount": 1)", "x") + "," + count("two", "\"b\"", R"("amount": 1)", "x") +
                 R"(, {"id": "new", "type": "cuont", "relations": [{"type": "supersedes", "claim": "one"}]})"));
    EXPECT_EQ(Accounts(misspelt).competes(0), Competing::no);
    EXPECT_EQ(Accounts(misspelt).competes(1), Competing::yes);
}

TEST(unknown_accounts, a_contradiction_that_leads_nowhere_may_join_any_two) {
    const auto joined = [](const std::string& relation) {
        const Record record =
            decoded(exchange(count("one", "\"a\"", R"("amount": 1)", "x") + "," +
                             count("two", "\"a\"", R"("amount": 2)", "y", R"(, "relations": [)" + relation + "]") +
                             "," + count("three", "\"a\"", R"("amount": 3)", "z")));
        const Accounts accounts(record);
        return std::vector<Joined>{accounts.joined(0, 1), accounts.joined(2, 1), accounts.joined(0, 2)};
    };
    EXPECT_EQ(joined(R"({"type": "contradicts", "claim": "nowhere"})"),
              (std::vector<Joined>{Joined::unknown, Joined::unknown, Joined::no}));
    EXPECT_EQ(joined(R"({"type": "zzz", "claim": "one"})"),
              (std::vector<Joined>{Joined::unknown, Joined::unknown, Joined::no}));
    EXPECT_EQ(joined(R"({"type": "contradicts", "claim": "one"})"),
              (std::vector<Joined>{Joined::yes, Joined::no, Joined::no}));
}

TEST(unknown_accounts, a_nameless_count_may_be_part_of_any_speakers_sum) {
    const std::string own =
        count("x-a", "\"a\"", R"("amount": 300)", "x") + "," + count("x-b", "\"b\"", R"("amount": 2)", "x");
    const auto sum = [&](const std::string& third) {
        return Accounts(decoded(exchange(own + "," + third))).sum_of("x", {0, 1})->interval;
    };
    EXPECT_EQ(sum(count("y", "\"b\"", R"("amount": 4)", "y")), Interval::exactly(302));
    EXPECT_EQ(sum(count("y-n", "\"nowhere\"", R"("amount": 4)", "y")), Interval::exactly(302));
    const std::string nameless = R"({"id": "n", "type": "count", "flows": ["b"], "quantity": {"amount": 4}})";
    EXPECT_TRUE(sum(nameless).is_unknown());
    EXPECT_EQ(sum(nameless).low(), 300);
    EXPECT_TRUE(sum(count("x-n", "\"nowhere\"", R"("amount": 4)", "x")).is_unknown());
    EXPECT_FALSE(Accounts(decoded(exchange(own + "," + nameless))).sum_of("", {0, 1}).has_value());
}

}  // namespace
}  // namespace muster
