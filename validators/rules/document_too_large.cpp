#include "muster/rule.hpp"

namespace muster {

extern const Rule document_too_large;
const Rule document_too_large{
    .code = "HYG012",
    .name = "document_too_large",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "A document is larger than muster reads.",
    .rationale =
        "A record is some kilobytes; the limit is 16 MiB (16,777,216 bytes) for each document, not for a file, unless "
        "muster.toml sets another. It "
        "keeps one broken document from taking all the memory of a server that checks many.",
    .remedy =
        "Split it into records, one a line in a file named .ndjson. If it was meant to be one record, look for what "
        "has grown.",
};

}  // namespace muster
