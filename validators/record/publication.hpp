// The pages on which a claim stands, against the day before which they cannot have told it.
#pragma once

#include <string>
#include <vector>

#include "record/record_check.hpp"

namespace muster {

/// An appearance on a page that was published, and last changed, more than a day before.
struct TooEarly {
    const Appearance* appearance = nullptr;
    const Source* source = nullptr;
    Date newest;  ///< the last day of the page
};

struct PagesBefore {
    std::vector<TooEarly> pages;
    bool all = false;         ///< every appearance of the claim
    std::size_t unknown = 0;  ///< pages that cannot be used, or their days
};
PagesBefore pages_before(const RecordCheck& check, const Claim& claim, const EdtfDate& day);

/// The page that comes nearest to the day.
const TooEarly& newest_of(const std::vector<TooEarly>& pages);

/// A count of a carried-out exchange that stands only on pages older than the exchange.
struct OldCount {
    std::uint32_t claim = 0;
    std::vector<TooEarly> pages;
};
struct OldCounts {
    std::vector<OldCount> counts;
    std::size_t judged = 0;     ///< counts whose every page is dated
    std::size_t all = 0;        ///< counts of the record that stand on any page
    std::size_t undecided = 0;  ///< counts that cannot be judged because something is unknown
};
const OldCounts& old_counts(RecordCheck& check);

}  // namespace muster
