#include "record/disagreements.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    report_disagreements(check, false,
                         "the figures for {flows} do not fit each other: {figures}; the record does not note it");
}

}  // namespace

extern const Rule undeclared_disagreement;
const Rule undeclared_disagreement{
    .code = "DIS001",
    .name = "undeclared_disagreement",
    .severity = Severity::warning,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "Two accounts of the same flow do not fit each other, and the record does not say that it was seen.",
    .rationale =
        "On 16 June 2025 one side spoke of 1,245 and the other of 1,248. That is honest data and stays as it is. But "
        "the same picture comes from a typing error, so the editors say once that they have seen it.",
    .remedy =
        "Compare the figures with their reports. If both stand there, give the later claim a relation of type "
        "contradicts to the other (or rank one of them preferred, if you can say why). If one replaced the other, the "
        "relation is supersedes; if they speak of different people, they need flows of their own.",
    .check = check,
};

}  // namespace muster
