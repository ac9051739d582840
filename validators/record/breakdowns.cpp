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
            for (const Part& part : outer.parts) judge_all(part.breakdowns, part.quantity, &part);
        }
        judge_all(claim.breakdowns, claim.quantity, nullptr);
        return verdict_;
    }

private:
    void judge_all(const List<Breakdown>& breakdowns, const Quantity& whole, const Part* within) {
        verdict_.undecided += breakdowns.unknown() ? 1U : 0U;
        std::vector<BreakdownFailure> failures;
        for (const Breakdown& breakdown : breakdowns) {
            if (auto failure = judge(breakdown, whole, within)) failures.push_back(*failure);
        }
        if (failures.empty()) return;
        if (failures.size() == breakdowns.size()) {
            // Shapes stand in the order of their rules' codes.
            const auto lowest = std::min_element(failures.begin(), failures.end(),
                                                 [](const auto& a, const auto& b) { return a.shape < b.shape; });
            lowest->whole_suspect = true;
            failures = {*lowest};
        }
        verdict_.failures.insert(verdict_.failures.end(), failures.begin(), failures.end());
    }

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
    if (claim.unknown) return {{}, claim.breakdowns.unknown() ? 1 : claim.breakdowns.size()};
    return Judge().run(claim);
}

}  // namespace muster
