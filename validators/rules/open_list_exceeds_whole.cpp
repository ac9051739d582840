#include "record/breakdown_report.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    report_breakdowns(check, Shape::open_list,
                      "{given}, but some of its parts by {dimension} alone make {sum}: {gap}. The parts are "
                      "{parts}");
}

}  // namespace

extern const Rule open_list_exceeds_whole;
const Rule open_list_exceeds_whole{
    .code = "TOT002",
    .name = "open_list_exceeds_whole",
    .severity = Severity::error,
    .layer = Layer::breakdowns,
    .since = "0.1.0",
    .summary = "The parts of an incomplete breakdown make more than the whole.",
    .rationale =
        "An open list names some parts, disjoint but not all of them, so they may stay below the whole and never "
        "exceed it.",
    .remedy =
        "Compare each part and the whole with the report. If the parts may overlap (officers among the wounded), the "
        "shape is subsets.",
    .check = check,
};

}  // namespace muster
