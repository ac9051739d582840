#include "muster/rule.hpp"

namespace muster {

extern const Rule count_out_of_range;
const Rule count_out_of_range{
    .code = "CNT003",
    .name = "count_out_of_range",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A count is larger than any that can be meant.",
    .rationale =
        "The limit is 1,000,000,000. Beyond it stands a date, an id or a phone number that slipped into the field, "
        "and some programs cannot hold it.",
    .remedy = "Write the number that the report gives.",
};

}  // namespace muster
