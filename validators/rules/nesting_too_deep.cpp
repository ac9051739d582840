#include "muster/rule.hpp"

namespace muster {

extern const Rule nesting_too_deep;
const Rule nesting_too_deep{
    .code = "HYG006",
    .name = "nesting_too_deep",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "Brackets are nested deeper than any record needs.",
    .rationale =
        "A record needs twelve levels at most, outside of extensions; muster reads 64. Deeper nesting is a mistake of "
        "a program or an attempt to break the reader (RFC 8259 allows a limit).",
    .remedy =
        "Look for a bracket that is opened again and again; write the document by hand, or mend the program that "
        "wrote it.",
};

}  // namespace muster
