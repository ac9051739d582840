#include "parse/parse.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "parse/builder.hpp"
#include "parse/not_json.hpp"
#include "parse/repair.hpp"
#include "parse/texts.hpp"
#include "parse/token.hpp"

namespace muster {
namespace {

Draft nested_too_deep(std::size_t bracket) {
    Draft draft;
    draft.rule = "nesting_too_deep";
    draft.at = static_cast<Where>(bracket);
    draft.end = static_cast<Where>(bracket + 1);
    draft.participants = {{Participant::Kind::value, draft.at, 0}};
    draft.message = "brackets are nested more than {limit} deep from here on";
    draft.args = {{"limit", static_cast<std::int64_t>(deepest_nesting)}};
    return draft;
}

/// Why there is no document: one reason, and nothing that may only follow from it.
Draft reason(const std::string& text, Repaired& repaired, const DocumentBuilder& builder) {
    if (builder.too_deep()) return nested_too_deep(builder.cursor());
    if (repaired.not_utf8) return std::move(*repaired.not_utf8);
    return explain_not_json(text, builder);
}

/// What has ended is no document by itself: a value without braces, or an object whose fields go on behind it.
bool ended_too_early(const std::string& text, const DocumentBuilder& builder) {
    const std::size_t more = skip_space(text, builder.cursor());
    if (more == text.size()) return false;
    const Node& root = builder.document()->node(Document::root);
    if (root.kind == Node::Kind::array) return false;
    if (root.kind != Node::Kind::object) return true;
    const std::size_t next = skip_space(text, more + 1);
    return text[more] == ',' && next < text.size() && text[next] == '"';
}

Draft trailing_content(const std::string& text, std::size_t at) {
    Draft draft;
    draft.rule = "trailing_content";
    draft.at = static_cast<Where>(at);
    draft.end = static_cast<Where>(std::min(text.find_first_of("\r\n", at), text.size()));
    draft.participants = {{Participant::Kind::value, draft.at, 0}};
    const std::size_t next = text[at] == ',' ? skip_space(text, at + 1) : at;
    if (next < text.size() && text[next] == '{') {
        draft.message = next == at ? "a second document begins here" : "a comma and a second document stand here";
        draft.remedy = "Put the documents into an array ([ ... , ... ]), or one on a line into a file named .ndjson.";
    } else if (text[at] == '}' || text[at] == ']') {
        draft.end = draft.at + 1;
        draft.message = "this {bracket} closes nothing: the document has ended before it";
        draft.args = {{"bracket", std::string(1, text[at])}};
    } else {
        draft.message = "the document has ended, but something more stands here";
    }
    return draft;
}

}  // namespace

Parsed parse(std::string_view bytes) {
    Parsed parsed;
    parsed.text.assign(bytes);
    Repaired repaired = repair(bytes);
    DocumentBuilder builder(std::move(repaired.text), std::move(repaired.broken_texts), deepest_nesting);
    if (!builder.build() || ended_too_early(parsed.text, builder)) {
        parsed.drafts.push_back(reason(parsed.text, repaired, builder));
        return parsed;
    }
    parsed.document = builder.document();
    if (repaired.not_utf8) parsed.drafts.push_back(std::move(*repaired.not_utf8));
    const auto take = [&](std::vector<Draft>& drafts) {
        std::move(drafts.begin(), drafts.end(), std::back_inserter(parsed.drafts));
    };
    take(repaired.drafts);
    take(builder.drafts());
    check_texts(*parsed.document, parsed.drafts);
    const std::size_t more = skip_space(parsed.text, builder.cursor());
    if (more < parsed.text.size()) {
        // What may be wrong with it does not matter: it must go.
        parsed.drafts.erase(std::remove_if(parsed.drafts.begin(), parsed.drafts.end(),
                                           [&](const Draft& draft) { return draft.at >= more; }),
                            parsed.drafts.end());
        parsed.drafts.push_back(trailing_content(parsed.text, more));
    }
    std::stable_sort(parsed.drafts.begin(), parsed.drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.at < b.at; });
    return parsed;
}

}  // namespace muster
