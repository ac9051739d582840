#include "record/breakdown_report.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    report_breakdowns(check, Shape::subsets, "{given}, but \"{label}\", which is among them, is {sum}: {gap}");
}

}  // namespace

extern const Rule subset_exceeds_whole;
const Rule subset_exceeds_whole{
    .code = "TOT003",
    .name = "subset_exceeds_whole",
    .severity = Severity::error,
    .layer = Layer::breakdowns,
    .since = "0.1.0",
    .summary = "A part that is said to be among the whole is larger than the whole.",
    .rationale =
        "Subsets may overlap, so they are never added: of 215 persons of September 2022, 108, 124 and 188 are named by "
        "different marks. But each of them is among the whole and cannot be more than it.",
    .remedy =
        "Compare the part and the whole with the report. If the part came in addition to the whole, it is a flow and a "
        "claim of its own, not a breakdown.",
    .check = check,
};

}  // namespace muster
