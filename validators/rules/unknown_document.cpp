#include "muster/rule.hpp"

namespace muster {

extern const Rule unknown_document;
const Rule unknown_document{
    .code = "SCH011",
    .name = "unknown_document",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "The document does not say what it is, or is of a kind that this version of muster does not know.",
    .rationale =
        "The field schema says what a document is; file names mean nothing. A document that is not recognized is not "
        "checked, and that must not pass in silence.",
    .remedy =
        "Write \"schema\": \"muster/exchange/1\" for an exchange (or series, tombstone, dataset, agents, sources). "
        "For a newer version, update muster.",
};

}  // namespace muster
