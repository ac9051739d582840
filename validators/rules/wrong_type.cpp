#include "muster/rule.hpp"

namespace muster {

extern const Rule wrong_type;
const Rule wrong_type{
    .code = "SCH005",
    .name = "wrong_type",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A value is of another type than the field takes.",
    .rationale = "A number in quotes is text: it is not added up, and \"43\" sorts behind \"100\".",
    .remedy =
        "Write numbers without quotes, texts in double quotes, lists in [ ] and objects in { }. Leave a field out "
        "instead of writing null.",
};

}  // namespace muster
