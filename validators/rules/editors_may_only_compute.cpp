#include "muster/rule.hpp"

namespace muster {

extern const Rule editors_may_only_compute;
const Rule editors_may_only_compute{
    .code = "ATT003",
    .name = "editors_may_only_compute",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "The editors of the dataset assert something that they did not compute.",
    .rationale =
        "The speaker dataset stands for the editors. They may derive numbers from claims, openly; what they know from "
        "elsewhere has a speaker and a source.",
    .remedy =
        "Give the claim a derivation and no appearances. If somebody published it, name that speaker and the source.",
};

}  // namespace muster
