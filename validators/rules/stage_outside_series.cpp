#include <algorithm>
#include <map>

#include "core/words.hpp"
#include "record/dataset_check.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

/// What was put off or called off did not happen on its day.
bool took_place(const RecordSummary& stage) {
    return stage.type == DocumentType::series ||
           (stage.status != RecordStatus::postponed && stage.status != RecordStatus::aborted);
}

bool outside(const EdtfDate& stage, const EdtfDate& series) {
    return stage.well_before(series) || series.well_before(stage);
}

std::string gap(const EdtfDate& stage, const EdtfDate& series) {
    if (stage.well_before(series)) return say_gap(stage, series) + " before it begins";
    return say_gap(series, stage) + " after it ends";
}

void report(DatasetCheck& check, const RecordSummary& series, const std::vector<const RecordSummary*>& stages) {
    // Of one stage its own date is in doubt, of several that of their series.
    const auto shown = std::find_if(stages.begin(), stages.end(), [](const RecordSummary* s) { return s->reported; });
    const bool at_series = stages.size() > 1 && (series.reported || shown == stages.end());
    const RecordSummary& stage = shown == stages.end() ? *stages.front() : **shown;
    DatasetDraft& draft = check.report(
        at_series ? series.site : stage.site,
        stages.size() == 1 ? "the date of this part of \"{series}\" is {date}, {gap}: the series is dated {dates}"
                           : "the dates of {count} of \"{series}\" are outside of its own, {dates}",
        {{"series", series.title},
         {"date", stage.date_words},
         {"gap", gap(stage.date, series.date)},
         {"dates", series.date_words},
         {"count", counted(static_cast<std::int64_t>(stages.size()), "part")}});
    draft.subject = series.id + "|" + series.date_written;
    for (const RecordSummary* part : stages) draft.subject += "|" + part->id + "|" + part->date_written;
    if (stages.size() > 1) {
        for (const RecordSummary* part : stages)
            draft.related.push_back({part->site.place, part->date_words + ", " + gap(part->date, series.date)});
    }
    if (!at_series) draft.related.push_back({series.site.place, "the date of the series stands here"});
}

void check_dataset(DatasetCheck& check) {
    std::map<const RecordSummary*, std::vector<const RecordSummary*>> parts;
    std::vector<const RecordSummary*> in_order;
    for (const RecordSummary& stage : check.summaries) {
        if (stage.part_of_unknown) check.undecided(stage);
        const RecordSummary* series = stage.part_of.empty() ? nullptr : check.find(stage.part_of);
        if (series == nullptr || series->type != DocumentType::series || !took_place(stage)) continue;
        if (series->date_unknown || stage.date_unknown || (stage.type == DocumentType::exchange && !stage.status)) {
            check.undecided(stage);
            continue;
        }
        if (!outside(stage.date, series->date)) continue;
        if (parts[series].empty()) in_order.push_back(series);
        parts[series].push_back(&stage);
    }
    for (const RecordSummary* series : in_order) {
        auto& stages = parts[series];
        std::stable_sort(stages.begin(), stages.end(), [](const RecordSummary* a, const RecordSummary* b) {
            return std::pair(a->date.earliest, a->id) < std::pair(b->date.earliest, b->id);
        });
        report(check, *series, stages);
    }
}

}  // namespace

extern const Rule stage_outside_series;
const Rule stage_outside_series{
    .code = "TIM007",
    .name = "stage_outside_series",
    .severity = Severity::warning,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "A part of a series is dated before the series begins or after it ends.",
    .rationale =
        "The exchange agreed in Istanbul on 2 June 2025 was carried out in stages until 16 June. A stage outside of "
        "the time of its series is mistyped, belongs to another series, or shows that the series went on: then totals "
        "and numbers \"of all stages\" are read over the wrong time. One day is allowed, since an exchange at night is "
        "dated by the clock of whoever reports it. A date that leaves several days open counts with the one that fits, "
        "one marked as uncertain is never found, and what was put off or called off did not happen on its day.",
    .remedy =
        "Correct the date that was mistyped, or part_of if it names the wrong series. If the series went on for "
        "longer, "
        "extend its date; a series that still goes on is written with an open end, 2025-06-02/..",
    .check_dataset = check_dataset,
};

}  // namespace muster
