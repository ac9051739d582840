#include "record/dataset_check.hpp"
#include "record/record_check.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    const auto look = [&](std::string_view id, Where where) {
        if (check.record().id.is(id) || check.directory().has_record(id)) return;
        if (!check.directory().records_complete()) return check.undecided();
        check.dangling(std::string(id), where);
    };
    for_each_record_reference(check.record(), [&](const Text& id) {
        if (id.known()) look(*id, id.where);
    });
    for_each_claim_reference(check.record(), [&](const Value<ClaimRef>& reference) {
        if (reference.known() && !reference->record.empty()) look(reference->record, reference.where);
    });
    for (const Flow& flow : check.record().flows) {
        for (const Text& returned : flow.returns) {
            if (returned.known()) look(returned->substr(0, returned->find('#')), returned.where);
        }
    }
}

void check_dataset(DatasetCheck& check) {
    check.report_dangling("there is no record \"{id}\" in this dataset; it is named {uses}");
}

}  // namespace

extern const Rule unknown_record;
const Rule unknown_record{
    .code = "REF005",
    .name = "unknown_record",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "A series, a replacement or another record's claim is named, and no such record exists.",
    .rationale =
        "Stages are counted by their series. A record that points to a series that is not there drops out of its "
        "total.",
    .remedy = "Correct the id, or add the record.",
    .check = check,
    .check_dataset = check_dataset,
};

}  // namespace muster
