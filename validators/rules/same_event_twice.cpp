#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "core/words.hpp"
#include "record/dataset_check.hpp"
#include "record/names.hpp"

namespace muster {
namespace {

/// An exchange as it would be told twice: what went where, and how many by all exact counts of it.
struct Traced {
    std::string likeness;
    std::vector<std::string> figures;
    bool counted = true;
    bool unknown = false;
};

void trace_leg(const RecordSummary& summary, std::uint32_t number, std::vector<std::string>& legs, Traced& traced) {
    const Leg& leg = summary.legs[number];
    traced.unknown = traced.unknown || leg.from.empty() || leg.to.empty() || !leg.kind;
    std::vector<std::int64_t> counts;
    for (const Account& account : summary.accounts.of({number})) {
        traced.unknown = traced.unknown || account.interval.is_unknown();
        if (account.interval.is_unknown() || !account.interval.exact()) continue;
        counts.push_back(account.interval.low());
        for (const std::uint32_t claim : account.claims) traced.figures.push_back(summary.figures[claim]);
    }
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    traced.counted = traced.counted && !counts.empty();
    if (traced.unknown) return;
    legs.push_back(
        fmt::format("{}|{}|{}|{}|{}", leg.from, leg.to, word(*leg.kind), leg.returns, fmt::join(counts, " ")));
}

Traced trace(const RecordSummary& summary) {
    Traced traced;
    traced.unknown = summary.id.empty() || summary.date_unknown || summary.legs_unknown || summary.part_of_unknown;
    std::vector<std::string> legs;
    for (std::uint32_t i = 0; i < summary.legs.size(); ++i) trace_leg(summary, i, legs, traced);
    std::sort(legs.begin(), legs.end());
    std::sort(traced.figures.begin(), traced.figures.end());
    traced.figures.erase(std::unique(traced.figures.begin(), traced.figures.end()), traced.figures.end());
    traced.likeness = fmt::format("{}", fmt::join(legs, "\n"));
    return traced;
}

bool two_stages(const RecordSummary& a, const RecordSummary& b) {
    return !a.part_of.empty() && a.part_of == b.part_of && a.stage && b.stage && *a.stage != *b.stage;
}

bool returns_from(const RecordSummary& record, const std::string& other) {
    return std::any_of(record.legs.begin(), record.legs.end(), [&](const Leg& leg) {
        return std::find(leg.returned_from.begin(), leg.returned_from.end(), other) != leg.returned_from.end();
    });
}

bool may_be_one_event(const RecordSummary& a, const RecordSummary& b) {
    return a.id != b.id && may_be_one_day(a.date_written, b.date_written) && !two_stages(a, b) &&
           !returns_from(a, b.id) && !returns_from(b, a.id);
}

struct Event {
    const RecordSummary* summary;
    std::vector<std::string> figures;
};

void report(DatasetCheck& check, const Event& event, const RecordSummary& other) {
    DatasetDraft& draft = check.report(
        event.summary->site,
        "this exchange may be recorded twice: \"{other}\" is dated {date} too, and has the same directions "
        "and the same counts: {figures}",
        {{"other", other.id}, {"date", other.date_words}, {"figures", joined(event.figures)}});
    draft.related.push_back({other.site.place, fmt::format("\"{}\" stands here", other.id)});
    draft.subject = other.id;
}

void compare(DatasetCheck& check, std::vector<Event> alike) {
    const auto order = [](const Event& event) {
        const Place& place = event.summary->site.place;
        return std::tie(event.summary->date.earliest, event.summary->id, place.path, place.index, place.line);
    };
    std::sort(alike.begin(), alike.end(), [&](const Event& a, const Event& b) { return order(a) < order(b); });
    std::vector<const RecordSummary*> earlier;
    for (const Event& event : alike) {
        const RecordSummary& summary = *event.summary;
        earlier.erase(std::remove_if(earlier.begin(), earlier.end(),
                                     [&](const auto* other) { return other->date.latest < summary.date.earliest; }),
                      earlier.end());
        const auto same = std::find_if(earlier.begin(), earlier.end(),
                                       [&](const auto* other) { return may_be_one_event(*other, summary); });
        if (same != earlier.end()) report(check, event, **same);
        earlier.push_back(&summary);
    }
}

void check_dataset(DatasetCheck& check) {
    std::map<std::string, std::vector<Event>> alike;
    std::size_t exchanges = 0;
    for (const RecordSummary& summary : check.summaries) exchanges += summary.type == DocumentType::exchange ? 1 : 0;
    for (const RecordSummary& summary : check.summaries) {
        if (summary.type != DocumentType::exchange) continue;
        Traced traced = trace(summary);
        if (traced.unknown) {
            if (exchanges > 1) check.undecided(summary);
        } else if (traced.counted) {
            alike[traced.likeness].push_back({&summary, std::move(traced.figures)});
        }
    }
    for (auto& [likeness, events] : alike) compare(check, std::move(events));
}

}  // namespace

extern const Rule same_event_twice;
const Rule same_event_twice{
    .code = "SER004",
    .name = "same_event_twice",
    .severity = Severity::warning,
    .layer = Layer::dataset,
    .needs = Needs::dataset,
    .since = "0.1.0",
    .summary = "Two records may tell of one exchange: the day, the directions and all counts are the same.",
    .rationale =
        "Two editors record one exchange from two reports, and every sum over the dataset counts it twice. Equal "
        "figures alone show nothing: 1,200 and 0 on 13, 14 and 15 June 2025 are three stages, and 1,000 and 19 were "
        "given for July and for August. So the days must be able to be the same one, without any margin; there must "
        "be an exact count of every flow; and two stages of one series, or an exchange and the return of what it "
        "brought by mistake, are never taken for one. Of a month without a day every day of it counts.",
    .remedy =
        "Compare the reports. If it is one exchange, merge the records, where what people say differently stands side "
        "by side, and leave a tombstone with replaced_by in the place of the other. If there were two on one day, give "
        "them the stages of their series, or suppress the warning in muster.toml and say why.",
    .check_dataset = check_dataset,
};

}  // namespace muster
