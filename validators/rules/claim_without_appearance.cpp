#include "muster/rule.hpp"

namespace muster {

extern const Rule claim_without_appearance;
const Rule claim_without_appearance{
    .code = "ATT002",
    .name = "claim_without_appearance",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A claim does not say where it was published.",
    .rationale =
        "Who cannot open the page cannot check the number. A second figure for one side of the exchange of 29 November "
        "2024 has no page left, so nobody can use it.",
    .remedy = "Add appearances with at least one source: the page, post or broadcast in which the claim stands.",
};

}  // namespace muster
