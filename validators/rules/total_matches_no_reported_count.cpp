#include "core/words.hpp"
#include "record/sayings.hpp"
#include "record/stated_totals.hpp"

namespace muster {
namespace {

std::string possible_sums(const std::vector<Interval>& sums) {
    std::vector<std::string> words;
    for (const Interval& sum : sums) words.push_back(say(sum));
    return joined(words, "or");
}

void check(RecordCheck& check) {
    for (const StatedTotal& total : stated_totals(check)) {
        if (total.verdict == StatedVerdict::undecided) check.undecided();
        if (total.verdict != StatedVerdict::matches_no_count) continue;
        const Claim& claim = check.claim(total.claim);
        std::vector<std::string> figures;
        for (const std::uint32_t number : total.counts) figures.push_back(check.figure(check.claim(number)));
        Draft& draft =
            check.report(claim.quantity.place(),
                         "{speaker} gives {total} in all, but the counts reported for the flows make {sums}: "
                         "{figures}",
                         {{"speaker", check.speaker(claim)},
                          {"total", say(claim.quantity)},
                          {"sums", possible_sums(total.sums)},
                          {"figures", joined(figures)}});
        if (total.declared) draft.severity = Severity::info;
        draft.participants = {claim_at(check.record(), total.claim)};
        for (const std::uint32_t number : total.counts) {
            draft.participants.push_back(claim_at(check.record(), number));
            draft.notes.push_back(
                {check.claim(number).quantity.place(), check.figure(check.claim(number)) + " stands here"});
        }
    }
}

}  // namespace

extern const Rule total_matches_no_reported_count;
const Rule total_matches_no_reported_count{
    .code = "TOT010",
    .name = "total_matches_no_reported_count",
    .severity = Severity::warning,
    .layer = Layer::stated_totals,
    .since = "0.1.0",
    .summary = "A total that somebody gave fits no combination of the counts reported for its flows.",
    .rationale =
        "A total may follow one side's counts or the other's, and that is no mistake. A total that follows nobody's "
        "counts is either wrong or knows of a count that the record lacks.",
    .remedy =
        "Look for the count that is missing, or note the disagreement: a relation of type contradicts from the later "
        "claim to the one it does not fit. If the total was computed from counts, give it a derivation.",
    .check = check,
};

}  // namespace muster
