// Stated totals and disagreements: cases of the law, a second computation of both, and what must not change them.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "record/disagreements.hpp"
#include "record/stated_totals.hpp"
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

/// What layers c) and d) of the law say of a random record, by ids, which survive reordering.
struct Verdicts {
    std::map<std::string, StatedVerdict> totals;          ///< by claim
    std::map<std::string, bool> declared_totals;          ///< that match no count
    std::map<std::set<std::string>, bool> disagreements;  ///< by flows; whether declared

    bool operator==(const Verdicts& other) const {
        return totals == other.totals && declared_totals == other.declared_totals &&
               disagreements == other.disagreements;
    }
    bool fails(const std::string& claim) const {
        const auto found = totals.find(claim);
        return found != totals.end() && (found->second == StatedVerdict::contradicts_its_own_speaker ||
                                         found->second == StatedVerdict::matches_no_count);
    }
    bool clean() const {
        return disagreements.empty() &&
               std::none_of(totals.begin(), totals.end(), [&](const auto& total) { return fails(total.first); });
    }
};

std::string id_of(const Text& id, std::string_view otherwise) {
    return std::string(id.known() ? *id : otherwise);
}

Verdicts verdicts(RecordCheck& check) {
    Verdicts found;
    for (const StatedTotal& total : stated_totals(check)) {
        const std::string id = id_of(check.claim(total.claim).id, "c" + std::to_string(total.claim));
        found.totals[id] = total.verdict;
        if (total.verdict == StatedVerdict::matches_no_count) found.declared_totals[id] = total.declared;
    }
    for (const Disagreement& disagreement : disagreements(check)) {
        std::set<std::string> flows;
        for (const std::uint32_t flow : disagreement.flows) {
            flows.insert(id_of(check.record().flows.items[flow].id, "f" + std::to_string(flow)));
        }
        found.disagreements[flows] = disagreement.declared;
    }
    return found;
}
Verdicts verdicts(const std::string& json) {
    Checked checked(json);
    return verdicts(checked.check);
}

// The second computation.

bool meet(const Ends& one, const Ends& other) {
    return one.first <= other.second && other.first <= one.second;
}

Ends plus(const Ends& one, const Ends& other) {
    const bool open = one.second == testing::endless || other.second == testing::endless;
    return {one.first + other.first, open ? testing::endless : one.second + other.second};
}

class SecondVerdicts {
public:
    explicit SecondVerdicts(const RandomRecord& record) : record_(record), accounts_(record) {}

    Verdicts all() {
        for (std::size_t i = 0; i < record_.claims.size(); ++i) {
            const Told& told = record_.claims[i];
            if (accounts_.competes(i) && told.flows.size() > 1 && told.applies == "together") total(i);
        }
        std::set<std::set<int>> sets;
        for (std::size_t i = 0; i < record_.claims.size(); ++i) {
            if (!accounts_.competes(i)) continue;
            for (const std::set<int>& set : accounts_.stands_for(i)) sets.insert(set);
        }
        for (const std::set<int>& set : sets) {
            if (set.size() == 1) disagreement(set);
        }
        for (const std::set<int>& set : sets) {
            const bool one_disagrees = std::any_of(set.begin(), set.end(), [&](int flow) {
                return found_.disagreements.count({"f" + std::to_string(flow)}) > 0;
            });
            if (set.size() > 1 && !one_disagrees && spoken_.count(set) == 0) disagreement(set);
        }
        return found_;
    }

private:
    bool joined(std::uint32_t one, std::uint32_t other) const {
        const auto says = [&](std::uint32_t from, std::uint32_t to) {
            return std::any_of(record_.claims[from].relations.begin(), record_.claims[from].relations.end(),
                               [&](const auto& relation) {
                                   return relation.first == "contradicts" && relation.second == static_cast<int>(to);
                               });
        };
        return says(one, other) || says(other, one);
    }

    void total(std::size_t i) {
        const Told& told = record_.claims[i];
        const Ends given = testing::ends_of(told);
        StatedVerdict& verdict = found_.totals["c" + std::to_string(i)];
        bool declared = told.rank == "preferred";
        for (const Said& said : accounts_.accounts(told.flows)) {
            // The sum of the speaker's own counts, if there is one, is an account of the set that no claim makes alone.
            const bool own_sum = std::get<0>(said) == told.speaker && is_sum(said, told.flows);
            if (!own_sum || meet(std::get<1>(said), given)) continue;
            verdict = StatedVerdict::contradicts_its_own_speaker;
            spoken_.insert(told.flows);
            return;
        }
        std::vector<Ends> sums{{0, 0}};
        for (const int flow : told.flows) {
            std::vector<Ends> next;
            const auto said = accounts_.accounts({flow});
            for (const Ends& sum : sums) {
                if (said.empty()) next.push_back(plus(sum, {0, testing::endless}));
                for (const Said& account : said) next.push_back(plus(sum, std::get<1>(account)));
            }
            for (const Said& account : said) {
                declared =
                    declared || std::get<2>(account) || joined(static_cast<std::uint32_t>(i), std::get<3>(account)[0]);
            }
            sums = without_overlaps(next);
        }
        const auto fitting = std::count_if(sums.begin(), sums.end(), [&](const Ends& sum) { return meet(sum, given); });
        verdict = fitting == 0                                          ? StatedVerdict::matches_no_count
                  : fitting == static_cast<std::ptrdiff_t>(sums.size()) ? StatedVerdict::follows_all
                                                                        : StatedVerdict::follows_some;
        if (fitting > 0) return;
        found_.declared_totals["c" + std::to_string(i)] = declared;
        spoken_.insert(told.flows);
    }

    bool is_sum(const Said& said, const std::set<int>& flows) const {
        const std::vector<std::uint32_t>& claims = std::get<3>(said);
        return claims.size() > 1 || accounts_.stands_for(claims[0]).count(flows) == 0;
    }

    static std::vector<Ends> without_overlaps(std::vector<Ends> sums) {
        for (bool merged = true; merged;) {
            merged = false;
            for (std::size_t a = 0; a < sums.size() && !merged; ++a) {
                for (std::size_t b = a + 1; b < sums.size() && !merged; ++b) {
                    if (!meet(sums[a], sums[b])) continue;
                    sums[a] = {std::min(sums[a].first, sums[b].first), std::max(sums[a].second, sums[b].second)};
                    sums.erase(sums.begin() + static_cast<std::ptrdiff_t>(b));
                    merged = true;
                }
            }
        }
        return sums;
    }

    void disagreement(const std::set<int>& set) {
        const auto all = accounts_.accounts(set);
        bool differ = false, declared = true;
        for (const Said& one : all) {
            for (const Said& other : all) {
                if (meet(std::get<1>(one), std::get<1>(other))) continue;
                differ = true;
                bool noted = std::get<2>(one) || std::get<2>(other);
                for (const std::uint32_t a : std::get<3>(one)) {
                    for (const std::uint32_t b : std::get<3>(other)) noted = noted || joined(a, b);
                }
                declared = declared && noted;
            }
        }
        std::set<std::string> flows;
        for (const int flow : set) flows.insert("f" + std::to_string(flow));
        if (differ) found_.disagreements[flows] = declared;
    }

    const RandomRecord& record_;
    SecondComputation accounts_;
    std::set<std::set<int>> spoken_;
    Verdicts found_;
};

RC_GTEST_PROP(law, is_that_of_a_second_computation, ()) {
    for (const RandomRecord& random : *testing::random_records()) {
        const Verdicts found = verdicts(random.json());
        const Verdicts expected = SecondVerdicts(random).all();
        RC_ASSERT(found.totals == expected.totals);
        RC_ASSERT(found.declared_totals == expected.declared_totals);
        RC_ASSERT(found.disagreements == expected.disagreements);
    }
}

RC_GTEST_PROP(law, is_tried_where_it_speaks, ()) {
    const RandomRecord random = *testing::random_record();
    const Verdicts expected = SecondVerdicts(random).all();
    RC_CLASSIFY(!expected.totals.empty(), "with a stated total");
    RC_CLASSIFY(!expected.declared_totals.empty(), "total matches no count");
    RC_CLASSIFY(!expected.disagreements.empty(), "with a disagreement");
}

// What must not change a verdict.

void turn_around(RandomRecord random) {
    const std::string json = random.json();
    Record record = decoded(json);
    std::reverse(record.claims.items.begin(), record.claims.items.end());
    std::reverse(record.flows.items.begin(), record.flows.items.end());
    Checked turned(std::move(record));
    Checked straight(json);
    RC_ASSERT(verdicts(turned.check) == verdicts(straight.check));
    const auto shown = [](RecordCheck& check) {
        std::set<std::string_view> ids;
        for (const Disagreement& disagreement : disagreements(check)) ids.insert(*check.claim(disagreement.shown).id);
        return ids;
    };
    RC_ASSERT(shown(turned.check) == shown(straight.check));
}

RC_GTEST_PROP(law, does_not_hang_on_the_order_of_claims_or_flows, ()) {
    for (const RandomRecord& random : *testing::random_records()) turn_around(random);
}

void confirm_all(const RandomRecord& random) {
    std::string json = random.json();
    const Verdicts before = verdicts(json);
    json.resize(json.size() - 2);
    for (std::size_t i = 0; i < random.claims.size(); ++i) {
        json += R"(,{"id": "k)" + std::to_string(i) + R"(", "type": "confirmation", "claims": ["c)" +
                std::to_string(i) + R"("], "speaker": "w", "appearances": [{"source": "s"}]})";
    }
    if (random.claims.empty()) return;
    RC_ASSERT(verdicts(json + "]}") == before);
}

RC_GTEST_PROP(law, takes_no_confirmation_for_a_number, ()) {
    for (const RandomRecord& random : *testing::random_records()) confirm_all(random);
}

void corroborate_all(RandomRecord random) {
    const Verdicts before = verdicts(random.json());
    for (std::size_t i = 1; i < random.claims.size(); ++i) {
        random.claims[i].relations.emplace_back("corroborates", static_cast<int>(i) - 1);
    }
    RC_ASSERT(verdicts(random.json()) == before);
}

RC_GTEST_PROP(law, takes_no_relation_of_corroboration_for_a_number, ()) {
    for (const RandomRecord& random : *testing::random_records()) corroborate_all(random);
}

void repeat_all(RandomRecord random) {
    const Verdicts before = verdicts(random.json());
    const std::size_t claims = random.claims.size();
    for (std::size_t i = 0; i < claims; ++i) {
        // A speaker of their own for each, so that no sum of theirs comes about.
        Told voice = random.claims[i];
        voice.speaker = "voice-" + std::to_string(i);
        voice.relations = {{"corroborates", static_cast<int>(i)}};
        const bool of_one_set = voice.flows.size() == 1 || voice.applies != "each";
        if (of_one_set && SecondComputation(random).competes(i)) random.claims.push_back(voice);
    }
    const Verdicts after = verdicts(random.json());
    for (std::size_t i = 0; i < claims; ++i) {
        const std::string id = "c" + std::to_string(i);
        RC_ASSERT(after.fails(id) == before.fails(id));
    }
    for (const auto& [flows, declared] : after.disagreements) RC_ASSERT(before.disagreements.count(flows) > 0);
    RC_ASSERT(after.disagreements.size() == before.disagreements.size());
}

RC_GTEST_PROP(law, a_second_voice_for_a_number_adds_no_failure, ()) {
    for (const RandomRecord& random : *testing::random_records()) repeat_all(random);
}

Told widened(Told told) {
    if (told.qualifier == "withheld") return told;
    if (told.qualifier == "at_least" || told.qualifier == "more_than") {
        told.amount = std::max<std::int64_t>(0, told.amount - 1);
    } else if (told.qualifier == "at_most" || told.qualifier == "fewer_than" || told.qualifier == "nearly") {
        ++told.amount;
    } else {
        const std::int64_t low = std::max<std::int64_t>(0, told.amount - 1);
        told.spread = told.amount + (told.qualifier == "range" ? told.spread : 0) + 1 - low;
        told.amount = low;
        told.qualifier = "range";
    }
    return told;
}

void widen_one(RandomRecord random) {
    if (random.claims.empty()) return;
    const Verdicts before = verdicts(random.json());
    Told& told = random.claims[*rc::gen::inRange<std::size_t>(0, random.claims.size())];
    told = widened(told);
    const Verdicts after = verdicts(random.json());
    for (const auto& [id, verdict] : after.totals) RC_ASSERT(!after.fails(id) || before.fails(id));
    for (const auto& [flows, declared] : after.disagreements) {
        // Several flows speak up where what had spoken for them is settled.
        const bool may_have_been_silent = flows.size() > 1 && !before.clean();
        RC_ASSERT(before.disagreements.count(flows) > 0 || may_have_been_silent);
    }
    RC_ASSERT(!before.clean() || after.clean());
}

RC_GTEST_PROP(law, a_wider_bound_adds_no_failure, ()) {
    for (const RandomRecord& random : *testing::random_records()) widen_one(random);
}

void break_one(const RandomRecord& random) {
    if (random.claims.empty()) return;
    const std::string json = random.json();
    const Parsed parsed = parse(json);
    const auto node = *rc::gen::inRange<NodeId>(1, static_cast<NodeId>(parsed.document->nodes().size()));
    const std::string pointer = parsed.document->pointer(node);
    if (pointer == "/schema") return;
    RC_LOG() << pointer;
    Checked sound(json);
    Checked broken(json, {pointer});
    const Verdicts before = verdicts(sound.check);
    const Verdicts after = verdicts(broken.check);
    for (const auto& [id, verdict] : after.totals) {
        const bool contradicts_itself = verdict == StatedVerdict::contradicts_its_own_speaker;
        if (contradicts_itself) RC_ASSERT(before.totals.at(id) == verdict);
        if (after.fails(id)) RC_ASSERT(before.fails(id));
        // What was declared stays declared, and what was not does not become so.
        const auto declared = before.declared_totals.find(id);
        if (verdict == StatedVerdict::matches_no_count && declared != before.declared_totals.end()) {
            RC_ASSERT(after.declared_totals.at(id) == declared->second);
        }
        if (verdict == StatedVerdict::follows_some) RC_ASSERT(before.totals.at(id) == verdict);
    }
    for (const auto& [flows, declared] : after.disagreements) {
        RC_ASSERT(before.disagreements.count(flows) > 0);
        RC_ASSERT(before.disagreements.at(flows) == declared);
    }
}

RC_GTEST_PROP(law, what_becomes_unknown_adds_no_finding, ()) {
    for (const RandomRecord& random : *testing::random_records()) break_one(random);
}

// Cases.

std::string count(const std::string& id, const std::string& flows, const std::string& amount,
                  const std::string& speaker, const std::string& more = "") {
    return R"({"id": ")" + id + R"(", "type": "count", "flows": [)" + flows + R"(], "quantity": {"amount": )" + amount +
           R"(}, "speaker": ")" + speaker + R"(", "appearances": [{"source": "s"}])" + more + "}";
}
std::string contradicts(const std::string& claim) {
    return R"(, "relations": [{"type": "contradicts", "claim": ")" + claim + "\"}]";
}
const std::string together = R"(, "applies": "together")";
const std::string of_agents = R"(, "agents": [{"id": "ru", "type": "party", "name": "Russia"},
    {"id": "ua", "type": "party", "name": "Ukraine"}, {"id": "x", "type": "institution", "name": "X House"},
    {"id": "y", "type": "anonymous", "description": "an official"}])";

using Found = std::map<std::set<std::string>, bool>;

Found disagreeing(const std::string& claims) {
    return verdicts(exchange(claims)).disagreements;
}

TEST(disagreements, are_declared_once_all_that_do_not_meet_are_joined) {
    const std::string one = count("one", "\"a\"", "1245", "x");
    EXPECT_EQ(disagreeing(one), Found{});
    EXPECT_EQ(disagreeing(one + "," + count("two", "\"a\"", "1245", "y")), Found{});
    EXPECT_EQ(disagreeing(one + "," + count("two", "\"a\"", "1248", "y")), (Found{{{"a"}, false}}));
    EXPECT_EQ(disagreeing(one + "," + count("two", "\"a\"", "1248", "y", contradicts("one"))), (Found{{{"a"}, true}}));
    EXPECT_EQ(disagreeing(one + "," + count("two", "\"a\"", "1248", "y", R"(, "rank": "preferred")")),
              (Found{{{"a"}, true}}));
    EXPECT_EQ(disagreeing(one + "," + count("two", "\"a\"", "1248", "y", R"(, "rank": "deprecated")")), Found{});
    const std::string three = count("three", "\"a\"", "1250", "z", contradicts("one"));
    EXPECT_EQ(disagreeing(one + "," + count("two", "\"a\"", "1248", "y", contradicts("one")) + "," + three),
              (Found{{{"a"}, false}}));
    EXPECT_EQ(disagreeing(one + "," +
                          count("two", "\"a\"", "1248", "y",
                                R"(, "relations": [{"type": "contradicts", "claim": "one"},
                                                {"type": "contradicts", "claim": "three"}])") +
                          "," + three),
              (Found{{{"a"}, true}}));
}

TEST(disagreements, of_several_flows_are_silent_where_something_else_spoke) {
    const std::string x = count("x-a", "\"a\"", "300", "x") + "," + count("x-b", "\"b\"", "2", "x");
    const std::string y = count("y-a", "\"a\"", "303", "y");
    // The stated total fits nobody's counts.
    EXPECT_EQ(disagreeing(x + "," + count("t", R"("a", "b")", "305", "z", together)), Found{});
    // One flow disagrees already.
    EXPECT_EQ(disagreeing(x + "," + y + "," + count("t", R"("a", "b")", "305", "z", together)),
              (Found{{{"a"}, false}}));
    // Two totals that nobody can add up to.
    EXPECT_EQ(disagreeing(count("s", R"("a", "b")", "302", "y", together) + "," +
                          count("t", R"("a", "b")", "305", "z", together)),
              (Found{{{"a", "b"}, false}}));
}

TEST(disagreements, hang_on_nothing_unknown_and_are_counted) {
    const std::string one = count("one", "\"a\"", "1245", "x");
    const std::string two = count("two", "\"a\"", "1248", "y", contradicts("nowhere"));
    Checked dangling(exchange(one + "," + two));
    EXPECT_TRUE(disagreements(dangling.check).empty());
    EXPECT_EQ(dangling.check.undecided_checks(), 1U);
    disagreements(dangling.check);
    EXPECT_EQ(dangling.check.undecided_checks(), 1U);
    Checked unknown(exchange(one + "," + count("two", "\"a\"", "1248", "y")), {"/claims/1/quantity"});
    EXPECT_TRUE(disagreements(unknown.check).empty());
    EXPECT_EQ(unknown.check.undecided_checks(), 1U);
    Checked alone(exchange(one), {"/claims/0/quantity"});
    EXPECT_TRUE(disagreements(alone.check).empty());
    EXPECT_EQ(alone.check.undecided_checks(), 0U);
    // Two that do not meet and are joined by nobody: what the third says changes nothing.
    Checked certain(exchange(one + "," + count("two", "\"a\"", "1248", "y") + "," + count("three", "\"a\"", "1", "z")),
                    {"/claims/2/quantity"});
    EXPECT_EQ(disagreements(certain.check).size(), 1U);
    EXPECT_EQ(certain.check.undecided_checks(), 0U);
}

TEST(disagreements, of_several_flows_fall_silent_where_one_of_them_may_disagree) {
    const std::string totals =
        count("s", R"("a", "b")", "302", "y", together) + "," + count("t", R"("a", "b")", "305", "z", together);
    EXPECT_EQ(disagreeing(totals + "," + count("a1", "\"a\"", "1", "x") + "," + count("a2", "\"a\"", "1", "w")).size(),
              1U);
    Checked doubtful(exchange(totals + "," + count("a1", "\"a\"", "1", "x") + "," + count("a2", "\"a\"", "1", "w")),
                     {"/claims/3/quantity"});
    EXPECT_TRUE(disagreements(doubtful.check).empty());
}

const Rule report_declared =
    testing::probe([](RecordCheck& check) { report_disagreements(check, true, "{flows}: {figures}"); });
const Rule report_undeclared =
    testing::probe([](RecordCheck& check) { report_disagreements(check, false, "{flows}: {figures}"); });

TEST(disagreements, are_reported_with_every_figure_and_its_speaker) {
    Checked checked(exchange(count("b-two", "\"a\"", "1248", "y") + "," + count("a-one", "\"a\"", "1245", "x") + "," +
                                 count("c-three", "\"a\"", "1245", "nobody"),
                             of_agents));
    EXPECT_TRUE(checked.check.run(report_declared));
    EXPECT_TRUE(checked.check.take_drafts().empty());
    EXPECT_TRUE(checked.check.run(report_undeclared));
    const std::vector<Draft> drafts = checked.check.take_drafts();
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(render(drafts[0].message, drafts[0].args),
              "remains from Russia to Ukraine: 1,248 (an official), 1,245 (X House) and 1,245 (nobody)");
    // The claim whose id comes last is shown, wherever it stands.
    EXPECT_EQ(drafts[0].at, checked.record.claims.items[2].quantity.amount.where);
    EXPECT_EQ(drafts[0].participants,
              (std::vector<Participant>{claim_at(checked.record, 2), claim_at(checked.record, 0),
                                        claim_at(checked.record, 1)}));
    ASSERT_EQ(drafts[0].notes.size(), 2U);
    EXPECT_EQ(drafts[0].notes[0].message, "1,248 (an official) stands here");
}

TEST(disagreements, say_what_a_sum_was_made_of) {
    Checked checked(exchange(count("s", R"("a", "b")", "305", "y",
                                   together + R"(, "derivation": {"method": "sum", "of": ["x-a"]})" +
                                       R"(, "relations": [{"type": "contradicts", "claim": "x-b"}])") +
                                 "," + count("x-a", "\"a\"", "300", "x") + "," + count("x-b", "\"b\"", "2", "x"),
                             of_agents));
    EXPECT_TRUE(checked.check.run(report_declared));
    const std::vector<Draft> drafts = checked.check.take_drafts();
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(
        render(drafts[0].message, drafts[0].args),
        "remains from Russia to Ukraine and remains from Ukraine to Russia: 305 (an official) and 302 (X House, adding "
        "300 and 2)");
    EXPECT_EQ(drafts[0].participants.size(), 3U);
}

}  // namespace
}  // namespace muster
