#include "record/record_check.hpp"

namespace muster {
namespace {

constexpr std::string_view mark = "To fill in:";

void check(RecordCheck& check) {
    for (const Claim& claim : check.claims()) {
        if (!claim.note.known() || claim.note->substr(0, mark.size()) != mark) continue;
        // While something is open the note is of use.
        if (claim.unknown || claim.speaker.unknown() || claim.quantity.unknown()) continue;
        check.report(claim.note.where, "the claim is filled in, and its note still says what to fill in", {})
            .participants = {value_at(claim.note.where)};
    }
}

}  // namespace

extern const Rule note_left_to_fill_in;
const Rule note_left_to_fill_in{
    .code = "SCH013",
    .name = "note_left_to_fill_in",
    .severity = Severity::warning,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "The note of a claim still tells what to fill in, though everything is.",
    .rationale =
        "muster new writes a record to begin with, and says in the note of each claim what to type, since JSON has no "
        "comments. Such a note is for the one who types; published, it would look like a word of the editors.",
    .remedy = "Delete the note, or write in it what readers should know of this claim.",
    .check = check,
};

}  // namespace muster
