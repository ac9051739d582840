// Accounts and views of a random record, computed a second time from the words of the model alone. Ends of intervals
// are plain numbers; what has no end reaches to `endless`.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "record_random.hpp"

namespace muster::testing {

inline constexpr std::int64_t endless = INT64_MAX;
using Ends = std::pair<std::int64_t, std::int64_t>;
/// Speaker, interval, preferred, claims.
using Said = std::tuple<std::string, Ends, bool, std::vector<std::uint32_t>>;

inline Ends ends_of(const Told& told) {
    if (told.qualifier == "at_least") return {told.amount, endless};
    if (told.qualifier == "more_than") return {told.amount + 1, endless};
    if (told.qualifier == "at_most" || told.qualifier == "nearly") return {0, told.amount};
    if (told.qualifier == "fewer_than") return {0, std::max<std::int64_t>(0, told.amount - 1)};
    if (told.qualifier == "range") return {told.amount, told.amount + told.spread};
    return {told.amount, told.amount};
}

class SecondComputation {
public:
    explicit SecondComputation(const RandomRecord& record) : record_(record) {}

    bool competes(std::size_t i) const {
        const Told& told = record_.claims[i];
        if (told.type != "count" || told.qualifier == "withheld" || told.unit == "fragment") return false;
        if (told.rank == "deprecated") return false;
        for (const auto& [type, to] : told.relations) {
            if (type == "misprint_of") return false;
        }
        for (const Told& other : record_.claims) {
            for (const auto& [type, to] : other.relations) {
                if (type == "supersedes" && to == static_cast<int>(i)) return false;
            }
        }
        return true;
    }

    std::set<std::set<int>> stands_for(std::size_t i) const {
        const Told& told = record_.claims[i];
        if (told.flows.size() == 1 || told.applies == "together") return {told.flows};
        if (told.applies == "unclear") return {};
        std::map<int, std::set<int>> by_direction;
        for (const int flow : told.flows) by_direction[record_.directions[static_cast<std::size_t>(flow)]].insert(flow);
        std::set<std::set<int>> sets;
        for (const auto& [direction, flows] : by_direction) sets.insert(flows);
        return sets;
    }

    std::multiset<Said> accounts(const std::set<int>& flows) const {
        std::multiset<Said> all;
        std::set<std::string> speakers;
        for (std::uint32_t i = 0; i < record_.claims.size(); ++i) {
            const Told& told = record_.claims[i];
            speakers.insert(told.speaker);
            if (competes(i) && stands_for(i).count(flows) > 0) {
                all.emplace(told.speaker, ends_of(told), told.rank == "preferred", std::vector<std::uint32_t>{i});
            }
        }
        for (const std::string& speaker : speakers) {
            Ends sum{0, 0};
            std::vector<std::uint32_t> claims;
            bool of_each = flows.size() > 1;
            for (const int flow : flows) {
                std::vector<Ends> own;
                for (std::uint32_t i = 0; i < record_.claims.size(); ++i) {
                    const bool of_flow = stands_for(i).count({flow}) > 0;
                    if (!competes(i) || !of_flow || record_.claims[i].speaker != speaker) continue;
                    own.push_back(ends_of(record_.claims[i]));
                    claims.push_back(i);
                }
                of_each = of_each && !own.empty();
                if (!of_each) break;
                std::int64_t least = endless, greatest = 0;
                for (const Ends& ends : own) {
                    least = std::min(least, ends.first);
                    greatest = std::max(greatest, ends.second);
                }
                sum.first += least;
                sum.second = sum.second == endless || greatest == endless ? endless : sum.second + greatest;
            }
            std::sort(claims.begin(), claims.end());
            if (of_each) all.emplace(speaker, sum, false, claims);
        }
        return all;
    }

    struct Seen {
        Ends ends;
        std::optional<std::int64_t> best;
    };
    std::optional<Seen> view(const std::set<int>& flows) const {
        const std::multiset<Said> all = accounts(flows);
        if (all.empty()) return sum_of_views(flows);
        std::set<std::int64_t> exact, preferred;
        std::int64_t greatest_lower = 0, least_upper = endless;
        for (const auto& [speaker, ends, is_preferred, claims] : all) {
            greatest_lower = std::max(greatest_lower, ends.first);
            least_upper = std::min(least_upper, ends.second);
            if (ends.first != ends.second) continue;
            exact.insert(ends.first);
            if (is_preferred) preferred.insert(ends.first);
        }
        if (exact.empty()) {
            return Seen{{std::min(greatest_lower, least_upper), std::max(greatest_lower, least_upper)}, std::nullopt};
        }
        Seen seen{{*exact.begin(), *exact.rbegin()}, std::nullopt};
        if (preferred.size() == 1) seen.best = *preferred.begin();
        if (preferred.empty() && exact.size() == 1) seen.best = *exact.begin();
        return seen;
    }

private:
    std::optional<Seen> sum_of_views(const std::set<int>& flows) const {
        if (flows.size() == 1) return std::nullopt;
        Seen sum{{0, 0}, 0};
        for (const int flow : flows) {
            const std::optional<Seen> one = view({flow});
            if (!one) return std::nullopt;
            sum.ends.first += one->ends.first;
            sum.ends.second = sum.ends.second == endless || one->ends.second == endless
                                  ? endless
                                  : sum.ends.second + one->ends.second;
            if (sum.best && one->best) {
                *sum.best += *one->best;
            } else {
                sum.best.reset();
            }
        }
        return sum;
    }

    const RandomRecord& record_;
};

}  // namespace muster::testing
