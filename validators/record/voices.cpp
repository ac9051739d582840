#include "record/voices.hpp"

namespace muster {

void Voices::add(const Record& record) {
    if (!added_.insert(&record).second) return;
    for (const Claim& claim : record.claims) {
        for (const Relation& relation : claim.relations) {
            if (relation.type.is(RelationType::corroborates)) join(record, claim, relation.claim);
        }
        if (!claim.type.is(ClaimType::confirmation)) continue;
        for (const Value<ClaimRef>& confirmed : claim.claims) join(record, claim, confirmed);
    }
}

const Claim* Voices::of(const Claim& claim) const {
    const Claim* at = &claim;
    for (auto next = leads_to_.find(at); next != leads_to_.end(); next = leads_to_.find(at)) at = next->second;
    return at;
}

void Voices::join(const Record& from, const Claim& claim, const Value<ClaimRef>& reference) {
    const ClaimFound other = reference.known() ? check_.find(*reference, from) : ClaimFound();
    if (!other) return;
    add(*other.record);
    const Claim* one = of(claim);
    const Claim* two = of(*other.claim);
    if (one != two) leads_to_[one] = two;
}

}  // namespace muster
