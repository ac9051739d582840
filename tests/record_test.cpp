// From a document to the typed record: every field of every document, and who meets them.
#include <gtest/gtest.h>

#include <type_traits>

#include "record/names.hpp"
#include "record/walk.hpp"
#include "record_in_memory.hpp"

namespace muster {
namespace {

using testing::decoded;

/// Every field that the model has for an exchange, each at least once.
const std::string rich = R"({
  "$schema": "muster.schema.json", "schema": "muster/exchange/1", "id": "ua-ru-2025-06-16", "status": "disputed",
  "date": "2025-06-16?", "part_of": "istanbul", "stage": 5,
  "flows": [
    {"id": "to-ua", "from": "ru", "to": "ua", "kind": "remains", "label": "soldiers",
     "returns": ["earlier#to-ru", "earlier#to-ru-2"], "extensions": {"example.org:x": 1}},
    {"id": "to-ru", "from": "ua", "to": "ru", "kind": "items"}],
  "claims": [
    {"id": "count", "type": "count", "flows": ["to-ua", "to-ru"], "applies": "each", "unit": "fragment",
     "category": "mixed", "terms": "outside_exchange", "speaker": "chtpow", "stated_on": "2025-06-16T10:00:00+03:00",
     "rank": "preferred", "note": "as read", "extensions": {"example.org:y": {}},
     "quantity": {"amount": 1000, "qualifier": "nearly", "lower": 900, "upper": 1000, "as_printed": "nearly 1K"},
     "breakdowns": [{"dimension": "place", "shape": "partition", "parts": [
       {"label": "Kursk", "code": "iso3166-2:RU-KRS", "quantity": {"amount": 382},
        "breakdowns": [{"dimension": "sex", "shape": "subsets",
                        "parts": [{"label": "women", "quantity": {"absent": "withheld"}}]}]}]}],
     "derivation": {"method": "difference", "of": ["plan", "earlier#total"]},
     "relations": [{"type": "misprint_of", "claim": "plan"}, {"type": "corroborates", "claim": "earlier#total"}],
     "appearances": [{"source": "mt", "via": ["rbc", "tass"], "attributed_to": "an activist",
                      "quote": {"exact": "1000", "prefix": "nearly", "suffix": "bodies"}}]},
    {"id": "cumulative", "type": "cumulative", "speaker": "mt", "appearances": [{"source": "mt"}],
     "quantity": {"lower": 5},
     "scope": {"kind": "persons", "between": ["ru", "ua"], "from": "ru", "to": "ua", "part_of": "istanbul",
               "mediator": "ae", "window": "2024-10/..", "threshold": {"amount": 500, "qualifier": "at_least"}}},
    {"id": "seventh", "type": "ordinal", "scope": {"to": "ua"}, "ordinal": 7, "speaker": "mt",
     "appearances": [{"source": "mt"}]},
    {"id": "before", "type": "previous", "scope": {"to": "ua"}, "date": "2025-06-15", "speaker": "mt",
     "appearances": [{"source": "mt"}]},
    {"id": "whose", "type": "identification", "flows": ["to-ua"], "result": "misattributed", "speaker": "mt",
     "appearances": [{"source": "mt"}]},
    {"id": "where", "type": "place", "place_role": "handover", "speaker": "mt", "appearances": [{"source": "mt"}],
     "places": [{"label": "Gomel region", "code": "iso3166-2:BY-HO"}, {"label": "the border"}]},
    {"id": "who", "type": "mediation", "mediators": ["ae", "icrc"], "speaker": "mt", "appearances": [{"source": "mt"}]},
    {"id": "status", "type": "status", "status": "aborted", "text": "called off", "speaker": "mt",
     "appearances": [{"source": "mt"}]},
    {"id": "confirmed", "type": "confirmation", "claims": ["count", "earlier#total"], "speaker": "rbc",
     "appearances": [{"source": "mt"}]},
    {"id": "plan", "type": "plan", "flows": ["to-ua"], "quantity": {"absent": "no_comment", "as_printed": "some"},
     "speaker": "mt", "appearances": [{"source": "mt"}]}],
  "agents": [
    {"id": "rbc", "type": "outlet", "name": "RBC", "aliases": ["rbc.ru"], "party": "ru", "description": "an outlet"},
    {"id": "rogov", "type": "person", "name": "Vladimir Rogov", "public_role": "public figure"},
    {"id": "voice", "type": "anonymous", "description": "an official"}],
  "sources": [
    {"id": "mt", "outlet": "moscow-times", "url": "https://example.org/", "title": "Bodies", "published": "2025-06-16",
     "modified": "2025-06-17T00:00:00Z", "retrieved": "2025-06", "language": "en", "translation": "none",
     "syndicated_from": "origin", "revision_of": "older", "archive_url": "https://example.org/a",
     "snapshot": {"sha256": "00", "path": "mt.html"}, "note": "read twice"}],
  "note": "n", "revision": {"version": 2, "date": "2026-01-15", "data_status": "final"},
  "extensions": {"example.org:z": null}})";

template <class T>
::testing::AssertionResult holds(const Value<T>& field, const T& value) {
    if (!field.known()) return ::testing::AssertionFailure() << "it is " << (field.absent() ? "absent" : "unknown");
    if (!(field.value == value)) return ::testing::AssertionFailure() << "it has another value";
    if (field.where == nowhere) return ::testing::AssertionFailure() << "it has no place";
    return ::testing::AssertionSuccess();
}

#define HOLDS(field, ...) EXPECT_TRUE(holds(field, std::decay_t<decltype(*(field))>{__VA_ARGS__})) << #field

std::vector<std::string_view> texts(const List<Text>& list) {
    std::vector<std::string_view> all;
    for (const Text& text : list) all.push_back(text.known() ? *text : "?");
    return all;
}
using Texts = std::vector<std::string_view>;

TEST(decode, the_record_itself) {
    const Record record = decoded(rich);
    EXPECT_EQ(record.type, DocumentType::exchange);
    EXPECT_TRUE(record.is_record());
    EXPECT_EQ(record.where, 0U);
    HOLDS(record.id, "ua-ru-2025-06-16");
    HOLDS(record.status, RecordStatus::disputed);
    ASSERT_TRUE(record.date.known());
    EXPECT_EQ(record.date->text, "2025-06-16?");
    EXPECT_TRUE(record.date->days.uncertain);
    EXPECT_EQ(record.date->days.earliest, parse_date("2025-06-16").date.earliest);
    HOLDS(record.part_of, "istanbul");
    HOLDS(record.stage, 5);
    ASSERT_TRUE(record.revised_on.known());
    EXPECT_EQ(record.revised_on->text, "2026-01-15");
    EXPECT_TRUE(record.title.absent());
    EXPECT_TRUE(record.stages.absent());
    EXPECT_TRUE(record.withdrawn_on.absent());
    EXPECT_EQ(record.flows.size(), 2U);
    EXPECT_EQ(record.claims.size(), 10U);
}

TEST(decode, flows) {
    const Record record = decoded(rich);
    const Flow& flow = record.flows.items[0];
    HOLDS(flow.id, "to-ua");
    HOLDS(flow.from, "ru");
    HOLDS(flow.to, "ua");
    HOLDS(flow.kind, Kind::remains);
    HOLDS(flow.label, "soldiers");
    EXPECT_EQ(texts(flow.returns), (Texts{"earlier#to-ru", "earlier#to-ru-2"}));
    EXPECT_FALSE(flow.unknown);
    EXPECT_EQ(rich[flow.where], '{');
    HOLDS(record.flows.items[1].kind, Kind::items);
    EXPECT_TRUE(record.flows.items[1].label.absent());
    EXPECT_TRUE(record.flows.items[1].returns.absent());
}

TEST(decode, all_that_a_count_may_have) {
    const Record record = decoded(rich);
    const Claim& claim = record.claims.items[0];
    EXPECT_FALSE(claim.unknown);
    HOLDS(claim.id, "count");
    HOLDS(claim.type, ClaimType::count);
    HOLDS(claim.speaker, "chtpow");
    EXPECT_EQ(texts(claim.flows), (Texts{"to-ua", "to-ru"}));
    HOLDS(claim.applies, Applies::each);
    HOLDS(claim.unit, Unit::fragment);
    HOLDS(claim.category, Category::mixed);
    HOLDS(claim.terms, Terms::outside_exchange);
    HOLDS(claim.rank, Rank::preferred);
    HOLDS(claim.note, "as read");
    ASSERT_TRUE(claim.stated_on.known());
    EXPECT_EQ(claim.stated_on->days.latest, parse_date("2025-06-16").date.latest);
    HOLDS(claim.quantity.amount, 1000);
    HOLDS(claim.quantity.qualifier, Qualifier::nearly);
    HOLDS(claim.quantity.lower, 900);
    HOLDS(claim.quantity.upper, 1000);
    HOLDS(claim.quantity.as_printed, "nearly 1K");
    EXPECT_TRUE(claim.quantity.absence.absent());
    HOLDS(claim.derivation.method, Method::difference);
    ASSERT_EQ(claim.derivation.of.size(), 2U);
    EXPECT_EQ(claim.derivation.of.items[0]->record, "");
    EXPECT_EQ(claim.derivation.of.items[0]->claim, "plan");
    EXPECT_EQ(claim.derivation.of.items[1]->text, "earlier#total");
    EXPECT_EQ(claim.derivation.of.items[1]->record, "earlier");
    EXPECT_EQ(claim.derivation.of.items[1]->claim, "total");
    ASSERT_EQ(claim.relations.size(), 2U);
    HOLDS(claim.relations.items[0].type, RelationType::misprint_of);
    EXPECT_EQ(claim.relations.items[0].claim->claim, "plan");
    HOLDS(claim.relations.items[1].type, RelationType::corroborates);
    EXPECT_EQ(claim.relations.items[1].claim->record, "earlier");
}

TEST(decode, breakdowns_and_appearances) {
    const Record record = decoded(rich);
    const Claim& claim = record.claims.items[0];
    ASSERT_EQ(claim.breakdowns.size(), 1U);
    const Breakdown& outer = claim.breakdowns.items[0];
    HOLDS(outer.dimension, "place");
    HOLDS(outer.shape, Shape::partition);
    ASSERT_EQ(outer.parts.size(), 1U);
    const Part& part = outer.parts.items[0];
    HOLDS(part.label, "Kursk");
    HOLDS(part.code, "iso3166-2:RU-KRS");
    HOLDS(part.quantity.amount, 382);
    ASSERT_EQ(part.breakdowns.size(), 1U);
    HOLDS(part.breakdowns.items[0].shape, Shape::subsets);
    HOLDS(part.breakdowns.items[0].parts.items[0].quantity.absence, Absence::withheld);
    ASSERT_EQ(claim.appearances.size(), 1U);
    const Appearance& appearance = claim.appearances.items[0];
    HOLDS(appearance.source, "mt");
    EXPECT_EQ(texts(appearance.via), (Texts{"rbc", "tass"}));
    HOLDS(appearance.attributed_to, "an activist");
    HOLDS(appearance.quote.exact, "1000");
    HOLDS(appearance.quote.prefix, "nearly");
    HOLDS(appearance.quote.suffix, "bodies");
}

TEST(decode, the_other_types_of_claims) {
    const Record record = decoded(rich);
    const auto claim = [&](std::string_view id) { return record.claims.items[*claim_number(record, id)]; };
    const Scope scope = claim("cumulative").scope;
    EXPECT_FALSE(scope.unknown());
    HOLDS(scope.kind, Kind::persons);
    EXPECT_EQ(texts(scope.between), (Texts{"ru", "ua"}));
    HOLDS(scope.from, "ru");
    HOLDS(scope.to, "ua");
    HOLDS(scope.part_of, "istanbul");
    HOLDS(scope.mediator, "ae");
    EXPECT_EQ(scope.window->text, "2024-10/..");
    HOLDS(scope.threshold.amount, 500);
    EXPECT_EQ(claim("cumulative").quantity.interval(), Interval::from(5));
    HOLDS(claim("seventh").ordinal, 7);
    EXPECT_EQ(claim("before").date->text, "2025-06-15");
    HOLDS(claim("whose").result, IdentificationResult::misattributed);
    HOLDS(claim("where").place_role, PlaceRole::handover);
    ASSERT_EQ(claim("where").places.size(), 2U);
    HOLDS(claim("where").places.items[0].label, "Gomel region");
    HOLDS(claim("where").places.items[0].code, "iso3166-2:BY-HO");
    EXPECT_TRUE(claim("where").places.items[1].code.absent());
    EXPECT_EQ(texts(claim("who").mediators), (Texts{"ae", "icrc"}));
    HOLDS(claim("status").status, RecordStatus::aborted);
    HOLDS(claim("status").text, "called off");
    ASSERT_EQ(claim("confirmed").claims.size(), 2U);
    EXPECT_EQ(claim("confirmed").claims.items[1]->record, "earlier");
    HOLDS(claim("plan").quantity.absence, Absence::no_comment);
    HOLDS(claim("plan").quantity.as_printed, "some");
    for (const Claim& each : record.claims) EXPECT_FALSE(each.unknown) << *each.id;
}

TEST(decode, agents_and_sources) {
    const Record record = decoded(rich);
    ASSERT_EQ(record.agents.size(), 3U);
    HOLDS(record.agents.items[0].id, "rbc");
    HOLDS(record.agents.items[0].type, AgentType::outlet);
    HOLDS(record.agents.items[0].name, "RBC");
    HOLDS(record.agents.items[0].party, "ru");
    HOLDS(record.agents.items[0].description, "an outlet");
    HOLDS(record.agents.items[1].public_role, "public figure");
    EXPECT_TRUE(record.agents.items[2].name.absent());
    ASSERT_EQ(record.sources.size(), 1U);
    const Source& source = record.sources.items[0];
    HOLDS(source.id, "mt");
    HOLDS(source.outlet, "moscow-times");
    HOLDS(source.url, "https://example.org/");
    HOLDS(source.title, "Bodies");
    HOLDS(source.syndicated_from, "origin");
    HOLDS(source.revision_of, "older");
    EXPECT_EQ(source.published->text, "2025-06-16");
    EXPECT_EQ(source.modified->text, "2025-06-17T00:00:00Z");
    EXPECT_EQ(source.retrieved->text, "2025-06");
}

TEST(decode, the_other_documents) {
    const Record series = decoded(
        R"({"schema": "muster/series/1", "id": "s", "title": "Istanbul", "date": "2025-06", "stages": 5, "part_of": "t"})");
    EXPECT_EQ(series.type, DocumentType::series);
    HOLDS(series.title, "Istanbul");
    HOLDS(series.stages, 5);
    HOLDS(series.part_of, "t");
    EXPECT_TRUE(series.flows.absent());
    EXPECT_TRUE(series.claims.absent());
    EXPECT_TRUE(series.status.absent());

    const Record tombstone = decoded(
        R"({"schema": "muster/tombstone/1", "id": "t", "withdrawn_on": "2026-01-15", "reason": "r", "replaced_by": "u"})");
    EXPECT_EQ(tombstone.type, DocumentType::tombstone);
    EXPECT_EQ(tombstone.withdrawn_on->text, "2026-01-15");
    HOLDS(tombstone.replaced_by, "u");
    EXPECT_TRUE(tombstone.is_record());

    const Record dataset = decoded(R"({"schema": "muster/dataset/1", "id": "d", "title": "D", "licence": "CC0-1.0",
        "maintainers": ["m"], "language": "en",
        "covers": [{"kind": "remains", "window": "2024/2025"}, {"to": "ua", "window": "2025"}]})");
    EXPECT_EQ(dataset.type, DocumentType::dataset);
    EXPECT_FALSE(dataset.is_record());
    HOLDS(dataset.id, "d");
    ASSERT_EQ(dataset.covers.size(), 2U);
    HOLDS(dataset.covers.items[0].kind, Kind::remains);
    HOLDS(dataset.covers.items[1].to, "ua");

    const Record agents =
        decoded(R"({"schema": "muster/agents/1", "agents": [{"id": "a", "type": "group", "name": "A"}]})");
    EXPECT_EQ(agents.type, DocumentType::agents);
    ASSERT_EQ(agents.agents.size(), 1U);
    EXPECT_TRUE(agents.sources.absent());
    const Record sources = decoded(R"({"schema": "muster/sources/1", "sources": [{"id": "s", "outlet": "o"}]})");
    EXPECT_EQ(sources.type, DocumentType::sources);
    ASSERT_EQ(sources.sources.size(), 1U);
}

TEST(decode, what_is_marked_as_unknown_stays_so_leaf_by_leaf) {
    const Record record = decoded(rich, {"/id", "/flows/0/from", "/flows/1", "/claims/0/flows/1", "/claims/0/rank",
                                         "/claims/0/relations/0/claim", "/claims/0/breakdowns/0", "/claims/1/scope/to",
                                         "/claims/9/quantity/as_printed", "/agents", "/sources/0/published"});
    EXPECT_TRUE(record.id.unknown());
    EXPECT_NE(record.id.where, nowhere);
    EXPECT_TRUE(record.date.known());
    EXPECT_TRUE(record.flows.items[0].from.unknown());
    EXPECT_TRUE(record.flows.items[0].to.known());
    EXPECT_TRUE(record.flows.items[1].unknown);
    EXPECT_EQ(texts(record.claims.items[0].flows), (Texts{"to-ua", "?"}));
    EXPECT_TRUE(record.claims.items[0].rank.unknown());
    EXPECT_TRUE(record.claims.items[0].quantity.amount.known());
    EXPECT_TRUE(record.claims.items[0].relations.items[0].claim.unknown());
    EXPECT_TRUE(record.claims.items[0].relations.items[0].type.known());
    EXPECT_TRUE(record.claims.items[0].breakdowns.items[0].parts.unknown());
    EXPECT_TRUE(record.claims.items[1].scope.unknown());
    EXPECT_TRUE(record.claims.items[9].quantity.unknown());
    EXPECT_TRUE(record.agents.unknown());
    EXPECT_TRUE(record.agents.empty());
    EXPECT_TRUE(record.sources.items[0].published.unknown());
    EXPECT_EQ(record.sources.items[0].published->days.latest, after_all_days);
}

TEST(decode, keeps_the_document_alive) {
    Record record;
    {
        const Record made = decoded(rich);
        record = made;
    }
    EXPECT_EQ(*record.id, "ua-ru-2025-06-16");
}

TEST(names, are_read_as_they_are_written) {
    const auto check = [](auto first, std::size_t count) {
        using Enum = decltype(first);
        EXPECT_EQ(Words<Enum>::list.size(), count);
        for (const std::string_view written : Words<Enum>::list) {
            ASSERT_TRUE(from_word<Enum>(written).has_value()) << written;
            EXPECT_EQ(word(*from_word<Enum>(written)), written);
        }
        EXPECT_FALSE(from_word<Enum>("").has_value());
        EXPECT_FALSE(from_word<Enum>("zzz").has_value());
    };
    check(Kind::remains, 3);
    check(Unit::person, 5);
    check(Category::military, 3);
    check(Terms::exchange, 4);
    check(RecordStatus::announced, 6);
    check(Applies::together, 3);
    check(Rank::preferred, 2);
    check(Qualifier::at_least, 6);
    check(Absence::not_stated, 4);
    check(Shape::partition, 3);
    check(Method::sum, 2);
    check(RelationType::corroborates, 4);
    check(AgentType::party, 6);
    check(IdentificationResult::presumed, 4);
    check(PlaceRole::origin, 2);
    check(ClaimType::count, 14);
    check(DocumentType::exchange, 6);
    EXPECT_EQ(own_unit(Kind::remains), Unit::body);
    EXPECT_EQ(own_unit(Kind::persons), Unit::person);
    EXPECT_EQ(own_unit(Kind::items), Unit::item);
}

TEST(walk, meets_everything_of_its_sort) {
    const Record record = decoded(rich);
    std::multiset<std::string_view> agents, sources, claims, records, dates;
    for_each_agent_reference(record, [&](const Text& id) { agents.insert(*id); });
    for_each_source_reference(record, [&](const Text& id) { sources.insert(*id); });
    for_each_claim_reference(record, [&](const Value<ClaimRef>& reference) { claims.insert(reference->text); });
    for_each_record_reference(record, [&](const Text& id) { records.insert(*id); });
    for_each_date(record, [&](const Date& date) { dates.insert(date->text); });
    EXPECT_EQ(agents, (std::multiset<std::string_view>{
                          "ru",     "ua",   "ua",  "ru",  // ends of flows
                          "chtpow", "mt",   "mt",  "mt",   "mt", "mt",          "mt", "mt", "rbc", "mt",  // speakers
                          "ru",     "ua",   "ae",  "ru",   "ua", "ua",          "ua",                     // scopes
                          "ae",     "icrc", "rbc", "tass", "ru", "moscow-times"}));
    EXPECT_EQ(sources, (std::multiset<std::string_view>{"mt", "mt", "mt", "mt", "mt", "mt", "mt", "mt", "mt", "mt",
                                                        "origin", "older"}));
    EXPECT_EQ(claims, (std::multiset<std::string_view>{"plan", "earlier#total", "plan", "earlier#total", "count",
                                                       "earlier#total"}));
    EXPECT_EQ(records, (std::multiset<std::string_view>{"istanbul", "istanbul"}));
    EXPECT_EQ(dates,
              (std::multiset<std::string_view>{"2025-06-16?", "2026-01-15", "2025-06-16T10:00:00+03:00", "2024-10/..",
                                               "2025-06-15", "2025-06-16", "2025-06-17T00:00:00Z", "2025-06"}));
    std::multiset<std::int64_t> amounts;
    for_each_quantity(record.claims.items[0], [&](const Quantity& quantity) { amounts.insert(*quantity.amount); });
    for_each_quantity(record.claims.items[1], [&](const Quantity& quantity) { amounts.insert(*quantity.amount); });
    EXPECT_EQ(amounts, (std::multiset<std::int64_t>{1000, 382, 0, 0, 500}));
}

}  // namespace
}  // namespace muster
