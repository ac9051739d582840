#include "muster/rule.hpp"

namespace muster {

extern const Rule claim_without_speaker;
const Rule claim_without_speaker{
    .code = "ATT001",
    .name = "claim_without_speaker",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A claim does not say who asserts it.",
    .rationale =
        "An exchange carries no numbers of its own, only claims do, and a claim is somebody's. The 952 of 28 March "
        "2025 was printed as coming from officials of both countries, but no speaker had given it: the outlet had "
        "added. A figure without a speaker cannot be weighed against another, and it is the one that gets copied on "
        "as a fact.",
    .remedy =
        "Name the speaker by the id of an agent. If the report names nobody or computed the number itself, the "
        "speaker is the outlet.",
};

}  // namespace muster
