#include "record/dataset_check.hpp"

namespace muster {
namespace {

void check_dataset(DatasetCheck& check) {
    check.report_unused(check.unused_sources, "no claim appears in the source \"{id}\"");
}

}  // namespace

extern const Rule unused_source;
const Rule unused_source{
    .code = "REF014",
    .name = "unused_source",
    .severity = Severity::info,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "A source is defined that no claim appears in.",
    .rationale =
        "A list of sources says what a dataset was made from. A report that was read and then not used may hold a "
        "figure that was forgotten. A copy of a used page is used with it: on 28 March 2025 one article stood at two "
        "addresses and was one source.",
    .remedy =
        "Take the source out, or let the claims that stand in it appear there; if it is a copy of another one, say so "
        "with syndicated_from.",
    .check_dataset = check_dataset,
};

}  // namespace muster
