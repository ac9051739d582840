#include "record/dataset_check.hpp"

namespace muster {
namespace {

void check_dataset(DatasetCheck& check) {
    check.report_unused(check.unused_agents, "{name} is defined here, but nothing names the agent \"{id}\"");
}

}  // namespace

extern const Rule unused_agent;
const Rule unused_agent{
    .code = "REF013",
    .name = "unused_agent",
    .severity = Severity::info,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "An agent is defined that nothing in the dataset names.",
    .rationale =
        "Whoever stands in the registry of speakers looks like somebody who spoke. An agent that nothing names may be "
        "left from a claim that was taken out, or the claim that should name it names another.",
    .remedy =
        "Take the agent out, or name it where it belongs. Of what a record defines for itself only that record can "
        "make use.",
    .check_dataset = check_dataset,
};

}  // namespace muster
