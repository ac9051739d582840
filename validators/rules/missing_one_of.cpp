#include "muster/rule.hpp"

namespace muster {

extern const Rule missing_one_of;
const Rule missing_one_of{
    .code = "SCH004",
    .name = "missing_one_of",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "One of several fields is needed, and none is there.",
    .rationale =
        "A plan and an identification speak either of the flows of a record or of a scope. Without either nobody can "
        "tell what the number is about.",
    .remedy = "Add one of the fields that the message names.",
};

}  // namespace muster
