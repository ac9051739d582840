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
        "RFC 8259 forbids adding one to a JSON text that is passed on, and leaves it to each program whether to pass "
        "over it or to refuse the file. The mark cannot be seen, so the reason is hard to find.",
    .remedy = "Save the file as UTF-8 without a byte order mark (\"UTF-8\", not \"UTF-8 with BOM\").",
};

}  // namespace muster
