#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/words.hpp"
#include "record/scope_claims.hpp"

namespace muster {
namespace {

/// Counted by records, or with the records of one series taken as one: reports do both.
ScopeCount count(const DatasetCheck& check, const std::vector<Member>& members, bool merged) {
    ScopeCount count;
    std::set<std::string> certain, possible;
    for (const Member& member : members) {
        const std::string& series = member.summary->part_of;
        const std::string unit = merged && !series.empty() ? series : "record " + member.summary->id;
        possible.insert(unit);
        if (member.membership == Membership::yes) certain.insert(unit);
        count.unknown = count.unknown || member.unknown;
    }
    count.least = static_cast<std::int64_t>(certain.size());
    count.most = check.unreadable_documents ? Interval::open : static_cast<std::int64_t>(possible.size());
    count.unknown = count.unknown || check.unreadable_documents;
    return count;
}

std::string true_count(const ScopeFailure& failure, const ScopeCount& count) {
    if (failure.owner->type != DocumentType::exchange) {
        return count.least == count.most ? in_words(count.least)
                                         : fmt::format("from {} to {}", in_words(count.least), in_words(count.most));
    }
    if (count.least == count.most) return "the " + ordinal_in_words(count.least);
    return fmt::format("between the {} and the {}", ordinal_in_words(count.least), ordinal_in_words(count.most));
}

/// "26 January 2024, 16 February 2024 and 15 March 2024 precede it".
std::string what_precedes(const ScopeFailure& failure) {
    std::vector<std::string> dates;
    for (const Member& member : failure.members) {
        if (member.summary != failure.owner) dates.push_back(member.summary->date_words);
    }
    if (dates.empty()) return "the dataset holds none before it";
    if (dates.size() > 12)
        return fmt::format("{} precede it", counted(static_cast<std::int64_t>(dates.size()), "exchange"));
    return joined(dates) + (dates.size() == 1 ? " precedes it" : " precede it");
}

void report(DatasetCheck& check, const ScopeFailure& failure) {
    const ScopeClaim& claim = *failure.claim;
    const ScopeCount found = count(check, failure.members, false);
    const bool in_exchange = failure.owner->type == DocumentType::exchange;
    DatasetDraft& draft =
        report_failure(check, failure,
                       in_exchange ? "{speaker} calls this the {ordinal} of the {scope}, but it is {count}: {precede}"
                                   : "{speaker} counts {ordinal} {scope}, but this dataset holds {count}",
                       {{"speaker", claim.speaker},
                        {"ordinal", in_exchange ? ordinal_in_words(claim.ordinal) : in_words(claim.ordinal)},
                        {"scope", claim.scope_words},
                        {"count", true_count(failure, found)},
                        {"precede", in_exchange ? what_precedes(failure) : ""}});
    std::vector<Member> others = failure.members;
    others.erase(std::remove_if(others.begin(), others.end(),
                                [&](const Member& member) { return in_exchange && member.summary == failure.owner; }),
                 others.end());
    draft.related = list_of_members(others);
}

void check_dataset(DatasetCheck& check) {
    const auto holds = [&](const ScopeFailure& failure, ScopeCount& by_record) {
        by_record = count(check, failure.members, false);
        const ScopeCount by_series = count(check, failure.members, true);
        const std::int64_t n = failure.claim->ordinal;
        return (by_record.least <= n && n <= by_record.most) || (by_series.least <= n && n <= by_series.most);
    };
    for (const ScopeFailure& failure : failing_claims(check, ClaimType::ordinal, holds)) report(check, failure);
}

}  // namespace

extern const Rule ordinal_disagrees;
const Rule ordinal_disagrees{
    .code = "SER001",
    .name = "ordinal_disagrees",
    .severity = Severity::warning,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "An exchange is called the third, the seventh, ... of its kind, and the dataset counts otherwise.",
    .rationale =
        "The exchange of 29 March 2024 was published as the third of that year; 26 January, 16 February and 15 March "
        "precede it. Such a number shows which exchanges a writer did not know of. It is only checked where the "
        "dataset "
        "says that it covers the whole scope.",
    .remedy =
        "If the report says so, leave the claim as it is: the warning tells readers that it does not hold. Else "
        "correct "
        "the ordinal or the scope, or add the exchange that is missing or wrongly counted.",
    .check_dataset = check_dataset,
};

}  // namespace muster
