#include "parse/parse.hpp"

#include <algorithm>
#include <cstring>

#include "parse/builder.hpp"
#include "parse/not_json.hpp"
#include "parse/repair.hpp"
#include "parse/texts.hpp"

namespace muster {
namespace {

/// A text that runs over its line is most often one whose closing quote is missing; that is the cause to name.
Draft unclosed_on_its_line(Where quote, const std::string& original) {
    Draft draft;
    draft.rule = "not_json";
    draft.at = quote;
    draft.end = static_cast<Where>(std::min(original.find_first_of("\r\n", quote), original.size()));
    draft.message = "the text that begins with this quote is not closed on its line";
    draft.participants = {{Participant::Kind::value, 0, 0}};
    return draft;
}

void look_behind_the_end(const std::string& text, std::size_t end, std::vector<Draft>& drafts) {
    const std::size_t more = text.find_first_not_of(" \t\r\n", end);
    if (more == std::string::npos) return;
    Draft draft;
    draft.rule = "trailing_content";
    draft.at = static_cast<Where>(more);
    draft.end = static_cast<Where>(std::min(text.find_first_of("\r\n", more), text.size()));
    draft.participants = {{Participant::Kind::value, draft.at, 0}};
    draft.message = "the document has ended, but something more stands here";
    if (text[more] == '{') {
        draft.message = "a second document begins here";
        draft.remedy = "Put the documents into an array ([ ... , ... ]), or one on a line into a file named .ndjson.";
    }
    drafts.push_back(std::move(draft));
}

}  // namespace

Parsed parse(std::string_view bytes) {
    Parsed parsed;
    parsed.text.assign(bytes);
    std::string text = parsed.text;
    Repaired repaired = repair(text, deepest_nesting);
    parsed.drafts = std::move(repaired.drafts);
    if (repaired.too_deep) return parsed;

    DocumentBuilder builder(std::move(text));
    const std::string& mended = builder.document()->text();
    // A NUL outside of texts would be the end of everything to the parser.
    const bool has_nul = std::memchr(mended.data(), '\0', mended.size()) != nullptr;
    const bool complete = builder.build();
    const bool cut_by_nul = has_nul && mended.find('\0', builder.cursor()) != std::string::npos;
    if (!complete || cut_by_nul) {
        // Bytes that are no text at all are one cause; what follows from them is not another.
        if (repaired.not_utf8) {
            parsed.drafts.resize(1);
            return parsed;
        }
        Draft draft = repaired.first_raw_line_break != nowhere && !cut_by_nul
                          ? unclosed_on_its_line(repaired.first_raw_line_break, parsed.text)
                          : explain_not_json(mended, builder);
        parsed.drafts = {std::move(draft)};
        return parsed;
    }
    parsed.document = builder.document();
    for (Draft& draft : builder.drafts()) parsed.drafts.push_back(std::move(draft));
    look_behind_the_end(mended, builder.cursor(), parsed.drafts);
    check_texts(*parsed.document, repaired.broken_strings, parsed.drafts);
    return parsed;
}

}  // namespace muster
