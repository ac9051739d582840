#include "core/words.hpp"
#include "record/derivation.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const std::optional<DerivedTotal> total = derive(check, i);
        if (!total || !total->counted_twice) continue;
        const Term& first = total->terms[total->counted_twice->first];
        const Term& second = total->terms[total->counted_twice->second];
        Draft& draft =
            check.report(second.where, "{first} and {second} count the same hand-over; a sum may use only one of them",
                         {{"first", check.figure(first.found)}, {"second", check.figure(second.found)}});
        draft.participants = {claim_at(check.record(), i)};
        for (const Term& term : total->terms) {
            if (term.found.record == &check.record()) {
                draft.participants.push_back(claim_at(check.record(), term.found.number));
            }
        }
        draft.notes.push_back({first.where, "the other one stands here"});
    }
}

}  // namespace

extern const Rule flow_counted_twice;
const Rule flow_counted_twice{
    .code = "TOT006",
    .name = "flow_counted_twice",
    .severity = Severity::error,
    .layer = Layer::derived_totals,
    .since = "0.1.0",
    .summary = "A sum uses two claims that count the same flow, or that tell the same thing.",
    .rationale =
        "The 43 of 28 March 2025 has two speakers. Adding every number that somebody said gives 995 where 952 were "
        "exchanged: a second voice for a number is not a second number.",
    .remedy =
        "Keep one claim for each flow in the list `of`. If the two claims count different people, they need flows of "
        "their own.",
    .check = check,
};

}  // namespace muster
