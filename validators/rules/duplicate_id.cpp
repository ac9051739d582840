#include <map>

#include "record/record_check.hpp"

namespace muster {
namespace {

template <class T>
void within(RecordCheck& check, const List<T>& list, std::string_view what) {
    std::map<std::string_view, Where> first;
    for (const T& item : list) {
        if (!item.id.known()) continue;
        const auto [found, fresh] = first.emplace(*item.id, item.id.where);
        if (fresh) continue;
        Draft& draft = check.report(item.id.where, "a second {what} of this record has the id \"{id}\"",
                                    {{"what", std::string(what)}, {"id", std::string(*item.id)}});
        // Whoever refers to the id may mean either.
        draft.participants = {value_at(item.id.where), value_at(found->second)};
        draft.notes.push_back({found->second, "the first stands here"});
    }
}

void check(RecordCheck& check) {
    const Record& record = check.record();
    within(check, record.flows, "flow");
    within(check, record.claims, "claim");
    if (!record.is_record() || !record.id.known()) return;
    const bool withdrawn = record.type == DocumentType::tombstone;
    // Who takes the id of a withdrawn record is told so, and not that there are two.
    if (!withdrawn && check.directory().tombstone(*record.id) != nullptr) return;
    const Definition* first =
        withdrawn ? check.directory().tombstone(*record.id) : check.directory().first_record(*record.id);
    if (first == nullptr || first->document == check.document()) return;
    Draft& draft = check.report(record.id.where, "another record of this dataset has the id \"{id}\"",
                                {{"id", std::string(*record.id)}});
    draft.participants = {value_at(record.id.where)};
    draft.notes.push_back({first->site, "it stands here first"});
}

}  // namespace

extern const Rule duplicate_id;
const Rule duplicate_id{
    .code = "REF006",
    .name = "duplicate_id",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "Two records of a dataset, or two flows or claims of a record, have the same id.",
    .rationale = "An id never changes its meaning. With two of them nobody can say which number a reference is about.",
    .remedy =
        "Give one of them another id. If both describe the same exchange, merge them: what people say differently "
        "stands side by side in one record.",
    .check = check,
};

}  // namespace muster
