#include "muster/rule.hpp"

namespace muster {

extern const Rule byte_order_mark;
const Rule byte_order_mark{
    .code = "HYG002",
    .name = "byte_order_mark",
    .severity = Severity::warning,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "The file begins with an invisible byte order mark.",
    .rationale =
        "JSON texts carry none (RFC 8259): some programs refuse the file, others take the mark for a part of the "
        "first field name.",
    .remedy = "Save the file as UTF-8 without a byte order mark (\"UTF-8\", not \"UTF-8 with BOM\").",
};

}  // namespace muster
