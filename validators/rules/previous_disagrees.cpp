#include <algorithm>
#include <iterator>

#include "record/scope_claims.hpp"

namespace muster {
namespace {

/// The last that is a member for certain; null if none is.
const Member* last_of(const std::vector<Member>& members) {
    const Member* last = nullptr;
    for (const Member& member : members) {
        const bool later = last == nullptr || member.summary->date.earliest >= last->summary->date.earliest;
        if (member.membership == Membership::yes && later) last = &member;
    }
    return last;
}

bool within_a_day(const EdtfDate& one, const EdtfDate& other) {
    return std::int64_t{one.earliest} - 1 <= other.latest && std::int64_t{other.earliest} - 1 <= one.latest;
}

bool holds(const DatasetCheck& check, const ScopeFailure& failure, ScopeCount& count) {
    const EdtfDate& said = failure.claim->date;
    const Member* last = last_of(failure.members);
    // None that is over before this one begins can be the last.
    const Day since = last == nullptr ? before_all_days : last->summary->date.earliest;
    bool near = false, another = false;
    for (const Member& member : failure.members) {
        count.unknown = count.unknown || member.unknown;
        EdtfDate days = member.summary->date;
        another = another || days.meets(said);
        if (days.latest < since) continue;
        days.earliest = std::max(days.earliest, since);
        if (days.meets(said)) return true;
        near = near || within_a_day(days, said);
    }
    count.unknown = count.unknown || check.unreadable_documents;
    // The same night in another time zone, unless it is the day of another one.
    if (near && !another) return true;
    return said.uncertain || (check.unreadable_documents && since <= said.latest);
}

void report(DatasetCheck& check, const ScopeFailure& failure) {
    const ScopeClaim& claim = *failure.claim;
    Reach all = check.reach(*failure.owner, claim);
    all.first = claim.scope.window.known() ? claim.scope.window->days.earliest : before_all_days;
    const std::vector<Member> before = check.members(*failure.owner, claim, all);
    const Member* last = last_of(before);
    std::string message = "{speaker} gives {date} for the last of the {scope} before this one, but ";
    message += last == nullptr ? "this dataset holds none that can be it" : "it was that of {last}";
    std::vector<Member> listed;
    // What came before the day that is given is beside the point.
    std::copy_if(failure.members.begin(), failure.members.end(), std::back_inserter(listed),
                 [&](const Member& member) { return member.summary->date.latest >= claim.date.earliest; });
    if (listed.empty() && last != nullptr) listed.push_back(*last);
    DatasetDraft& draft = report_failure(check, failure, std::move(message),
                                         {{"speaker", claim.speaker},
                                          {"date", claim.date_words},
                                          {"scope", claim.scope_words},
                                          {"last", last == nullptr ? "" : last->summary->date_words}});
    draft.related = list_of_members(listed);
}

void check_dataset(DatasetCheck& check) {
    const auto judge = [&](const ScopeFailure& failure, ScopeCount& count) { return holds(check, failure, count); };
    for (const ScopeFailure& failure : failing_claims(check, ClaimType::previous, judge)) report(check, failure);
}

}  // namespace

extern const Rule previous_disagrees;
const Rule previous_disagrees{
    .code = "SER003",
    .name = "previous_disagrees",
    .severity = Severity::warning,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "An exchange is said to be the first since some day, and the dataset holds a later one.",
    .rationale =
        "Reports of the exchange of 18 October 2024 put the one before it in June or in August of that year; it was on "
        "2 August. In January 2026 two outlets passed over the exchange of 19 December. Such a sentence shows which "
        "exchanges a writer did not know of, and it is copied on. It is only checked where the dataset says that it "
        "covers the scope from the day that is given. A day more or less is another time zone, unless it is the day "
        "of another exchange; a date that leaves several days open holds if one of them fits, and one that is marked "
        "as uncertain always does.",
    .remedy =
        "If the report says so, leave the claim as it is: the warning tells readers that it does not hold. Else "
        "correct "
        "the date or the scope, or add the exchange that is missing or wrongly dated.",
    .check_dataset = check_dataset,
};

}  // namespace muster
