#include "record/record_check.hpp"

namespace muster {
namespace {

void look(RecordCheck& check, const Claim& claim, const Appearance& appearance) {
    const Source* source = appearance.source.known() ? check.source(*appearance.source) : nullptr;
    for (const Text& relay : appearance.via) {
        if (!relay.known()) continue;
        const bool speaks = claim.speaker.is(*relay);
        const Agent* agent = check.agent(*relay);
        // Who cannot publish anything is the outlet by mistake, and of that another rule speaks.
        const bool prints = source != nullptr && source->outlet.is(*relay) &&
                            (agent == nullptr || !agent->type.known() || may_publish(*agent->type));
        if (!speaks && !prints) continue;
        Draft& draft =
            check.report(relay.where,
                         speaks ? "{agent} speaks here and cannot also be a station on the way"
                                : "{agent} is the outlet of this source and cannot also be a station on the way",
                         {{"agent", check.name(*relay)}});
        draft.participants = {value_at(relay.where)};
    }
}

void check(RecordCheck& check) {
    for (const Claim& claim : check.claims()) {
        for (const Appearance& appearance : claim.appearances) look(check, claim, appearance);
    }
}

}  // namespace

extern const Rule relay_repeats;
const Rule relay_repeats{
    .code = "ATT006",
    .name = "relay_repeats",
    .severity = Severity::error,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "The way from the speaker to the source names somebody twice.",
    .rationale =
        "`via` lists, in order, who stands between the speaker and the outlet that printed it: a member of parliament "
        "spoke to one outlet, another quotes that. Speaker and outlet are the ends of the way, not stations on it; "
        "counting them again would make one voice look like two.",
    .remedy = "Take the repeated agent out of `via`; leave `via` out if nobody stands between.",
    .check = check,
};

}  // namespace muster
