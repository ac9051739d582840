#include "record/record_check.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    const Record& record = check.record();
    // Of two records with one id either may be meant.
    if (!record.id.known() || check.directory().has_two_records(*record.id)) return;
    for (const Flow& flow : record.flows) {
        for (const Text& returned : flow.returns) {
            if (!returned.known() || returned->substr(0, returned->find('#')) != *record.id) continue;
            Draft& draft =
                check.report(returned.where,
                             "what this flow returns is said to have come by \"{flow}\", a flow of the same exchange",
                             {{"flow", std::string(returned->substr(returned->find('#') + 1))}});
            draft.participants = {value_at(returned.where)};
        }
    }
}

}  // namespace

extern const Rule returns_of_its_own;
const Rule returns_of_its_own{
    .code = "REF012",
    .name = "returns_of_its_own",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "A flow is said to return what came by a flow of the same record.",
    .rationale =
        "Remains that turn out to be of the giver's own side are sent back in a later exchange. `returns` names the "
        "flows by which they had come, and such a flow counts in no total. One that names a flow of its own exchange "
        "would take a whole hand-over out of every total.",
    .remedy =
        "Write record#flow of the exchange by which they had come. If nothing is known of it, leave `returns` out and "
        "say on the count that its terms are return_of_misattributed.",
    .check = check,
};

}  // namespace muster
