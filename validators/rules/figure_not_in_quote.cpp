#include "core/words.hpp"
#include "record/numbers_in_text.hpp"
#include "record/record_check.hpp"
#include "record/sayings.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

bool tells(const Claim& claim, const std::vector<std::int64_t>& numbers) {
    bool found = false;
    for_each_quantity(claim, [&](const Quantity& quantity) {
        for (const std::int64_t number : numbers) found = found || quantity.amount.is(number);
    });
    return found;
}

void check(RecordCheck& check) {
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        if (claim.unknown || !claim.quantity.has_interval() || !claim.quantity.amount.known()) continue;
        const Interval interval = claim.quantity.interval();
        if (interval.is_unknown() || !interval.exact()) continue;
        for (const Appearance& appearance : claim.appearances) {
            const Text& quote = appearance.quote.exact;
            if (!quote.known()) continue;
            const std::vector<std::int64_t> numbers = numbers_in(*quote);
            if (numbers.empty() || tells(claim, numbers)) continue;
            Draft& draft = check.report(
                quote.where, "the claim gives {figure}, but the numbers in this quote are others: \"{quote}\"",
                {{"figure", check.figure(claim)}, {"quote", std::string(*quote)}});
            draft.participants = {claim_at(check.record(), i)};
            draft.notes.push_back({claim.quantity.place(), say(claim.quantity) + " stands here"});
        }
    }
}

}  // namespace

extern const Rule figure_not_in_quote;
const Rule figure_not_in_quote{
    .code = "ATT010",
    .name = "figure_not_in_quote",
    .severity = Severity::warning,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A quote gives numbers, and none of them is the figure of its claim.",
    .rationale =
        "The quote is the evidence for the figure. Where it holds another number, either the figure was mistyped or "
        "the quote belongs to another claim.",
    .remedy = "Compare figure and quote with the page; move the quote to the claim it belongs to, or leave it out.",
    .check = check,
};

}  // namespace muster
