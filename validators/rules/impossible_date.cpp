#include "record/record_check.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for_each_date(check.record(), [&](const Date& date) {
        if (date->problem != DateProblem::impossible) return;
        check
            .report(date.where,
                    date->culprit.find(':') != std::string_view::npos ? "{date} is no time of day"
                    : date->culprit.size() > 7                        ? "{date} is no day of the calendar"
                                                                      : "{date} is no month of the calendar",
                    {{"date", std::string(date->culprit)}})
            .participants = {value_at(date.where)};
    });
}

}  // namespace

extern const Rule impossible_date;
const Rule impossible_date{
    .code = "TIM001",
    .name = "impossible_date",
    .severity = Severity::error,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A date has the right form but does not exist.",
    .rationale = "30 February or a month 13 is a typing error, and no check of order or of a series can use it.",
    .remedy =
        "Look the date up in the report. If only the month is known, write 2025-02; an unknown digit is written X.",
    .check = check,
};

}  // namespace muster
