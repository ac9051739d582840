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
    .remedy =
        "Shorten the text; what is longer belongs to the page that the source leads to. Of a list that is too long, "
        "move a "
        "part into a record of its own.",
};

}  // namespace muster
