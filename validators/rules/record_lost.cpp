#include "muster/rule.hpp"

namespace muster {

extern const Rule record_lost;
const Rule record_lost{
    .code = "SER006",
    .name = "record_lost",
    .severity = Severity::error,
    .layer = Layer::dataset,
    .needs = Needs::versions,
    .since = "0.1.0",
    .summary = "A record of the older version is gone from the newer one, and no tombstone says why.",
    .rationale =
        "Whoever cited the record, or added its numbers to others, must be able to learn what became of it. A record "
        "that vanishes without a word cannot be told from one that was lost by mistake.",
    .remedy =
        "Put the record back. If it was withdrawn, leave a tombstone of the same id in its place, a document of "
        "\"schema\" muster/tombstone/1 with the day (withdrawn_on) and the reason; if it has a new id, name that in "
        "replaced_by.",
};

}  // namespace muster
