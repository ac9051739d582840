#include "core/words.hpp"
#include "record/sayings.hpp"
#include "record/scope_claims.hpp"

namespace muster {
namespace {

/// From the least that the certain members make to the most that all of them can make.
Interval sum_of(const DatasetCheck& check, const std::vector<Member>& members, ScopeCount& count) {
    Interval sum = Interval::exactly(0);
    for (const Member& member : members) {
        Interval interval = member.view ? member.view->interval : Interval::from(0);
        count.unknown = count.unknown || member.unknown;
        if (member.membership == Membership::maybe) interval = Interval(0, interval.high());
        sum = sum + interval;
    }
    count.unknown = count.unknown || check.unreadable_documents;
    return check.unreadable_documents ? Interval::from(sum.low()) : sum;
}

void check_dataset(DatasetCheck& check) {
    const auto holds = [&](const ScopeFailure& failure, ScopeCount& count) {
        return sum_of(check, failure.members, count).meets(failure.claim->interval);
    };
    for (const ScopeFailure& failure : failing_claims(check, ClaimType::cumulative, holds)) {
        const ScopeClaim& claim = *failure.claim;
        ScopeCount count;
        const Interval sum = sum_of(check, failure.members, count);
        const auto exchanges = static_cast<std::int64_t>(failure.members.size());
        DatasetDraft& draft = report_failure(
            check, failure, "{speaker} gives {figure} for {scope}; the {exchanges} recorded make {sum}, which is {gap}",
            {{"speaker", claim.speaker},
             {"figure", claim.figure},
             {"scope", claim.scope_words},
             {"exchanges", counted(exchanges, "exchange")},
             {"sum", say(sum)},
             {"gap", say_gap(sum, claim.interval)}});
        draft.related = list_of_members(failure.members);
    }
}

}  // namespace

extern const Rule cumulative_disagrees;
const Rule cumulative_disagrees{
    .code = "SER002",
    .name = "cumulative_disagrees",
    .severity = Severity::warning,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "A total over many exchanges is not what the exchanges of the dataset add up to.",
    .rationale =
        "In June 2025 one side counted 6,057 over five stages and the other 6,060: both hold, since they differ about "
        "the last stage. A running total that no choice of figures makes true is a misprint, means another scope, or "
        "knows of an exchange that is missing here. It is only checked where the dataset says that it covers the "
        "scope.",
    .remedy =
        "If the report says so, leave the claim as it is. Else correct the figure or the scope, or add the exchange "
        "that "
        "is missing.",
    .check_dataset = check_dataset,
};

}  // namespace muster
