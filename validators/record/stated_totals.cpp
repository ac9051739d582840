#include "record/stated_totals.hpp"

#include <algorithm>

namespace muster {
namespace {

constexpr std::size_t most_intervals = 64;

void merge(std::vector<Interval>& intervals) {
    std::sort(intervals.begin(), intervals.end(),
              [](const Interval& a, const Interval& b) { return a.low() < b.low(); });
    std::vector<Interval> merged;
    for (const Interval& interval : intervals) {
        if (!merged.empty() && interval.low() <= merged.back().high()) {
            merged.back() = hull(merged.back(), interval);
        } else {
            merged.push_back(interval);
        }
    }
    if (merged.size() > most_intervals) {
        Interval all = merged.front();
        for (const Interval& interval : merged) all = hull(all, interval);
        merged = {all};
    }
    intervals = std::move(merged);
}

StatedTotal judge(RecordCheck& check, std::uint32_t number, const FlowSet& flows) {
    const Accounts& accounts = check.accounts();
    const Claim& claim = check.claim(number);
    StatedTotal total;
    total.claim = number;
    if (accounts.competes(number) != Competing::yes) return total;
    const Interval given = accounts.interval(number);
    if (claim.speaker.known()) {
        if (const std::optional<Account> own = accounts.sum_of(*claim.speaker, flows)) {
            total.own = own->interval;
            total.own_claims = own->claims;
            if (!own->interval.meets(given)) {
                total.verdict = StatedVerdict::contradicts_its_own_speaker;
                return total;
            }
        }
    }
    std::vector<std::vector<Interval>> lists;
    bool unknown = claim.speaker.unknown();
    for (const std::uint32_t flow : flows) {
        std::vector<Interval> intervals;
        for (const Account& account : accounts.of({flow})) {
            intervals.push_back(account.interval);
            unknown = unknown || account.interval.is_unknown();
            total.counts.insert(total.counts.end(), account.claims.begin(), account.claims.end());
            total.declared =
                total.declared || account.preferred || accounts.joined(number, account.claims.front()) == Joined::yes;
        }
        if (intervals.empty()) intervals.push_back(Interval::from(0));
        lists.push_back(std::move(intervals));
    }
    total.sums = possible_sums(lists);
    const auto fitting =
        std::count_if(total.sums.begin(), total.sums.end(), [&](const Interval& sum) { return sum.meets(given); });
    if (fitting == 0) {
        total.verdict = StatedVerdict::matches_no_count;
    } else if (unknown) {
        total.verdict = StatedVerdict::undecided;
    } else {
        const bool all = static_cast<std::size_t>(fitting) == total.sums.size();
        total.verdict = all ? StatedVerdict::follows_all : StatedVerdict::follows_some;
    }
    return total;
}

}  // namespace

std::vector<Interval> possible_sums(const std::vector<std::vector<Interval>>& lists) {
    std::vector<Interval> sums{Interval::exactly(0)};
    for (const std::vector<Interval>& list : lists) {
        std::vector<Interval> next;
        for (const Interval& sum : sums) {
            for (const Interval& interval : list) next.push_back(sum + interval);
        }
        merge(next);
        sums = std::move(next);
    }
    return sums;
}

std::vector<StatedTotal> stated_totals(RecordCheck& check) {
    std::vector<StatedTotal> totals;
    const Accounts& accounts = check.accounts();
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        if (!claim.applies.is(Applies::together) || claim.derivation.state == State::known) continue;
        if (accounts.competes(i) == Competing::no || accounts.sets_of(i).size() != 1) continue;
        const FlowSet& flows = accounts.sets_of(i).front();
        if (flows.size() < 2) continue;
        // It may have a derivation that cannot be read: then it is not for this check to judge.
        if (claim.derivation.state == State::unknown) {
            totals.push_back({});
            totals.back().claim = i;
        } else {
            totals.push_back(judge(check, i, flows));
        }
    }
    return totals;
}

}  // namespace muster
