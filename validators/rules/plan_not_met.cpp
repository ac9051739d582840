#include <map>

#include "core/words.hpp"
#include "record/disagreements.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

enum class Answer : std::uint8_t { no, yes, unknown };

/// Whether a claim is a plan in the unit of its flows that nothing has replaced.
Answer is_plan(const RecordCheck& check, const Accounts& accounts, std::uint32_t number) {
    const Claim& claim = check.claim(number);
    if (!claim.type.is(ClaimType::plan) || !claim.quantity.has_interval()) return Answer::no;
    if (claim.rank.is(Rank::deprecated) || may_be_misprint(claim)) return Answer::no;
    const Competing superseded = accounts.superseded(number);
    if (superseded == Competing::yes) return Answer::no;
    for (const std::uint32_t flow : named_flows(check.record(), claim)) {
        const Value<Kind>& kind = check.record().flows.items[flow].kind;
        if (claim.unit.known() && kind.known() && own_unit(*kind) != *claim.unit) return Answer::no;
    }
    const bool unknown = claim.unknown || claim.quantity.interval().is_unknown() || claim.rank.unknown() ||
                         claim.unit.unknown() || claim.relations.unknown() || superseded == Competing::unknown;
    return unknown ? Answer::unknown : Answer::yes;
}

void report(RecordCheck& check, const FlowSet& flows, const std::vector<std::uint32_t>& plans, const View& view) {
    const std::uint32_t shown = check.last_by_id(plans);
    std::vector<std::string> planned, counted;
    for (const std::uint32_t number : plans) planned.push_back(check.figure(check.claim(number)));
    for (const std::uint32_t number : view.claims) counted.push_back(check.figure(check.claim(number)));
    const Claim& plan = check.claim(shown);
    std::string message = "the plan for {flows} was {planned}; what is reported is {counted}";
    if (plans.size() == 1) message += ": {gap}";
    Draft& draft = check.report(plan.quantity.place(), message,
                                {{"flows", say_flows(check, flows)},
                                 {"planned", joined(planned)},
                                 {"counted", joined(counted)},
                                 {"gap", say_gap(view.interval, plan.quantity.interval())}});
    draft.participants = {claim_at(check.record(), shown)};
    for (const std::uint32_t number : view.claims) {
        draft.participants.push_back(claim_at(check.record(), number));
        draft.notes.push_back(
            {check.claim(number).quantity.place(), check.figure(check.claim(number)) + " stands here"});
    }
}

void check(RecordCheck& check) {
    const Accounts& accounts = check.accounts();
    std::map<FlowSet, std::vector<std::uint32_t>> unmet;
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Answer plan = is_plan(check, accounts, i);
        if (plan == Answer::no) continue;
        for (const FlowSet& flows : accounts.sets_of(i)) {
            const std::optional<View> view = accounts.view(flows);
            if (!view) continue;
            if (plan == Answer::unknown || view->interval.is_unknown()) {
                check.undecided();
            } else if (!view->interval.meets(check.claim(i).quantity.interval())) {
                unmet[flows].push_back(i);
            }
        }
    }
    for (const auto& [flows, plans] : unmet) report(check, flows, plans, *accounts.view(flows));
}

}  // namespace

extern const Rule plan_not_met;
const Rule plan_not_met{
    .code = "DIS006",
    .name = "plan_not_met",
    .severity = Severity::info,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "More or fewer went by a flow than had been planned.",
    .rationale =
        "For 7 March 2023 an exchange of 160 for 160 had been agreed, one side said later, and 90 came back. Both "
        "numbers are true of their day. A plan that is quoted as a count, and a count that looks like a lapse, are "
        "told apart where they stand side by side.",
    .remedy =
        "Nothing has to be done if both are as published: quote the count. If the plan was changed before the day, "
        "give the later plan a relation of type supersedes.",
    .check = check,
};

}  // namespace muster
