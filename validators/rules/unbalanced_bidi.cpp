#include "muster/rule.hpp"

namespace muster {

extern const Rule unbalanced_bidi;
const Rule unbalanced_bidi{
    .code = "HYG009",
    .name = "unbalanced_bidi",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "A text holds a control of writing direction that is never closed.",
    .rationale =
        "Such controls (U+202A to U+202E, U+2066 to U+2069) make a text look different from what it says; the attack "
        "is known as Trojan Source. Arabic and Hebrew texts need none of them; directional marks are fine.",
    .remedy = "Remove the invisible characters, best by typing the text anew.",
};

}  // namespace muster
