// Totals that somebody stated for two or more flows together, against the counts reported for the single flows.
#pragma once

#include <vector>

#include "record/record_check.hpp"

namespace muster {

enum class StatedVerdict : std::uint8_t {
    follows_all,                  ///< whichever accounts are added, the total fits
    follows_some,                 ///< it fits some combinations and not others
    matches_no_count,             ///< it fits none
    contradicts_its_own_speaker,  ///< its speaker's own counts of the flows make another number
    undecided,                    ///< a value is unknown that the verdict hangs on
};

struct StatedTotal {
    std::uint32_t claim = 0;
    StatedVerdict verdict = StatedVerdict::undecided;
    std::vector<Interval> sums;         ///< what the accounts of the flows can make, ascending, disjoint
    std::vector<std::uint32_t> counts;  ///< the claims of those accounts
    Interval own;                       ///< where it contradicts its own speaker: the sum of that speaker's counts
    std::vector<std::uint32_t> own_claims;
    bool declared =
        false;  ///< a `contradicts` joins the total to such a claim, or one of them or the total is preferred
};

/// Every competing count of two or more flows `together` that has no derivation.
const std::vector<StatedTotal>& stated_totals(RecordCheck& check);

/// All that sums of one interval of each list can be, as ascending disjoint intervals; beyond 64 their hull. The order
/// of the lists and within them changes nothing.
std::vector<Interval> possible_sums(std::vector<std::vector<Interval>> lists);

}  // namespace muster
