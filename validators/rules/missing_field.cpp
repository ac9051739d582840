#include "muster/rule.hpp"

namespace muster {

extern const Rule missing_field;
const Rule missing_field{
    .code = "SCH001",
    .name = "missing_field",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A field that is required is not there.",
    .rationale =
        "Required is only what makes a record readable at all: what it is, which exchange, when, who says what. "
        "Nothing about attribution has a default.",
    .remedy =
        "Add the field that the message names. A number that the report does not give is written as absent: "
        "not_stated.",
};

}  // namespace muster
