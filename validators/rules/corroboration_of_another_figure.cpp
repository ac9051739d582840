#include <algorithm>

#include "record/record_check.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

template <class T>
bool differ(const Value<T>& one, const Value<T>& other) {
    return one.known() && other.known() && !(*one == *other);
}

/// Two scopes that no exchange can be in both.
bool apart(const Scope& one, const Scope& other) {
    return differ(one.kind, other.kind) || differ(one.from, other.from) || differ(one.to, other.to) ||
           differ(one.part_of, other.part_of) || differ(one.mediator, other.mediator) ||
           (one.window.known() && other.window.known() && !one.window->days.meets(other.window->days));
}

bool share_no_flow(const Record& record, const Claim& one, const Claim& other) {
    const std::vector<FlowSet> first = named_sets(record, one);
    const std::vector<FlowSet> second = named_sets(record, other);
    if (first.empty() || second.empty()) return false;
    return std::none_of(first.begin(), first.end(), [&](const FlowSet& set) {
        return std::find(second.begin(), second.end(), set) != second.end();
    });
}

void look(RecordCheck& check, std::uint32_t number, const Relation& relation) {
    const ClaimFound other = check.find(*relation.claim);
    if (!other || other.claim == &check.claim(number)) return;
    const Claim& claim = check.claim(number);
    if (!claim.quantity.has_interval() || !other.claim->quantity.has_interval()) return;
    const Interval own = claim.quantity.interval();
    const Interval theirs = other.claim->quantity.interval();
    const bool unknown = claim.unknown || other.claim->unknown || own.is_unknown() || theirs.is_unknown();
    const bool same_record = other.record == &check.record();
    const bool elsewhere =
        (same_record && share_no_flow(check.record(), claim, *other.claim)) || apart(claim.scope, other.claim->scope);
    if (unknown || (own.meets(theirs) && !elsewhere)) {
        if (unknown) check.undecided();
        return;
    }
    const bool figures = !own.meets(theirs);
    Draft& draft = check.report(figures ? claim.quantity.place() : relation.claim.where,
                                figures ? "{own} is said to corroborate {theirs}, but the two figures do not fit"
                                        : "{own} is said to corroborate {theirs}, but the two speak of different flows",
                                {{"own", check.figure(claim)}, {"theirs", check.figure(other)}});
    draft.participants = {claim_at(check.record(), number)};
    if (same_record) {
        draft.participants.push_back(claim_at(check.record(), other.number));
        draft.notes.push_back({other.claim->quantity.place(), check.figure(other) + " stands here"});
    }
}

void check(RecordCheck& check) {
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        for (const Relation& relation : check.claim(i).relations) {
            if (relation.type.is(RelationType::corroborates) && relation.claim.known()) look(check, i, relation);
        }
    }
}

}  // namespace

extern const Rule corroboration_of_another_figure;
const Rule corroboration_of_another_figure{
    .code = "ATT007",
    .name = "corroboration_of_another_figure",
    .severity = Severity::error,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A claim is said to corroborate another, but its figure does not fit, or it speaks of something else.",
    .rationale =
        "A corroboration is another speaker's own value that fits. Taken for one, a figure that differs would count as "
        "a second voice for a number that its speaker never gave.",
    .remedy =
        "Correct the figure that was mistyped, or the claim that the relation points to. If the two speakers differ, "
        "the relation is contradicts.",
    .check = check,
};

}  // namespace muster
