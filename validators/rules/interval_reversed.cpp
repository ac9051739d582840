#include "record/record_check.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for_each_date(check.record(), [&](const Date& date) {
        if (date->problem != DateProblem::reversed) return;
        check.report(date.where, "{date} ends before it begins", {{"date", std::string(date->text)}}).participants = {
            value_at(date.where)};
    });
}

}  // namespace

extern const Rule interval_reversed;
const Rule interval_reversed{
    .code = "TIM002",
    .name = "interval_reversed",
    .severity = Severity::error,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A span of time ends before it begins.",
    .rationale =
        "A span a/b begins with a and ends with b. No day lies in one that is reversed, so a scope with it is empty.",
    .remedy = "Exchange the two dates, or correct the one that was mistyped.",
    .check = check,
};

}  // namespace muster
