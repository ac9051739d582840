#include <array>

#include "record/dataset_check.hpp"
#include "record/record_check.hpp"

namespace muster {
namespace {

/// What a field asks of the agent that it names.
struct Asked {
    std::string_view of;     ///< "party" or "outlet"
    std::string_view words;  ///< what the agent of that field is
};

constexpr Asked end_of_flow{"party", "what a flow goes from or to is a party"};
constexpr Asked end_of_scope{"party", "the exchanges of a scope are between parties"};
constexpr Asked side{"party", "the side that an agent is on is a party"};
constexpr Asked publisher{"outlet", "the outlet of a source is an agent of type outlet"};

std::string type_in_words(AgentType type) {
    constexpr std::array<std::string_view, 6> words{"a party", "an institution", "a person",
                                                    "a group", "an outlet",      "an anonymous voice"};
    return std::string(words[static_cast<std::size_t>(type)]);
}

bool fits(AgentType type, const Asked& asked) {
    return asked.of == "party" ? type == AgentType::party : may_publish(type);
}

void look(RecordCheck& check, const Text& id, const Asked& asked) {
    if (!id.known()) return;
    const Agent* agent = check.agent(*id);
    const bool editors = *id == "dataset";
    if (!editors) {
        if (agent == nullptr) return;
        if (!agent->type.known() || check.has_two_agents(*id)) return check.undecided();
        if (fits(*agent->type, asked)) return;
    }
    Dangling& wrong = check.dangling(std::string(*id) + " as " + std::string(asked.of), id.where);
    wrong.message = "{agent} is {type}, but {asked}";
    wrong.args = {{"agent", editors ? "dataset" : check.name(*id)},
                  {"type", editors ? "the word for the editors" : type_in_words(*agent->type)},
                  {"asked", std::string(asked.words)}};
    if (editors) return;
    const Definition* defined = check.directory().first_agent(*id);
    const std::string note = "it is defined here";
    if (defined != nullptr) {
        wrong.notes.push_back({defined->site, note});
    } else {
        wrong.notes.push_back({agent->id.where, note});
    }
}

void look(RecordCheck& check, const Scope& scope) {
    look(check, scope.from, end_of_scope);
    look(check, scope.to, end_of_scope);
    for (const Text& party : scope.between) look(check, party, end_of_scope);
}

void check(RecordCheck& check) {
    const Record& record = check.record();
    for (const Flow& flow : record.flows) {
        look(check, flow.from, end_of_flow);
        look(check, flow.to, end_of_flow);
    }
    for (const Claim& claim : record.claims) look(check, claim.scope);
    for (const Scope& cover : record.covers) look(check, cover);
    for (const Agent& agent : record.agents) look(check, agent.party, side);
    for (const Source& source : record.sources) look(check, source.outlet, publisher);
}

void check_dataset(DatasetCheck& check) {
    check.report_dangling("", "; it is named so {uses}");
}

}  // namespace

extern const Rule wrong_type_of_agent;
const Rule wrong_type_of_agent{
    .code = "REF008",
    .name = "wrong_type_of_agent",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "A flow's end or a side is no party, or a source's outlet is no outlet.",
    .rationale =
        "What one side received is counted by the parties that flows go from and to. A headquarters in the place of "
        "its party makes a second receiver, and the party's own count loses those numbers. Who published a report is "
        "an outlet, also where a ministry publishes in a channel of its own: the ministry speaks, the channel prints. "
        "Whoever published a page that nobody can place is an anonymous agent with a description.",
    .remedy =
        "Write the id of the party or outlet that is meant; if the agent itself has the wrong `type`, correct it "
        "where it is defined.",
    .check = check,
    .check_dataset = check_dataset,
};

}  // namespace muster
