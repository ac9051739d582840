#include "record/breakdown_report.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    report_breakdowns(check, Shape::partition,
                      "{given}, but its parts by {dimension} make {sum}: {gap}. The parts are {parts}");
}

}  // namespace

extern const Rule partition_does_not_sum;
const Rule partition_does_not_sum{
    .code = "TOT001",
    .name = "partition_does_not_sum",
    .severity = Severity::error,
    .layer = Layer::breakdowns,
    .since = "0.1.0",
    .summary = "The parts of a complete breakdown do not add up to the whole.",
    .rationale =
        "A partition says that its parts are disjoint and complete. One list of 31 January 2024 gives 95, 56, 26, 29 "
        "and 1 and prints 206 as their total: it is 207. Parts of different breakdowns (by place, by sex) are "
        "alternatives and are never added to each other.",
    .remedy =
        "Compare each part with the report. If the report itself does not add up, keep its numbers and mark the claim "
        "as a misprint_of a corrected one; if parts are missing, the shape is open_list; if they overlap, subsets.",
    .check = check,
};

}  // namespace muster
