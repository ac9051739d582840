// Derived totals: what their terms add up to, what counts twice, and what never meets in one sum.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "record/derivation.hpp"
#include "record_in_memory.hpp"

namespace muster {
namespace {

using testing::Checked;
using testing::decoded;

using Twice = std::optional<std::pair<std::size_t, std::size_t>>;

/// `flows` is a list of "id from to kind".
std::string record(const std::string& flows, const std::string& claims, const std::string& id = "here") {
    return R"({"schema": "muster/exchange/1", "id": ")" + id +
           R"(", "status": "carried_out", "date": "2025", "flows": [)" + flows + R"(], "claims": [)" + claims + "]}";
}
std::string flow(const std::string& id, const std::string& from, const std::string& to,
                 const std::string& kind = "persons") {
    return R"({"id": ")" + id + R"(", "from": ")" + from + R"(", "to": ")" + to + R"(", "kind": ")" + kind + "\"}";
}
std::string claim(const std::string& id, const std::string& flows, const std::string& quantity,
                  const std::string& more = "") {
    return R"({"id": ")" + id + R"(", "type": "count", "flows": [)" + flows + R"(], "speaker": "x",
        "appearances": [{"source": "s"}], "quantity": {)" +
           quantity + "}" + more + "}";
}
std::string amount(std::int64_t number) {
    return R"("amount": )" + std::to_string(number);
}
std::string derivation(const std::string& method, const std::string& of) {
    return R"(, "derivation": {"method": ")" + method + R"(", "of": [)" + of + "]}";
}
const std::string together = R"(, "applies": "together")";
const std::string each = R"(, "applies": "each")";
const std::string there_and_back = flow("a", "ru", "ua") + "," + flow("b", "ua", "ru");
const std::string both = R"("a", "b")";

TEST(derivation, adds_and_takes_away) {
    const std::string terms = claim("one", "\"a\"", amount(909)) + "," + claim("two", "\"b\"", amount(43)) + ",";
    Checked sum(
        record(there_and_back, terms + claim("t", both, amount(952), together + derivation("sum", R"("one", "two")"))));
    const DerivedTotal& total = *derive(sum.check, sum["t"]);
    EXPECT_EQ(total.sum, Interval::exactly(952));
    EXPECT_EQ(total.method, Method::sum);
    EXPECT_EQ(total.counted_twice, std::nullopt);
    EXPECT_FALSE(total.mixed_units);
    ASSERT_EQ(total.terms.size(), 2U);
    EXPECT_EQ(total.terms[0].found.claim, &sum.record.claims.items[0]);
    EXPECT_EQ(total.terms[1].times, 1);
    EXPECT_EQ(total.terms[1].interval, Interval::exactly(43));
    EXPECT_EQ(sum_with(total, 0, Interval::exactly(9)), Interval::exactly(52));
    EXPECT_FALSE(derive(sum.check, sum["one"]).has_value());

    Checked rest(
        record(there_and_back, terms + claim("t", "\"a\"", amount(866), derivation("difference", R"("one", "two")"))));
    EXPECT_EQ(derive(rest.check, rest["t"])->sum, Interval::exactly(866));
    EXPECT_EQ(sum_with(*derive(rest.check, rest["t"]), 1, Interval(1, 2)), Interval(907, 908));
    Checked below(
        record(there_and_back, terms + claim("t", "\"a\"", amount(0), derivation("difference", R"("two", "one")"))));
    EXPECT_EQ(derive(below.check, below["t"])->sum, Interval::exactly(-866));
}

TEST(derivation, counts_each_once_for_every_direction_that_the_result_covers) {
    // "246 each, and in addition 31 and 15": 538 persons in all.
    const std::string flows = flow("a", "ru", "ua") + "," + flow("b", "ua", "ru") + "," + flow("a2", "ru", "ua");
    const std::string terms = claim("each", both, amount(246), each) + "," + claim("more", "\"a2\"", amount(31)) + "," +
                              claim("wounded", "\"a2\"", amount(15)) + ",";
    const auto sum_for = [&](const std::string& of, const std::string& applies, const std::string& terms_of) {
        Checked checked(record(flows, terms + claim("t", of, amount(538), applies + derivation("sum", terms_of))));
        return derive(checked.check, checked["t"])->sum;
    };
    EXPECT_EQ(sum_for(R"("a", "b", "a2")", together, R"("each", "more")"), Interval::exactly(523));
    EXPECT_EQ(sum_for(both, together, R"("each")"), Interval::exactly(492));
    EXPECT_EQ(sum_for("\"a\"", "", R"("each")"), Interval::exactly(246));
    EXPECT_EQ(sum_for(R"("a", "a2")", together, R"("each", "more")"), Interval::exactly(277));
    EXPECT_EQ(sum_for("\"a2\"", "", R"("each", "more")"), Interval::exactly(31));
    // A number for each direction is that of one direction.
    EXPECT_EQ(sum_for(both, each, R"("each")"), Interval::exactly(246));
    // Unclear how it applies, but it speaks of both flows.
    EXPECT_EQ(sum_for(both, R"(, "applies": "unclear")", R"("each")"), Interval::exactly(492));
    EXPECT_EQ(sum_for("\"b\"", "", R"("each")"), Interval::exactly(246));
}

TEST(derivation, of_a_scope_covers_what_the_scope_means) {
    const std::string terms = claim("each", both, amount(246), each) + ",";
    const auto times = [&](const std::string& scope) {
        Checked checked(record(there_and_back, terms + R"({"id": "t", "type": "cumulative", "speaker": "x",
            "appearances": [{"source": "s"}], "quantity": {"amount": 1}, "scope": {)" +
                                                   scope + "}" + derivation("sum", "\"each\"") + "}"));
        return derive(checked.check, checked["t"])->terms[0].times;
    };
    EXPECT_EQ(times(R"("kind": "persons")"), 2);
    EXPECT_EQ(times(R"("to": "ua")"), 1);
    EXPECT_EQ(times(R"("from": "ua")"), 1);
    EXPECT_EQ(times(R"("from": "ua", "to": "ua")"), 0);
    EXPECT_EQ(times(R"("between": ["ua", "ru"])"), 2);
    EXPECT_EQ(times(R"("between": ["ua", "by"])"), 0);
    EXPECT_EQ(times(R"("kind": "remains")"), 0);
}

TEST(derivation, takes_terms_of_other_records) {
    const std::string elsewhere =
        record(flow("in", "ru", "ua") + "," + flow("out", "ua", "ru"),
               claim("c27", "\"out\"", amount(27)) + "," + claim("each", R"("in", "out")", amount(5), each), "there");
    const auto derived = [&](const std::string& claims) {
        auto checked = std::make_unique<Checked>(record(there_and_back, claims));
        checked->directory.add(decoded(elsewhere));
        return checked;
    };
    const auto rest = derived(claim("all", "\"b\"", amount(78)) + "," +
                              claim("t", "\"b\"", amount(51), derivation("difference", R"("all", "there#c27")")));
    EXPECT_EQ(derive(rest->check, rest->operator[]("t"))->sum, Interval::exactly(51));
    // Flows of equal direction are what the result covers of another record.
    const auto of = [&](const std::string& flows, const std::string& applies) {
        const auto checked = derived(claim("t", flows, amount(5), applies + derivation("sum", R"("there#each")")));
        return derive(checked->check, 0)->sum;
    };
    EXPECT_EQ(of("\"a\"", ""), Interval::exactly(5));
    EXPECT_EQ(of(both, together), Interval::exactly(10));
    const auto lost = derived(claim("t", "\"a\"", amount(5), derivation("sum", R"("there#nothing", "nowhere#c")")));
    EXPECT_EQ(derive(lost->check, 0)->sum, Interval::unknown() + Interval::unknown());
    EXPECT_FALSE(derive(lost->check, 0)->terms[0].found);
    EXPECT_EQ(lost->check.figure(derive(lost->check, 0)->terms[0].found), "an unknown number (an unknown speaker)");
    const auto here = derived(claim("one", "\"a\"", amount(5)) + "," +
                              claim("t", "\"a\"", amount(5), derivation("sum", R"("here#one")")));
    EXPECT_EQ(derive(here->check, 1)->sum, Interval::exactly(5));
}

Twice twice(const std::string& claims, const std::string& of, const std::string& method = "sum") {
    Checked checked(record(there_and_back, claims + claim("t", both, amount(1), together + derivation(method, of))));
    return derive(checked.check, checked["t"])->counted_twice;
}

TEST(derivation, sees_a_flow_that_counts_twice) {
    const std::string terms = claim("a1", "\"a\"", amount(1)) + "," + claim("a2", "\"a\"", amount(1)) + "," +
                              claim("b", "\"b\"", amount(1)) + "," + claim("ab", both, amount(1), together) + ",";
    EXPECT_EQ(twice(terms, R"("a1", "b")"), std::nullopt);
    EXPECT_EQ(twice(terms, R"("a1", "b", "a2")"), Twice({0, 2}));
    EXPECT_EQ(twice(terms, R"("b", "ab")"), Twice({0, 1}));
    EXPECT_EQ(twice(terms, R"("a1", "a1")"), Twice({0, 1}));
    EXPECT_EQ(twice(terms, R"("a1", "a2")", "difference"), std::nullopt);
}

TEST(derivation, sees_one_voice_that_counts_twice) {
    const std::string scoped =
        R"({"type": "cumulative", "scope": {"to": "ua"}, "quantity": {"amount": 6060}, "speaker": "x",
        "appearances": [{"source": "s"}], "id": ")";
    const std::string three =
        scoped + R"(one"},)" + scoped + R"(two", "relations": [{"type": "corroborates", "claim": "one"}]},)" + scoped +
        R"(three", "relations": [{"type": "corroborates", "claim": "two"}]},)" + scoped + R"(four"},)";
    EXPECT_EQ(twice(three, R"("one", "two")"), Twice({0, 1}));
    EXPECT_EQ(twice(three, R"("two", "one")"), Twice({0, 1}));
    EXPECT_EQ(twice(three, R"("four", "one", "three")"), Twice({1, 2}));
    EXPECT_EQ(twice(three, R"("one", "four")"), std::nullopt);
    // The 43 of 28 March 2025 and its confirmation.
    const std::string confirmed = claim("ru-43", "\"b\"", amount(43)) + R"(, {"id": "yes", "type": "confirmation",
        "claims": ["ru-43"], "speaker": "y", "appearances": [{"source": "s"}]}, {"id": "yes-too", "type": "confirmation",
        "claims": ["ru-43"], "speaker": "z", "appearances": [{"source": "s"}]}, {"id": "of-it-all", "type": "confirmation",
        "speaker": "z", "appearances": [{"source": "s"}]},)";
    EXPECT_EQ(twice(confirmed, R"("ru-43", "yes")"), Twice({0, 1}));
    EXPECT_EQ(twice(confirmed, R"("yes", "yes-too")"), Twice({0, 1}));
    EXPECT_EQ(twice(confirmed, R"("ru-43", "of-it-all")"), std::nullopt);
}

TEST(derivation, one_voice_for_each_direction_is_not_two) {
    // "100 each" corroborates both; 100 and 100 are still of different flows.
    const std::string terms =
        claim("a", "\"a\"", amount(100)) + "," +
        claim("e", both, amount(100), each + R"(, "relations": [{"type": "corroborates", "claim": "a"},
                                  {"type": "corroborates", "claim": "b"}])") +
        "," + claim("b", "\"b\"", amount(100)) + ",";
    EXPECT_EQ(twice(terms, R"("a", "b")"), std::nullopt);
    EXPECT_EQ(twice(terms, R"("a", "e")"), Twice({0, 1}));
}

TEST(derivation, a_relation_of_another_record_means_its_own_claims) {
    const std::string scoped =
        R"(, "type": "cumulative", "scope": {"to": "ua"}, "quantity": {"amount": 1}, "speaker": "x",
        "appearances": [{"source": "s"}])";
    Checked checked(
        record(there_and_back, R"({"id": "one")" + scoped + "}," +
                                   claim("t", both, amount(1), together + derivation("sum", R"("one", "there#two")"))));
    checked.directory.add(decoded(record(there_and_back,
                                         R"({"id": "two", "relations": [{"type": "corroborates", "claim": "one"}])" +
                                             scoped + R"(}, {"id": "one")" + scoped + "}",
                                         "there")));
    EXPECT_EQ(derive(checked.check, 1)->counted_twice, std::nullopt);
    Checked joined(
        record(there_and_back, R"({"id": "one")" + scoped + "}," +
                                   claim("t", both, amount(1), together + derivation("sum", R"("one", "there#two")"))));
    joined.directory.add(decoded(record(
        there_and_back, R"({"id": "two", "relations": [{"type": "corroborates", "claim": "here#one"}])" + scoped + "}",
        "there")));
    EXPECT_EQ(derive(joined.check, 1)->counted_twice, Twice({0, 1}));
}

TEST(derivation, different_units_never_meet) {
    const auto mixed = [](const std::string& flows, const std::string& claims) {
        Checked checked(record(flows, claims));
        return derive(checked.check, checked["t"])->mixed_units;
    };
    const std::string of = derivation("sum", R"("one", "two")");
    const std::string one = claim("one", "\"a\"", amount(1)) + ",";
    EXPECT_FALSE(mixed(there_and_back,
                       one + claim("two", "\"b\"", amount(1)) + "," + claim("t", both, amount(2), together + of)));
    EXPECT_TRUE(mixed(there_and_back, one + claim("two", "\"b\"", amount(1), R"(, "unit": "item")") + "," +
                                          claim("t", both, amount(2), together + of)));
    EXPECT_TRUE(mixed(there_and_back, one + claim("two", "\"b\"", amount(1)) + "," +
                                          claim("t", both, amount(2), R"(, "unit": "body")" + together + of)));
    const std::string kinds = flow("a", "ru", "ua", "remains") + "," + flow("b", "ua", "ru", "persons");
    EXPECT_TRUE(mixed(kinds, one + claim("two", "\"b\"", amount(1)) + "," + claim("t", "\"a\"", amount(2), of)));
    // A total that names no kind has no unit of its own, but its terms have.
    EXPECT_TRUE(mixed(kinds, one + claim("two", "\"b\"", amount(1)) +
                                 R"(, {"id": "t", "type": "cumulative", "speaker": "x",
        "appearances": [{"source": "s"}], "quantity": {"amount": 2}, "scope": {"part_of": "p"})" +
                                 of + "}"));
    const std::string unclear = flow("a", "ru", "ua", "remains") + "," + flow("b", "ua", "ru", "zzz");
    EXPECT_FALSE(mixed(unclear, one + claim("two", "\"b\"", amount(1)) + "," + claim("t", "\"a\"", amount(2), of)));
}

TEST(derivation, a_term_without_a_number_may_be_any) {
    const std::string withheld = claim("two", "\"b\"", R"("absent": "withheld")") + ",";
    Checked checked(
        record(there_and_back, claim("one", "\"a\"", amount(5)) + "," + withheld +
                                   claim("t", both, amount(7), together + derivation("sum", R"("one", "two")"))));
    EXPECT_EQ(derive(checked.check, 2)->sum, Interval::from(5));
}

TEST(derivation, of_what_is_unknown_is_unknown) {
    const std::string claims = claim("one", both, amount(5), each) + "," +
                               claim("t", both, amount(10), together + derivation("sum", R"("one")"));
    const auto sum = [&](std::initializer_list<std::string_view> unknown) {
        Checked checked(record(there_and_back, claims), unknown);
        return derive(checked.check, 1)->sum;
    };
    EXPECT_EQ(sum({}), Interval::exactly(10));
    for (const char* unknown :
         {"/claims/0/quantity", "/claims/0/quantity/amount", "/claims/0", "/claims/0/id", "/claims/0/applies",
          "/claims/0/flows/0", "/claims/0/flows", "/flows/0/from", "/flows/1", "/claims/1/flows/1", "/claims/1/applies",
          "/claims/1/derivation", "/claims/1/derivation/of", "/claims/1/derivation/of/0",
          "/claims/1/derivation/method"}) {
        EXPECT_TRUE(sum({unknown}).is_unknown()) << unknown;
    }
    EXPECT_EQ(sum({"/claims/0/speaker"}), Interval::exactly(10));
    Checked scoped(record(there_and_back, claim("one", both, amount(5), each) + R"(, {"id": "t", "type": "cumulative",
        "speaker": "x", "appearances": [{"source": "s"}], "quantity": {"amount": 5}, "scope": {"to": "ua"})" +
                                              derivation("sum", R"("one")") + "}"),
                   {"/claims/1/scope/to"});
    EXPECT_TRUE(derive(scoped.check, 1)->sum.is_unknown());
}

TEST(derivation, is_worked_out_once_for_a_layer) {
    Checked checked(record(there_and_back, claim("one", "\"a\"", amount(5)) + "," +
                                               claim("t", "\"a\"", amount(5), derivation("sum", R"("one")"))));
    const auto* first = &derive(checked.check, 1);
    EXPECT_EQ(&derive(checked.check, 1), first);
    checked.check.forget();
    EXPECT_EQ(derive(checked.check, 1)->sum, Interval::exactly(5));
}

RC_GTEST_PROP(derivation, is_that_of_a_second_computation, ()) {
    const auto flows = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(1, 5));
    std::vector<int> directions;
    std::string flows_json;
    for (std::size_t i = 0; i < flows; ++i) {
        directions.push_back(*rc::gen::element(0, 1));
        flows_json += (i > 0 ? "," : "") +
                      flow("f" + std::to_string(i), directions[i] == 0 ? "ru" : "ua", directions[i] == 0 ? "ua" : "ru");
    }
    struct Part {
        std::set<std::size_t> flows;
        std::string applies;
        std::int64_t amount = 0;
    };
    const auto some_flows = [&] {
        std::set<std::size_t> chosen;
        while (chosen.empty()) {
            for (std::size_t i = 0; i < flows; ++i) {
                if (*rc::gen::element(true, false)) chosen.insert(i);
            }
        }
        return chosen;
    };
    const auto some_part = [&] {
        return Part{some_flows(), *rc::gen::element<std::string>("together", "each", "each", "unclear"),
                    *rc::gen::element<std::int64_t>(0, 1, 10, 100)};
    };
    const auto json = [&](const Part& part, const std::string& id, const std::string& more) {
        std::string list;
        for (const std::size_t i : part.flows) list += (list.empty() ? "" : ",") + ("\"f" + std::to_string(i) + "\"");
        const std::string applies = part.flows.size() > 1 ? R"(, "applies": ")" + part.applies + "\"" : "";
        return claim(id, list, amount(part.amount), applies + more);
    };
    std::vector<Part> parts;
    std::string claims, of;
    for (int i = *rc::gen::element(1, 2, 3); i > 0; --i) {
        parts.push_back(some_part());
        const std::string id = "c" + std::to_string(i);
        claims += json(parts.back(), id, "") + ",";
        of += (of.empty() ? "" : ",") + ("\"" + id + "\"");
    }
    const Part result = some_part();
    const bool sums = *rc::gen::element(true, false);
    Checked checked(record(flows_json, claims + json(result, "t", derivation(sums ? "sum" : "difference", of))));
    const DerivedTotal& total = *derive(checked.check, checked["t"]);

    // What the result covers: its flows, or those of its first direction.
    std::set<std::size_t> covered = result.flows;
    if (result.flows.size() > 1 && result.applies == "each") {
        const int first = directions[*result.flows.begin()];
        for (const std::size_t i : result.flows) {
            if (directions[i] != first) covered.erase(i);
        }
    }
    std::int64_t expected = 0;
    bool overlap = false;
    std::set<std::size_t> seen;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        std::int64_t times = 1;
        if (parts[n].flows.size() > 1 && parts[n].applies == "each") {
            std::set<int> of_result;
            for (const std::size_t i : parts[n].flows) {
                if (covered.count(i) > 0) of_result.insert(directions[i]);
            }
            times = static_cast<std::int64_t>(of_result.size());
        }
        expected += (n == 0 || sums ? 1 : -1) * times * parts[n].amount;
        for (const std::size_t i : parts[n].flows) overlap = !seen.insert(i).second || overlap;
    }
    RC_ASSERT(total.sum == Interval::exactly(expected));
    RC_ASSERT(total.counted_twice.has_value() == (overlap && sums));
    RC_ASSERT(!total.mixed_units);
}

}  // namespace
}  // namespace muster
