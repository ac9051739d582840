#include <map>
#include <utility>
#include <vector>

#include "record/record_check.hpp"

namespace muster {
namespace {

/// Whoever was named wrongly, every way that they take part in repeats them: one finding for the speaker of a claim, or
/// for the outlet of a source.
struct Repeated {
    const Text* speaker = nullptr;  ///< null: it is the outlet
    std::vector<const Text*> stations;
};
using Found = std::map<std::pair<Where, std::string_view>, Repeated>;

/// Who cannot publish anything is the outlet by mistake, and of that another rule speaks.
bool can_publish(const RecordCheck& check, std::string_view id) {
    const Agent* agent = check.agent(id);
    return agent == nullptr || !agent->type.known() || may_publish(*agent->type);
}

void look(RecordCheck& check, const Claim& claim, const Appearance& appearance, Found& found) {
    const Source* source = appearance.source.known() ? check.source(*appearance.source) : nullptr;
    for (const Text& relay : appearance.via) {
        if (!relay.known()) continue;
        if (claim.speaker.is(*relay)) {
            Repeated& repeated = found[{claim.where, {}}];
            repeated.speaker = &claim.speaker;
            repeated.stations.push_back(&relay);
        } else if (source != nullptr && source->outlet.is(*relay) && can_publish(check, *relay)) {
            found[{nowhere, *appearance.source}].stations.push_back(&relay);
        }
    }
}

void check(RecordCheck& check) {
    Found found;
    for (const Claim& claim : check.claims()) {
        for (const Appearance& appearance : claim.appearances) look(check, claim, appearance, found);
    }
    for (const auto& [key, repeated] : found) {
        const Text& first = *repeated.stations.front();
        Draft& draft =
            check.report(first.where,
                         repeated.speaker != nullptr
                             ? "{agent} speaks here and cannot also be a station on the way"
                             : "{agent} is the outlet of this source and cannot also be a station on the way",
                         {{"agent", check.name(*first)}});
        for (const Text* station : repeated.stations) {
            draft.participants.push_back(value_at(station->where));
            if (station != &first) draft.notes.push_back({station->where, "and here"});
        }
        // Either may be the one that is wrong.
        if (repeated.speaker != nullptr) draft.participants.push_back(value_at(repeated.speaker->where));
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
