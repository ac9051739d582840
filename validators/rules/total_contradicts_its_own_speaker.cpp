#include "core/words.hpp"
#include "record/sayings.hpp"
#include "record/stated_totals.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for (const StatedTotal& total : stated_totals(check)) {
        if (total.own.is_unknown()) check.undecided();
        if (total.verdict != StatedVerdict::contradicts_its_own_speaker) continue;
        const Claim& claim = check.claim(total.claim);
        std::vector<std::string> figures;
        for (const std::uint32_t number : total.own_claims) figures.push_back(say(check.claim(number).quantity));
        Draft& draft = check.report(claim.quantity.place(),
                                    "{speaker} gives {total} in all, but {figures} for the single flows, "
                                    "which makes {sum}: {gap}",
                                    {{"speaker", check.speaker(claim)},
                                     {"total", say(claim.quantity)},
                                     {"figures", joined(figures)},
                                     {"sum", say(total.own)},
                                     {"gap", say_gap(total.own, claim.quantity.interval())}});
        draft.participants = {claim_at(check.record(), total.claim)};
        for (const std::uint32_t number : total.own_claims) {
            draft.participants.push_back(claim_at(check.record(), number));
            draft.notes.push_back(
                {check.claim(number).quantity.place(), say(check.claim(number).quantity) + " stands here"});
        }
    }
}

}  // namespace

extern const Rule total_contradicts_its_own_speaker;
const Rule total_contradicts_its_own_speaker{
    .code = "TOT009",
    .name = "total_contradicts_its_own_speaker",
    .severity = Severity::error,
    .layer = Layer::stated_totals,
    .since = "0.1.0",
    .summary = "A speaker's total differs from the sum of the same speaker's own counts.",
    .rationale =
        "Two sides may differ; one speaker may not differ from the same speaker. Where a total and its parts come from "
        "one mouth and do not fit, one of them was mistyped or misprinted.",
    .remedy =
        "Compare the total and each count with the report. If the speaker revised a number, give the later claim a "
        "relation of type supersedes; if the report misprints one, misprint_of.",
    .check = check,
};

}  // namespace muster
