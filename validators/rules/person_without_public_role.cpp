#include "muster/rule.hpp"

namespace muster {

extern const Rule person_without_public_role;
const Rule person_without_public_role{
    .code = "ATT005",
    .name = "person_without_public_role",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A person is named without the public role in which he or she speaks.",
    .rationale =
        "Persons stand in these data only because they speak in public in a public role. Prisoners and the dead are "
        "never named.",
    .remedy =
        "Add public_role (\"member of parliament\", \"war correspondent\"). Who has none is not named: use the "
        "outlet, a group, or an anonymous agent.",
};

}  // namespace muster
