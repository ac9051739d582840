#include "record/record_check.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    const Record& record = check.record();
    if (record.status.absent() || record.date.absent()) return;
    if (record.status.unknown() || !record.date.known() || record.date->problem) return check.undecided();
    const EdtfDate today{check.today(), check.today()};
    if (!record.status.is(RecordStatus::carried_out) || !today.well_before(record.date->days)) return;
    Draft& draft = check.report(record.date.where,
                                "this exchange is said to be carried out, but its date, {date}, is {gap} from now: "
                                "today counts as {today}",
                                {{"date", written_in_words(record.date->text)},
                                 {"gap", say_gap(today, record.date->days)},
                                 {"today", day_in_words(check.today())}});
    draft.participants = {value_at(record.date.where), value_at(record.status.where)};
    draft.notes.push_back({record.status.where, "its status stands here"});
}

}  // namespace

extern const Rule carried_out_in_future;
const Rule carried_out_in_future{
    .code = "TIM006",
    .name = "carried_out_in_future",
    .severity = Severity::error,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "An exchange is carried out on a day that is still to come.",
    .rationale =
        "An announcement is often as exact as a report: 500 for 500 over two days, and the exchange of 24 January 2024 "
        "was announced and never took place. Recorded as carried out before its day it is counted with those that "
        "happened. Today is the day of the machine, or the one that --as-of or muster.toml names; one day is allowed, "
        "since it may be tomorrow already where the exchange takes place. Of a span of days or of several that are "
        "possible the first counts, and a date that is marked as uncertain is never found.",
    .remedy =
        "Correct the date if it was mistyped. If the exchange is still to come, its status is announced or agreed, and "
        "its figures are plans.",
    .check = check,
};

}  // namespace muster
