// What parse() finds in a text, and what it leaves unusable, as text that a test can compare.
#pragma once

#include <string>
#include <variant>

#include "parse/parse.hpp"

namespace muster::testing {

/// "rule `marked text`: message", one a line; notes are marked by "| `text from their place on`", remedies by "=>".
inline std::string found_in(const std::string& text) {
    std::string all;
    for (const Draft& draft : parse(text).drafts) {
        const Where end = draft.end == nowhere ? draft.at : draft.end;
        if (!all.empty()) all += "\n";
        all += std::string(draft.rule) + " `" + text.substr(draft.at, end - draft.at) +
               "`: " + render(draft.message, draft.args);
        for (const Note& note : draft.notes) {
            all += " | `" + text.substr(std::get<Where>(note.at), 6) + "` " + note.message;
        }
        if (!draft.remedy.empty()) all += " => " + draft.remedy;
    }
    return all;
}

/// The pointers of what is unknown, separated by spaces; "no document" if there is none.
inline std::string unknown_in(const std::string& text) {
    const Parsed parsed = parse(text);
    if (parsed.document == nullptr) return "no document";
    std::string all;
    for (NodeId id = 0; id < parsed.document->nodes().size(); ++id) {
        if (!parsed.document->node(id).unknown) continue;
        if (!all.empty()) all += " ";
        all += id == Document::root ? "the document" : parsed.document->pointer(id);
    }
    return all;
}

}  // namespace muster::testing
