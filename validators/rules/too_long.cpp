#include "muster/rule.hpp"

namespace muster {

extern const Rule too_long;
const Rule too_long{
    .code = "SCH009",
    .name = "too_long",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A text or list is longer than the field takes.",
    .rationale = "Limits keep records readable and quotes short enough to be quotations.",
    .remedy = "Shorten it; a long text belongs to the page that the source leads to.",
};

}  // namespace muster
