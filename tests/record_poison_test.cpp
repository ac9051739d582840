// What an error makes unknown, wherever it stands, and what falls silent then.
#include <gtest/gtest.h>

#include "record/breakdowns.hpp"
#include "record/derivation.hpp"
#include "record/disagreements.hpp"
#include "record/poison.hpp"
#include "record/stated_totals.hpp"
#include "record/summary.hpp"
#include "record_in_memory.hpp"

namespace muster {
namespace {

using testing::Checked;
using testing::decoded;

/// All that an exchange may hold, each value once.
const std::string everything =
    R"({"schema": "muster/exchange/1", "id": "r", "status": "carried_out", "date": "2025-03-28",
  "part_of": "p", "stage": 1, "revision": {"version": 1, "date": "2026"},
  "flows": [{"id": "f", "from": "ru", "to": "ua", "kind": "remains", "label": "l", "returns": ["x#f"]}],
  "claims": [{"id": "c", "type": "count", "speaker": "s", "flows": ["f"], "applies": "each", "unit": "body",
    "category": "mixed", "terms": "exchange", "rank": "preferred", "stated_on": "2025", "note": "n", "text": "t",
    "ordinal": 1, "date": "2025", "status": "agreed", "place_role": "origin", "result": "pending",
    "quantity": {"amount": 5, "qualifier": "about", "lower": 4, "upper": 6, "as_printed": "5"},
    "claims": ["c", "x#c"], "mediators": ["m"], "places": [{"label": "l", "code": "c"}],
    "scope": {"kind": "remains", "between": ["ru", "ua"], "from": "ru", "to": "ua", "part_of": "p", "mediator": "m",
              "window": "2025", "threshold": {"lower": 1}},
    "breakdowns": [{"dimension": "d", "shape": "partition", "parts": [{"label": "l", "code": "c", "quantity": {"amount": 5},
      "breakdowns": [{"dimension": "d", "shape": "subsets", "parts": [{"label": "l", "quantity": {"absent": "withheld"}}]}]}]}],
    "derivation": {"method": "sum", "of": ["c", "x#c"]},
    "relations": [{"type": "contradicts", "claim": "x#c"}],
    "appearances": [{"source": "s", "via": ["v"], "attributed_to": "a", "quote": {"exact": "e", "prefix": "p", "suffix": "s"}}]}],
  "agents": [{"id": "a", "type": "person", "name": "n", "party": "ru", "public_role": "r", "description": "d"}],
  "sources": [{"id": "s", "outlet": "o", "url": "u", "title": "t", "published": "2025", "modified": "2025",
    "retrieved": "2025", "syndicated_from": "y", "revision_of": "z"}]})";

void poison(Record& record, const Participant& participant) {
    make_unknown(record, {&participant, 1});
}

/// How many leaves of a record are unknown, and how many claims and flows.
class Counter {
public:
    explicit Counter(const Record& record) {
        see(record.id, record.status, record.date, record.part_of, record.title, record.stage, record.stages,
            record.revised_on, record.withdrawn_on, record.replaced_by, record.flows, record.claims, record.agents,
            record.sources, record.covers);
        for (const Flow& flow : record.flows) {
            unknown += flow.unknown ? 1 : 0;
            see(flow.id, flow.from, flow.to, flow.label, flow.kind);
            list(flow.returns);
        }
        for (const Claim& each : record.claims) claim(each);
        for (const Agent& agent : record.agents) {
            see(agent.id, agent.type, agent.name, agent.party, agent.public_role, agent.description);
        }
        for (const Source& source : record.sources) {
            see(source.id, source.outlet, source.url, source.title, source.syndicated_from, source.revision_of,
                source.published, source.modified, source.retrieved);
        }
        for (const Scope& each : record.covers) scope(each);
    }
    int unknown = 0;

private:
    template <class... Fields>
    void see(const Fields&... fields) {
        ((unknown += fields.state == State::unknown ? 1 : 0), ...);
    }
    template <class T>
    void list(const List<T>& values) {
        see(values);
        for (const T& value : values) see(value);
    }
    void quantity(const Quantity& q) { see(q, q.amount, q.lower, q.upper, q.qualifier, q.absence, q.as_printed); }
    void scope(const Scope& s) {
        see(s, s.kind, s.from, s.to, s.part_of, s.mediator, s.window);
        list(s.between);
        quantity(s.threshold);
    }
    void breakdowns(const List<Breakdown>& all) {
        see(all);
        for (const Breakdown& breakdown : all) {
            see(breakdown.dimension, breakdown.shape, breakdown.parts);
            for (const Part& part : breakdown.parts) {
                see(part.label, part.code);
                quantity(part.quantity);
                breakdowns(part.breakdowns);
            }
        }
    }
    void claim(const Claim& c) {
        unknown += c.unknown ? 1 : 0;
        see(c.id, c.type, c.speaker, c.applies, c.unit, c.category, c.terms, c.ordinal, c.date, c.status, c.place_role,
            c.result, c.text, c.note, c.stated_on, c.rank, c.derivation, c.derivation.method, c.places, c.appearances,
            c.relations);
        list(c.flows);
        list(c.claims);
        list(c.mediators);
        list(c.derivation.of);
        quantity(c.quantity);
        scope(c.scope);
        breakdowns(c.breakdowns);
        for (const NamedPlace& place : c.places) see(place.label, place.code);
        for (const Appearance& appearance : c.appearances) {
            see(appearance.source, appearance.attributed_to, appearance.quote.exact, appearance.quote.prefix,
                appearance.quote.suffix);
            list(appearance.via);
        }
        for (const Relation& relation : c.relations) see(relation.type, relation.claim);
    }
};

TEST(poison, makes_the_value_unknown_that_stands_at_its_place_and_no_other) {
    const Parsed parsed = parse(everything);
    ASSERT_EQ(Counter(decode(parsed.document)).unknown, 0);
    // Of these no rule reads anything, or they say what the document is.
    const std::set<std::string> unread{
        "",          "/schema",    "/revision",         "/revision/version", "/claims/0/appearances/0/quote",
        "/agents/0", "/sources/0", "/claims/0/places/0"};
    // Of these nothing can be used once they are in doubt, though they are made of several values.
    const std::set<std::string> of_several{"/claims/0/relations/0"};
    std::size_t looked_at = 0;
    for (NodeId id = 0; id < parsed.document->nodes().size(); ++id) {
        Record record = decode(parsed.document);
        poison(record, value_at(parsed.document->node(id).begin));
        const std::string pointer = parsed.document->pointer(id);
        const int expected = unread.count(pointer) > 0 ? 0 : of_several.count(pointer) > 0 ? 2 : 1;
        EXPECT_EQ(Counter(record).unknown, expected) << pointer;
        ++looked_at;
    }
    EXPECT_GT(looked_at, 100U);
}

TEST(poison, of_other_documents) {
    for (const std::string& json :
         {std::string(R"({"schema": "muster/tombstone/1", "id": "t", "withdrawn_on": "2025", "replaced_by": "u"})"),
          std::string(R"({"schema": "muster/series/1", "id": "t", "title": "T", "date": "2025", "stages": 5})"),
          std::string(R"({"schema": "muster/dataset/1", "id": "t", "title": "T", "covers": [{"window": "2025",
                          "threshold": {"lower": 2, "upper": 1}}]})")}) {
        const Parsed parsed = parse(json);
        for (NodeId id = 2; id < parsed.document->nodes().size(); ++id) {
            Record record = decode(parsed.document);
            poison(record, value_at(parsed.document->node(id).begin));
            EXPECT_EQ(Counter(record).unknown, 1) << parsed.document->pointer(id);
        }
    }
}

TEST(poison, of_nowhere_touches_nothing) {
    Record record = decoded(R"({"schema": "muster/series/1", "id": "t", "title": "T", "date": "2025"})");
    poison(record, value_at(nowhere));
    EXPECT_EQ(Counter(record).unknown, 0);
    EXPECT_TRUE(record.part_of.absent());
}

TEST(poison, of_claims_and_flows_goes_by_their_number) {
    Record record = decoded(everything);
    poison(record, claim_at(record, 0));
    EXPECT_TRUE(record.claims.items[0].unknown);
    EXPECT_EQ(Counter(record).unknown, 1);
    poison(record, flow_at(record, 0));
    EXPECT_TRUE(record.flows.items[0].unknown);
    EXPECT_EQ(Counter(record).unknown, 2);
}

// What falls silent: one record in which every check of one record fails.

const std::string wrong = R"({"schema": "muster/exchange/1", "id": "r", "status": "carried_out", "date": "2025-03-28",
  "flows": [{"id": "a", "from": "ru", "to": "ua", "kind": "remains"}, {"id": "b", "from": "ua", "to": "ru", "kind": "remains"}],
  "claims": [
    {"id": "a909", "type": "count", "flows": ["a"], "quantity": {"amount": 909}, "speaker": "hq", "appearances": [{"source": "s"}],
     "breakdowns": [{"dimension": "place", "shape": "partition", "parts": [{"label": "l", "quantity": {"amount": 910}}]}]},
    {"id": "b43", "type": "count", "flows": ["b"], "quantity": {"amount": 43}, "speaker": "hq", "appearances": [{"source": "s"}]},
    {"id": "b44", "type": "count", "flows": ["b"], "quantity": {"amount": 44}, "speaker": "mp", "appearances": [{"source": "s"}]},
    {"id": "derived", "type": "count", "flows": ["a", "b"], "applies": "together", "quantity": {"amount": 951}, "speaker": "mt",
     "appearances": [{"source": "s"}], "derivation": {"method": "sum", "of": ["a909", "b43"]}},
    {"id": "stated", "type": "count", "flows": ["a", "b"], "applies": "together", "quantity": {"amount": 900}, "speaker": "hq",
     "appearances": [{"source": "s"}]}]})";

struct Failing {
    bool breakdown, derived, stated, disagreement;
    bool operator==(const Failing& other) const {
        return breakdown == other.breakdown && derived == other.derived && stated == other.stated &&
               disagreement == other.disagreement;
    }
};
std::ostream& operator<<(std::ostream& out, const Failing& failing) {
    return out << "breakdown " << failing.breakdown << " derived " << failing.derived << " stated " << failing.stated
               << " disagreement " << failing.disagreement;
}

Failing failing_after(const std::function<void(Record&)>& poison) {
    Checked checked(wrong);
    poison(checked.record);
    const DerivedTotal& derived = *derive(checked.check, checked["derived"]);
    const Claim& total = checked.record.claims.items[checked["derived"]];
    const Interval given = total.unknown ? Interval::unknown() : total.quantity.interval();
    bool stated = false;
    for (const StatedTotal& each : stated_totals(checked.check)) {
        stated = stated || each.verdict == StatedVerdict::contradicts_its_own_speaker ||
                 each.verdict == StatedVerdict::matches_no_count;
    }
    return {!judge_breakdowns(checked.record.claims.items[checked["a909"]]).failures.empty(), !derived.sum.meets(given),
            stated, !disagreements(checked.check).empty()};
}
Failing failing_without_claim(std::uint32_t number) {
    return failing_after([&](Record& record) { poison(record, claim_at(record, number)); });
}

TEST(poison, makes_later_checks_silent_by_arithmetic) {
    EXPECT_EQ(failing_after([](Record&) {}), (Failing{true, true, true, true}));
    // The part that is wrong takes its claim with it: no sum that uses the claim is judged.
    EXPECT_EQ(failing_without_claim(0), (Failing{false, false, false, true}));
    EXPECT_EQ(failing_without_claim(1), (Failing{true, false, true, false}));
    EXPECT_EQ(failing_without_claim(2), (Failing{true, true, true, false}));
    EXPECT_EQ(failing_without_claim(3), (Failing{true, false, true, true}));
    EXPECT_EQ(failing_without_claim(4), (Failing{true, true, false, true}));
    EXPECT_EQ(failing_after([](Record& record) { poison(record, flow_at(record, 0)); }),
              (Failing{true, true, false, true}));
    EXPECT_EQ(failing_after([](Record& record) { poison(record, flow_at(record, 1)); }),
              (Failing{true, true, false, false}));
    EXPECT_EQ(failing_after([](Record& record) { poison(record, value_at(record.claims.items[1].quantity.where)); }),
              (Failing{true, false, true, false}));
    EXPECT_EQ(failing_after([](Record& record) {
                  poison(record, value_at(record.claims.items[3].derivation.of.items[1].where));
              }),
              (Failing{true, false, true, true}));
}

TEST(poison, leaves_a_summary_open) {
    const auto summary_of = [](const std::function<void(Record&)>& poison) {
        Checked checked(wrong);
        poison(checked.record);
        return summarize(checked.check, [](Where) { return Site(); });
    };
    const RecordSummary sound = summary_of([](Record&) {});
    EXPECT_EQ(sound.id, "r");
    EXPECT_EQ(sound.date_words, "28 March 2025");
    EXPECT_EQ(sound.legs[0].from, "ru");
    EXPECT_EQ(sound.legs[0].kind, Kind::remains);
    EXPECT_EQ(sound.accounts.view({0})->best, 909);
    EXPECT_EQ(sound.figures[0], "909 (hq)");
    const RecordSummary dateless = summary_of([](Record& record) { poison(record, value_at(record.date.where)); });
    EXPECT_TRUE(dateless.date_unknown);
    EXPECT_EQ(dateless.date.latest, after_all_days);
    const RecordSummary nameless = summary_of([](Record& record) { poison(record, value_at(record.id.where)); });
    EXPECT_EQ(nameless.id, "");
    const RecordSummary legless = summary_of([](Record& record) { poison(record, flow_at(record, 0)); });
    EXPECT_EQ(legless.legs[0].from, "");
    EXPECT_EQ(legless.legs[0].kind, std::nullopt);
    const RecordSummary countless = summary_of([](Record& record) { poison(record, claim_at(record, 0)); });
    EXPECT_TRUE(countless.accounts.view({0})->interval.is_unknown());
}

}  // namespace
}  // namespace muster
