#include "muster/rule.hpp"

namespace muster {

extern const Rule malformed_value;
const Rule malformed_value{
    .code = "SCH007",
    .name = "malformed_value",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A value does not have the form that the field takes.",
    .rationale =
        "Dates, ids and addresses are read by programs. A date written 28.03.2025 cannot be compared, and a Cyrillic "
        "letter in an id that looks like a Latin one makes another id.",
    .remedy = "Write the value in the form that the message shows.",
};

}  // namespace muster
