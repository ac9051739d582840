#include "record/dataset_check.hpp"
#include "record/record_check.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for_each_agent_reference(check.record(), [&](const Text& id) {
        if (!id.known() || *id == "dataset" || check.agent(*id) != nullptr) return;
        const bool own_unknown = check.record().agents.unknown();
        if (own_unknown || !check.directory().agents_complete()) return check.undecided();
        check.dangling(std::string(*id), id.where);
    });
}

void check_dataset(DatasetCheck& check) {
    check.report_dangling("\"{id}\" is no agent that this dataset knows; it is used {uses}");
}

}  // namespace

extern const Rule unknown_agent;
const Rule unknown_agent{
    .code = "REF001",
    .name = "unknown_agent",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "A speaker, party, outlet, mediator or relay is named that no registry and not the record defines.",
    .rationale = "Attribution ends at a name that a reader can look up. An id without an agent behind it is nobody.",
    .remedy = "Correct the id, or add the agent to the record's `agents` or to the dataset's registry of agents.",
    .check = check,
    .check_dataset = check_dataset,
};

}  // namespace muster
