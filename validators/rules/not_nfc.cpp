#include "muster/rule.hpp"

namespace muster {

extern const Rule not_nfc;
const Rule not_nfc{
    .code = "HYG010",
    .name = "not_nfc",
    .severity = Severity::info,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "A text uses a decomposed form of its letters.",
    .rationale =
        "The same letter can be stored in two ways, and file names and texts from some systems come decomposed. Two "
        "names that look equal then differ for a program (Unicode Standard Annex 15).",
    .remedy = "Nothing has to be done. Who wants to, stores the text in normal form C.",
};

}  // namespace muster
