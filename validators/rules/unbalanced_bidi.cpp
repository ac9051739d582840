#include "muster/rule.hpp"

namespace muster {

extern const Rule unbalanced_bidi;
const Rule unbalanced_bidi{
    .code = "HYG009",
    .name = "unbalanced_bidi",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "A text opens a control of writing direction without closing it, or closes one that was not opened.",
    .rationale =
        "Such a control (U+202A to U+202E, U+2066 to U+2069) changes the order in which characters are shown, and "
        "left open it reaches to the end of its paragraph (Unicode Standard Annex 9): in a table or a report, over "
        "names and numbers that are not its own. As an attack this is known as Trojan Source. Arabic and Hebrew texts "
        "need none; directional marks and controls that are closed are fine.",
    .remedy = "Remove the invisible characters, best by typing the text anew.",
};

}  // namespace muster
