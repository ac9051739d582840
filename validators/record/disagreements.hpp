// Where speakers differ about how many went by one set of flows.
#pragma once

#include <string>
#include <vector>

#include "record/record_check.hpp"

namespace muster {

struct Disagreement {
    FlowSet flows;
    std::vector<Account> accounts;  ///< all of the set, known ones
    std::uint32_t shown = 0;        ///< of the claims in disagreement the one whose id comes last
    bool declared = false;          ///< every two that do not meet are joined by `contradicts`, or one is preferred
};

/// One per set of flows. Silent on two or more flows where a stated total was already found not to fit, or where one
/// of the flows alone is in disagreement.
const std::vector<Disagreement>& disagreements(RecordCheck& check);

/// "remains from Russia to Ukraine".
std::string say_flows(const RecordCheck& check, const FlowSet& flows);

/// Reports the disagreements that are declared, or those that are not.
void report_disagreements(RecordCheck& check, bool declared, std::string_view message);

}  // namespace muster
