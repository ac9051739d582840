#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/words.hpp"
#include "record/dataset_check.hpp"

namespace muster {
namespace {

using Records = std::vector<const RecordSummary*>;

/// A series, with the records that say which of its stages they are.
struct Staged {
    const RecordSummary* series = nullptr;
    std::map<std::int64_t, Records> by_stage;
};

std::map<std::string, Staged> staged(DatasetCheck& check) {
    std::map<std::string, Staged> all;
    for (const RecordSummary& summary : check.summaries) {
        if (summary.type == DocumentType::series) {
            if (!summary.id.empty()) all[summary.id].series = &summary;
        } else if (summary.stages) {
            // Without an id of its own it may be another record once more.
            if (!summary.stages->number || summary.part_of.empty() || summary.id.empty()) {
                check.undecided(summary);
            } else {
                all[summary.part_of].by_stage[*summary.stages->number].push_back(&summary);
            }
        }
    }
    return all;
}

std::string words_of(const RecordSummary& summary) {
    return summary.date_words.empty() ? summary.id : summary.date_words;
}

std::string title_of(const std::string& id, const Staged& staged) {
    return staged.series == nullptr || staged.series->title.empty() ? id : staged.series->title;
}

DatasetDraft& report(DatasetCheck& check, const RecordSummary& shown, const Records& records, std::string message,
                     Args args) {
    DatasetDraft& draft = check.report(shown.stages->site, std::move(message), std::move(args));
    for (const RecordSummary* other : records) {
        if (other == &shown) continue;
        draft.related.push_back({other->stages->site.place, fmt::format("{} is given as stage {} here",
                                                                        words_of(*other), *other->stages->number)});
    }
    draft.anywhere = true;
    return draft;
}

/// The first that was given to be checked, if possible not the first of all: who adds a record learns what is amiss.
const RecordSummary* where_shown(const Records& records) {
    const auto given = [](const RecordSummary* record) { return record->reported; };
    const auto later = std::find_if(records.begin() + 1, records.end(), given);
    if (later != records.end()) return *later;
    return given(records.front()) ? records.front() : nullptr;
}

void look_beyond(DatasetCheck& check, const std::string& id, const Staged& staged) {
    if (staged.series == nullptr || !staged.series->stages) return;
    Records beyond;
    for (const auto& [stage, records] : staged.by_stage) {
        if (!staged.series->stages->number) return check.undecided(*records.front());
        if (stage > *staged.series->stages->number) beyond.insert(beyond.end(), records.begin(), records.end());
    }
    const auto shown = std::find_if(beyond.begin(), beyond.end(), [](const RecordSummary* r) { return r->reported; });
    if (shown == beyond.end()) return;
    const std::string stages = counted(*staged.series->stages->number, "stage");
    DatasetDraft& draft =
        report(check, **shown, beyond, "{record} is given as stage {stage} of \"{series}\", which has {stages}",
               {{"record", words_of(**shown)},
                {"stage", *(*shown)->stages->number},
                {"series", title_of(id, staged)},
                {"stages", stages}});
    draft.related.push_back({staged.series->stages->site.place, "the number of its stages stands here"});
    draft.subject = fmt::format("beyond|{}|{}", id, stages);
}

void look_for_two_of(DatasetCheck& check, const std::string& id, const Staged& staged, std::int64_t stage,
                     const Records& all) {
    Records records;
    for (const RecordSummary* record : all) {
        if (!record->status) return check.undecided(*record);
        // A stage that was put off or broken off is still to come.
        if (*record->status != RecordStatus::postponed && *record->status != RecordStatus::aborted)
            records.push_back(record);
    }
    const RecordSummary* shown = records.size() > 1 ? where_shown(records) : nullptr;
    if (shown == nullptr) return;
    std::vector<std::string> words;
    for (const RecordSummary* record : records) words.push_back(words_of(*record));
    DatasetDraft& draft = report(check, *shown, records, "{records} are {both} given as stage {stage} of \"{series}\"",
                                 {{"records", joined(words)},
                                  {"both", records.size() == 2 ? "both" : "all"},
                                  {"stage", stage},
                                  {"series", title_of(id, staged)}});
    draft.subject = fmt::format("two|{}|{}", id, stage);
}

void check_dataset(DatasetCheck& check) {
    for (const auto& [id, series] : staged(check)) {
        look_beyond(check, id, series);
        for (const auto& [stage, records] : series.by_stage) look_for_two_of(check, id, series, stage, records);
    }
}

}  // namespace

extern const Rule stage_out_of_series;
const Rule stage_out_of_series{
    .code = "REF011",
    .name = "stage_out_of_series",
    .severity = Severity::error,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "A record is given as a stage that its series does not have, or that another record is already.",
    .rationale =
        "The agreement of Istanbul was carried out in stages, on 11, 13, 14, 15 and 16 June 2025: 1,212 bodies, then "
        "four times about 1,200, and the stages can only be told apart by their numbers and days. Two third stages, or "
        "a seventh of six, mean that one hand-over was recorded twice or that one is missing. An attempt that was put "
        "off or broken off does not take its number away from the one that followed.",
    .remedy =
        "Correct the number of the stage, or how many the series has. If two records tell of one hand-over, merge them "
        "and leave a tombstone.",
    .check_dataset = check_dataset,
};

}  // namespace muster
