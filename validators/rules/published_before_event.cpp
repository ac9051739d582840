#include <map>
#include <set>

#include "core/words.hpp"
#include "record/publication.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

std::set<std::string_view> sources_of(const OldCount& count) {
    std::set<std::string_view> sources;
    for (const TooEarly& page : count.pages) sources.insert(*page.appearance->source);
    return sources;
}

/// Of counts that stand on the same pages, at the date of the record or at the newest of these pages.
Draft& report(RecordCheck& check, const std::vector<const OldCount*>& counts, bool at_date) {
    const Record& record = check.record();
    std::vector<TooEarly> pages;
    std::vector<std::string> figures;
    for (const OldCount* count : counts) {
        pages.insert(pages.end(), count->pages.begin(), count->pages.end());
        figures.push_back(check.figure(check.claim(count->claim)));
    }
    const TooEarly newest = newest_of(pages);
    const Where at = at_date ? record.date.where : newest.appearance->source.where;
    Draft& draft = check.report(at,
                                std::string("this exchange is dated {date}, but ") +
                                    (at_date ? "all pages that count it are older, the newest "
                                             : "the only pages that give {figures} are older, the newest ") +
                                    "by {gap}: {page}, {day}",
                                {{"date", written_in_words(record.date->text)},
                                 {"figures", joined(figures)},
                                 {"gap", say_gap(newest.newest->days, record.date->days)},
                                 {"page", check.page(*newest.source)},
                                 {"day", written_in_words(newest.newest->text)}});
    draft.participants = {value_at(at)};
    for (const OldCount* count : counts) {
        draft.participants.push_back(claim_at(record, count->claim));
        draft.notes.push_back(
            {check.claim(count->claim).quantity.place(), check.figure(check.claim(count->claim)) + " stands here"});
    }
    if (!at_date) draft.notes.push_back({record.date.where, "the date of the exchange stands here"});
    return draft;
}

void check(RecordCheck& check) {
    const OldCounts& old = old_counts(check);
    check.undecided(old.undecided);
    if (old.counts.empty()) return;
    // If all fail it is the date of the record that is in doubt, else the pages.
    const bool every = old.counts.size() == old.all || (old.counts.size() == old.judged && old.judged > 1);
    std::map<std::set<std::string_view>, std::vector<const OldCount*>> by_pages;
    for (const OldCount& count : old.counts)
        by_pages[every ? std::set<std::string_view>{} : sources_of(count)].push_back(&count);
    for (const auto& [pages, counts] : by_pages) report(check, counts, every);
}

}  // namespace

extern const Rule published_before_event;
const Rule published_before_event{
    .code = "TIM004",
    .name = "published_before_event",
    .severity = Severity::warning,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "What is said to have been exchanged was published before the day of the exchange.",
    .rationale =
        "Nobody can count what has not happened: the exchange is dated wrongly, or the page, most often by a year or "
        "by the day and month exchanged; or the number was an announcement, and what came of it is not recorded. An "
        "outlet dated one exchange of April 2022 by a clock that was a day ahead of the place, so only what is more "
        "than a day too early is found, before every day that the date may mean. A page that was changed later may "
        "have been written by then, and a page without a day of publication shows nothing. What the pages of several "
        "counts have in common is told once: at the date of the exchange if none of its counts can be right, else at "
        "the page.",
    .remedy =
        "Look at the pages for the day, and correct the date of the exchange or that of the page. If the number was "
        "announced beforehand, make the claim a plan.",
    .check = check,
};

}  // namespace muster
