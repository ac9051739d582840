#include "muster/rule.hpp"

namespace muster {

extern const Rule suppression_expired;
const Rule suppression_expired{
    .code = "CFG002",
    .name = "suppression_expired",
    .severity = Severity::error,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "A suppression in muster.toml has passed the day until which it was meant to hold.",
    .rationale =
        "Whoever wrote `until` promised to look again by that day. For 30 days this is a warning, so that a gate does "
        "not close overnight; after that an error. The finding itself stays held back: one cause, one finding.",
    .remedy =
        "Look at the record again. Mend it and take the suppression out; or if the finding is still to stand, write a "
        "later day and say in `reason` what was found.",
};

}  // namespace muster
