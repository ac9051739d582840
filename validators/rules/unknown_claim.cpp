#include <set>

#include "core/suggestion.hpp"
#include "record/record_check.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    std::set<std::string_view> reported;
    for_each_claim_reference(check.record(), [&](const Value<ClaimRef>& reference) {
        if (!reference.known()) return;
        const ClaimFound found = check.find(*reference);
        if (found.outcome == ClaimFound::Outcome::undecided) check.undecided();
        if (found.outcome != ClaimFound::Outcome::missing || !reported.insert(reference->text).second) return;
        Draft& draft =
            check.report(reference.where,
                         reference->record.empty() ? "\"{id}\" is no claim of this record"
                                                   : "the record {record} has no claim \"{id}\"",
                         {{"id", std::string(reference->claim)}, {"record", std::string(reference->record)}});
        draft.participants = {value_at(reference.where)};
        const Record* owner = reference->record.empty() || check.record().id.is(reference->record)
                                  ? &check.record()
                                  : check.directory().record(reference->record);
        std::vector<std::string_view> ids;
        for (const Claim& claim : owner->claims) {
            if (claim.id.known()) ids.push_back(*claim.id);
        }
        const std::string_view meant = nearest(reference->claim, ids);
        if (meant.empty()) return;
        draft.message += "; did you mean \"{meant}\"?";
        draft.args.emplace_back("meant", std::string(meant));
    });
}

}  // namespace

extern const Rule unknown_claim;
const Rule unknown_claim{
    .code = "REF004",
    .name = "unknown_claim",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "A claim refers to another claim that does not exist.",
    .rationale =
        "Derivations, confirmations and contradictions are what makes two numbers comparable. One that leads nowhere "
        "leaves the number standing alone, and nobody would notice.",
    .remedy = "Write the id of the claim that is meant; a claim of another record is written record#claim.",
    .check = check,
};

}  // namespace muster
