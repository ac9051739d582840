#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

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

/// What went by a set of flows, and the plans that it does not meet.
struct Unmet {
    FlowSet flows;
    std::vector<std::uint32_t> plans;
    View view;
};

std::vector<std::string> figures_of(RecordCheck& check, const std::vector<std::uint32_t>& claims) {
    std::vector<std::string> figures;
    for (const std::uint32_t number : claims) figures.push_back(check.figure(check.claim(number)));
    return figures;
}

/// All that differs from one plan, one way and the other, is one finding.
void report(RecordCheck& check, std::uint32_t shown, std::vector<Unmet> all) {
    const Claim& plan = check.claim(shown);
    std::sort(all.begin(), all.end(),
              [&](const Unmet& a, const Unmet& b) { return say_flows(check, a.flows) < say_flows(check, b.flows); });
    const auto gap = [&](const Unmet& unmet) {
        return unmet.plans.size() == 1 ? ": " + say_gap(unmet.view.interval, plan.quantity.interval()) : "";
    };
    std::string message = "the plan for {flows} was {planned}; what is reported is {counted}";
    const std::string planned = joined(figures_of(check, all.front().plans));
    const std::string counted = joined(figures_of(check, all.front().view.claims)) + gap(all.front());
    Args args{{"flows", say_flows(check, all.front().flows)}, {"planned", planned}, {"counted", counted}};
    for (std::size_t i = 1; i < all.size(); ++i) {
        const std::string name = "more" + std::to_string(i);
        message += "; {" + name + "}";
        args.emplace_back(name, "for " + say_flows(check, all[i].flows) + " it was " +
                                    joined(figures_of(check, all[i].plans)) + ", and reported is " +
                                    joined(figures_of(check, all[i].view.claims)) + gap(all[i]));
    }
    Draft& draft = check.report(plan.quantity.place(), message, std::move(args));
    draft.participants = {claim_at(check.record(), shown)};
    for (const Unmet& unmet : all) {
        for (const std::uint32_t number : unmet.view.claims) {
            draft.participants.push_back(claim_at(check.record(), number));
            draft.notes.push_back(
                {check.claim(number).quantity.place(), check.figure(check.claim(number)) + " stands here"});
        }
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
    std::map<std::uint32_t, std::vector<Unmet>> by_plan;
    for (const auto& [flows, plans] : unmet)
        by_plan[check.last_by_id(plans)].push_back({flows, plans, *accounts.view(flows)});
    for (const auto& [plan, all] : by_plan) report(check, plan, all);
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
