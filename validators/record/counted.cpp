#include <map>
#include <set>
#include <tuple>

#include "record/values.hpp"

namespace muster {
namespace {

/// All that a claim counts, and all flows of one kind and direction.
std::set<FlowSet> sets_to_show(const Record& record, const Accounts& accounts) {
    const std::vector<FlowSet> counted = accounts.sets();
    std::set<FlowSet> sets(counted.begin(), counted.end());
    std::map<std::tuple<std::string_view, std::string_view, Kind>, FlowSet> directions;
    for (std::uint32_t number = 0; number < record.flows.size(); ++number) {
        const Flow& flow = record.flows.items[number];
        if (flow.unknown || !flow.from.known() || !flow.to.known() || !flow.kind.known()) continue;
        directions[{*flow.from, *flow.to, *flow.kind}].push_back(number);
    }
    for (const auto& [direction, flows] : directions) sets.insert(flows);
    return sets;
}

}  // namespace

std::optional<records::Interval> value_of(const Interval& interval) {
    if (interval.is_unknown()) return std::nullopt;
    records::Interval made{interval.low(), std::nullopt};
    if (!interval.open_ended()) made.high = interval.high();
    return made;
}

std::vector<records::Counted> counted_in(const Record& record, const Accounts& accounts) {
    std::vector<records::Counted> all;
    for (const FlowSet& flows : sets_to_show(record, accounts)) {
        records::Counted made;
        made.flows.assign(flows.begin(), flows.end());
        for (const Account& account : accounts.of(flows)) {
            made.accounts.push_back({account.speaker,
                                     value_of(account.interval),
                                     {account.claims.begin(), account.claims.end()},
                                     account.preferred});
        }
        const std::optional<View> view = accounts.view(flows);
        if (!view && made.accounts.empty()) continue;
        if (const auto interval = view ? value_of(view->interval) : std::nullopt) {
            made.view = {*interval, view->best, {view->claims.begin(), view->claims.end()}};
        }
        all.push_back(std::move(made));
    }
    return all;
}

}  // namespace muster
