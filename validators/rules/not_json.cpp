#include "muster/rule.hpp"

namespace muster {

extern const Rule not_json;
const Rule not_json{
    .code = "HYG003",
    .name = "not_json",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "The text is not JSON, so nothing of it could be checked.",
    .rationale =
        "Every program must read the same record. What only some of them accept (comments, trailing commas, single "
        "quotes) is read by others as nothing, or as something else. See RFC 8259.",
    .remedy = "Mend the place that is marked and check again; what stands behind it is checked then.",
};

}  // namespace muster
