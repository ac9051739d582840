#include <map>

#include "record/publication.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

/// Sources that published_before_event tells of: their day is in doubt already.
std::map<std::string_view, std::size_t> told_already(RecordCheck& check) {
    std::map<std::string_view, std::size_t> told;
    for (const OldCount& count : old_counts(check).counts) {
        for (const TooEarly& page : count.pages) told.emplace(*page.appearance->source, SIZE_MAX);
    }
    return told;
}

Draft statement(RecordCheck& check, const Claim& claim, const TooEarly& page) {
    Draft draft;
    draft.at = claim.stated_on.where;
    draft.message =
        "the day on which {speaker} stated this is given as {stated}, but {page} had it {gap} before: {published}";
    draft.args = {{"speaker", check.speaker(claim)},
                  {"stated", written_in_words(claim.stated_on->text)},
                  {"page", check.page(*page.source)},
                  {"gap", say_gap(page.newest->days, claim.stated_on->days)},
                  {"published", written_in_words(page.newest->text)}};
    return draft;
}

void check(RecordCheck& check) {
    // One wrong day of a page, or of a statement on several pages, is one cause.
    std::map<std::string_view, std::size_t> told = told_already(check);
    std::vector<Draft> drafts;
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        if (claim.stated_on.absent() || claim.appearances.empty()) continue;
        if (!claim.stated_on.known() || claim.stated_on->problem) {
            check.undecided();
            continue;
        }
        const PagesBefore before = pages_before(check, claim, claim.stated_on->days);
        check.undecided(before.unknown);
        std::size_t mine = drafts.size();
        for (const TooEarly& page : before.pages) {
            const auto found = told.find(*page.appearance->source);
            if (found != told.end()) mine = found->second;
        }
        if (before.pages.empty() || mine == SIZE_MAX) continue;
        for (const TooEarly& page : before.pages) told.emplace(*page.appearance->source, mine);
        Draft draft = statement(check, claim, newest_of(before.pages));
        if (mine == drafts.size()) {
            draft.participants = {value_at(claim.stated_on.where)};
            drafts.push_back(std::move(draft));
        } else {
            drafts[mine].notes.push_back({draft.at, render(draft.message, draft.args)});
        }
        drafts[mine].participants.push_back(claim_at(check.record(), i));
        for (const TooEarly& page : before.pages)
            drafts[mine].notes.push_back({page.appearance->source.where, check.page(*page.source) + " is named here"});
    }
    for (Draft& draft : drafts) {
        Draft& reported = check.report(draft.at, std::move(draft.message), std::move(draft.args));
        reported.participants = std::move(draft.participants);
        reported.notes = std::move(draft.notes);
    }
}

}  // namespace

extern const Rule stated_after_published;
const Rule stated_after_published{
    .code = "TIM005",
    .name = "stated_after_published",
    .severity = Severity::warning,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "Somebody is said to have stated something after the page that reports it was published.",
    .rationale =
        "A page can report only what was said before. The day of the statement decides how far a total reaches and "
        "which of a speaker's numbers is the later one, so one that is mistyped does harm elsewhere. Days are compared "
        "as they are written, and one day is allowed: a statement made on the evening of one day is printed on the day "
        "before by a clock further west. A page that was changed later may have had it by then; a date that leaves "
        "several days open counts with the one that fits, and one marked as uncertain is never found.",
    .remedy =
        "Look at the page for when this was said. If the page carried it only after a change, give the source its "
        "modified; if it was said twice, the appearance belongs to the earlier claim.",
    .check = check,
};

}  // namespace muster
