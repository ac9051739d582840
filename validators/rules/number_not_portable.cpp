#include "muster/rule.hpp"

namespace muster {

extern const Rule number_not_portable;
const Rule number_not_portable{
    .code = "HYG011",
    .name = "number_not_portable",
    .severity = Severity::warning,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "A number in an extension is changed by programs that read numbers as floating point.",
    .rationale =
        "Most programs keep numbers as 64-bit floating point: whole numbers beyond 2^53 and long fractions come out "
        "changed (RFC 7493, I-JSON).",
    .remedy = "Write the number as text in double quotes, or with fewer digits.",
};

}  // namespace muster
