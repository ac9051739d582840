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

Strings lines_of(std::string_view text, const Schema& schema = document_schema()) { return judge(text, schema).lines; }

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

#include "schema_changes.inc"

TEST(Schema, a_good_record_is_clean) { EXPECT_EQ(lines_of(good), Strings{}); }

TEST(Schema, one_change_gives_one_draft) {
    for (const Change& change : changes) {
        const Strings lines = lines_of(with(change.from, change.to));
        EXPECT_EQ(lines, Strings{std::string(change.line)}) << change.from << " -> " << change.to;
    }
}

}  // namespace
}  // namespace muster
