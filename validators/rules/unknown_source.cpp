#include "record/dataset_check.hpp"
#include "record/record_check.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for_each_source_reference(check.record(), [&](const Text& id) {
        if (!id.known() || check.source(*id) != nullptr) return;
        const bool own_unknown = check.record().sources.unknown();
        if (own_unknown || !check.directory().sources_complete()) return check.undecided();
        check.dangling(std::string(*id), id.where);
    });
}

void check_dataset(DatasetCheck& check) {
    check.report_dangling("\"{id}\" is no source that this dataset knows; it is used {uses}");
}

}  // namespace

extern const Rule unknown_source;
const Rule unknown_source{
    .code = "REF002",
    .name = "unknown_source",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "A claim is said to appear in a source that no registry and not the record defines.",
    .rationale = "Who cannot open the page cannot check the number. The source says which page, of which outlet.",
    .remedy = "Correct the id, or add the source to the record's `sources` or to the dataset's registry of sources.",
    .check = check,
    .check_dataset = check_dataset,
};

}  // namespace muster
