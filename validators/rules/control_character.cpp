#include "muster/rule.hpp"

namespace muster {

extern const Rule control_character;
const Rule control_character{
    .code = "HYG008",
    .name = "control_character",
    .severity = Severity::error,
    .layer = Layer::bytes,
    .since = "0.1.0",
    .summary = "A text holds a character that cannot be seen and does not belong into a text.",
    .rationale =
        "Line breaks, tabs and control characters come from copying out of web pages and tables. They break "
        "comparisons, tables and the screens of those who read the report.",
    .remedy = "Write the text on one line, with plain spaces; separate paragraphs are separate claims or a note.",
};

}  // namespace muster
