#include <algorithm>
#include <set>

#include "record/record_check.hpp"

namespace muster {
namespace {

bool holds_unknown_flow(const Record& record) {
    return record.flows.unknown() ||
           std::any_of(record.flows.begin(), record.flows.end(), [](const Flow& flow) { return !flow.id.known(); });
}

std::string known_flows(const Record& record) {
    std::string ids;
    for (const Flow& flow : record.flows) {
        if (flow.id.known()) ids += (ids.empty() ? "" : ", ") + std::string(*flow.id);
    }
    return ids;
}

void check(RecordCheck& check) {
    const Record& record = check.record();
    std::set<std::string_view> reported;
    const auto missing = [&](const Record& owner, std::string_view id, Where where, std::string message) {
        if (holds_unknown_flow(owner)) return check.undecided();
        Draft& draft = check.report(where, std::move(message),
                                    {{"id", std::string(id)},
                                     {"record", std::string(owner.id.known() ? *owner.id : "")},
                                     {"flows", known_flows(owner)}});
        draft.participants = {value_at(where)};
    };
    for (const Claim& claim : record.claims) {
        for (const Text& flow : claim.flows) {
            if (!flow.known() || flow_number(record, *flow) || !reported.insert(*flow).second) continue;
            missing(record, *flow, flow.where, "\"{id}\" is no flow of this record; its flows are {flows}");
        }
    }
    for (const Flow& flow : record.flows) {
        for (const Text& returned : flow.returns) {
            const std::size_t hash = returned.known() ? returned->find('#') : std::string_view::npos;
            if (hash == std::string_view::npos) continue;
            const std::string_view owner_id = returned->substr(0, hash);
            const Record* owner = record.id.is(owner_id) ? &record : check.directory().record(owner_id);
            const std::string_view id = returned->substr(hash + 1);
            // Nothing is left in a tombstone, which is said elsewhere.
            if (owner == nullptr || owner->type == DocumentType::tombstone) continue;
            if (flow_number(*owner, id) || !reported.insert(*returned).second) continue;
            missing(*owner, id, returned.where, "\"{id}\" is no flow of {record}; its flows are {flows}");
        }
    }
}

}  // namespace

extern const Rule unknown_flow;
const Rule unknown_flow{
    .code = "REF003",
    .name = "unknown_flow",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "A claim names a flow that the record does not have.",
    .rationale = "A number is worth nothing without the flow it counts: who gave, who received, what moved.",
    .remedy = "Write the id of one of the record's flows, or add the flow.",
    .check = check,
};

}  // namespace muster
