#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/words.hpp"
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

/// A corroboration that does not fit.
struct Misfit {
    std::uint32_t number = 0;  ///< of the claim that corroborates
    const Relation* relation = nullptr;
    ClaimFound other;
    bool figures = false;  ///< the figures do not fit; else the two do not count the same thing
};

std::optional<Misfit> judge(RecordCheck& check, std::uint32_t number, const Relation& relation) {
    const ClaimFound other = check.find(*relation.claim);
    const Claim& claim = check.claim(number);
    if (!other || other.claim == &claim) return std::nullopt;
    if (!claim.quantity.has_interval() || !other.claim->quantity.has_interval()) return std::nullopt;
    const Interval own = claim.quantity.interval();
    const Interval theirs = other.claim->quantity.interval();
    const bool same_record = other.record == &check.record();
    const bool elsewhere =
        (same_record && share_no_flow(check.record(), claim, *other.claim)) || apart(claim.scope, other.claim->scope);
    if (claim.unknown || other.claim->unknown || own.is_unknown() || theirs.is_unknown()) {
        check.undecided();
        return std::nullopt;
    }
    if (own.meets(theirs) && !elsewhere) return std::nullopt;
    return Misfit{number, &relation, other, !own.meets(theirs)};
}

void add_participant(RecordCheck& check, Draft& draft, const ClaimFound& found) {
    if (found.record != &check.record()) return;
    draft.participants.push_back(claim_at(check.record(), found.number));
    draft.notes.push_back({found.claim->quantity.place(), check.figure(found) + " stands here"});
}

void report_one(RecordCheck& check, const Misfit& misfit) {
    const Claim& claim = check.claim(misfit.number);
    Draft& draft =
        check.report(misfit.figures ? claim.quantity.place() : misfit.relation->claim.where,
                     misfit.figures ? "{own} is said to corroborate {theirs}, but the two figures do not fit"
                                    : "{own} is said to corroborate {theirs}, but the two do not count the same thing",
                     {{"own", check.figure(claim)}, {"theirs", check.figure(misfit.other)}});
    draft.participants = {claim_at(check.record(), misfit.number)};
    add_participant(check, draft, misfit.other);
}

/// Several claims that do not fit the one they are said to corroborate: the one is the likely mistake.
void report_target(RecordCheck& check, const std::vector<Misfit>& misfits) {
    const ClaimFound& target = misfits.front().other;
    std::vector<std::string> others;
    bool figures = false;
    for (const Misfit& misfit : misfits) {
        others.push_back(check.figure(check.claim(misfit.number)));
        figures = figures || misfit.figures;
    }
    Draft& draft =
        check.report(target.claim->quantity.place(),
                     figures ? "{theirs} is said to be corroborated by {own}, but the figures do not fit"
                             : "{theirs} is said to be corroborated by {own}, but they do not count the same thing",
                     {{"theirs", check.figure(target)}, {"own", joined(others)}});
    draft.participants = {claim_at(check.record(), target.number)};
    for (const Misfit& misfit : misfits) {
        add_participant(check, draft,
                        {ClaimFound::Outcome::found, &check.record(), &check.claim(misfit.number), misfit.number});
    }
}

void check(RecordCheck& check) {
    std::map<const Claim*, std::vector<Misfit>> by_target;
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        for (const Relation& relation : check.claim(i).relations) {
            if (!relation.type.is(RelationType::corroborates) || !relation.claim.known()) continue;
            if (const std::optional<Misfit> misfit = judge(check, i, relation)) {
                by_target[misfit->other.claim].push_back(*misfit);
            }
        }
    }
    for (const auto& [target, misfits] : by_target) {
        if (misfits.size() > 1 && misfits.front().other.record == &check.record()) {
            report_target(check, misfits);
        } else {
            for (const Misfit& misfit : misfits) report_one(check, misfit);
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
