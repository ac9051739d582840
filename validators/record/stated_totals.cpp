#include "record/stated_totals.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace muster {
namespace {

constexpr std::size_t most_intervals = 64;

bool before(const Interval& a, const Interval& b) {
    return std::pair(a.low(), a.high()) < std::pair(b.low(), b.high());
}

/// Intervals that overlap become one.
std::vector<Interval> merged(std::vector<Interval> intervals) {
    std::sort(intervals.begin(), intervals.end(), before);
    std::vector<Interval> merged;
    for (const Interval& interval : intervals) {
        if (!merged.empty() && interval.low() <= merged.back().high()) {
            merged.back() = hull(merged.back(), interval);
        } else {
            merged.push_back(interval);
        }
    }
    return merged;
}

/// What a total of several flows is compared with.
struct Reported {
    std::vector<Interval> sums;
    std::vector<std::uint32_t> counts;   ///< those that can be used
    std::vector<std::uint32_t> unknown;  ///< those that cannot, or may not be of these flows
};

void sort_out(std::vector<std::uint32_t>& claims) {
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
}

Reported reported(const Accounts& accounts, const FlowSet& flows) {
    Reported all;
    std::vector<std::vector<Interval>> lists;
    for (const std::uint32_t flow : flows) {
        std::vector<Interval> intervals;
        for (const Account& account : accounts.of({flow})) {
            intervals.push_back(account.interval);
            (account.interval.is_unknown() ? all.unknown : all.counts).push_back(account.claims.front());
        }
        if (intervals.empty()) intervals.push_back(Interval::from(0));
        lists.push_back(std::move(intervals));
    }
    sort_out(all.counts);
    sort_out(all.unknown);
    all.sums = possible_sums(std::move(lists));
    return all;
}

class Judge {
public:
    explicit Judge(RecordCheck& check) : check_(check), accounts_(check.accounts()) {}

    StatedTotal run(std::uint32_t number) {
        StatedTotal total;
        total.claim = number;
        const Claim& claim = check_.claim(number);
        // It may have a derivation that cannot be read: then it is not for this check to judge.
        if (accounts_.competes(number) != Competing::yes || claim.derivation.state != State::absent) return total;
        const FlowSet& flows = accounts_.sets_of(number).front();
        const Interval& given = accounts_.interval(number);
        const std::optional<Account> own =
            claim.speaker.known() ? accounts_.sum_of(*claim.speaker, flows) : std::nullopt;
        if (own && own->certain && !own->interval.meets(given)) {
            total.verdict = StatedVerdict::contradicts_its_own_speaker;
            total.own = own->interval;
            total.own_claims = own->claims;
            return total;
        }
        const auto [found, fresh] = reported_.try_emplace(flows);
        if (fresh) found->second = reported(accounts_, flows);
        const Reported& all = found->second;
        total.sums = all.sums;
        total.counts = all.counts;
        total.counts.insert(total.counts.end(), all.unknown.begin(), all.unknown.end());
        std::sort(total.counts.begin(), total.counts.end());
        const auto fitting = static_cast<std::size_t>(
            std::count_if(all.sums.begin(), all.sums.end(), [&](const Interval& sum) { return sum.meets(given); }));
        if (fitting == 0) {
            const Joined declared = is_declared(number, all);
            total.declared = declared == Joined::yes;
            total.verdict = declared == Joined::unknown ? StatedVerdict::undecided : StatedVerdict::matches_no_count;
        } else if (all.unknown.empty() && claim.speaker.known() && !contradicts_perhaps(*claim.speaker, flows, own)) {
            const bool every = fitting == all.sums.size();
            total.verdict = every ? StatedVerdict::follows_all : StatedVerdict::follows_some;
        }
        return total;
    }

private:
    /// The speaker's own counts cannot be added, but another reading of what is unknown could.
    bool contradicts_perhaps(std::string_view speaker, const FlowSet& flows, const std::optional<Account>& own) const {
        return own ? own->interval.is_unknown() : accounts_.may_sum(speaker, flows);
    }

    /// A `contradicts` joins the total to a count that was used, or one of them or the total is preferred.
    Joined is_declared(std::uint32_t total, const Reported& all) const {
        const auto noted = [&](std::uint32_t count) {
            const Value<Rank>& rank = check_.claim(count).rank;
            if (rank.is(Rank::preferred)) return Joined::yes;
            return rank.unknown() ? Joined::unknown : accounts_.joined(total, count);
        };
        Joined declared = noted(total);
        for (const std::uint32_t count : all.counts) {
            const Joined found = noted(count);
            if (declared != Joined::yes && found != Joined::no) declared = found;
        }
        if (declared != Joined::no) return declared;
        const bool perhaps = std::any_of(all.unknown.begin(), all.unknown.end(),
                                         [&](std::uint32_t count) { return noted(count) != Joined::no; });
        return perhaps ? Joined::unknown : Joined::no;
    }

    RecordCheck& check_;
    const Accounts& accounts_;
    std::map<FlowSet, Reported> reported_;
};

}  // namespace

std::vector<Interval> possible_sums(std::vector<std::vector<Interval>> lists) {
    // Where the hull is taken hangs on the order in which flows are added.
    for (std::vector<Interval>& list : lists) list = merged(std::move(list));
    std::sort(lists.begin(), lists.end(), [](const std::vector<Interval>& a, const std::vector<Interval>& b) {
        if (a.size() != b.size()) return a.size() < b.size();
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), before);
    });
    std::vector<Interval> sums{Interval::exactly(0)};
    for (const std::vector<Interval>& list : lists) {
        std::vector<Interval> next;
        for (const Interval& sum : sums) {
            for (const Interval& interval : list) next.push_back(sum + interval);
        }
        sums = merged(std::move(next));
        if (sums.size() <= most_intervals) continue;
        Interval all = sums.front();
        for (const Interval& sum : sums) all = hull(all, sum);
        sums = {all};
    }
    return sums;
}

const std::vector<StatedTotal>& stated_totals(RecordCheck& check) {
    return check.once<std::vector<StatedTotal>>([&] {
        std::vector<StatedTotal> totals;
        const Accounts& accounts = check.accounts();
        Judge judge(check);
        for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
            const Claim& claim = check.claim(i);
            if (!claim.applies.is(Applies::together) || claim.derivation.state == State::known) continue;
            if (accounts.competes(i) == Competing::no || claim.flows.size() < 2) continue;
            totals.push_back(judge.run(i));
        }
        return totals;
    });
}

}  // namespace muster
