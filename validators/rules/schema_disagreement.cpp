#include "muster/rule.hpp"

namespace muster {

extern const Rule schema_disagreement;
const Rule schema_disagreement{
    .code = "SCH012",
    .name = "schema_disagreement",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "Two independent engines disagree about whether the document fits its schema.",
    .rationale =
        "muster explains with an engine of its own and asks a second one for its verdict; nothing counts as clean "
        "unless both agree. A disagreement is a mistake in muster, and until it is mended the document is not known "
        "to be right.",
    .remedy = "Report it to the maintainers of muster, with the document.",
};

}  // namespace muster
