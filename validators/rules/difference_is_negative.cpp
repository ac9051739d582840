#include "core/words.hpp"
#include "record/derivation_report.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

/// The term that the others can be taken from so that the given number is left.
std::optional<std::size_t> better_first(const DerivedTotal& total, const Claim& claim) {
    const Interval given = claim.unknown ? Interval::unknown() : claim.quantity.interval();
    if (!claim.quantity.has_interval() || given.is_unknown()) return std::nullopt;
    for (std::size_t i = 1; i < total.terms.size(); ++i) {
        DerivedTotal turned = total;
        std::swap(turned.terms.front(), turned.terms[i]);
        const Interval rest = sum_with(turned, turned.terms.size(), {});
        if (!rest.is_unknown() && rest.meets(given)) return i;
    }
    return std::nullopt;
}

void check(RecordCheck& check) {
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        const std::optional<DerivedTotal>& total = derive(check, i);
        if (!total || total->mixed_units || !total->negative()) continue;
        std::vector<std::string> figures;
        for (const Term& term : total->terms) figures.push_back(figure_of(check, term));
        const std::string first = figures.front();
        const std::optional<std::size_t> better = better_first(*total, claim);
        const std::string instead = better ? figures[*better] : "";
        figures.erase(figures.begin());
        const std::string least = total->sum.exact() ? "" : "at least ";
        Draft& draft = check.report(claim.derivation.where,
                                    better ? "{first} less {terms} is {gap} below zero. With {instead} first it holds"
                                           : "{first} less {terms} is {gap} below zero",
                                    {{"first", first},
                                     {"terms", joined(figures)},
                                     {"gap", least + in_words(-total->sum.high())},
                                     {"instead", instead}});
        if (may_be_misprint(claim)) draft.severity = Severity::info;
        add_terms(check, draft, i, *total);
    }
}

}  // namespace

extern const Rule difference_is_negative;
const Rule difference_is_negative{
    .code = "TOT005",
    .name = "difference_is_negative",
    .severity = Severity::error,
    .layer = Layer::derived_totals,
    .since = "0.1.0",
    .summary = "A number is given as a difference that is below zero.",
    .rationale =
        "The 51 of 16 June 2025 are what is left of 78 in all stages when the 27 of the first are taken away. Taken "
        "the other way round, or with a running total that is older than its parts, nothing is left, and fewer than "
        "none cannot have been handed over.",
    .remedy =
        "Put the total first in the list `of` and after it what is taken away from it. If the order is right, correct "
        "the number that was mistyped, or use the total of a later day.",
    .check = check,
};

}  // namespace muster
