#include <algorithm>
#include <string>

#include "core/words.hpp"
#include "record/numbers_in_text.hpp"
#include "record/record_check.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

enum class Answer : std::uint8_t { no, yes, unknown };

/// Whether the speaker is one who can only have said a total: no outlet, and not the editors.
Answer speaks_for_itself(const RecordCheck& check, const Claim& claim) {
    if (!claim.speaker.known()) return Answer::unknown;
    if (claim.speaker.is("dataset")) return Answer::no;
    const Agent* agent = check.agent(*claim.speaker);
    if (agent == nullptr || !agent->type.known()) return Answer::unknown;
    return agent->type.is(AgentType::outlet) ? Answer::no : Answer::yes;
}

/// The figures that a total is made of.
struct OfOthers {
    std::vector<std::string> figures;
    bool any = false;      ///< one of them is another speaker's
    bool unknown = false;  ///< one of them may be
};

OfOthers of_others(const RecordCheck& check, const Claim& claim) {
    OfOthers others;
    others.unknown = claim.derivation.of.unknown();
    for (const Value<ClaimRef>& reference : claim.derivation.of) {
        const ClaimFound found = reference.known() ? check.find(*reference) : ClaimFound();
        if (!found || found.claim->speaker.unknown()) {
            others.unknown = true;
        } else {
            others.any = others.any || !found.claim->speaker.is(*claim.speaker);
            others.figures.push_back(check.figure(found));
        }
    }
    return others;
}

/// Some quote holds the figure, in digits or as it was printed.
Answer quoted(const Claim& claim) {
    const Quantity& quantity = claim.quantity;
    Answer answer = quantity.unknown() || claim.appearances.unknown() ? Answer::unknown : Answer::no;
    for (const Appearance& appearance : claim.appearances) {
        const Text& quote = appearance.quote.exact;
        if (quote.unknown()) answer = Answer::unknown;
        if (!quote.known()) continue;
        const std::vector<std::int64_t> numbers = numbers_in(*quote);
        const bool in_digits = std::any_of(numbers.begin(), numbers.end(), [&](std::int64_t number) {
            return quantity.amount.is(number) || quantity.lower.is(number) || quantity.upper.is(number);
        });
        const bool as_printed =
            quantity.as_printed.known() && quote->find(*quantity.as_printed) != std::string_view::npos;
        if (in_digits || as_printed) return Answer::yes;
    }
    return answer;
}

void check(RecordCheck& check) {
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        if (claim.derivation.state == State::absent || !claim.quantity.has_interval()) continue;
        const Answer speaks = speaks_for_itself(check, claim);
        if (speaks == Answer::no) continue;
        const OfOthers others = of_others(check, claim);
        const Answer in_quote = quoted(claim);
        if (in_quote == Answer::yes || (!others.any && !others.unknown)) continue;
        if (speaks == Answer::unknown || in_quote == Answer::unknown || !others.any) {
            check.undecided();
            continue;
        }
        Draft& draft = check.report(
            claim.quantity.place(),
            "{total} stands here as said by {speaker}, but it is made of {figures}, and no "
            "quote shows it",
            {{"total", say(claim.quantity)}, {"speaker", check.speaker(claim)}, {"figures", joined(others.figures)}});
        draft.participants = {claim_at(check.record(), i)};
    }
}

}  // namespace

extern const Rule total_in_a_speakers_mouth;
const Rule total_in_a_speakers_mouth{
    .code = "ATT011",
    .name = "total_in_a_speakers_mouth",
    .severity = Severity::warning,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A number made of other speakers' figures stands as one speaker's own words.",
    .rationale =
        "For 19 December 2025 an outlet gave 1,029 as the word of one official; it is the sum of what two sides said "
        "they had received. Officials give the number of their own side. The sum is most often the reporter's, and "
        "quoted on as an official's it looks like a confirmation of both numbers.",
    .remedy =
        "If the report computed the total, its speaker is the outlet. If the speaker did say it, add the quote that "
        "shows it, or take the derivation away.",
    .check = check,
};

}  // namespace muster
