#include "record/record_check.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for (const Source& source : check.record().sources) {
        const Date& published = source.published;
        const Date& retrieved = source.retrieved;
        if (published.absent() || retrieved.absent()) continue;
        if (!published.known() || published->problem || !retrieved.known() || retrieved->problem) {
            check.undecided();
            continue;
        }
        if (!retrieved->days.well_before(published->days)) continue;
        Draft& draft = check.report(retrieved.where,
                                    "the day on which {page} was retrieved is given as {retrieved}, {gap} before it "
                                    "was published: {published}",
                                    {{"page", check.page(source)},
                                     {"retrieved", written_in_words(retrieved->text)},
                                     {"gap", say_gap(retrieved->days, published->days)},
                                     {"published", written_in_words(published->text)}});
        draft.participants = {value_at(retrieved.where), value_at(published.where)};
        draft.notes.push_back({published.where, "the day of publication stands here"});
    }
}

}  // namespace

extern const Rule retrieved_before_published;
const Rule retrieved_before_published{
    .code = "TIM003",
    .name = "retrieved_before_published",
    .severity = Severity::error,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A page is said to have been read before it was published.",
    .rationale =
        "Nobody can read a page that is not there yet, so one of the two days is mistyped, most often in its year. "
        "Which of them cannot be told from here, and whoever looks for the page in an archive looks under the wrong "
        "day. Dates are compared as whole days, and one day is allowed: a report of 10 April by the clock of its "
        "outlet was read on the evening of 9 April elsewhere. A date that leaves several days open counts with the one "
        "that fits.",
    .remedy =
        "Look at the page for its day of publication, and correct the date that was mistyped. If the page was "
        "published anew, the later day is modified.",
    .check = check,
};

}  // namespace muster
