// What has one cause becomes one finding.
#pragma once

#include <vector>

#include "core/draft.hpp"
#include "muster/rule.hpp"

namespace muster {

/// The rule that a draft is of.
const Rule& rule_of(const Draft& draft);
Severity severity_of(const Draft& draft);

/// Of drafts of one layer with the same first participant the gravest stays, then that of the lower code; the others
/// become notes of it.
std::vector<Draft> merge_same(std::vector<Draft> drafts);

/// A warning or info whose first participant takes part in an error becomes a note of that error.
std::vector<Draft> fold(std::vector<Draft> drafts);

}  // namespace muster
