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
    bool units_unknown = false;  ///< of the result or a term: it cannot be known in what unit it counts
    Interval sum;  ///< of the terms, or the first less all others; unknown if a term is, or the derivation itself

    /// A difference below zero, whatever its terms are within their bounds.
    bool negative() const { return method == Method::difference && sum.high() < 0; }
};

/// The derivation of a claim; nullopt if it has none.
const std::optional<DerivedTotal>& derive(RecordCheck& check, std::uint32_t claim);

/// The unit that a claim counts in: its own, or that of its scope's kind or flows; nullopt if none of them says so.
std::optional<Unit> unit_of(const Record& record, const Claim& claim);

/// The sum with another interval in the place of one term.
Interval sum_with(const DerivedTotal& total, std::size_t term, const Interval& instead);

}  // namespace muster
