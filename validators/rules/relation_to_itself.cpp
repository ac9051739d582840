#include "record/record_check.hpp"

namespace muster {
namespace {

void report(RecordCheck& check, Where where, std::string message, Args args) {
    check.report(where, std::move(message), std::move(args)).participants = {value_at(where)};
}

std::string_view verb(const Value<ClaimType>& type) {
    if (type.is(ClaimType::confirmation)) return "confirm";
    return type.is(ClaimType::denial) ? "deny" : "be about";
}

std::string_view verb(const Value<RelationType>& type) {
    if (!type.known()) return "be related to";
    switch (*type) {
        case RelationType::corroborates:
            return "corroborate";
        case RelationType::contradicts:
            return "contradict";
        case RelationType::supersedes:
            return "replace";
        default:
            return "be a misprint of";
    }
}

void look(RecordCheck& check, const Claim& claim) {
    const auto look_at = [&](const Value<ClaimRef>& reference, std::string_view said) {
        if (!reference.known() || check.find(*reference).claim != &claim) return;
        report(check, reference.where, "the claim \"{id}\" is said to {what} itself",
               {{"id", std::string(reference->claim)}, {"what", std::string(said)}});
    };
    for (const Value<ClaimRef>& other : claim.claims) look_at(other, verb(claim.type));
    for (const Value<ClaimRef>& term : claim.derivation.of) look_at(term, "be computed from");
    for (const Relation& relation : claim.relations) look_at(relation.claim, verb(relation.type));
}

void look(RecordCheck& check, const Source& source) {
    if (!source.id.known() || check.has_two_sources(*source.id)) return;
    const std::string id(*source.id);
    if (source.syndicated_from.is(id))
        report(check, source.syndicated_from.where, "the source \"{id}\" is said to be a copy of itself", {{"id", id}});
    if (source.revision_of.is(id))
        report(check, source.revision_of.where, "the source \"{id}\" is said to be a later state of itself",
               {{"id", id}});
}

void look(RecordCheck& check, const Flow& flow) {
    if (!flow.from.known() || !flow.to.is(*flow.from)) return;
    report(check, flow.to.where, "this flow goes from {party} to {party} itself", {{"party", check.name(*flow.from)}});
}

void check(RecordCheck& check) {
    const Record& record = check.record();
    for (const Flow& flow : record.flows) look(check, flow);
    for (const Claim& claim : record.claims) look(check, claim);
    for (const Source& source : record.sources) look(check, source);
    if (!record.id.known() || check.directory().has_two_records(*record.id)) return;
    if (record.part_of.is(*record.id))
        report(check, record.part_of.where, "\"{id}\" is said to be part of itself", {{"id", std::string(*record.id)}});
    if (record.replaced_by.is(*record.id))
        report(check, record.replaced_by.where, "\"{id}\" was withdrawn and is said to be replaced by itself",
               {{"id", std::string(*record.id)}});
}

}  // namespace

extern const Rule relation_to_itself;
const Rule relation_to_itself{
    .code = "REF009",
    .name = "relation_to_itself",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "Something is said to confirm, copy, replace, contain or be computed from itself, or goes to its giver.",
    .rationale =
        "A relation says how one thing stands to another. A claim that corroborates itself would look like a second "
        "voice, a copy of itself would have no original, and what a side hands to itself was received by nobody.",
    .remedy = "Write the id of the other one that is meant, or take the reference out.",
    .check = check,
};

}  // namespace muster
