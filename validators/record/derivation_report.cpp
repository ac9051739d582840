#include "record/derivation_report.hpp"

#include <fmt/format.h>

#include "core/words.hpp"
#include "record/sayings.hpp"

namespace muster {

std::string figure_of(const RecordCheck& check, const Term& term) {
    const std::string figure = check.figure(term.found);
    return term.times == 1 ? figure : fmt::format("{} times {}", in_words(term.times), figure);
}

void add_terms(const RecordCheck& check, Draft& draft, std::uint32_t claim, const DerivedTotal& total) {
    draft.participants.push_back(claim_at(check.record(), claim));
    for (const Term& term : total.terms) {
        if (term.found.record != &check.record()) continue;
        draft.participants.push_back(claim_at(check.record(), term.found.number));
        draft.notes.push_back({term.found.claim->quantity.place(), say(term.found.claim->quantity) + " stands here"});
    }
}

}  // namespace muster
