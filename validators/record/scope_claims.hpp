// Claims about many exchanges against the exchanges themselves: what the rules on them have in common.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "record/dataset_check.hpp"

namespace muster {

/// A claim that the members of its scope contradict.
struct ScopeFailure {
    const RecordSummary* owner = nullptr;
    const ScopeClaim* claim = nullptr;
    std::vector<Member> members;
};

/// How many members there are, or what they add up to.
struct ScopeCount {
    std::int64_t least = 0;
    std::int64_t most = 0;  ///< Interval::open without an upper end
    bool unknown = false;   ///< the ends would be nearer if everything could be read
};

/// Judges every claim of a type whose scope the dataset covers; what it does not cover is noted as not run. Of the
/// failures of one speaker in one scope the earliest stands for all.
std::vector<ScopeFailure> failing_claims(DatasetCheck& check, ClaimType type,
                                         const std::function<bool(const ScopeFailure&, ScopeCount&)>& holds);

/// A finding about such a claim, at its place. What one speaker says of one scope has one cause.
DatasetDraft& report_failure(DatasetCheck& check, const ScopeFailure& failure, std::string message, Args args);

/// "26 January 2024: 77 (Coordination Headquarters)" for each member, at the place of its date.
std::vector<Related> list_of_members(const std::vector<Member>& members);

}  // namespace muster
