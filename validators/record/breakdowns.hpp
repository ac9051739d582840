// The arithmetic of breakdowns: does what the parts say fit the whole?
#pragma once

#include <vector>

#include "record/record.hpp"

namespace muster {

struct BreakdownFailure {
    Shape shape = Shape::partition;
    const Breakdown* breakdown = nullptr;
    const Quantity* whole = nullptr;  ///< of the claim, or of the part that holds the breakdown
    const Part* within = nullptr;     ///< the part that holds it; null for a breakdown of the claim itself
    const Part* part = nullptr;       ///< subsets: the part that is larger than the whole
    Interval sum;                     ///< of the parts; for subsets the part's own interval
    bool whole_suspect = false;       ///< every breakdown of the whole fails: the whole is the likely mistake
};

struct BreakdownVerdict {
    std::vector<BreakdownFailure> failures;
    std::size_t undecided = 0;  ///< breakdowns that hold only because a value is unknown
};

/// Inner breakdowns first; a part whose own breakdown fails is unknown to the outer ones. If every breakdown of a
/// claim, or of a part, fails, one failure stands for all of them.
BreakdownVerdict judge_breakdowns(const Claim& claim);

}  // namespace muster
