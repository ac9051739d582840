#include "muster/rule.hpp"

namespace muster {

extern const Rule suppression_unused;
const Rule suppression_unused{
    .code = "CFG001",
    .name = "suppression_unused",
    .severity = Severity::info,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "A suppression in muster.toml holds nothing back.",
    .rationale =
        "What was suppressed was mended, or its record or claim has another id now. A suppression that is left "
        "standing "
        "would hide the same defect when it comes back. It is only reported where muster could look at the record in "
        "full.",
    .remedy = "Take the suppression out of muster.toml, or correct its rule, record or claim.",
};

}  // namespace muster
