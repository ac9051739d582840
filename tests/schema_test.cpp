#include "schema/schema.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/suggestion.hpp"
#include "parse/parse.hpp"
#include "schema/number.hpp"

namespace muster {
namespace {

using Strings = std::vector<std::string>;

/// A record with every kind of field in it and nothing wrong.
constexpr std::string_view good = R"({
  "schema": "muster/exchange/1", "id": "ua-ru-2025-03-28-remains", "status": "carried_out", "date": "2025-03-28",
  "part_of": "istanbul", "stage": 2, "note": "a note", "extensions": { "example.org:batch": null },
  "flows": [{ "id": "to-ua", "from": "ru", "to": "ua", "kind": "remains" },
            { "id": "to-ru", "from": "ua", "to": "ru", "kind": "remains", "returns": ["a#b", "a#c"] }],
  "claims": [
    { "id": "ru-43", "type": "count", "flows": ["to-ru"], "quantity": { "amount": 43, "qualifier": "at_least" },
      "category": "military", "speaker": "rogov", "rank": "preferred",
      "appearances": [{ "source": "mt", "via": ["rbc", "tass"], "quote": { "exact": "as soon as possible" } }],
      "breakdowns": [{ "dimension": "category", "shape": "open_list",
                       "parts": [{ "label": "officers", "code": "military", "quantity": { "lower": 2 } }] }] },
    { "id": "total", "type": "count", "flows": ["to-ru", "to-ua"], "applies": "together",
      "quantity": { "amount": 952 }, "derivation": { "method": "sum", "of": ["ru-43", "ua-909"] }, "speaker": "dataset" },
    { "id": "went", "type": "plan", "scope": { "kind": "remains", "between": ["ru", "ua"], "window": "2024-10/.." },
      "quantity": { "absent": "withheld", "as_printed": "many" }, "speaker": "mt", "appearances": [{ "source": "rt" }] },
    { "id": "where", "type": "place", "place_role": "origin", "places": [{ "label": "Donetsk", "code": "iso3166-2:UA-14" }],
      "speaker": "chtpow", "stated_on": "2025-03-29", "appearances": [{ "source": "ap" }] },
    { "id": "no", "type": "denial", "speaker": "tass", "appearances": [{ "source": "tass-1" }] }],
  "agents": [{ "id": "saraliyev", "type": "person", "name": "Shamsail Saraliyev", "public_role": "deputy" },
             { "id": "someone", "type": "anonymous", "description": "an official" },
             { "id": "ua", "type": "party", "name": "Ukraine" }],
  "sources": [{ "id": "mt", "outlet": "mt", "url": "https://example.org/a", "language": "en",
                "snapshot": { "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" } }]
})";

/// The good record with one piece of its text changed.
std::string with(std::string_view from, std::string_view to) {
    std::string text(good);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

/// `rule at TEXT: message`, TEXT being what begins at the place.
std::string shown(const Draft& draft, const std::string& text) {
    const std::size_t length = draft.end == nowhere ? 10 : std::min<std::size_t>(draft.end - draft.at, 10);
    return std::string(draft.rule) + " at " + text.substr(draft.at, length) + ": " + render(draft.message, draft.args);
}

struct Judged {
    std::shared_ptr<Document> document;
    std::vector<Draft> drafts;
    Strings lines;
    /// What cannot be used, by its pointer.
    Strings unknown;
};

Judged judge(std::string_view text, const Schema& schema = document_schema()) {
    Judged judged;
    Parsed parsed = parse(text);
    judged.document = parsed.document;
    EXPECT_TRUE(judged.document) << text;
    if (!judged.document) return judged;
    judged.drafts = schema.judge(*judged.document);
    for (const Draft& draft : judged.drafts) judged.lines.push_back(shown(draft, std::string(text)));
    for (NodeId id = 0; id < judged.document->nodes().size(); ++id) {
        if (judged.document->node(id).unknown) judged.unknown.push_back(judged.document->pointer(id));
    }
    return judged;
}

Strings lines_of(std::string_view text, const Schema& schema = document_schema()) {
    return judge(text, schema).lines;
}

std::shared_ptr<const Schema> compiled(std::string_view json) {
    Result<std::shared_ptr<const Schema>> result = Schema::compile(json);
    EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().message);
    return result ? result.value() : nullptr;
}

struct Change {
    std::string_view from;
    std::string_view to;
    std::string_view line;
};

/// Single changes, each with the one draft it gives.
const std::vector<Change>
    changes =
        {
            {R"("date": "2025-03-28",)", R"("dat": "2025-03-28",)",
             R"(unknown_field at "dat": "dat" is not a field of an exchange; did you mean "date"?)"},
            {R"("date": "2025-03-28",)", R"("dаte": "2025-03-28",)",
             R"(unknown_field at "dаte": "dаte" is not a field of an exchange: the letter "а" in it is Cyrillic; did you mean "date"?)"},
            {R"("date": "2025-03-28",)", R"("Date": "2025-03-28",)",
             R"(unknown_field at "Date": "Date" is not a field of an exchange; did you mean "date"?)"},
            {R"("date": "2025-03-28",)", R"()", R"(missing_field at {: the exchange has no "date")"},
            {R"( "note": "a note",)", R"( "not": "a note",)",
             R"(unknown_field at "not": "not" is not a field of an exchange; did you mean "note"?)"},
            {R"( "note": "a note",)", R"( "nota_bene": "a note",)",
             R"(unknown_field at "nota_bene: "nota_bene" is not a field of an exchange; what may still be added is "$schema", "note" or "revision")"},
            {R"("speaker": "rogov", )", R"()",
             R"(claim_without_speaker at {: the claim has no "speaker": who says this?)"},
            {R"("speaker": "rogov")", R"("speeker": "rogov")",
             R"(unknown_field at "speeker": "speeker" is not a field of a claim; did you mean "speaker"?)"},
            {R"("schema": "muster/exchange/1", )", R"()",
             R"(unknown_document at {: the document does not say what it is: it has no "schema")"},
            {R"("schema": "muster/exchange/1")", R"("schemа": "muster/exchange/1")",
             R"(unknown_field at "schemа": "schemа" is not a field of an exchange: the letter "а" in it is Cyrillic; did you mean "schema"?)"},
            {R"("type": "count", "flows": ["to-ru"],)", R"("typ": "count", "flows": ["to-ru"],)",
             R"(unknown_field at "typ": "typ" is not a field of a claim; did you mean "type"?)"},
            {R"("type": "count", "flows": ["to-ru"],)", R"("flows": ["to-ru"],)",
             R"(missing_field at {: the claim has no "type")"},
            {R"("quantity": { "amount": 43, "qualifier": "at_least" },)", R"()",
             R"(missing_field at {: the claim of type "count" has no "quantity")"},
            {R"("quantity": { "amount": 43, "qualifier": "at_least" },)", R"("amount": 43, "qualifier": "at_least",)",
             R"(unknown_field at "amount": "amount" and "qualifier" are not fields of a claim; they belong inside "quantity", which is missing)"},
            {R"("label": "Donetsk")", R"("label": "Donetsk", "region": "east")",
             R"(unknown_field at "region": "region" is not a field of a place)"},
            {R"("from": "ru")", R"("form": "ru")",
             R"(unknown_field at "form": "form" is not a field of a flow; did you mean "from"?)"},
            {R"("label": "officers", )", R"()", R"(missing_field at {: the part has no "label")"},
            {R"("code": "military", )", R"()", R"(missing_field at {: the part has no "code")"},
            {R"("part_of": "istanbul", )", R"()",
             R"(missing_field at {: the exchange has "stage", which needs "part_of" beside it)"},
            {R"("amount": 43, "qualifier")", R"("qualifier")",
             R"(missing_field at {: the quantity has "qualifier", which needs "amount" beside it)"},
            {R"("scope": {)", R"("scop": {)",
             R"(unknown_field at "scop": "scop" is not a field of a claim; did you mean "scope"?)"},
            {R"("type": "count", "flows": ["to-ru"],)", R"("type": "cuont", "flows": ["to-ru"],)",
             R"(value_not_allowed at "cuont", ": "type" cannot be "cuont"; did you mean "count"? It is one of count, plan, cumulative, ordinal, previous, identification, place, mediation, date, status, confirmation, denial, interpretation, statement)"},
            {R"("type": "count", "flows": ["to-ru"],)", R"("type": "сount", "flows": ["to-ru"],)",
             R"(value_not_allowed at "сount", : "type" cannot be "сount": the letter "с" in it is Cyrillic; did you mean "count"? It is one of count, plan, cumulative, ordinal, previous, identification, place, mediation, date, status, confirmation, denial, interpretation, statement)"},
            {R"("type": "count", "flows": ["to-ru"],)", R"("type": 7, "flows": ["to-ru"],)",
             R"(wrong_type at 7, "flows": "type" is the number 7, but must be one of count, plan, cumulative, ordinal, previous, identification, place, mediation, date, status, confirmation, denial, interpretation, statement)"},
            {R"("type": "count", "flows": ["to-ru"],)", R"("type": "statement", "flows": ["to-ru"],)",
             R"(field_not_allowed_here at { "amount": "quantity", "category" and "breakdowns" do not belong in a claim of type "statement", which needs "text"; all would fit if "type" were "count" or "plan")"},
            {R"("type": "place")", R"("type": "mediation")",
             R"(field_not_allowed_here at "origin", : "place_role" and "places" do not belong in a claim of type "mediation", which needs "mediators"; all would fit if "type" were "place")"},
            {R"("type": "denial")", R"("type": "count")",
             R"(missing_field at {: a claim of type "count" needs "flows" and "quantity"; all would fit if "type" were "confirmation" or "denial")"},
            {R"("muster/exchange/1")", R"("muster/exchange/2")",
             R"(unknown_document at "muster/ex: "muster/exchange/2" is newer than this muster, which knows muster/exchange/1)"},
            {R"("muster/exchange/1")", R"("muster/exchnage/1")",
             R"(unknown_document at "muster/ex: "muster/exchnage/1" is no kind of document that muster knows; did you mean "muster/exchange/1"?)"},
            {R"("muster/exchange/1")", R"("a record")",
             R"(unknown_document at "a record": "a record" is no kind of document that muster knows; write one of muster/exchange/1, muster/series/1, muster/tombstone/1, muster/dataset/1, muster/agents/1, muster/sources/1)"},
            {R"("muster/exchange/1")", R"(1)",
             R"(unknown_document at 1, "id": ": "schema" is the number 1; it must name one of muster/exchange/1, muster/series/1, muster/tombstone/1, muster/dataset/1, muster/agents/1, muster/sources/1)"},
            {R"("muster/exchange/1")", R"("muster/series/1")",
             R"(field_not_allowed_here at "carried_o: "status", "stage" and "flows" do not belong in a series, which needs "title"; all would fit if "schema" were "muster/exchange/1")"},
            {R"("type": "person")", R"("type": "people")",
             R"(value_not_allowed at "people", : "type" cannot be "people"; write one of party, institution, person, group, outlet, anonymous)"},
            {R"("type": "person")", R"("type": "anonymous")",
             R"(anonymous_without_description at "Shamsail : the anonymous agent has "name", but no "description": who is this, as far as readers may know?)"},
            {R"("qualifier": "at_least")", R"("qualifier": "atleast")",
             R"(value_not_allowed at "atleast" : "qualifier" cannot be "atleast"; did you mean "at_least"? It is one of at_least, more_than, at_most, fewer_than, about, nearly)"},
            {R"("category": "military", "speaker")", R"("category": "military", "ordinal": 7, "speaker")",
             R"(field_not_allowed_here at 7, "speake: "ordinal" does not belong in a claim of type "count")"},
            {R"("flows": ["to-ru"],)", R"("flows": ["to-ru"], "applies": "each",)",
             R"(field_not_allowed_here at "each", "q: "applies" does not belong in a claim of type "count" with one entry in "flows")"},
            {R"("applies": "together",)", R"()",
             R"(missing_field at {: the claim of type "count" with 2 entries in "flows" has no "applies")"},
            {R"("amount": 43, "qualifier")", R"("amount": 43, "lower": 40, "upper": 50, "qualifier")",
             R"(field_not_allowed_here at 40, "upper: "lower" and "upper" do not belong in a quantity with "amount" and "qualifier" "at_least")"},
            {R"("absent": "withheld")", R"("absent": "withheld", "amount": 5)",
             R"(field_not_allowed_here at 5, "as_pri: "amount" does not belong in a quantity with "absent")"},
            {R"("scope": { "kind": "remains", "between": ["ru", "ua"], "window": "2024-10/.." },)", R"()",
             R"(missing_one_of at {: the claim of type "plan" has neither "flows" nor "scope")"},
            {R"("type": "plan", )", R"("type": "plan", "flows": ["to-ua"], )",
             R"(field_not_allowed_here at ["to-ua"],: "flows" does not belong in a claim of type "plan" with "scope")"},
            {R"("flows": ["to-ru"],)", R"("flows": "to-ru",)",
             R"(wrong_type at "to-ru", ": "flows" is the text "to-ru", but must be a list)"},
            {R"("amount": 43)", R"("amount": "43")",
             R"(wrong_type at "43", "qua: "amount" is "43" in quotes; a count is a bare number)"},
            {R"("amount": 43)", R"("amount": "1,212")",
             R"(wrong_type at "1,212", ": "amount" is "1,212" in quotes; a count is a bare number)"},
            {R"("amount": 43)", R"("amount": "about 40")",
             R"(wrong_type at "about 40": "amount" is the text "about 40", but must be a whole number)"},
            {R"("amount": 43)", R"("amount": null)",
             R"(wrong_type at null, "qua: "amount" is null, but must be a whole number; leave it out where there is nothing to say)"},
            {R"("note": "a note")", R"("note": null)",
             R"(wrong_type at null, "ext: "note" is null, but must be a text; leave it out where there is nothing to say)"},
            {R"("stage": 2)", R"("stage": 2.0)", R"(wrong_type at 2.0, "note: "stage" is 2.0; write 2)"},
            {R"("stage": 2)", R"("stage": 2.5)",
             R"(wrong_type at 2.5, "note: "stage" is 2.5, but must be a whole number)"},
            {R"("stage": 2)", R"("stage": "2")",
             R"(wrong_type at "2", "note: "stage" is "2" in quotes; it is a bare number)"},
            {R"("status": "carried_out")", R"("status": true)",
             R"(wrong_type at true, "dat: "status" is true, but must be one of announced, agreed, postponed, aborted, carried_out, disputed)"},
            {R"("quantity": { "amount": 952 })", R"("quantity": 952)",
             R"(wrong_type at 952, "deri: "quantity" is the number 952, but must be an object)"},
            {R"("amount": 43)", R"("amount": 43.0)",
             R"(count_not_integer at 43.0, "qua: "amount" is 43.0; a count is written without fraction and exponent: 43)"},
            {R"("amount": 43)", R"("amount": 1e2)",
             R"(count_not_integer at 1e2, "qual: "amount" is 1e2; a count is written without fraction and exponent: 100)"},
            {R"("amount": 43)", R"("amount": -0)",
             R"(count_not_integer at -0, "quali: "amount" is -0; a count is written without fraction and exponent: 0)"},
            {R"("amount": 43)", R"("amount": 43.5)",
             R"(count_not_integer at 43.5, "qua: "amount" is 43.5; a count is a whole number)"},
            {R"("amount": 43)", R"("amount": -43)",
             R"(negative_count at -43, "qual: "amount" is -43; a count is never below 0)"},
            {R"("amount": 43)", R"("amount": 1000000001)",
             R"(count_out_of_range at 1000000001: "amount" is 1,000,000,001; a count is at most 1,000,000,000)"},
            {R"("amount": 43)", R"("amount": 18446744073709551616123)",
             R"(count_out_of_range at 1844674407: "amount" is 18446744073709551616123; a count is at most 1,000,000,000)"},
            {R"("amount": 43)", R"("amount": 18446744073709551615)",
             R"(count_out_of_range at 1844674407: "amount" is 18446744073709551615; a count is at most 1,000,000,000)"},
            {R"("status": "carried_out")", R"("status": "carried-out")",
             R"(value_not_allowed at "carried-o: "carried-out" is not a status; did you mean "carried_out"? It is one of announced, agreed, postponed, aborted, carried_out, disputed)"},
            {R"("status": "carried_out")", R"("status": "done")",
             R"(value_not_allowed at "done", "d: "done" is not a status; write one of announced, agreed, postponed, aborted, carried_out, disputed)"},
            {R"("code": "military")", R"("code": "officers")",
             R"(value_not_allowed at "officers": "code" cannot be "officers"; write one of military, civilian)"},
            {R"("rank": "preferred")", R"("rank": "Preferred")",
             R"(value_not_allowed at "Preferred: "rank" cannot be "Preferred"; did you mean "preferred"? It is one of preferred, deprecated)"},
            {R"("stage": 2)", R"("stage": 0)",
             R"(value_not_allowed at 0, "note":: "stage" is 0; it must be at least 1)"},
            {R"("stage": 2)", R"("stage": 1001)",
             R"(value_not_allowed at 1001, "not: "stage" is 1,001; it must be at most 1,000)"},
            {R"("between": ["ru", "ua"])", R"("between": ["ru"])",
             R"(value_not_allowed at ["ru"], "w: "between" has 1 entry; it needs at least 2)"},
            {R"("from": "ru")", R"("from": "Ru")",
             R"(malformed_value at "Ru", "to": "Ru" is not an id: lower-case letters a to z, digits, hyphens and dots, such as ua-909; did you mean "ru"?)"},
            {R"("from": "ru")", R"("from": "rу")",
             R"(malformed_value at "rу", "to: "rу" is not an id: lower-case letters a to z, digits, hyphens and dots, such as ua-909; the letter "у" in "rу" is Cyrillic)"},
            {R"("from": "ru")", R"("from": "the russian side")",
             R"(malformed_value at "the russi: "the russian side" is not an id: lower-case letters a to z, digits, hyphens and dots, such as ua-909)"},
            {R"("date": "2025-03-28")", R"("date": "2025–03–28")",
             R"(malformed_value at "2025–03: "2025–03–28" is not a date (EDTF), such as 2025-03-28, 2025-03-XX, 2025-03, 2025-03-28~, 2025-06-02/2025-06-16 or 2025-06-02/..; the dash "–" in "2025–03–28" is not a hyphen)"},
            {R"("date": "2025-03-28")", R"("date": "28.3.2025")",
             R"(malformed_value at "28.3.2025: "28.3.2025" is not a date (EDTF), such as 2025-03-28, 2025-03-XX, 2025-03, 2025-03-28~, 2025-06-02/2025-06-16 or 2025-06-02/..)"},
            {R"("date": "2025-03-28")", R"("date": "2025-03-28 ")",
             R"(malformed_value at "2025-03-2: "2025-03-28 " is not a date (EDTF), such as 2025-03-28, 2025-03-XX, 2025-03, 2025-03-28~, 2025-06-02/2025-06-16 or 2025-06-02/..; a space stands at its end)"},
            {R"("stated_on": "2025-03-29")", R"("stated_on": "29 March")",
             R"(malformed_value at "29 March": "29 March" is not a date such as 2025-03-28 or 2025-03, or a time with its offset such as 2025-03-28T14:05:00+02:00)"},
            {R"("url": "https://example.org/a")", R"("url": "example.org/a")",
             R"(malformed_value at "example.o: "example.org/a" is not an address that begins with http:// or https://, without spaces)"},
            {R"("dimension": "category")", R"("dimension": "by rank")",
             R"(malformed_value at "by rank",: "dimension" cannot be "by rank": by what it divides, one lower-case word, such as `place`, `sex`, `rank`, `branch`, `nationality`, `health` or `category`)"},
            {R"("sha256": "0123)", R"("sha256": "X123)",
             R"(malformed_value at "X12345678: "sha256" cannot be "X123456789abcdef0123456789abcdef0123456789abcdef0123456789ab…": the SHA-256 of the kept file: 64 hexadecimal digits in lower case)"},
            {R"("source": "ap")", R"("source": "")",
             R"(empty_value at "" }] },
 : "source" is an empty text, but is needed)"},
            {R"("note": "a note")", R"("note": "")",
             R"(empty_value at "", "exten: "note" is an empty text; leave it out where there is nothing to say)"},
            {R"("flows": ["to-ru"],)", R"("flows": [],)",
             R"(empty_value at [], "quant: "flows" is an empty list, but is needed)"},
            {R"("quantity": { "amount": 952 })", R"("quantity": {})",
             R"(empty_value at {}, "deriv: "quantity" is an empty object, but is needed)"},
            {R"("extensions": { "example.org:batch": null })", R"("extensions": {})",
             R"(empty_value at {},
  "flo: "extensions" is an empty object; leave it out where there is nothing to say)"},
            {R"("appearances": [{ "source": "ap" }])", R"("appearances": [])",
             R"(claim_without_appearance at [] },
    : "appearances" is empty: where was this published?)"},
            {R"("between": ["ru", "ua"])",
             R"("between": ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12", "a13", "a14", "a15", "a16", "a17", "a18", "a19", "a20"])",
             R"(too_long at ["a0", "a1: "between" has 21 entries; at most 20 are allowed)"},
            {R"("via": ["rbc", "tass"])", R"("via": ["rbc", "rbc"])",
             R"(relay_repeats at "rbc"], "q: "rbc" stands twice in "via": nobody relays to themselves)"},
            {R"("of": ["ru-43", "ua-909"])", R"("of": ["ru-43", "ru-43"])",
             R"(duplicate_item at "ru-43"] }: "ru-43" stands twice in "of")"},
            {R"("returns": ["a#b", "a#c"])", R"("returns": ["a#b", "a#b"])",
             R"(duplicate_item at "a#b"] }],: "a#b" stands twice in "returns")"},
            {R"(, "appearances": [{ "source": "ap" }])", R"()",
             R"(claim_without_appearance at {: the claim has no "appearances": where was this published?)"},
            {R"("derivation": { "method": "sum", "of": ["ru-43", "ua-909"] }, )", R"()",
             R"(editors_may_only_compute at {: this claim is the editors' own ("dataset"), who may only compute from other claims, but it has no "derivation")"},
            {R"("speaker": "dataset")", R"("speaker": "dataset", "appearances": [{ "source": "mt" }])",
             R"(editors_may_only_compute at [{ "source: this claim is the editors' own ("dataset"), who may only compute from other claims, but it has "appearances")"},
            {R"("speaker": "chtpow")", R"("speaker": "dataset")",
             R"(editors_may_only_compute at [{ "source: this claim is the editors' own ("dataset"), who may only compute from other claims, but it has "appearances" and no "derivation")"},
            {R"(, "public_role": "deputy")", R"()",
             R"(person_without_public_role at {: Shamsail Saraliyev has no "public_role": in what role do they speak in public?)"},
            {R"(, "description": "an official")", R"()",
             R"(anonymous_without_description at {: the anonymous agent has no "description": who is this, as far as readers may know?)"},
            {R"("description": "an official")", R"("description": "an official", "name": "X")",
             R"(field_not_allowed_here at "X" },
   : "name" does not belong in an agent of type "anonymous")"},
};

TEST(Schema, a_good_record_is_clean) {
    EXPECT_EQ(lines_of(good), Strings{});
}

TEST(Schema, one_change_gives_one_draft) {
    for (const Change& change : changes) {
        const Strings lines = lines_of(with(change.from, change.to));
        EXPECT_EQ(lines, Strings{std::string(change.line)}) << change.from << " -> " << change.to;
    }
}

TEST(Schema, limits_of_length_are_told_with_what_is_there) {
    const std::string note = "\"note\": \"" + std::string(2001, 'x') + "\"";
    EXPECT_EQ(lines_of(with("\"note\": \"a note\"", note)),
              Strings{"too_long at \"xxxxxxxxx: \"note\" has 2,001 characters; at most 2,000 are allowed"});
    // Counted are characters, not bytes.
    std::string cyrillic;
    for (int i = 0; i < 2000; ++i) cyrillic += "ж";
    EXPECT_EQ(lines_of(with("a note", cyrillic)), Strings{});

    std::string parties = "\"a0\"";
    for (int i = 1; i < 21; ++i) parties += ", \"a" + std::to_string(i) + "\"";
    EXPECT_EQ(lines_of(with("[\"ru\", \"ua\"], \"window\"", "[" + parties + "], \"window\"")),
              Strings{"too_long at [\"a0\", \"a1: \"between\" has 21 entries; at most 20 are allowed"});
}

TEST(Schema, independent_causes_are_told_one_by_one_in_the_order_of_the_document) {
    std::string text = with("\"status\": \"carried_out\"", "\"status\": \"done\"");
    const auto change = [&](std::string_view from, std::string_view to) {
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    };
    change("\"kind\": \"remains\" }", "\"knd\": \"remain\" }");
    change("\"amount\": 43", "\"amount\": -43");
    change("\"speaker\": \"rogov\", ", "");
    change("\"type\": \"denial\"", "\"type\": \"refusal\"");
    change("\"source\": \"tass-1\"", "\"source\": \"TASS-1\"");
    change("\"name\": \"Ukraine\"", "\"name\": \"Ukraine\", \"capital\": \"Kyiv\"");
    Strings rules;
    for (const Draft& draft : judge(text).drafts) rules.emplace_back(draft.rule);
    EXPECT_EQ(rules, (Strings{"value_not_allowed", "unknown_field", "value_not_allowed", "claim_without_speaker",
                              "negative_count", "value_not_allowed", "malformed_value", "unknown_field"}));
}

TEST(Schema, what_cannot_be_used_is_marked) {
    const auto unknown = [](std::string_view from, std::string_view to) { return judge(with(from, to)).unknown; };
    EXPECT_EQ(unknown("\"amount\": 43", "\"amount\": \"43\""), Strings{"/claims/0/quantity/amount"});
    // A missing field leaves the rest of its object usable,
    EXPECT_EQ(unknown("\"speaker\": \"rogov\", ", ""), Strings{});
    // unless all else rests on it.
    EXPECT_EQ(unknown("\"type\": \"denial\", ", ""), Strings{"/claims/4"});
    EXPECT_EQ(unknown("\"type\": \"denial\"", "\"type\": \"refusal\""), (Strings{"/claims/4", "/claims/4/type"}));
    EXPECT_EQ(unknown("\"type\": \"place\"", "\"type\": \"mediation\""),
              (Strings{"/claims/3", "/claims/3/place_role", "/claims/3/places"}));
    EXPECT_EQ(unknown("\"type\": \"person\"", "\"type\": \"people\""), (Strings{"/agents/0", "/agents/0/type"}));
    EXPECT_EQ(unknown("\"schema\": \"muster/exchange/1\"", "\"schema\": \"muster/exchange/2\""),
              (Strings{"", "/schema"}));
    EXPECT_EQ(unknown("\"via\": [\"rbc\", \"tass\"]", "\"via\": [\"rbc\", \"rbc\"]"),
              Strings{"/claims/0/appearances/0/via/1"});
    EXPECT_EQ(unknown("\"between\": [\"ru\", \"ua\"]", "\"between\": [\"ru\"]"), Strings{"/claims/2/scope/between"});
}

TEST(Schema, a_misspelt_key_gets_its_right_name_and_its_value_is_judged) {
    const std::string text = with("\"quantity\": { \"amount\": 952 }", "\"quantty\": { \"amount\": -952 }");
    const Judged judged = judge(text);
    EXPECT_EQ(
        judged.lines,
        (Strings{"unknown_field at \"quantty\": \"quantty\" is not a field of a claim; did you mean \"quantity\"?",
                 "negative_count at -952 }, \"d: \"amount\" is -952; a count is never below 0"}));
    EXPECT_EQ(judged.unknown, (Strings{"/claims/1/quantity", "/claims/1/quantity/amount"}));
}

TEST(Schema, several_slips_in_one_object_are_told_one_by_one) {
    EXPECT_EQ(lines_of(with("\"speaker\": \"tass\", \"appearances\"", "\"speakr\": \"tass\", \"apearances\"")),
              (Strings{"unknown_field at \"speakr\": \"speakr\" is not a field of a claim; did you mean \"speaker\"?",
                       "unknown_field at \"apearance: \"apearances\" is not a field of a claim; did you mean "
                       "\"appearances\"?"}));
    EXPECT_EQ(lines_of(with("\"speaker\": \"tass\"", "\"speakr\": \"tass\", \"ordinal\": 1")),
              (Strings{"unknown_field at \"speakr\": \"speakr\" is not a field of a claim; did you mean \"speaker\"?",
                       "field_not_allowed_here at 1, \"appear: \"ordinal\" does not belong in a claim of type "
                       "\"denial\""}));
}

TEST(Schema, an_object_that_is_quite_another_is_one_finding) {
    EXPECT_EQ(lines_of(with("{ \"id\": \"no\", \"type\": \"denial\", \"speaker\": \"tass\", \"appearances\": "
                            "[{ \"source\": \"tass-1\" }] }",
                            "{}")),
              Strings{"empty_value at {: an entry of \"claims\" is empty; a claim needs \"id\", \"type\" and "
                      "\"speaker\""});
    EXPECT_EQ(lines_of(with("{ \"source\": \"tass-1\" }", "{ \"outlet\": \"tass\", \"title\": \"t\" }")),
              Strings{"unknown_field at \"outlet\": \"outlet\" and \"title\" are not fields of an appearance, which "
                      "needs \"source\""});
    // Renamed beyond a slip: the value tells what it was.
    EXPECT_EQ(lines_of(with("\"date\": \"2025-03-28\"", "\"when\": \"2025-03-28\"")),
              Strings{"unknown_field at \"when\": \"when\" is not a field of an exchange, which needs \"date\""});
    EXPECT_EQ(lines_of(with("\"scope\": { \"kind\": \"remains\",", "\"of_these\": { \"kind\": \"remains\",")),
              Strings{"unknown_field at \"of_these\": \"of_these\" is not a field of a claim, which needs \"flows\" or "
                      "\"scope\""});
    EXPECT_EQ(lines_of(with("\"date\": \"2025-03-28\"", "\"weather\": \"rain\"")),
              (Strings{"missing_field at {: the exchange has no \"date\"",
                       "unknown_field at \"weather\": \"weather\" is not a field of an exchange; what may still be "
                       "added is \"$schema\", \"date\" or \"revision\""}));
}

TEST(Schema, nothing_is_said_of_what_an_earlier_layer_found_wrong) {
    const std::string text = with("\"amount\": 43,", "\"amount\": \"x\", \"amount\": 43,");
    Parsed parsed = parse(text);
    ASSERT_TRUE(parsed.document);
    EXPECT_EQ(parsed.drafts.size(), 1U);
    EXPECT_EQ(document_schema().judge(*parsed.document).size(), 0U);
    // A type that stands twice leaves open what kind of claim it is: then only what holds for all claims is said.
    EXPECT_EQ(lines_of(with("\"type\": \"denial\", \"speaker\": \"tass\"",
                            "\"type\": \"count\", \"type\": \"denial\", \"ordinal\": 0")),
              (Strings{"claim_without_speaker at {: the claim has no \"speaker\": who says this?",
                       "value_not_allowed at 0, \"appear: \"ordinal\" is 0; it must be at least 1"}));
}

TEST(Schema, drafts_carry_their_participants_notes_and_remedies) {
    const std::string text = with("\"of\": [\"ru-43\", \"ua-909\"]", "\"of\": [\"ru-43\", \"ru-43\"]");
    const std::vector<Draft> repeated = judge(text).drafts;
    ASSERT_EQ(repeated.size(), 1U);
    const auto first = static_cast<Where>(text.find("\"ru-43\", \"ru-43\""));
    const auto second = static_cast<Where>(text.find("\"ru-43\"] }, \"speaker\""));
    EXPECT_EQ(repeated[0].participants, (std::vector<Participant>{{Participant::Kind::value, second, 0}}));
    ASSERT_EQ(repeated[0].notes.size(), 1U);
    EXPECT_EQ(std::get<Where>(repeated[0].notes[0].at), first);
    EXPECT_EQ(repeated[0].notes[0].message, "it stands here first");

    const std::vector<Draft> missing = judge(with("\"outlet\": \"mt\", ", "")).drafts;
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0].participants, std::vector<Participant>{});
    EXPECT_EQ(missing[0].remedy,
              "Add \"outlet\". Who published it, by agent id. If that is not known, an agent of type `anonymous`.");

    const std::vector<Draft> in_quotes = judge(with("\"amount\": 43", "\"amount\": \"1,212\"")).drafts;
    ASSERT_EQ(in_quotes.size(), 1U);
    EXPECT_EQ(in_quotes[0].remedy, "Write 1212, without quotes.");
    const std::vector<Draft> no_list = judge(with("\"flows\": [\"to-ru\"],", "\"flows\": \"to-ru\",")).drafts;
    ASSERT_EQ(no_list.size(), 1U);
    EXPECT_EQ(no_list[0].remedy, "Put it into brackets: [\"to-ru\"].");
}

TEST(Schema, every_kind_of_document_is_known) {
    const Strings clean;
    EXPECT_EQ(
        lines_of(R"({"schema": "muster/tombstone/1", "id": "a", "withdrawn_on": "2026-01-15", "reason": "twice"})"),
        clean);
    EXPECT_EQ(lines_of(R"({"schema": "muster/agents/1", "agents": [{"id": "a", "type": "group", "name": "A"}]})"),
              clean);
    EXPECT_EQ(lines_of(R"({"schema": "muster/sources/1", "sources": [{"id": "a", "outlet": "b"}]})"), clean);
    constexpr std::string_view dataset =
        R"({"schema": "muster/dataset/1", "id": "a", "title": "A", "licence": "CC0-1.0", "maintainers": ["M"],
            "language": "en", "covers": [{"window": "WINDOW"}]})";
    const auto window = [&](std::string_view written) {
        std::string text(dataset);
        return lines_of(text.replace(text.find("WINDOW"), 6, written));
    };
    EXPECT_EQ(window("2025-06-02/2025-06-16"), clean);
    EXPECT_EQ(window("../2025"), clean);
    EXPECT_EQ(
        window("2025-06-02/.."),
        Strings{"window_without_end at \"2025-06-0: the window \"2025-06-02/..\" has no end: nobody can vouch for "
                "the future"});
    constexpr std::string_view series =
        R"({"schema": "muster/series/1", "id": "a", "title": "A", "date": "2025", "claims": [CLAIM]})";
    const auto claim = [&](std::string_view written) {
        std::string text(series);
        return lines_of(text.replace(text.find("CLAIM"), 5, written));
    };
    EXPECT_EQ(claim(R"({"id": "a", "type": "denial", "speaker": "b", "appearances": [{"source": "c"}]})"), clean);
    EXPECT_EQ(
        claim(R"({"id": "a", "type": "count", "speaker": "b", "appearances": [{"source": "c"}]})"),
        Strings{"value_not_allowed at \"count\", \": \"type\" cannot be \"count\"; write one of plan, cumulative, "
                "ordinal, previous, identification, place, mediation, date, status, confirmation, denial, "
                "interpretation, statement"});
    EXPECT_EQ(claim(R"({"id": "a", "type": "statement", "text": "t", "flows": ["f"], "speaker": "b",
                        "appearances": [{"source": "c"}]})"),
              Strings{"field_not_allowed_here at [\"f\"], \"sp: \"flows\" does not belong in a claim of type "
                      "\"statement\""});
}

TEST(Schema, the_published_records_are_clean) {
    std::size_t read = 0;
    const std::filesystem::path folder = std::filesystem::path(MUSTER_SOURCE_DIR) / "fixtures/datasets/ua-ru";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(lines_of(text), Strings{}) << entry.path();
        ++read;
    }
    EXPECT_GT(read, 5U);
}

// ---- schemas of others ----

TEST(Schema, a_word_selects_the_alternative) {
    const auto schema = compiled(R"({"oneOf": [
        {"type": "object", "required": ["kind", "side"], "properties": {"kind": {"const": "square"}, "side": {"type": "integer"}}},
        {"type": "object", "required": ["kind", "radius"],
         "properties": {"kind": {"enum": ["circle", "ring"]}, "radius": {"type": "integer"}}}]})");
    EXPECT_EQ(lines_of(R"({"kind": "ring", "radius": 2})", *schema), Strings{});
    EXPECT_EQ(lines_of(R"({"kind": "ring", "radius": "two"})", *schema),
              Strings{"wrong_type at \"two\"}: \"radius\" is the text \"two\", but must be a whole number"});
    EXPECT_EQ(lines_of(R"({"kind": "square", "radius": 2})", *schema),
              Strings{"missing_field at {: the document has no \"side\""});
    EXPECT_EQ(
        lines_of(R"({"kind": "rings", "radius": 2})", *schema),
        Strings{"value_not_allowed at \"rings\", \": \"kind\" cannot be \"rings\"; did you mean \"ring\"? It is one "
                "of square, circle, ring"});
    EXPECT_EQ(lines_of(R"({"radius": 2})", *schema), Strings{"missing_field at {: the document has no \"kind\""});
}

TEST(Schema, alternatives_without_such_a_word_are_told_by_what_they_have_in_common) {
    const auto types = compiled(
        R"({"properties": {"a": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}}})");
    EXPECT_EQ(lines_of(R"({"a": ["x", 2]})", *types),
              Strings{"wrong_type at 2]}: an entry of \"a\" is the number 2, but must be a text"});
    EXPECT_EQ(lines_of(R"({"a": 2})", *types),
              Strings{"wrong_type at 2}: \"a\" is the number 2, but must be a text or a list"});
    const auto sets = compiled(R"({"properties": {"a": {"anyOf": [{"enum": ["x", "y"]}, {"enum": ["z"]}]}}})");
    EXPECT_EQ(lines_of(R"({"a": "w"})", *sets),
              Strings{"value_not_allowed at \"w\"}: \"a\" cannot be \"w\"; write one of x, y, z"});
    const auto keys = compiled(R"({"anyOf": [{"required": ["a"]}, {"required": ["b"]}, {"required": ["c"]}]})");
    EXPECT_EQ(lines_of(R"({"b": 1})", *keys), Strings{});
    EXPECT_EQ(lines_of("{}", *keys), Strings{"missing_one_of at {: the document has none of \"a\", \"b\" or \"c\""});
    const auto cheapest = compiled(R"({"anyOf": [{"required": ["a", "b"]}, {"required": ["c", "d", "e"]}]})");
    EXPECT_EQ(lines_of(R"({"a": 1, "c": 1})", *cheapest), Strings{"missing_field at {: the document has no \"b\""});
    const auto several = compiled(R"({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]})");
    EXPECT_EQ(
        lines_of(R"({"a": 1, "b": 1})", *several),
        Strings{"value_not_allowed at {\"a\": 1, \": the document fits more than one of the forms of which it must "
                "have one"});
}

TEST(Schema, a_schema_may_refer_to_itself_through_a_member_or_an_item) {
    const auto tree = compiled(R"({"type": "object", "additionalProperties": false,
        "properties": {"size": {"type": "integer"}, "parts": {"type": "array", "items": {"$ref": "#"}}}})");
    EXPECT_EQ(lines_of(R"({"parts": [{"parts": [{"size": 1}]}]})", *tree), Strings{});
    EXPECT_EQ(lines_of(R"({"parts": [{"parts": [{"size": "1"}, {"sise": 1}]}]})", *tree),
              (Strings{"wrong_type at \"1\"}, {\"si: \"size\" is \"1\" in quotes; it is a bare number",
                       "unknown_field at \"sise\": \"sise\" is not a field of a document; did you mean \"size\"?"}));
}

TEST(Schema, sizes_and_bounds_are_told_with_their_limit) {
    const auto schema = compiled(R"({"properties": {
        "t": {"type": "string", "minLength": 3}, "n": {"type": "number", "minimum": 0.5, "maximum": 1e3},
        "o": {"type": "object", "maxProperties": 1}, "p": {"type": "string", "maxLength": 9, "pattern": "^a+$"}, "c": {"const": [1, {"x": 2}]}}})");
    EXPECT_EQ(lines_of(R"({"t": "ab"})", *schema),
              Strings{"value_not_allowed at \"ab\"}: \"t\" has 2 characters; it needs at least 3"});
    EXPECT_EQ(lines_of(R"({"n": 0.49999999999999999999999})", *schema),
              Strings{"value_not_allowed at 0.49999999: \"n\" is 0.49999999999999999999999; it must be at least 0.5"});
    EXPECT_EQ(lines_of(R"({"n": 1000.0})", *schema), Strings{});
    EXPECT_EQ(lines_of(R"({"o": {"a": 1, "b": 2}})", *schema),
              Strings{"too_long at {\"a\": 1, \": \"o\" has 2 fields; at most 1 are allowed"});
    EXPECT_EQ(lines_of(R"({"p": "b"})", *schema),
              Strings{"malformed_value at \"b\"}: \"p\" is \"b\", which does not match the pattern ^a+$"});
    EXPECT_EQ(lines_of(R"({"c": [1.0, {"x": 2e0}]})", *schema), Strings{});
    EXPECT_EQ(lines_of(R"({"c": [1, {"x": 3}]})", *schema),
              Strings{"value_not_allowed at [1, {\"x\": : \"c\" cannot be a list; write [1, {\"x\": 2}]"});
}

TEST(Schema, a_disagreement_of_the_engines_is_told_and_only_where_all_is_known) {
    // Both numbers are beyond what the engine can hold, so that to it they are equal.
    const auto schema = compiled(R"({"properties": {"a": {"type": "array", "maxItems": 9, "uniqueItems": true}}})");
    constexpr std::string_view numbers = R"("a": [99999999999999999998, 99999999999999999999])";
    EXPECT_EQ(
        lines_of("{" + std::string(numbers) + "}", *schema),
        Strings{"schema_disagreement at {: muster finds nothing wrong with the form of this document, but the JSON "
                "Schema engine beside it does not accept it"});
    EXPECT_EQ(lines_of("{" + std::string(numbers) + R"(, "b": 1, "b": 2})", *schema), Strings{});
}

TEST(Schema, one_schema_serves_several_threads) {
    const std::string bad = with("\"amount\": 43", "\"amount\": -43");
    std::vector<std::size_t> counts(4);
    std::vector<std::thread> threads;
    for (std::size_t& count : counts) {
        threads.emplace_back([&count, &bad] {
            for (int i = 0; i < 5; ++i) {
                Parsed clean = parse(good);
                Parsed wrong = parse(bad);
                count += document_schema().judge(*clean.document).size() * 100;
                count += document_schema().judge(*wrong.document).size();
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(counts, (std::vector<std::size_t>(4, 5)));
}

// ---- what a schema of others may hold ----

/// `rule: message`, without the place.
Strings words_of(std::string_view text, const Schema& schema) {
    Strings words;
    for (const Draft& draft : judge(text, schema).drafts) {
        words.push_back(std::string(draft.rule) + ": " + render(draft.message, draft.args));
    }
    return words;
}

TEST(Schema, members_are_judged_by_name_by_pattern_or_else_by_what_is_left) {
    const auto schema = compiled(R"({"type": "object", "properties": {"name": {"type": "string"}},
        "patternProperties": {"^n": {"maxLength": 3}, "_at$": {"type": "integer"}},
        "additionalProperties": {"type": "boolean"}})");
    EXPECT_EQ(words_of(R"({"name": "abc", "made_at": 3, "other": true})", *schema), Strings{});
    EXPECT_EQ(words_of(R"({"name": "abcd", "made_at": "3", "other": 1})", *schema),
              (Strings{R"(too_long: "name" has 4 characters; at most 3 are allowed)",
                       R"(wrong_type: "made_at" is "3" in quotes; it is a bare number)",
                       R"(wrong_type: "other" is the number 1, but must be true or false)"}));
}

TEST(Schema, a_key_that_matches_no_pattern_is_told_the_patterns) {
    const auto schema = compiled(R"({"properties": {"rates": {"type": "object", "patternProperties": {"^[a-z]+$": true},
        "additionalProperties": false}}})");
    EXPECT_EQ(
        words_of(R"({"rates": {"ok": 1, "No": 2}})", *schema),
        Strings{R"(unknown_field: "No" is not a field of the rates; its name matches none of the patterns: ^[a-z]+$)"});
}

TEST(Schema, what_depends_on_a_key_is_asked_for_where_the_key_is) {
    const auto schema = compiled(R"({"title": "order", "dependencies": {"card": {"required": ["address"],
        "properties": {"cash": false}}}})");
    EXPECT_EQ(words_of(R"({"cash": 1})", *schema), Strings{});
    EXPECT_EQ(words_of("[]", *schema), Strings{});
    EXPECT_EQ(words_of(R"({"card": 1})", *schema),
              Strings{R"(missing_field: the document with "card" has no "address")"});
    EXPECT_EQ(words_of(R"({"card": 1, "address": 2, "cash": 3})", *schema),
              Strings{R"(field_not_allowed_here: "cash" does not belong in a document with "card")"});
}

TEST(Schema, items_are_judged_one_by_one_and_then_all_alike) {
    const auto pair = compiled(R"({"items": [{"type": "string"}, {"type": "integer"}], "additionalItems": false})");
    EXPECT_EQ(words_of(R"(["a", 1])", *pair), Strings{});
    EXPECT_EQ(words_of(R"(["a"])", *pair), Strings{});
    EXPECT_EQ(words_of(R"([1, "a"])", *pair),
              (Strings{"wrong_type: an entry of the document is the number 1, but must be a text",
                       "wrong_type: an entry of the document is the text \"a\", but must be a whole number"}));
    EXPECT_EQ(words_of(R"(["a", 1, 2])", *pair),
              Strings{R"(too_long: the document has 3 entries; at most 2 are allowed)"});
    const auto rest = compiled(R"({"items": [{"type": "string"}], "additionalItems": {"minimum": 5}})");
    EXPECT_EQ(words_of(R"(["a", 5, 4])", *rest),
              Strings{"value_not_allowed: an entry of the document is 4; it must be at least 5"});
}

TEST(Schema, a_list_is_told_what_it_lacks_unless_an_entry_is_wrong_in_itself) {
    const auto set = compiled(R"({"contains": {"enum": ["a", "b"]}})");
    EXPECT_EQ(words_of(R"(["x", "a"])", *set), Strings{});
    EXPECT_EQ(words_of(R"(["x"])", *set), Strings{R"(value_not_allowed: the document must hold one of a, b)"});
    const auto described = compiled(R"({"items": {"type": "object"}, "contains": {"required": ["main"],
        "description": "An entry that is the main one."}})");
    EXPECT_EQ(words_of(R"([{}])", *described),
              Strings{"value_not_allowed: the document has no entry of the kind that must be among them: an "
                      "entry that is the main one"});
    EXPECT_EQ(words_of(R"([1])", *described),
              Strings{"wrong_type: an entry of the document is the number 1, but must be an object"});
    const auto plain = compiled(R"({"contains": {"minimum": 3}})");
    EXPECT_EQ(words_of("[1]", *plain),
              Strings{"value_not_allowed: no entry of the document has the form that one of them must have"});
}

TEST(Schema, what_is_ruled_out_is_told_as_well_as_may_be) {
    EXPECT_EQ(words_of(R"({"a": 1, "b": 2})", *compiled(R"({"not": {"required": ["a", "b"]}})")),
              Strings{R"(field_not_allowed_here: "a" and "b" may not stand together in a document)"});
    EXPECT_EQ(words_of(R"({"a": 1})", *compiled(R"({"not": {"required": ["a", "b"]}})")), Strings{});
    EXPECT_EQ(words_of(R"("test")", *compiled(R"({"not": {"enum": ["test", "x"]}})")),
              Strings{R"(value_not_allowed: the document cannot be "test")"});
    EXPECT_EQ(words_of("3", *compiled(R"({"not": {"title": "a small number", "maximum": 5}})")),
              Strings{"value_not_allowed: the document is what the schema rules out: a small number"});
    EXPECT_EQ(words_of("3", *compiled(R"({"not": {"maximum": 5}})")),
              Strings{"value_not_allowed: the document has a form that the schema rules out"});
}

TEST(Schema, bounds_that_are_left_out_and_multiples) {
    const auto schema =
        compiled(R"({"items": {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 100, "multipleOf": 7}})");
    EXPECT_EQ(words_of("[7, 98]", *schema), Strings{});
    EXPECT_EQ(words_of("[0, 100, 8]", *schema),
              (Strings{"value_not_allowed: an entry of the document is 0; it must be more than 0",
                       "value_not_allowed: an entry of the document is 100; it must be less than 100",
                       "value_not_allowed: an entry of the document is 8; it must be a multiple of 7"}));
}

TEST(Schema, a_value_that_has_none_of_its_forms_is_told_them) {
    const auto schema = compiled(R"({"anyOf": [{"type": "string", "pattern": "^a", "maxLength": 9},
        {"type": "string", "title": "a day", "pattern": "^[0-9]+$", "maxLength": 9}, {"enum": ["x", 5]}]})");
    EXPECT_EQ(
        words_of(R"("b")", *schema),
        Strings{
            R"(malformed_value: the document is "b", which has none of the forms it may have: the pattern ^a, a day or x or 5)"});
}

TEST(Schema, what_checks_nothing_is_kept_from_both_engines) {
    const auto schema =
        compiled(R"({"type": "string", "format": "date", "readOnly": true, "x-note": {"$ref": "#/no"}})");
    EXPECT_EQ(words_of(R"("no day")", *schema), Strings{});
}

TEST(Schema, a_text_that_could_overflow_an_engine_is_not_compared_with_a_pattern) {
    const std::string text = "[\"" + std::string(2'000'000, 'a') + "\"]";
    const auto schema = compiled(R"({"items": {"anyOf": [{"pattern": "^(a|b)*$"}, {"type": "string"}]}})");
    EXPECT_EQ(words_of(text, *schema),
              Strings{"too_long: this text is longer than 10,000 bytes; the schema has patterns that set no limit, "
                      "and a longer text cannot be compared with them"});
    const auto limited = compiled(R"({"items": {"pattern": "^(a|b)*$", "maxLength": 9}})");
    EXPECT_EQ(words_of(text, *limited),
              Strings{"too_long: an entry of the document has 2,000,000 characters; at most 9 are allowed"});
}

TEST(Schema, beside_a_reference_notes_may_stand) {
    const auto schema = compiled(R"({"properties": {"a": {"title": "x", "default": 1, "$ref": "#/definitions/a"}},
        "definitions": {"a": {"type": "string"}}})");
    EXPECT_EQ(words_of(R"({"a": 1})", *schema), Strings{R"(wrong_type: "a" is the number 1, but must be a text)"});
}

// ---- lint ----

Strings linted(std::string_view json) {
    Strings lines;
    for (const SchemaProblem& problem : lint_schema(json)) {
        lines.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.pointer +
                        ": " + problem.message + " | " + problem.remedy);
    }
    return lines;
}

struct Refused {
    std::string_view schema;
    std::string_view line;
};

/// Schemas with one problem each.
const std::
    vector<Refused>
        refusals =
            {
                {R"({"type": "object", "properites": {"a": {}}})",
                 R"(1:20 /properites: "properites" is not a keyword of draft-07: an engine ignores it without a word | Did you mean "properties"?)"},
                {R"({"type": "objekt"})", R"(1:2 /type: "objekt" is not a type | Did you mean "object"?)"},
                {R"({"type": ["string", "int"]})",
                 R"(1:21 /type/1: "int" is not a type | Write one of null, boolean, integer, number, string, array, object.)"},
                {R"({"type": []})",
                 R"(1:2 /type: a type is given by its name, or by a list of names | Write one of null, boolean, integer, number, string, array, object.)"},
                {R"({"type": "string", "format": "date"})",
                 R"(1:20 /format: "format" is not supported: some engines check it, some do not, and no two check the same | Say the form with pattern and maxLength, and in words in the description.)"},
                {R"({"propertyNames": {"maxLength": 3}})",
                 R"(1:2 /propertyNames: "propertyNames" is not supported: valijson up to 1.1 applies it wrongly | Write patternProperties with additionalProperties false, or name the keys in properties.)"},
                {R"({"$defs": {"a": {}}})",
                 R"(1:2 /$defs: "$defs" is not supported: it belongs to a later draft: a draft-07 engine ignores it without a word | Write definitions.)"},
                {R"({"const": 1, "nullable": true})",
                 R"(1:14 /nullable: "nullable" is not supported: it belongs to OpenAPI: a JSON Schema engine ignores it | Write "null" among the types.)"},
                {R"({"dependentRequired": {"a": ["b"]}})",
                 R"(1:2 /dependentRequired: "dependentRequired" is not supported: it belongs to a later draft: a draft-07 engine ignores it without a word | Write dependencies, with lists of keys.)"},
                {R"({"x-note": 1})",
                 R"(1:2 /x-note: "x-note" is not a keyword of draft-07: an engine ignores it without a word | Leave it out, or say it in $comment.)"},
                {R"({"$schema": "https://json-schema.org/draft/2020-12/schema"})",
                 R"(1:2 /$schema: this schema says it is written for "https://json-schema.org/draft/2020-12/schema", but is read as draft-07 | Write "http://json-schema.org/draft-07/schema#".)"},
                {R"({"properties": {"a": {"$id": "urn:a", "type": "string"}}})",
                 R"(1:23 /properties/a/$id: $id inside a schema changes what the references below it mean, and engines differ in how | Leave it out; give the whole schema one $id at its top.)"},
                {R"({"dependencies": {"a": ["b", "b"]}})",
                 R"(1:2 /dependencies: "dependencies" takes an object of lists of keys, or of schemas: engines refuse or ignore anything else | Write an object of lists of keys, or of schemas.)"},
                {R"({"patternProperties": {"^(a": {}}})",
                 R"(1:24 /patternProperties/^(a: the pattern "^(a" is not a regular expression that can be compiled | Write it in the part of ECMAScript that all engines know: no look-behind, no \p, no named groups.)"},
                {R"({"multipleOf": 2})",
                 R"(1:2 /multipleOf: multipleOf without type integer beside it: engines get fractions wrong | Write "type": "integer" beside it, or leave it out.)"},
                {R"({"type": "integer", "multipleOf": 0.5})",
                 R"(1:21 /multipleOf: "multipleOf" takes a whole number from 1, of at most 15 digits: engines refuse or ignore anything else | Write a whole number from 1, of at most 15 digits.)"},
                {R"({"exclusiveMinimum": true})",
                 R"(1:2 /exclusiveMinimum: "exclusiveMinimum" takes a number: engines refuse or ignore anything else | Write a number.)"},
                {R"({"items": {}, "additionalItems": false})",
                 R"(1:15 /additionalItems: additionalItems without a list of schemas in items: an engine ignores it without a word | Leave it out, or write a list of schemas in items.)"},
                {R"({"allOf": [{"not": {"$ref": "#"}}]})",
                 R"(1:21 /allOf/0/not/$ref: "#" leads back to itself without going into a member or an item: an engine would never end | Take the reference out of the circle.)"},
                {R"({"minLength": -1})",
                 R"(1:2 /minLength: "minLength" takes a whole number from 0, without fraction or exponent: engines refuse or ignore anything else | Write a whole number from 0, without fraction or exponent.)"},
                {R"({"maxItems": 1e1})",
                 R"(1:2 /maxItems: "maxItems" takes a whole number from 0, without fraction or exponent: engines refuse or ignore anything else | Write a whole number from 0, without fraction or exponent.)"},
                {R"({"minItems": 3, "maxItems": 2})",
                 R"(1:2 /minItems: minItems is above maxItems: nothing can satisfy both | Correct one of them.)"},
                {R"({"minimum": 2, "maximum": 1.5})",
                 R"(1:2 /minimum: minimum is above maximum: nothing can satisfy both | Correct one of them.)"},
                {R"({"maximum": 9007199254740993})",
                 R"(1:2 /maximum: maximum 9007199254740993 is beyond 2^53: an engine that computes in floating point rounds it | Write a bound between -9007199254740992 and 9007199254740992.)"},
                {R"({"minimum": "0"})",
                 R"(1:2 /minimum: "minimum" takes a number: engines refuse or ignore anything else | Write a number.)"},
                {R"({"type": "string", "pattern": "^(a$", "maxLength": 9})",
                 R"(1:20 /pattern: the pattern "^(a$" is not a regular expression that can be compiled | Write it in the part of ECMAScript that all engines know: no look-behind, no \p, no named groups.)"},
                {R"({"type": "string", "pattern": "^a$"})",
                 R"(1:20 /pattern: pattern without a maxLength of at most 10,000 beside it: a long text can overflow an engine's stack | Write maxLength beside it.)"},
                {R"({"type": "string", "pattern": "^a$", "maxLength": 100000})", R"(1:20 /pattern: pattern without a maxLength of at most 10,000 beside it: a long text can overflow an engine's stack | Write maxLength beside it.)"},
                {R"({"type": "array", "uniqueItems": true})",
                 R"(1:19 /uniqueItems: uniqueItems without maxItems: an engine compares every item with every other | Write maxItems beside it.)"},
                {R"({"type": "integer", "maxLength": 9})",
                 R"(1:21 /maxLength: "maxLength" says nothing about the type given here: an engine ignores it without a word | Leave it out, or correct the type.)"},
                {R"({"required": ["a", "a"]})",
                 R"(1:2 /required: "required" takes a list of keys, each once: engines refuse or ignore anything else | Write a list of keys, each once.)"},
                {R"({"type": "object", "additionalProperties": false, "required": ["dat"], "properties": {"date": {}}})",
                 R"(1:64 /required/0: "dat" is required, but this closed object does not declare it: nothing can satisfy both | Did you mean "date"?)"},
                {R"({"enum": []})",
                 R"(1:2 /enum: "enum" takes a list of values, at least one and each once: engines refuse or ignore anything else | Write a list of values, at least one and each once.)"},
                {R"({"enum": [1, 1.0]})",
                 R"(1:2 /enum: "enum" takes a list of values, at least one and each once: engines refuse or ignore anything else | Write a list of values, at least one and each once.)"},
                {R"({"enum": [1], "const": 1})",
                 R"(1:2 /enum: enum beside const says the same thing twice, or what cannot be | Leave one of them out.)"},
                {R"({"allOf": []})",
                 R"(1:2 /allOf: "allOf" takes a list of schemas, at least one: engines refuse or ignore anything else | Write a list of schemas, at least one.)"},
                {R"({"allOf": {"type": "string"}})",
                 R"(1:2 /allOf: "allOf" takes a list of schemas, at least one: engines refuse or ignore anything else | Write a list of schemas, at least one.)"},
                {R"({"then": {"type": "string"}})",
                 R"(1:2 /then: then without if: an engine ignores it without a word | Write the condition beside it.)"},
                {R"({"if": {"type": "string"}})",
                 R"(1:2 /if: if without then or else checks nothing | Write what follows from it.)"},
                {R"({"properties": {"a": 1}})",
                 R"(1:17 /properties/a: a schema is an object, or true or false | Write a schema here.)"},
                {R"({"title": 1})",
                 R"(1:2 /title: "title" takes a text: engines refuse or ignore anything else | Write a text.)"},
                {R"([1])", R"(1:1 : a schema is an object, or true or false | Write a schema here.)"},
                {R"({"properties": {"a": {"$ref": "#/definitions/di"}}, "definitions": {"id": {"type": "string"}}})",
                 R"(1:23 /properties/a/$ref: "#/definitions/di" refers to nothing in this schema: some engines abort on it | Did you mean "#/definitions/id"?)"},
                {R"({"properties": {"a": {"$ref": "#/nowhere"}}})",
                 R"(1:23 /properties/a/$ref: "#/nowhere" refers to nothing in this schema: some engines abort on it | Correct the reference.)"},
                {R"({"properties": {"a": {"$ref": "other.json"}}})",
                 R"(1:23 /properties/a/$ref: "other.json" refers to another document: it would have to be fetched, and muster uses no network | Copy what it refers to into definitions.)"},
                {R"({"properties": {"a": {"$ref": "#/required"}}, "required": ["a"]})",
                 R"(1:23 /properties/a/$ref: "#/required" refers to something that is not a schema | Refer to a schema, such as one in definitions.)"},
                {R"({"properties": {"a": {"$ref": "#/definitions/a", "maxLength": 3}}, "definitions": {"a": {}}})",
                 R"(1:50 /properties/a/maxLength: "maxLength" stands beside $ref: in draft-07 an engine ignores it without a word | Put the reference into allOf: {"allOf": [{"$ref": ...}], ...}.)"},
                {R"({"allOf": [{"$ref": "#"}]})",
                 R"(1:13 /allOf/0/$ref: "#" leads back to itself without going into a member or an item: an engine would never end | Take the reference out of the circle.)"},
                {R"({"items": {"$ref": "#/definitions/a"}, "definitions": {"a": {"anyOf": [{"$ref": "#/definitions/b"}]}, "b": {"$ref": "#/definitions/a"}}})",
                 R"(1:109 /definitions/b/$ref: "#/definitions/a" leads back to itself without going into a member or an item: an engine would never end | Take the reference out of the circle.)"},
                {R"({"type": "string", "type": "string"})",
                 R"(1:20 /type: "type" stands twice in the same object; which of the two values holds cannot be known | Leave one of the two out: an engine keeps one without a word.)"},
                {R"({"type": "string")", R"(1:17 : the text ends here, where a comma or } was expected | Correct it.)"},
                {R"({"$comment": "muster required=claim_without_speaker"})",
                 R"(1:2 /$comment: the comment names "required", which is not in this schema | Name a keyword that stands beside the comment.)"},
                {R"({"$comment": "muster required=no_such_rule", "required": ["a"]})",
                 R"(1:2 /$comment: the comment names "no_such_rule", which is no rule that a schema can stand for | Name a rule that muster knows, or leave the comment out.)"},
                {R"({"$comment": "muster required", "required": ["a"]})",
                 R"(1:2 /$comment: "required" is not of the form KEYWORD=RULE | Write "muster KEYWORD=RULE", with more such pairs behind it if need be.)"},
};

TEST(SchemaLint, what_an_engine_would_ignore_or_take_wrongly_is_refused) {
    for (const Refused& refused : refusals) {
        EXPECT_EQ(linted(refused.schema), Strings{std::string(refused.line)}) << refused.schema;
        const std::vector<SchemaProblem> problems = lint_schema(refused.schema);
        const bool harmless = std::all_of(problems.begin(), problems.end(),
                                          [](const SchemaProblem& problem) { return problem.harmless; });
        EXPECT_EQ(Schema::compile(refused.schema).has_value(), harmless) << refused.schema;
    }
}

TEST(SchemaLint, a_schema_is_usable_where_an_engine_only_ignores_something_or_is_slow) {
    for (const std::string_view schema :
         {R"({"format": "date"})", R"({"x-note": 1})", R"({"deprecated": true})", R"({"pattern": "^a$"})",
          R"({"uniqueItems": true})", R"({"type": "integer", "maxLength": 9})", R"({"if": true})", R"({"then": false})",
          R"({"items": {}, "additionalItems": false})"}) {
        ASSERT_EQ(lint_schema(schema).size(), 1U) << schema;
        EXPECT_TRUE(lint_schema(schema)[0].harmless) << schema;
    }
    for (const std::string_view schema :
         {R"({"requird": ["a"]})", R"({"nullable": true})", R"({"unevaluatedItems": false})",
          R"({"propertyNames": {}})", R"({"maximum": 9007199254740993})"}) {
        ASSERT_EQ(lint_schema(schema).size(), 1U) << schema;
        EXPECT_FALSE(lint_schema(schema)[0].harmless) << schema;
    }
}

TEST(SchemaLint, the_schemas_that_ship_are_clean) {
    EXPECT_EQ(embedded_schemas().size(), 4U);
    for (const EmbeddedSchema& embedded : embedded_schemas())
        EXPECT_EQ(linted(embedded.json), Strings{}) << embedded.name;
}

TEST(SchemaLint, problems_come_in_the_order_of_the_text_and_the_first_is_the_error) {
    constexpr std::string_view schema = "{\n  \"properites\": {},\n  \"type\": \"objekt\",\n  \"format\": \"x\"\n}";
    const Strings lines = linted(schema);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].substr(0, 4), "2:3 ");
    EXPECT_EQ(lines[1].substr(0, 4), "3:3 ");
    EXPECT_EQ(lines[2].substr(0, 4), "4:3 ");
    EXPECT_EQ(
        Schema::compile(schema).error().message,
        "the schema cannot be used: line 2, column 3: \"properites\" is not a keyword of draft-07: an engine ignores "
        "it without a word");
}

// ---- the parts ----

TEST(Suggestion, only_near_misses_are_suggested) {
    EXPECT_EQ(nearest("dat", {"id", "date", "data"}), "date");
    EXPECT_EQ(nearest("form", {"from", "to"}), "from");
    EXPECT_EQ(nearest("carried-out", {"agreed", "carried_out"}), "carried_out");
    EXPECT_EQ(nearest("STATUS", {"status"}), "status");
    EXPECT_EQ(nearest("stаtus", {"status"}), "status");
    EXPECT_EQ(nearest("sttaus", {"status"}), "status");
    EXPECT_EQ(nearest("stats", {"status"}), "status");
    // Two slips in a short word, three in a long one, leave too little of it.
    EXPECT_EQ(nearest("dxtx", {"date"}), "");
    EXPECT_EQ(nearest("appxxxances", {"appearances"}), "");
    EXPECT_EQ(nearest("", {"id"}), "");
    EXPECT_EQ(nearest(std::string(100000, 'x'), {"status"}), "");
}

TEST(Suggestion, look_alikes_are_named) {
    EXPECT_EQ(look_alike("plain ascii - 2025"), std::nullopt);
    EXPECT_EQ(look_alike("Київ")->script, "Cyrillic");
    EXPECT_EQ(look_alike("rο")->script, "Greek");
    EXPECT_EQ(look_alike("2025–03")->script, "");
    EXPECT_EQ(without_look_alikes("uа–2"), "ua-2");
}

TEST(Number, tokens_are_compared_exactly) {
    EXPECT_EQ(compare_numbers("1", "1.0"), 0);
    EXPECT_EQ(compare_numbers("100", "1e2"), 0);
    EXPECT_EQ(compare_numbers("-0", "0.0"), 0);
    EXPECT_EQ(compare_numbers("0.001", "1e-3"), 0);
    EXPECT_LT(compare_numbers("-2", "-1"), 0);
    EXPECT_LT(compare_numbers("-1", "0"), 0);
    EXPECT_LT(compare_numbers("0", "1e-400"), 0);
    EXPECT_GT(compare_numbers("18446744073709551616", "18446744073709551615"), 0);
    EXPECT_GT(compare_numbers("1e99999999999999999999", "9e99"), 0);
    EXPECT_LT(compare_numbers("9007199254740992", "9007199254740992.5"), 0);
}

TEST(Number, a_whole_number_is_written_as_an_integer) {
    EXPECT_EQ(as_integer("43.0"), "43");
    EXPECT_EQ(as_integer("1e2"), "100");
    EXPECT_EQ(as_integer("-1.20e1"), "-12");
    EXPECT_EQ(as_integer("-0"), "0");
    EXPECT_EQ(as_integer("43.5"), std::nullopt);
    EXPECT_EQ(as_integer("1e-1"), std::nullopt);
    EXPECT_EQ(as_integer("1e300"), std::nullopt);
}

}  // namespace
}  // namespace muster
