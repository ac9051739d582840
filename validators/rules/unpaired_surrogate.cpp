#include "muster/rule.hpp"

namespace muster {

extern const Rule unpaired_surrogate;
const Rule unpaired_surrogate{
    .code = "HYG007",
    .name = "unpaired_surrogate",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "A text holds one half of a character.",
    .rationale =
        "Characters beyond the basic ones are escaped as two halves. A half by itself is no character, and programs "
        "replace it by different things (RFC 7493, I-JSON).",
    .remedy = "Write the character itself, or both halves of its escape.",
};

}  // namespace muster
