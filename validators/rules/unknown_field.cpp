#include "muster/rule.hpp"

namespace muster {

extern const Rule unknown_field;
const Rule unknown_field{
    .code = "SCH002",
    .name = "unknown_field",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A field is written that the record model does not have.",
    .rationale =
        "A misspelt field is lost without a word in most programs: \"quanity\" would leave an exchange without its "
        "number.",
    .remedy =
        "Correct the spelling. A number belongs into a claim, with the one who said it; other data of your own goes "
        "into extensions, under a key like example.org:batch. Names of prisoners and of the dead belong nowhere.",
};

}  // namespace muster
