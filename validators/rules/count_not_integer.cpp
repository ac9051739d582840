#include "muster/rule.hpp"

namespace muster {

extern const Rule count_not_integer;
const Rule count_not_integer{
    .code = "CNT001",
    .name = "count_not_integer",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A count is not written as a whole number.",
    .rationale =
        "People are counted in whole numbers. 43.0 or 1e2 comes from a spreadsheet or a program, and programs differ "
        "about whether it is a whole number.",
    .remedy = "Write digits only: 43, 1200. If the report says \"about\", write the number and the qualifier about.",
};

}  // namespace muster
