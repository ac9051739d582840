#include "muster/rule.hpp"

namespace muster {

extern const Rule anonymous_without_description;
const Rule anonymous_without_description{
    .code = "ATT004",
    .name = "anonymous_without_description",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "An anonymous speaker is not described.",
    .rationale =
        "\"A source of the news agency\" is weak, but it is something: a reader can tell one unnamed voice from "
        "another. The 0 of 13 June 2025 came from such a source and was confirmed by a named speaker.",
    .remedy = "Write a description in the words of the report: whose source it is said to be.",
};

}  // namespace muster
