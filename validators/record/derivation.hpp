// The arithmetic of derived totals: what the claims that a total is made of add up to.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "record/record_check.hpp"

namespace muster {

struct Term {
    ClaimFound found;        ///< claim is null if it leads nowhere
    Where where = nowhere;   ///< of the reference
    std::int64_t times = 1;  ///< an `each` counts once for every direction of its own that the result covers
    Interval interval;       ///< what it contributes
};

struct DerivedTotal {
    Method method = Method::sum;
    std::vector<Term> terms;
    /// Two terms of a sum that cover one flow, or tell the same thing: their numbers among `terms`.
    std::optional<std::pair<std::size_t, std::size_t>> counted_twice;
    bool mixed_units = false;
    Interval sum;  ///< of the terms, or the first less all others; unknown if a term is, or the derivation itself
};

/// The derivation of a claim; nullopt if it has none.
const std::optional<DerivedTotal>& derive(RecordCheck& check, std::uint32_t claim);

/// The sum with another interval in the place of one term.
Interval sum_with(const DerivedTotal& total, std::size_t term, const Interval& instead);

}  // namespace muster
