#include "muster/rule.hpp"

namespace muster {

extern const Rule negative_count;
const Rule negative_count{
    .code = "CNT002",
    .name = "negative_count",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A count is below zero.",
    .rationale = "Nobody can receive fewer than none. A minus is easily a dash that was copied along.",
    .remedy =
        "Write the number without the minus. If none came, write 0; if no number was given, write absent instead of "
        "amount.",
};

}  // namespace muster
