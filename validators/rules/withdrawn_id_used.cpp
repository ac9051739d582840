#include "record/dataset_check.hpp"
#include "record/record_check.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

/// A record that has the id of a tombstone. It is told where somebody looks: at the record, or at the tombstone if only
/// that was given to be checked.
void taken_again(RecordCheck& check) {
    const Record& record = check.record();
    const Definition* tombstone = check.directory().tombstone(*record.id);
    const Definition* taken = check.directory().first_record(*record.id);
    if (tombstone == nullptr || taken == nullptr) return;
    const bool withdraws = record.type == DocumentType::tombstone;
    if (withdraws && taken->reported) return;
    Draft& draft = check.report(record.id.where,
                                withdraws ? "this withdraws \"{id}\", but the dataset still holds a record of that id"
                                          : "the id \"{id}\" was withdrawn and cannot be given to another record",
                                {{"id", std::string(*record.id)}});
    draft.participants = {value_at(record.id.where)};
    const Definition& other = withdraws ? *taken : *tombstone;
    draft.notes.push_back({other.site, withdraws ? "the record stands here" : "it was withdrawn here"});
}

void check(RecordCheck& check) {
    const Record& record = check.record();
    if (record.is_record() && record.id.known()) taken_again(check);
    const auto look = [&](std::string_view id, Where where) {
        const Directory& all = check.directory();
        if (all.tombstone(id) != nullptr && all.first_record(id) == nullptr) check.dangling(std::string(id), where);
    };
    for_each_record_reference(record, [&](const Text& id) {
        // What took the place of a record may have been withdrawn later; the tombstones lead on.
        if (id.known() && &id != &record.replaced_by) look(*id, id.where);
    });
    for_each_claim_reference(record, [&](const Value<ClaimRef>& reference) {
        if (reference.known() && !reference->record.empty()) look(reference->record, reference.where);
    });
    for (const Flow& flow : record.flows) {
        for (const Text& returned : flow.returns) {
            if (returned.known()) look(returned->substr(0, returned->find('#')), returned.where);
        }
    }
}

void check_dataset(DatasetCheck& check) {
    check.report_dangling("the record \"{id}\" was withdrawn, and it is still named {uses}", "",
                          "; \"{meant}\" has replaced it");
}

}  // namespace

extern const Rule withdrawn_id_used;
const Rule withdrawn_id_used{
    .code = "SER005",
    .name = "withdrawn_id_used",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "The id of a withdrawn record is used: something refers to it, or a record takes it again.",
    .rationale =
        "A tombstone says why a record is gone, for everybody who cited it. A total or a stage that still leans on it "
        "leans on what the editors took back; and a new record of that id would give all citations of the old one a "
        "meaning they never had. An id never changes its meaning. That a tombstone says it was replaced by a record "
        "which was withdrawn later is no defect: the tombstones lead on.",
    .remedy =
        "Refer to the record that has replaced it, or take the reference out. A new record takes a new id; to bring "
        "the old one back unchanged, remove its tombstone.",
    .check = check,
    .check_dataset = check_dataset,
};

}  // namespace muster
