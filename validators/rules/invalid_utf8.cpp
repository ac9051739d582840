#include "muster/rule.hpp"

namespace muster {

extern const Rule invalid_utf8;
const Rule invalid_utf8{
    .code = "HYG001",
    .name = "invalid_utf8",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "The file holds bytes that are not UTF-8 text.",
    .rationale =
        "JSON is exchanged as UTF-8 (RFC 8259). A file saved in another encoding turns letters into other letters or "
        "loses them, and each program does it differently.",
    .remedy = "Save the file again with the encoding UTF-8 and look at the names and quotes afterwards.",
};

}  // namespace muster
