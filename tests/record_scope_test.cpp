// Scopes: which exchanges they mean, how far they reach, what a dataset covers, and the claims that hang on them.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>

#include "muster/rule.hpp"
#include "record/scope_claims.hpp"
#include "record_in_memory.hpp"

namespace muster {

void PrintTo(Membership membership, std::ostream* out) {
    constexpr std::array names{"no", "maybe", "yes"};
    *out << names[static_cast<std::size_t>(membership)];
}

namespace {

using testing::Checked;
using testing::decoded;

Day day(std::string_view date) {
    return parse_date(date).date.earliest;
}

/// A dataset of a few records. Claims about scopes are found by the record they stand in.
class Dataset {
public:
    Dataset& add(const std::string& json, std::initializer_list<std::string_view> unknown = {}) {
        Checked checked(json, unknown);
        const std::string id(checked.record.id.known() ? *checked.record.id : "");
        check.summaries.push_back(summarize(checked.check, [&](Where where) {
            Site site;
            site.place.path = id;
            site.place.column = where;
            return site;
        }));
        return *this;
    }
    Dataset& covers(const std::string& scopes) {
        const Record dataset =
            decoded(R"({"schema": "muster/dataset/1", "id": "d", "title": "D", "covers": [)" + scopes + "]}");
        check.covers = dataset.covers.items;
        check.covers_storage = dataset.storage;
        return *this;
    }
    const RecordSummary& of(std::string_view id) const {
        return *std::find_if(check.summaries.begin(), check.summaries.end(), [&](const auto& s) { return s.id == id; });
    }
    const ScopeClaim& claim(std::string_view id) const { return of(id).claims.at(0); }
    std::map<std::string, Membership> members(std::string_view owner) const {
        std::map<std::string, Membership> found;
        for (const Member& member : check.members(of(owner), claim(owner)))
            found[member.summary->id] = member.membership;
        return found;
    }
    Reach reach(std::string_view owner) const { return check.reach(of(owner), claim(owner)); }
    bool covered(std::string_view owner) const { return check.covered(of(owner), claim(owner)); }
    std::vector<std::string> findings(std::string_view rule) {
        EXPECT_TRUE(check.run(*find_rule(rule)));
        std::vector<std::string> messages;
        for (const DatasetDraft& draft : check.drafts) messages.push_back(render(draft.message, draft.args));
        return messages;
    }

    DatasetCheck check;
};

using Members = std::map<std::string, Membership>;
constexpr Membership yes = Membership::yes, maybe = Membership::maybe, no = Membership::no;

struct Exchange {
    std::string id, date;
    std::int64_t to_ua = 100;
    std::string status = "carried_out", claims = "", more = "", kind = "remains", from = "ru", to = "ua";
};
std::string json(const Exchange& exchange) {
    return R"({"schema": "muster/exchange/1", "id": ")" + exchange.id + R"(", "status": ")" + exchange.status +
           R"(", "date": ")" + exchange.date + R"(", "flows": [{"id": "f", "from": ")" + exchange.from +
           R"(", "to": ")" + exchange.to + R"(", "kind": ")" + exchange.kind +
           R"("}], "claims": [{"id": "n", "type": "count", "flows": ["f"],
        "quantity": {"amount": )" +
           std::to_string(exchange.to_ua) + R"(}, "speaker": "hq", "appearances": [{"source": "s"}]})" +
           exchange.claims + "]" + exchange.more + "}";
}
std::string ordinal(std::int64_t number, const std::string& scope, const std::string& more = "") {
    return R"(, {"id": "o", "type": "ordinal", "ordinal": )" + std::to_string(number) + R"(, "scope": {)" + scope +
           R"(}, "speaker": "mt", "appearances": [{"source": "s"}])" + more + "}";
}
std::string cumulative(const std::string& quantity, const std::string& scope, const std::string& more = "") {
    return R"(, {"id": "c", "type": "cumulative", "quantity": {)" + quantity + R"(}, "scope": {)" + scope +
           R"(}, "speaker": "mt", "appearances": [{"source": "s"}])" + more + "}";
}
std::string series(const std::string& id, const std::string& more = "",
                   const std::string& date = "2025-06-02/2025-06-16") {
    return R"({"schema": "muster/series/1", "id": ")" + id + R"(", "title": "T", "date": ")" + date + "\"" + more + "}";
}
std::string in_series(const std::string& id) {
    return R"(, "part_of": ")" + id + "\"";
}

/// Whether the exchange belongs to a scope that an exchange of 2030 speaks of.
Membership belongs(const std::string& scope, const std::string& exchange,
                   std::initializer_list<std::string_view> unknown = {}, const std::vector<std::string>& others = {}) {
    Dataset dataset;
    dataset.add(exchange, unknown);
    for (const std::string& other : others) dataset.add(other);
    dataset.add(json({"owner", "2030", 0, "carried_out", ordinal(1, scope), "", "items", "xx", "yy"}));
    const std::string id = decoded(exchange).id.known() ? std::string(*decoded(exchange).id) : "";
    const Members found = dataset.members("owner");
    const auto member = found.find(dataset.check.summaries[0].id);
    return member == found.end() ? no : member->second;
}

TEST(scope, means_what_its_fields_say) {
    const std::string exchange = json({"e", "2025-03-28", 500});
    EXPECT_EQ(belongs(R"("kind": "remains")", exchange), yes);
    EXPECT_EQ(belongs(R"("kind": "persons")", exchange), no);
    EXPECT_EQ(belongs(R"("to": "ua")", exchange), yes);
    EXPECT_EQ(belongs(R"("to": "ru")", exchange), no);
    EXPECT_EQ(belongs(R"("from": "ru")", exchange), yes);
    EXPECT_EQ(belongs(R"("from": "ua")", exchange), no);
    EXPECT_EQ(belongs(R"("between": ["ua", "ru"])", exchange), yes);
    EXPECT_EQ(belongs(R"("between": ["ua", "by"])", exchange), no);
    EXPECT_EQ(belongs(R"("kind": "remains", "from": "ru", "to": "ua", "between": ["ru", "ua", "by"])", exchange), yes);
}

TEST(scope, looks_at_one_leg_at_a_time) {
    const std::string exchange =
        R"({"schema": "muster/exchange/1", "id": "e", "status": "carried_out", "date": "2025-03-28",
        "flows": [{"id": "f", "from": "ru", "to": "ua", "kind": "remains"}, {"id": "g", "from": "ua", "to": "ru", "kind": "persons"}],
        "claims": []})";
    EXPECT_EQ(belongs(R"("kind": "remains", "to": "ua")", exchange), yes);
    EXPECT_EQ(belongs(R"("kind": "persons", "to": "ua")", exchange), no);
    EXPECT_EQ(belongs(R"("kind": "persons", "from": "ua")", exchange), yes);
}

TEST(scope, leaves_out_what_was_returned) {
    const std::string returned =
        R"({"schema": "muster/exchange/1", "id": "e", "status": "carried_out", "date": "2025-03-28",
        "flows": [{"id": "f", "from": "ru", "to": "ua", "kind": "remains", "returns": ["x#f"]}], "claims": []})";
    EXPECT_EQ(belongs(R"("kind": "remains")", returned), no);
}

TEST(scope, holds_what_was_carried_out) {
    for (const char* status : {"announced", "agreed", "postponed", "aborted", "disputed"}) {
        EXPECT_EQ(belongs(R"("to": "ua")", json({"e", "2025", 1, status})), no) << status;
    }
    EXPECT_EQ(belongs(R"("to": "ua")", json({"e", "2025", 1, "done"})), maybe);
}

TEST(scope, holds_what_lies_in_its_window) {
    const auto within = [](const std::string& window, const std::string& date) {
        return belongs(R"("window": ")" + window + "\"", json({"e", date}));
    };
    EXPECT_EQ(within("2024-10/..", "2024-10-01"), yes);
    EXPECT_EQ(within("2024-10/..", "2024-09-30"), no);
    EXPECT_EQ(within("2024-10/2024-12", "2024-12-31"), yes);
    EXPECT_EQ(within("2024-10/..", "2024"), maybe);
    EXPECT_EQ(within("2024", "2024"), yes);
    EXPECT_EQ(within("2024-10/..", "2024-09-30/2024-10-01"), maybe);
    EXPECT_EQ(within("../2024", "1999"), yes);
    EXPECT_EQ(within("2024-10/..", "[2024-09-01,2024-11-01]"), maybe);
    EXPECT_EQ(within("2024", "2025-13"), maybe);
}

TEST(scope, holds_what_is_in_its_series_or_in_one_within_it) {
    const std::string scope = R"("part_of": "all")";
    const auto within = [&](const std::string& more, const std::vector<std::string>& others,
                            std::initializer_list<std::string_view> unknown = {}) {
        std::vector<std::string> records = others;
        records.push_back(series("all", "", "2020/.."));
        return belongs(scope, json({"e", "2025-06-11", 1, "carried_out", "", more}), unknown, records);
    };
    EXPECT_EQ(within(in_series("all"), {}), yes);
    EXPECT_EQ(within("", {}), no);
    EXPECT_EQ(within(in_series("inner"), {series("inner", in_series("all"))}), yes);
    EXPECT_EQ(within(in_series("inner"), {series("inner", in_series("middle")), series("middle", in_series("all"))}),
              yes);
    EXPECT_EQ(within(in_series("other"), {series("other")}), no);
    EXPECT_EQ(within(in_series("one"), {series("one", in_series("two")), series("two", in_series("one"))}), no);
    EXPECT_EQ(within(in_series("lost"), {}), maybe);
    EXPECT_EQ(within(in_series("all"), {}, {"/part_of"}), maybe);
    EXPECT_EQ(within(in_series("inner"),
                     {R"({"schema": "muster/series/1", "id": "inner", "title": "T", "date": "2025", "part_of": 7})"}),
              maybe);
}

TEST(scope, holds_what_its_mediator_is_named_with) {
    const auto mediated = [](const std::string& more, std::initializer_list<std::string_view> unknown = {}) {
        return belongs(R"("mediator": "ae")",
                       json({"e", "2025", 1, "carried_out",
                             R"(, {"id": "m", "type": "mediation", "speaker": "s",
                           "appearances": [{"source": "s"}])" +
                                 more + "}"}),
                       unknown);
    };
    EXPECT_EQ(belongs(R"("mediator": "ae")", json({"e", "2025"})), no);
    EXPECT_EQ(mediated(R"(, "mediators": ["tr", "ae"])"), yes);
    EXPECT_EQ(mediated(R"(, "mediators": ["tr"])"), no);
    EXPECT_EQ(mediated(R"(, "mediators": ["ae"], "rank": "deprecated")"), no);
    EXPECT_EQ(mediated(R"(, "mediators": ["ae"], "rank": "preferred")"), yes);
    EXPECT_EQ(mediated(R"(, "mediators": ["ae"], "rank": "zzz")"), maybe);
    EXPECT_EQ(mediated(R"(, "mediators": ["ae"])", {"/claims/1/mediators/0"}), maybe);
    EXPECT_EQ(mediated(""), maybe);
    EXPECT_EQ(mediated(R"(, "mediators": ["tr"])", {"/claims/1/type"}), maybe);
    EXPECT_EQ(belongs(R"("mediator": "ae")", json({"e", "2025"}), {"/claims"}), maybe);
}

TEST(scope, holds_what_meets_its_threshold) {
    const std::string scope = R"("to": "ua", "threshold": {"amount": 500, "qualifier": "at_least"})";
    EXPECT_EQ(belongs(scope, json({"e", "2025", 500})), yes);
    EXPECT_EQ(belongs(scope, json({"e", "2025", 499})), no);
    const auto with = [&](const std::string& quantity) {
        return belongs(scope, json({"e", "2025", 500, "carried_out", R"(, {"id": "m", "type": "count", "flows": ["f"],
            "quantity": {)" + quantity + R"(}, "speaker": "s", "appearances": [{"source": "s"}]})"}));
    };
    EXPECT_EQ(with(R"("amount": 502)"), yes);
    EXPECT_EQ(with(R"("amount": 498)"), maybe);
    EXPECT_EQ(with(R"("amount": "many")"), maybe);
    EXPECT_EQ(with(R"("lower": 1)"), yes);
    const std::string nobody_counts =
        R"({"schema": "muster/exchange/1", "id": "e", "status": "carried_out", "date": "2025",
        "flows": [{"id": "f", "from": "ru", "to": "ua", "kind": "remains"}], "claims": [{"id": "w", "type": "count",
        "flows": ["f"], "quantity": {"absent": "withheld"}, "speaker": "s", "appearances": [{"source": "s"}]}]})";
    EXPECT_EQ(belongs(scope, nobody_counts), maybe);
}

TEST(scope, a_threshold_is_met_by_the_view_of_all_legs_it_means) {
    const auto two_legs = [](const std::string& second, std::initializer_list<std::string_view> unknown = {}) {
        return belongs(R"("between": ["ru", "ua"], "threshold": {"amount": 500, "qualifier": "at_least"})",
                       R"({"schema": "muster/exchange/1", "id": "e", "status": "carried_out", "date": "2025",
            "flows": [{"id": "f", "from": "ru", "to": "ua", "kind": "remains"}, )" +
                           second + R"(],
            "claims": [{"id": "n", "type": "count", "flows": ["f"], "quantity": {"amount": 400}, "speaker": "s", "appearances": [{"source": "s"}]},
                       {"id": "m", "type": "count", "flows": ["g"], "quantity": {"amount": 200}, "speaker": "s", "appearances": [{"source": "s"}]}]})",
                       unknown);
    };
    const std::string back = R"({"id": "g", "from": "ua", "to": "ru", "kind": "remains"})";
    EXPECT_EQ(two_legs(back), yes);
    EXPECT_EQ(two_legs(R"({"id": "g", "from": "ua", "to": "by", "kind": "remains"})"), no);
    // Whether the second leg counts cannot be known, nor what both make.
    EXPECT_EQ(two_legs(back, {"/flows/1/to"}), maybe);
    EXPECT_EQ(two_legs(back, {"/flows/1"}), maybe);
    // Bodies and persons are not added.
    EXPECT_EQ(two_legs(R"({"id": "g", "from": "ua", "to": "ru", "kind": "persons"})"), maybe);
}

TEST(scope, what_cannot_be_read_may_belong) {
    const std::string exchange = json({"e", "2025-03-28"});
    const std::string scope = R"("kind": "remains", "from": "ru", "between": ["ru", "ua"])";
    for (const char* unknown :
         {"/status", "/date", "/flows", "/flows/0", "/flows/0/kind", "/flows/0/from", "/flows/0/to"}) {
        EXPECT_EQ(belongs(scope, exchange, {unknown}), maybe) << unknown;
    }
    EXPECT_EQ(belongs(R"("kind": "persons", "from": "ua")", exchange, {"/flows/0/kind"}), no);
    EXPECT_EQ(belongs(scope, exchange, {"/claims/0"}), yes);
}

TEST(scope, members_stand_in_order_of_dates_with_their_views) {
    Dataset dataset;
    dataset.add(json({"third", "2025-03", 3}))
        .add(json({"first", "2024", 1}))
        .add(series("series"))
        .add(json({"second", "2025-01-15", 2}))
        .add(json({"owner", "2026-01-01", 4, "carried_out", cumulative(R"("amount": 10)", R"("kind": "remains")")}));
    std::vector<std::string> ids;
    std::int64_t sum = 0;
    for (const Member& member : dataset.check.members(dataset.of("owner"), dataset.claim("owner"))) {
        ids.push_back(member.summary->id);
        ASSERT_NE(member.view, nullptr);
        sum += *member.view->best;
        EXPECT_FALSE(member.unknown);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"first", "second", "third", "owner"}));
    EXPECT_EQ(sum, 10);
    // Records that come later are seen.
    dataset.add(json({"fourth", "2025-06", 5}));
    EXPECT_EQ(dataset.members("owner").size(), 5U);
}

TEST(scope, two_scopes_of_one_key_mean_the_same) {
    const auto key = [](const std::string& scope) {
        return key_of(decoded(testing::exchange(R"({"scope": {)" + scope + "}}")).claims.items[0].scope);
    };
    EXPECT_EQ(key(R"("between": ["ru", "ua"], "window": "2024")"), key(R"("window": "2025", "between": ["ua", "ru"])"));
    const std::vector<std::string> scopes{R"("kind": "remains")",
                                          R"("from": "ru")",
                                          R"("to": "ru")",
                                          R"("part_of": "ru")",
                                          R"("mediator": "ru")",
                                          R"("between": ["ru", "ua"])",
                                          R"("threshold": {"amount": 5})",
                                          R"("threshold": {"lower": 5})"};
    std::set<std::string> keys;
    for (const std::string& scope : scopes) keys.insert(key(scope));
    EXPECT_EQ(keys.size(), scopes.size());
}

// Ordinals.

TEST(ordinals, reach_to_their_exchange_itself_included) {
    Dataset dataset;
    dataset.add(json({"before", "2025-03-01"}))
        .add(json({"same-day", "2025-03-28"}))
        .add(json({"owner", "2025-03-28", 1, "carried_out", ordinal(2, R"("to": "ua")")}))
        .add(json({"after", "2025-03-29"}))
        .add(json({"that-month", "2025-03"}))
        .add(json({"around", "2025-03-27/2025-03-28"}));
    EXPECT_EQ(
        dataset.members("owner"),
        (Members{{"before", yes}, {"same-day", maybe}, {"owner", yes}, {"that-month", maybe}, {"around", maybe}}));
}

TEST(ordinals, of_an_exchange_that_is_announced_count_it) {
    Dataset dataset;
    dataset.add(json({"before", "2025-03-01"}))
        .add(json({"owner", "2025-03-28", 1, "announced", ordinal(2, R"("to": "ua")")}))
        .covers(R"({"to": "ua", "window": "../2025"})");
    EXPECT_EQ(dataset.members("owner"), (Members{{"before", yes}, {"owner", yes}}));
    EXPECT_EQ(dataset.findings("ordinal_disagrees"), std::vector<std::string>{});
}

TEST(ordinals, of_an_exchange_outside_of_their_scope_do_not_count_it) {
    Dataset dataset;
    dataset.add(json({"before", "2025-03-01", 500}))
        .add(json({"owner", "2025-03-28", 499, "carried_out",
                   ordinal(2, R"("to": "ua", "threshold": {"amount": 500, "qualifier": "at_least"})")}));
    EXPECT_EQ(dataset.members("owner"), (Members{{"before", yes}}));
}

Dataset five_stages(const std::string& claims_of_last) {
    Dataset dataset;
    dataset.add(series("istanbul")).add(json({"before", "2025-05-16", 909}));
    for (int stage = 1; stage <= 5; ++stage) {
        const std::string id = "stage-" + std::to_string(stage);
        dataset.add(json({id, "2025-06-1" + std::to_string(stage), 1200 + stage, "carried_out",
                          stage == 5 ? claims_of_last : "", in_series("istanbul")}));
    }
    dataset.covers(R"({"kind": "remains", "window": "../2025-12"})");
    return dataset;
}

TEST(ordinals, hold_counted_by_records_or_by_series) {
    for (const std::int64_t number : {2, 6}) {
        EXPECT_TRUE(five_stages(ordinal(number, R"("kind": "remains")")).findings("ordinal_disagrees").empty())
            << number;
    }
    for (const std::int64_t number : {1, 3, 5, 7}) {
        EXPECT_EQ(five_stages(ordinal(number, R"("kind": "remains")")).findings("ordinal_disagrees").size(), 1U)
            << number;
    }
}

TEST(ordinals, in_a_series_say_how_many_there_were) {
    const auto findings = [](std::int64_t number) {
        Dataset dataset = five_stages("");
        dataset.add(series("more", R"(, "claims": [)" +
                                       ordinal(number, R"("kind": "remains", "part_of": "istanbul")").substr(2) + "]"));
        dataset.covers(R"({"kind": "remains", "part_of": "istanbul", "window": "2025-06"})");
        return dataset.findings("ordinal_disagrees");
    };
    EXPECT_TRUE(findings(5).empty());
    EXPECT_EQ(findings(6),
              std::vector<std::string>{
                  "mt counts six exchanges of remains, part of \"istanbul\", but this dataset holds five"});
}

TEST(ordinals, the_fourth_is_not_the_third) {
    Dataset dataset;
    const std::string scope = R"("kind": "remains", "between": ["ru", "ua"], "window": "2024")";
    dataset.add(json({"jan", "2024-01-26"}))
        .add(json({"feb", "2024-02-16"}))
        .add(json({"mar", "2024-03-15"}))
        .add(json({"owner", "2024-03-29", 121, "carried_out", ordinal(3, scope)}))
        .covers(R"({"kind": "remains", "between": ["ua", "ru"], "window": "2024-01/2024-03"})");
    EXPECT_EQ(dataset.findings("ordinal_disagrees"),
              std::vector<std::string>{
                  "mt calls this the third of the exchanges of remains between ru and ua in 2024, but it "
                  "is the fourth: 26 January 2024, 16 February 2024 and 15 March 2024 precede it"});
    EXPECT_EQ(dataset.check.drafts[0].related.size(), 3U);
    EXPECT_EQ(dataset.check.drafts[0].related[0].message, "26 January 2024: 100 (hq)");
}

TEST(ordinals, what_cannot_be_read_leaves_the_upper_end_open) {
    const auto findings = [](std::int64_t number, std::initializer_list<std::string_view> unknown,
                             bool unreadable = false) {
        Dataset dataset;
        dataset.add(json({"before", "2024-01-26"}), unknown)
            .add(json(
                {"owner", "2024-03-29", 1, "carried_out", ordinal(number, R"("kind": "remains", "window": "2024")")}))
            .covers(R"({"kind": "remains", "window": "2024"})");
        dataset.check.unreadable_documents = unreadable;
        return std::pair(dataset.findings("ordinal_disagrees").size(), dataset.check.undecided_checks);
    };
    using Result = std::pair<std::size_t, std::size_t>;
    EXPECT_EQ(findings(2, {}), Result(0, 0));
    EXPECT_EQ(findings(1, {}), Result(1, 0));
    for (const char* unknown : {"/date", "/status", "/flows", "/flows/0/kind"}) {
        EXPECT_EQ(findings(1, {unknown}), Result(0, 1)) << unknown;
        EXPECT_EQ(findings(2, {unknown}), Result(0, 1)) << unknown;
        EXPECT_EQ(findings(3, {unknown}), Result(1, 0)) << unknown;
    }
    EXPECT_EQ(findings(9, {}, true), Result(0, 1));
    EXPECT_EQ(findings(1, {}, true), Result(1, 0));
}

// Reach and cover.

TEST(reach, begins_and_ends_as_the_model_says) {
    const auto reach = [](const std::string& claim, const std::string& series_date = "2025-06-02/2025-06-16") {
        Dataset dataset;
        dataset.add(series("istanbul", "", series_date))
            .add(json({"last", "2025-11-30"}))
            .add(json({"unsure", "2099-13"}));
        dataset.add(json({"owner", "2025-06-11/2025-06-12", 1, "carried_out", claim}));
        dataset.add(series("speaking", R"(, "claims": [)" + claim.substr(2) + "]"));
        const auto ends = [&](const char* owner) {
            const Reach found = dataset.reach(owner);
            return std::tuple(found.first, found.last, found.unknown);
        };
        return std::pair(ends("owner"), ends("speaking"));
    };
    const Day begins = day("2025-06-02"), owner = day("2025-06-12"), data = day("2025-11-30"),
              stated = day("2025-07-01");
    using Ends = std::tuple<Day, Day, bool>;
    const std::string stated_on = R"(, "stated_on": "2025-07-01")";
    const std::string amount = R"("amount": 5)";
    const std::string kind = R"("kind": "remains")";
    // Without a window: from the beginning of the series, or of all.
    EXPECT_EQ(reach(ordinal(1, kind)),
              std::pair(Ends(before_all_days, owner, false), Ends(before_all_days, data, false)));
    EXPECT_EQ(reach(ordinal(1, R"("part_of": "istanbul")")),
              std::pair(Ends(begins, owner, false), Ends(begins, data, false)));
    EXPECT_EQ(reach(cumulative(amount, kind + R"(, "part_of": "istanbul")")),
              std::pair(Ends(begins, owner, false), Ends(begins, data, false)));
    EXPECT_EQ(reach(cumulative(amount, kind + R"(, "part_of": "istanbul")", stated_on)),
              std::pair(Ends(begins, stated, false), Ends(begins, stated, false)));
    EXPECT_EQ(reach(ordinal(1, R"("part_of": "istanbul")", stated_on)),
              std::pair(Ends(begins, owner, false), Ends(begins, stated, false)));
    // With one.
    EXPECT_EQ(reach(cumulative(amount, kind + R"(, "window": "2024/2025-05")", stated_on)),
              std::pair(Ends(day("2024-01-01"), day("2025-05-31"), false),
                        Ends(day("2024-01-01"), day("2025-05-31"), false)));
    EXPECT_EQ(reach(ordinal(1, R"("window": "2024/2025-05")")),
              std::pair(Ends(day("2024-01-01"), owner, false), Ends(day("2024-01-01"), day("2025-05-31"), false)));
    EXPECT_EQ(reach(cumulative(amount, kind + R"(, "window": "2024/..")")),
              std::pair(Ends(day("2024-01-01"), owner, false), Ends(day("2024-01-01"), data, false)));
    EXPECT_EQ(reach(cumulative(amount, kind + R"(, "window": "../2025-05", "part_of": "istanbul")")),
              std::pair(Ends(begins, day("2025-05-31"), false), Ends(begins, day("2025-05-31"), false)));
    // A series whose date is unknown, or that is not there.
    EXPECT_TRUE(std::get<2>(reach(ordinal(1, R"("part_of": "istanbul")"), "2025-13").first));
    EXPECT_TRUE(std::get<2>(reach(ordinal(1, R"("part_of": "nowhere")")).first));
    EXPECT_FALSE(std::get<2>(reach(ordinal(1, R"("part_of": "nowhere", "window": "2025")")).first));
    Dataset dateless;
    dateless.add(json({"owner", "2025-13", 1, "carried_out", ordinal(1, kind)}));
    EXPECT_TRUE(dateless.reach("owner").unknown);
}

TEST(cover, includes_a_scope_that_has_its_fields_and_lies_in_its_window) {
    const auto covered = [](const std::string& cover, const std::string& scope) {
        Dataset dataset;
        dataset.add(json({"owner", "2025-03-28", 1, "carried_out", ordinal(1, scope)})).covers("{" + cover + "}");
        return dataset.covered("owner");
    };
    const std::string window = R"("window": "2024/2025")";
    EXPECT_TRUE(covered(window, window));
    EXPECT_TRUE(covered(window, R"("kind": "remains", "window": "2025")"));
    EXPECT_TRUE(covered(window, R"("window": "2024-10/..")"));
    EXPECT_FALSE(covered(window, R"("window": "2023/..")"));
    EXPECT_FALSE(covered(R"("window": "2024/2025-03-27")", R"("window": "2024/..")"));
    EXPECT_TRUE(covered(R"("window": "2024/2025-03-28")", R"("window": "2024/..")"));
    // A scope without a start goes back as far as there is something: only a cover that does so too includes it.
    EXPECT_FALSE(covered(window, R"("kind": "remains")"));
    EXPECT_TRUE(covered(R"("window": "../2025")", R"("kind": "remains")"));
    for (const std::string& field : {std::string(R"("kind": "remains")"), std::string(R"("from": "ru")"),
                                     std::string(R"("to": "ua")"), std::string(R"("mediator": "ae")"),
                                     std::string(R"("part_of": "p")"), std::string(R"("between": ["ru", "ua"])"),
                                     std::string(R"("threshold": {"amount": 500, "qualifier": "at_least"})")}) {
        EXPECT_TRUE(covered(field + "," + window, field + "," + window)) << field;
        EXPECT_FALSE(covered(field + "," + window, window)) << field;
        EXPECT_TRUE(covered(window, field + "," + window)) << field;
    }
    EXPECT_FALSE(covered(R"("kind": "remains",)" + window, R"("kind": "persons",)" + window));
    EXPECT_TRUE(covered(R"("between": ["ua", "ru"],)" + window, R"("between": ["ru", "ua"],)" + window));
    EXPECT_FALSE(covered(R"("between": ["ua", "ru"],)" + window, R"("between": ["ru", "ua", "by"],)" + window));
    const auto threshold = [](const std::string& quantity) { return R"("threshold": {)" + quantity + "},"; };
    const std::string least_500 = threshold(R"("amount": 500, "qualifier": "at_least")") + window;
    EXPECT_TRUE(covered(least_500, threshold(R"("amount": 600, "qualifier": "more_than")") + window));
    EXPECT_FALSE(covered(least_500, threshold(R"("amount": 499, "qualifier": "at_least")") + window));
    EXPECT_FALSE(covered(threshold(R"("amount": 500, "qualifier": "at_most")") + window, least_500));
    // What cannot be read includes nothing.
    EXPECT_FALSE(covered(R"("kind": "zzz",)" + window, R"("kind": "remains",)" + window));
    EXPECT_FALSE(covered(R"("between": ["ru", 7],)" + window, R"("between": ["ru", "ua"],)" + window));
    EXPECT_FALSE(covered(R"("window": "2024-13")", window));
}

TEST(cover, what_is_not_covered_is_listed) {
    Dataset dataset;
    dataset.add(
        json({"owner", "2025-08-14", 1, "carried_out", ordinal(67, R"("kind": "persons", "between": ["ru", "ua"])")}));
    dataset.covers(R"({"kind": "persons", "between": ["ru", "ua"], "window": "2025"})");
    EXPECT_TRUE(dataset.findings("ordinal_disagrees").empty());
    ASSERT_EQ(dataset.check.not_run.size(), 1U);
    EXPECT_EQ(dataset.check.not_run[0].reason, "not_covered");
    EXPECT_EQ(dataset.check.not_run[0].record, "owner");
    EXPECT_EQ(dataset.check.not_run[0].scope, "exchanges of persons between ru and ua");
    EXPECT_EQ(dataset.check.undecided_checks, 0U);
}

TEST(cover, what_cannot_be_judged_is_undecided) {
    const std::string scope = R"("kind": "remains", "window": "2024/..")";
    for (const char* unknown : {"/claims/1", "/claims/1/ordinal", "/claims/1/scope/kind", "/claims/1/scope/window",
                                "/claims/1/scope", "/claims/1/speaker", "/date"}) {
        Dataset dataset;
        dataset.add(json({"owner", "2025-08-14", 1, "carried_out", ordinal(67, scope)}), {unknown});
        dataset.covers(R"({"window": "2024/2025"})");
        EXPECT_TRUE(dataset.findings("ordinal_disagrees").empty()) << unknown;
        EXPECT_EQ(dataset.check.undecided_checks, 1U) << unknown;
        EXPECT_TRUE(dataset.check.not_run.empty()) << unknown;
    }
}

// Cumulatives.

TEST(cumulatives, are_met_by_any_choice_of_figures) {
    const auto findings = [](const std::string& quantity, const std::string& more = "") {
        Dataset dataset;
        const std::string scope = R"("kind": "remains", "part_of": "istanbul")";
        dataset.add(series("istanbul"))
            .add(json({"one", "2025-06-11", 1212, "carried_out", "", in_series("istanbul")}))
            .add(json({"two", "2025-06-16", 1245, "carried_out",
                       R"(, {"id": "m", "type": "count", "flows": ["f"], "quantity": {"amount": 1248}, "speaker": "mod",
                           "appearances": [{"source": "s"}]})" +
                           cumulative(quantity, scope, more),
                       in_series("istanbul")}))
            .covers(R"({"kind": "remains", "part_of": "istanbul", "window": "2025-06"})");
        return dataset.findings("cumulative_disagrees");
    };
    for (const char* held : {R"("amount": 2457)", R"("amount": 2460)", R"("amount": 2458)",
                             R"("amount": 2000, "qualifier": "more_than")"}) {
        EXPECT_TRUE(findings(held).empty()) << held;
    }
    EXPECT_EQ(findings(R"("amount": 2461)"),
              std::vector<std::string>{
                  "mt gives 2,461 for exchanges of remains, part of \"istanbul\"; the 2 exchanges recorded "
                  "make from 2,457 to 2,460, which is from one to four too few"});
    EXPECT_EQ(findings(R"("amount": 2456)").size(), 1U);
    // Packages are not bodies.
    EXPECT_TRUE(findings(R"("amount": 9)", R"(, "unit": "remains_package")").empty());
    EXPECT_EQ(findings(R"("amount": 9)", R"(, "unit": "body")").size(), 1U);
    EXPECT_TRUE(findings(R"("absent": "withheld")").empty());
}

TEST(cumulatives, leave_open_what_nobody_counts_or_may_belong) {
    const auto findings = [](const std::string& status, const std::string& quantity, std::int64_t total) {
        Dataset dataset;
        dataset.add(json({"one", "2025-01-11", 100}))
            .add(json(
                {"two", "2025-02-16", 50, status,
                 R"(, {"id": "x", "type": "count", "flows": ["f"], "quantity": {)" + quantity + R"(}, "speaker": "mod",
                           "appearances": [{"source": "s"}]})"}))
            .add(json({"owner", "2025-03-16", 7, "carried_out",
                       cumulative(R"("amount": )" + std::to_string(total), R"("kind": "remains", "window": "2025")")}))
            .covers(R"({"kind": "remains", "window": "2025"})");
        return std::pair(dataset.findings("cumulative_disagrees").size(), dataset.check.undecided_checks);
    };
    using Result = std::pair<std::size_t, std::size_t>;
    EXPECT_EQ(findings("carried_out", R"("amount": 50)", 157), Result(0, 0));
    EXPECT_EQ(findings("carried_out", R"("amount": 50)", 107), Result(1, 0));
    EXPECT_EQ(findings("announced", R"("amount": 50)", 107), Result(0, 0));
    EXPECT_EQ(findings("zzz", R"("amount": 50)", 107), Result(0, 1));
    EXPECT_EQ(findings("zzz", R"("amount": 50)", 158), Result(1, 0));
    EXPECT_EQ(findings("carried_out", R"("amount": "many")", 9'000), Result(0, 1));
    EXPECT_EQ(findings("carried_out", R"("amount": "many")", 106), Result(1, 0));
}

TEST(cumulatives, without_a_kind_are_not_compared) {
    Dataset dataset;
    dataset.add(json({"owner", "2025-03-16", 7, "carried_out", cumulative(R"("amount": 9)", R"("window": "2025")")}));
    EXPECT_TRUE(dataset.of("owner").claims.empty());
}

// One finding for one cause.

TEST(scope_claims, of_one_speaker_about_one_scope_the_earliest_stands_for_all) {
    Dataset dataset;
    const std::string scope = R"("kind": "remains", "window": "2025/..")";
    const auto at = [&](const std::string& id, const std::string& date, const std::string& claims) {
        dataset.add(json({id, date, 1, "carried_out", claims}));
    };
    at("late", "2025-03-03", ordinal(9, scope));
    at("early", "2025-02-02", ordinal(9, scope));
    at("quoted-early", "2025-04-04", ordinal(9, scope, R"(, "stated_on": "2025-01-01")"));
    dataset.covers(R"({"kind": "remains", "window": "2025"})");
    EXPECT_EQ(dataset.findings("ordinal_disagrees").size(), 1U);
    EXPECT_EQ(dataset.check.drafts[0].site.place.path, "quoted-early");

    Dataset several;
    several.add(json({"one", "2025-02-02", 1, "carried_out", ordinal(9, scope)}))
        .add(json({"two", "2025-03-03", 1, "carried_out", ordinal(9, R"("kind": "remains", "window": "2025")")}))
        .add(json({"three", "2025-03-04", 1, "carried_out",
                   R"(, {"id": "o", "type": "ordinal", "ordinal": 9, "scope": {)" + scope +
                       R"(}, "speaker": "other", "appearances": [{"source": "s"}]})"}))
        .covers(R"({"kind": "remains", "window": "2025"})");
    EXPECT_EQ(several.findings("ordinal_disagrees").size(), 3U);
}

TEST(scope_claims, a_misprint_does_not_stand_for_another_claim) {
    Dataset dataset;
    const std::string scope = R"("kind": "remains", "window": "2025/..")";
    dataset
        .add(json({"one", "2025-02-02", 1, "carried_out",
                   ordinal(9, scope, R"(, "relations": [{"type": "misprint_of", "claim": "x"}])")}))
        .add(json({"two", "2025-03-03", 1, "carried_out", ordinal(9, scope)}))
        .covers(R"({"kind": "remains", "window": "2025"})");
    EXPECT_EQ(dataset.findings("ordinal_disagrees").size(), 2U);
    std::multiset<Severity> severities;
    for (const DatasetDraft& draft : dataset.check.drafts) severities.insert(draft.severity);
    EXPECT_EQ(severities, (std::multiset<Severity>{Severity::info, Severity::warning}));
}

TEST(scope_claims, dangling_ids_are_told_with_their_uses) {
    Dataset dataset;
    Site site;
    site.place.path = "first";
    dataset.check.dangling[{"unknown_agent", "nobody"}] = {site, 3, ""};
    dataset.check.dangling[{"unknown_agent", "noone"}] = {site, 1, "no-one"};
    dataset.check.dangling[{"unknown_source", "nowhere"}] = {site, 1, ""};
    EXPECT_EQ(dataset.findings("unknown_agent"),
              (std::vector<std::string>{
                  "\"nobody\" is no agent that this dataset knows; it is used three times",
                  "\"noone\" is no agent that this dataset knows; it is used once; did you mean \"no-one\"?"}));
    EXPECT_EQ(dataset.check.drafts[0].subject, "nobody");
}

/// Members of a random dataset, computed a second time. Dates are days of one month.
RC_GTEST_PROP(scope, members_are_those_of_a_second_computation, ()) {
    struct Made {
        int first, last, amount;
        bool remains, to_ua, happened;
    };
    const auto flag = [] { return *rc::gen::element(true, true, false); };
    std::vector<Made> all;
    Dataset dataset;
    const auto date = [](int first, int last) {
        const auto day_of = [](int d) { return std::string("2025-03-") + (d < 10 ? "0" : "") + std::to_string(d); };
        return first == last ? day_of(first) : day_of(first) + "/" + day_of(last);
    };
    const int from_day = *rc::gen::element(1, 2, 4, 6), to_day = from_day + *rc::gen::element(0, 2, 5);
    const bool has_kind = flag(), has_to = flag(), has_threshold = flag();
    const std::string scope = R"("window": ")" + date(from_day, to_day) + "\"" +
                              (has_kind ? R"(, "kind": "remains")" : "") + (has_to ? R"(, "to": "ua")" : "") +
                              (has_threshold ? R"(, "threshold": {"lower": 5})" : "");
    for (int i = 0; i < 8; ++i) {
        const int first = *rc::gen::element(1, 2, 3, 4, 5, 6, 7, 8);
        all.push_back(
            {first, first + *rc::gen::element(0, 0, 0, 1, 3), *rc::gen::element(4, 5, 6), flag(), flag(), flag()});
        const Made& made = all.back();
        dataset.add(json({"e" + std::to_string(i), date(made.first, made.last), made.amount,
                          made.happened ? "carried_out" : "aborted", i == 0 ? ordinal(1, scope) : "", "",
                          made.remains ? "remains" : "persons", made.to_ua ? "ru" : "ua", made.to_ua ? "ua" : "ru"}));
    }
    Members expected;
    const Made& owner = all[0];
    for (int i = 0; i < 8; ++i) {
        const Made& made = all[static_cast<std::size_t>(i)];
        if ((has_kind && !made.remains) || (has_to && !made.to_ua) || (has_threshold && made.amount < 5)) continue;
        const std::string id = "e" + std::to_string(i);
        if (i == 0) {
            expected[id] = yes;
            continue;
        }
        if (!made.happened || made.last < from_day || made.first > owner.last) continue;
        const bool surely = made.first >= from_day && made.last <= owner.last && made.last < owner.first;
        expected[id] = surely ? yes : maybe;
    }
    RC_ASSERT(dataset.members("e0") == expected);
}

}  // namespace
}  // namespace muster
