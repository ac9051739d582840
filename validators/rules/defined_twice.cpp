#include <map>

#include "record/record_check.hpp"

namespace muster {
namespace {

template <class T, class First>
void look(RecordCheck& check, const List<T>& list, std::string_view what, First first_elsewhere) {
    std::map<std::string_view, Where> first_here;
    for (const T& item : list) {
        if (!item.id.known()) continue;
        const Definition* elsewhere = first_elsewhere(*item.id);
        if (elsewhere != nullptr && elsewhere->document == check.document()) elsewhere = nullptr;
        const auto [here, fresh] = first_here.emplace(*item.id, item.id.where);
        if (fresh && elsewhere == nullptr) continue;
        Draft& draft = check.report(item.id.where, "the {what} \"{id}\" is defined a second time",
                                    {{"what", std::string(what)}, {"id", std::string(*item.id)}});
        draft.participants = {value_at(item.id.where)};
        if (fresh) {
            draft.notes.push_back({elsewhere->site, "the first definition stands here"});
        } else {
            draft.notes.push_back({here->second, "the first definition stands here"});
        }
    }
}

void check(RecordCheck& check) {
    const Directory& directory = check.directory();
    look(check, check.record().agents, "agent", [&](std::string_view id) { return directory.first_agent(id); });
    look(check, check.record().sources, "source", [&](std::string_view id) { return directory.first_source(id); });
}

}  // namespace

extern const Rule defined_twice;
const Rule defined_twice{
    .code = "REF007",
    .name = "defined_twice",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "An agent or a source is defined more than once.",
    .rationale =
        "Nothing shadows anything: two definitions of one speaker could say two different things of who speaks.",
    .remedy = "Keep one definition: in the registry if several records use it, else in the record.",
    .check = check,
};

}  // namespace muster
