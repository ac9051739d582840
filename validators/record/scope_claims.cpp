#include "record/scope_claims.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "core/words.hpp"

namespace muster {
namespace {

/// The day it was stated, else the record's.
Day day_of(const ScopeFailure& failure) {
    return failure.claim->stated_on ? failure.claim->stated_on->earliest : failure.owner->date.earliest;
}

/// Earliest first, then the record, which is called the same when its file has another name, then path and place.
auto order(const ScopeFailure& failure) {
    const Place& place = failure.claim->site.place;
    return std::tuple(day_of(failure), failure.owner->id, place.path, place.index, place.line, place.column);
}

}  // namespace

std::vector<ScopeFailure> failing_claims(DatasetCheck& check, ClaimType type,
                                         const std::function<bool(const ScopeFailure&, ScopeCount&)>& holds) {
    // A misprint is a lesser finding and must not stand for a failure that is none; nor may one that is held back stand
    // for one that is not.
    std::map<std::tuple<std::string, std::string, bool, std::string>, ScopeFailure> earliest;
    for (const RecordSummary& owner : check.summaries) {
        for (const ScopeClaim& claim : owner.claims) {
            if (claim.type != type) continue;
            if (claim.unknown || check.reach(owner, claim).unknown) {
                check.undecided(owner);
                continue;
            }
            if (!check.covered(owner, claim)) {
                check.not_covered(owner, claim);
                continue;
            }
            ScopeFailure failure{&owner, &claim, check.members(owner, claim)};
            ScopeCount count;
            if (holds(failure, count)) {
                if (count.unknown) check.undecided(owner);
                continue;
            }
            const std::string alone = check.is_held(owner, claim) ? owner.id + "#" + claim.id : "";
            const auto [found, fresh] =
                earliest.emplace(std::tuple(claim.speaker_id, claim.scope_words, claim.misprint, alone), failure);
            if (!fresh && order(failure) < order(found->second)) found->second = std::move(failure);
        }
    }
    std::vector<ScopeFailure> failures;
    for (auto& [key, failure] : earliest) failures.push_back(std::move(failure));
    return failures;
}

DatasetDraft& report_failure(DatasetCheck& check, const ScopeFailure& failure, std::string message, Args args) {
    const ScopeClaim& claim = *failure.claim;
    DatasetDraft& draft = check.report(claim.site, std::move(message), std::move(args));
    if (claim.misprint) draft.severity = Severity::info;
    draft.claim = claim.id;
    draft.subject = claim.subject;
    draft.cause = fmt::format("{}|{}|{}", claim.speaker_id, claim.scope_words, claim.misprint);
    draft.day = day_of(failure);
    return draft;
}

std::vector<Related> list_of_members(const std::vector<Member>& members) {
    std::vector<Related> list;
    for (const Member& member : members) {
        std::vector<std::string> figures;
        if (member.view) {
            for (const std::uint32_t number : member.view->claims) figures.push_back(member.summary->figures[number]);
        }
        std::sort(figures.begin(), figures.end());
        figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
        const std::string doubt = member.membership == Membership::maybe ? " (may belong)" : "";
        list.push_back({member.summary->site.place, fmt::format("{}{}: {}", member.summary->date_words, doubt,
                                                                figures.empty() ? "no number" : joined(figures))});
    }
    return list;
}

}  // namespace muster
