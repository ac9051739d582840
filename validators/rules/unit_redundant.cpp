#include "record/names.hpp"
#include "record/record_check.hpp"

namespace muster {
namespace {

/// The kind of what a claim counts; nullopt if it names none, or several.
std::optional<Kind> kind_of(const Record& record, const Claim& claim) {
    if (claim.scope.kind.known()) return *claim.scope.kind;
    for (const Text& id : claim.flows) {
        const std::optional<std::uint32_t> flow = id.known() ? flow_number(record, *id) : std::nullopt;
        if (flow && record.flows.items[*flow].kind.known()) return *record.flows.items[*flow].kind;
    }
    return std::nullopt;
}

void check(RecordCheck& check) {
    for (const Claim& claim : check.claims()) {
        const std::optional<Kind> kind = kind_of(check.record(), claim);
        if (!kind || !claim.unit.is(own_unit(*kind))) continue;
        check
            .report(claim.unit.where, "\"{unit}\" is what {kind} are counted in anyway",
                    {{"unit", std::string(word(*claim.unit))}, {"kind", std::string(word(*kind))}})
            .participants = {value_at(claim.unit.where)};
    }
}

}  // namespace

extern const Rule unit_redundant;
const Rule unit_redundant{
    .code = "CNT005",
    .name = "unit_redundant",
    .severity = Severity::info,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A claim names the unit that its kind is counted in without saying so.",
    .rationale =
        "A unit is written only where it differs: packages of remains and fragments are not bodies and never meet "
        "bodies in one sum. A unit that says nothing new makes the ones that do harder to see.",
    .remedy = "Leave the unit out.",
    .check = check,
};

}  // namespace muster
