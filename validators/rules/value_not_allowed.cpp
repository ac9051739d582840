#include "muster/rule.hpp"

namespace muster {

extern const Rule value_not_allowed;
const Rule value_not_allowed{
    .code = "SCH006",
    .name = "value_not_allowed",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "The value is not one of those that the field takes.",
    .rationale = "Fixed words make records comparable: carried_out means the same in every dataset.",
    .remedy = "Take one of the values that the message lists, or a number within the bounds that it gives.",
};

}  // namespace muster
