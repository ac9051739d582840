#include <fmt/format.h>

#include "core/words.hpp"
#include "record/derivation_report.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

/// "With 1,248 (Ministry of Defence of Russia) it holds": another count of the same flows that would make it true.
std::optional<std::string> what_would_hold(RecordCheck& check, const DerivedTotal& total, const Interval& given) {
    const Accounts& accounts = check.accounts();
    for (std::size_t i = 0; i < total.terms.size(); ++i) {
        const Term& term = total.terms[i];
        if (!term.found || term.found.record != &check.record()) continue;
        for (std::uint32_t other = 0; other < check.claims().size(); ++other) {
            if (other == term.found.number || accounts.competes(other) != Competing::yes) continue;
            if (accounts.sets_of(other) != accounts.sets_of(term.found.number)) continue;
            Interval instead = Interval::exactly(0);
            for (std::int64_t n = 0; n < term.times; ++n) instead = instead + accounts.interval(other);
            if (sum_with(total, i, instead).meets(given)) return check.figure(check.claim(other));
        }
    }
    return std::nullopt;
}

void report(RecordCheck& check, std::uint32_t number, const DerivedTotal& total, const Interval& given) {
    const Claim& claim = check.claim(number);
    std::vector<std::string> figures;
    for (const Term& term : total.terms) figures.push_back(figure_of(check, term));
    std::string how = "the sum of {terms}";
    if (total.method == Method::difference) {
        const std::string first = figures.front();
        figures.erase(figures.begin());
        how = fmt::format("{} less {{terms}}", first);
    }
    Draft& draft = check.report(claim.quantity.place(),
                                "{total} is given as " + how + ", which makes {sum}: {gap}" +
                                    (what_would_hold(check, total, given) ? ". With {instead} it holds" : ""),
                                {{"total", say(claim.quantity)},
                                 {"speaker", check.speaker(claim)},
                                 {"terms", joined(figures)},
                                 {"sum", say(total.sum)},
                                 {"gap", say_gap(total.sum, given)},
                                 {"instead", what_would_hold(check, total, given).value_or("")}});
    if (may_be_misprint(claim)) draft.severity = Severity::info;
    add_terms(check, draft, number, total);
}

/// Whether derivations hold, each with those of its terms judged first: a total that is wrong itself proves nothing
/// about what was made of it.
class Verdicts {
public:
    explicit Verdicts(RecordCheck& check) : check_(check), verdicts_(check.claims().size()) {}

    enum class Verdict : std::uint8_t { not_judged, nothing_to_judge, holds, undecided, fails };

    Verdict of(std::uint32_t number) {
        if (verdicts_[number] != Verdict::not_judged) return verdicts_[number];
        // Derivations that lead round in a circle rest on nothing.
        verdicts_[number] = Verdict::undecided;
        return verdicts_[number] = judged(number);
    }

private:
    Verdict judged(std::uint32_t number) {
        const Claim& claim = check_.claim(number);
        const std::optional<DerivedTotal>& total = derive(check_, number);
        if (!total || total->counted_twice || total->mixed_units || total->negative()) return Verdict::nothing_to_judge;
        if (!claim.quantity.has_interval()) return Verdict::nothing_to_judge;
        const Interval given = claim.unknown ? Interval::unknown() : claim.quantity.interval();
        if (given.is_unknown()) return Verdict::undecided;
        const bool holds = total->sum.meets(given);
        if (holds) return total->sum.is_unknown() ? Verdict::undecided : Verdict::holds;
        for (const Term& term : total->terms) {
            if (term.found.record == &check_.record() && of(term.found.number) == Verdict::fails)
                return Verdict::undecided;
        }
        return Verdict::fails;
    }

    RecordCheck& check_;
    std::vector<Verdict> verdicts_;
};

void check(RecordCheck& check) {
    Verdicts verdicts(check);
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Verdicts::Verdict verdict = verdicts.of(i);
        if (verdict == Verdicts::Verdict::undecided) check.undecided();
        if (verdict == Verdicts::Verdict::fails)
            report(check, i, *derive(check, i), check.claim(i).quantity.interval());
    }
}

}  // namespace

extern const Rule derived_total_does_not_hold;
const Rule derived_total_does_not_hold{
    .code = "TOT004",
    .name = "derived_total_does_not_hold",
    .severity = Severity::error,
    .layer = Layer::derived_totals,
    .since = "0.1.0",
    .summary = "A total is not the sum, or the difference, of the claims it is said to be made of.",
    .rationale =
        "Outlets print totals that no speaker gave: 952 on 28 March 2025 is 43 for one side and 909 for the other. A "
        "total that does not follow from its parts is a misprint or a mistyped number, and it is the total that is "
        "quoted on. Confirmations are no terms: adding the 43 of both its speakers would give 995.",
    .remedy =
        "Correct the number that was mistyped; if all of them are as published, record the misprint: give the claim a "
        "relation of type misprint_of, or take the derivation away and say in a note how the report came to its total.",
    .check = check,
};

}  // namespace muster
