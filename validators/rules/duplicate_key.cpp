#include "muster/rule.hpp"

namespace muster {

extern const Rule duplicate_key;
const Rule duplicate_key{
    .code = "HYG005",
    .name = "duplicate_key",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "A field stands twice in the same object.",
    .rationale =
        "Which of the two values holds is not defined: many programs keep the last and drop the first without a word "
        "(RFC 8259). A count that is corrected in one place and left in the other would be published at random.",
    .remedy = "Remove the one that is wrong; if both say the same, remove either.",
};

}  // namespace muster
