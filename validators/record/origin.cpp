#include "record/origin.hpp"

#include <set>

namespace muster {
namespace {

/// The outlet of the page that a page was copied from, however often; "" if it cannot be known.
std::string_view first_outlet(const RecordCheck& check, const Source* source, const Record& record) {
    std::set<const Source*> seen;
    while (!source->syndicated_from.absent()) {
        if (!seen.insert(source).second || !source->syndicated_from.known()) return "";
        source = check.source(*source->syndicated_from, record);
        if (source == nullptr) return "";
    }
    return source->outlet.known() ? *source->outlet : "";
}

}  // namespace

std::string origin_of(const RecordCheck& check, const ClaimFound& found) {
    const Claim& claim = *found.claim;
    if (!claim.speaker.known()) return "";
    const std::string speaker(*claim.speaker);
    if (speaker == "dataset") return speaker;
    const Agent* agent = check.agent(speaker, *found.record);
    if (agent == nullptr || !agent->type.known() || claim.appearances.unknown()) return "";
    if (!agent->type.is(AgentType::outlet)) return speaker;
    for (const Appearance& appearance : claim.appearances) {
        const Source* source = appearance.source.known() ? check.source(*appearance.source, *found.record) : nullptr;
        if (source == nullptr || !source->outlet.known() || appearance.via.unknown()) return "";
        // Where another outlet prints it, the speaker is quoted, as any speaker is.
        if (!source->outlet.is(speaker)) continue;
        if (appearance.via.empty()) return std::string(first_outlet(check, source, *found.record));
        const Text& station = appearance.via.items.front();
        return station.known() ? std::string(*station) : "";
    }
    return speaker;
}

}  // namespace muster
