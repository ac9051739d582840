#include "record/breakdowns.hpp"

#include <algorithm>
#include <optional>

namespace muster {
namespace {

/// A part's interval; a part whose number is absent may be any.
Interval interval_of(const Part& part, const std::vector<BreakdownFailure>& failures) {
    const bool broken = std::any_of(failures.begin(), failures.end(),
                                    [&](const BreakdownFailure& failure) { return failure.within == &part; });
    if (broken) return Interval::unknown();
    return part.quantity.has_interval() ? part.quantity.interval() : Interval::from(0);
}

class Judge {
public:
    BreakdownVerdict run(const Claim& claim) {
        for (const Breakdown& outer : claim.breakdowns) {
            for (const Part& part : outer.parts) {
                for (const Breakdown& inner : part.breakdowns) {
                    if (auto failure = judge(inner, part.quantity, &part)) verdict_.failures.push_back(*failure);
                }
            }
        }
        const std::vector<BreakdownFailure> inner_failures = verdict_.failures;
        std::vector<BreakdownFailure> outer;
        for (const Breakdown& breakdown : claim.breakdowns) {
            if (auto failure = judge(breakdown, claim.quantity, nullptr)) outer.push_back(*failure);
        }
        if (!outer.empty() && outer.size() == claim.breakdowns.size()) {
            // Shapes stand in the order of their rules' codes.
            auto lowest = std::min_element(outer.begin(), outer.end(),
                                           [](const auto& a, const auto& b) { return a.shape < b.shape; });
            lowest->whole_suspect = true;
            verdict_.failures.push_back(*lowest);
        } else {
            verdict_.failures.insert(verdict_.failures.end(), outer.begin(), outer.end());
        }
        return verdict_;
    }

private:
    std::optional<BreakdownFailure> judge(const Breakdown& breakdown, const Quantity& whole, const Part* within) {
        if (!whole.has_interval()) return std::nullopt;
        if (!breakdown.shape.known() || !breakdown.parts.known()) {
            ++verdict_.undecided;
            return std::nullopt;
        }
        const Interval w = whole.interval();
        BreakdownFailure failure{*breakdown.shape, &breakdown, &whole, within, nullptr, Interval::exactly(0), false};
        bool unknown = w.is_unknown();
        bool fits = true;
        for (const Part& part : breakdown.parts) {
            const Interval number = interval_of(part, verdict_.failures);
            unknown = unknown || number.is_unknown();
            failure.sum = failure.sum + number;
            if (failure.shape == Shape::subsets && number.low() > w.high() && fits) {
                fits = false;
                failure.part = &part;
            }
        }
        if (failure.shape == Shape::partition) fits = failure.sum.meets(w);
        if (failure.shape == Shape::open_list) fits = failure.sum.low() <= w.high();
        if (fits) {
            verdict_.undecided += unknown ? 1 : 0;
            return std::nullopt;
        }
        if (failure.part != nullptr) failure.sum = failure.part->quantity.interval();
        return failure;
    }

    BreakdownVerdict verdict_;
};

}  // namespace

BreakdownVerdict judge_breakdowns(const Claim& claim) {
    if (claim.unknown) return {{}, claim.breakdowns.size()};
    return Judge().run(claim);
}

}  // namespace muster
