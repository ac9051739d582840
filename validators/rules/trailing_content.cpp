#include "muster/rule.hpp"

namespace muster {

extern const Rule trailing_content;
const Rule trailing_content{
    .code = "HYG004",
    .name = "trailing_content",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "Something stands behind the end of the document.",
    .rationale =
        "A JSON file holds one document, or one list of documents. What follows is read by some programs and dropped "
        "by others, so that a record could be lost unseen.",
    .remedy = "Remove what stands there. If it is another record, give it a file of its own.",
};

}  // namespace muster
