#include "core/words.hpp"
#include "record/record_check.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

void look(RecordCheck& check, const Quantity& quantity) {
    if (!quantity.reversed()) return;
    const bool both = quantity.lower.known() && quantity.upper.known() && *quantity.lower > *quantity.upper;
    const bool below = !both && quantity.lower.known() && quantity.amount.known() && *quantity.lower > *quantity.amount;
    const auto& first = both || below ? quantity.lower : quantity.upper;
    const auto& second = both ? quantity.upper : quantity.amount;
    Draft& draft = check.report(first.where,
                                both    ? "the lower bound {first} is above the upper bound {second}"
                                : below ? "the lower bound {first} is above the amount {second}"
                                        : "the upper bound {first} is below the amount {second}",
                                {{"first", with_commas(*first)}, {"second", with_commas(*second)}});
    draft.participants = {value_at(quantity.where)};
    draft.notes.push_back({second.where, with_commas(*second) + " stands here"});
}

void check(RecordCheck& check) {
    for (const Claim& claim : check.claims()) {
        for_each_quantity(claim, [&](const Quantity& quantity) { look(check, quantity); });
    }
    for (const Scope& scope : check.record().covers) {
        if (scope.threshold.present()) look(check, scope.threshold);
    }
}

}  // namespace

extern const Rule bounds_reversed;
const Rule bounds_reversed{
    .code = "CNT004",
    .name = "bounds_reversed",
    .severity = Severity::error,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "The bounds of a number contradict each other, or the amount lies outside of them.",
    .rationale =
        "\"From 300 to 302\" is written as lower 300 and upper 302. With the two exchanged no number fits, and every "
        "sum the number takes part in would be meaningless.",
    .remedy = "Write the smaller number as lower and the larger as upper; leave a bound out if the report gives none.",
    .check = check,
};

}  // namespace muster
