#include "muster/rule.hpp"

namespace muster {

extern const Rule duplicate_item;
const Rule duplicate_item{
    .code = "SCH010",
    .name = "duplicate_item",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A list holds the same item twice.",
    .rationale = "The same claim listed twice would be added twice.",
    .remedy = "Remove one of the two.",
};

}  // namespace muster
