#include "record/disagreements.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    report_disagreements(check, true, "the figures for {flows} differ: {figures}; the record notes it");
}

}  // namespace

extern const Rule declared_disagreement;
const Rule declared_disagreement{
    .code = "DIS002",
    .name = "declared_disagreement",
    .severity = Severity::info,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "Accounts of the same flow do not fit each other, and the editors have noted it.",
    .rationale =
        "Whoever quotes a number should know that another exists. That nobody is preferred is no fault: refusing to "
        "choose is honest.",
    .remedy = "Nothing has to be done. Quote the figure with its speaker.",
    .check = check,
};

}  // namespace muster
