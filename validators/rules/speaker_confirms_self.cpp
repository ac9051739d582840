#include <fmt/format.h>

#include "core/words.hpp"
#include "record/record_check.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

/// "43 (Vladimir Rogov)"; of a claim without a number its id.
std::string said(const RecordCheck& check, const ClaimFound& found) {
    if (found.claim->quantity.present()) return check.figure(found);
    return fmt::format("\"{}\" ({})", found.claim->id.known() ? *found.claim->id : "", check.speaker(found));
}

void check(RecordCheck& check) {
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        if (!claim.type.is(ClaimType::confirmation)) continue;
        std::vector<std::string> own;
        std::vector<Where> places;
        Where first = nowhere;
        bool unknown = claim.claims.unknown() || (claim.speaker.unknown() && !claim.claims.empty());
        for (const Value<ClaimRef>& reference : claim.claims) {
            const ClaimFound found = reference.known() ? check.find(*reference) : ClaimFound();
            unknown = unknown || !found || found.claim->speaker.unknown();
            if (!found || !claim.speaker.known() || !found.claim->speaker.is(*claim.speaker)) continue;
            if (own.empty()) first = reference.where;
            own.push_back(said(check, found));
            if (found.record == &check.record()) places.push_back(found.claim->where);
        }
        if (own.empty()) {
            if (unknown) check.undecided();
            continue;
        }
        Draft& draft = check.report(first,
                                    own.size() == 1 ? "{own} is confirmed here by the same speaker"
                                                    : "{own} are confirmed here by the same speaker",
                                    {{"own", joined(own)}});
        draft.participants = {claim_at(check.record(), i)};
        for (const Where place : places) draft.notes.push_back({place, "said here"});
    }
}

}  // namespace

extern const Rule speaker_confirms_self;
const Rule speaker_confirms_self{
    .code = "ATT009",
    .name = "speaker_confirms_self",
    .severity = Severity::warning,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A confirmation is of the speaker's own claim.",
    .rationale =
        "The 43 of 28 March 2025 has two speakers: one who gave it and one who confirmed it. Who repeats an own number "
        "confirms nothing, and a reader would take it for a second voice.",
    .remedy =
        "Correct the speaker or the claim it confirms. If the same speaker only said it again, add the report as a "
        "further appearance of the claim and take the confirmation out.",
    .check = check,
};

}  // namespace muster
