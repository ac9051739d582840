#include "muster/rule.hpp"

namespace muster {

extern const Rule window_without_end;
const Rule window_without_end{
    .code = "TIM008",
    .name = "window_without_end",
    .severity = Severity::error,
    .layer = Layer::schema,
    .since = "0.1.0",
    .summary = "A dataset says that it covers a time without an end.",
    .rationale =
        "covers promises that every exchange in it has a record. Nobody can promise that for the future, and a "
        "promise without an end would be broken by the next exchange.",
    .remedy = "Write the window with its end: 2024-10-01/2025-05-16. Move the end when the dataset has been completed.",
};

}  // namespace muster
