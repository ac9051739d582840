#include "muster/rule.hpp"

namespace muster {

extern const Rule empty_value;
const Rule empty_value{
    .code = "SCH008",
    .name = "empty_value",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A value is there, but empty.",
    .rationale = "An empty list or text looks as if something had been said. What is not known is left out.",
    .remedy = "Fill it, or remove the field.",
};

}  // namespace muster
