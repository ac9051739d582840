#include "muster/rule.hpp"

namespace muster {

extern const Rule field_not_allowed_here;
const Rule field_not_allowed_here{
    .code = "SCH003",
    .name = "field_not_allowed_here",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "The field exists, but not together with what stands beside it.",
    .rationale =
        "A claim asserts one thing. A count with an ordinal, or an absent number with an amount, could be read in two "
        "ways.",
    .remedy = "Remove the field, or make a second claim of the type that it belongs to.",
};

}  // namespace muster
