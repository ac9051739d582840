#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/words.hpp"
#include "record/derivation_report.hpp"
#include "record/disagreements.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

/// "909 bodies (Coordination Headquarters)".
std::string with_unit(const RecordCheck& check, const ClaimFound& found) {
    const std::optional<Unit> unit = unit_of(*found.record, *found.claim);
    return fmt::format("{}{} ({})", say(found.claim->quantity), unit ? fmt::format(" {}", say(*unit)) : "",
                       check.speaker(found));
}

/// The claims that give one number for flows of unlike kinds.
std::vector<std::uint32_t> over_unlike_kinds(const RecordCheck& check) {
    const Record& record = check.record();
    std::vector<std::uint32_t> claims;
    for (std::uint32_t i = 0; i < record.claims.size(); ++i) {
        if (!record.claims.items[i].quantity.has_interval()) continue;
        std::set<Kind> kinds;
        for (const std::uint32_t number : named_flows(record, record.claims.items[i])) {
            const Flow& flow = record.flows.items[number];
            if (flow.kind.known()) kinds.insert(*flow.kind);
        }
        if (kinds.size() > 1) claims.push_back(i);
    }
    return claims;
}

/// One kind that was mistyped makes many claims wrong: they are one finding.
void report_kinds(RecordCheck& check, const std::vector<std::uint32_t>& claims) {
    const std::uint32_t shown = check.last_by_id(claims);
    const Claim& claim = check.claim(shown);
    Draft& draft = check.report(
        claim.quantity.place(), "{figure} is one number for {flows}: they are not counted alike",
        {{"figure", check.figure(claim)}, {"flows", say_flows(check, named_flows(check.record(), claim))}});
    draft.participants = {claim_at(check.record(), shown)};
    for (const std::uint32_t other : claims) {
        if (other == shown) continue;
        draft.participants.push_back(claim_at(check.record(), other));
        draft.notes.push_back(
            {check.claim(other).quantity.place(), check.figure(check.claim(other)) + " does the same"});
    }
}

void check(RecordCheck& check) {
    const std::vector<std::uint32_t> unlike = over_unlike_kinds(check);
    if (!unlike.empty()) report_kinds(check, unlike);
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const std::optional<DerivedTotal>& total = derive(check, i);
        if (!total || total->counted_twice || std::find(unlike.begin(), unlike.end(), i) != unlike.end()) continue;
        if (!total->mixed_units) {
            if (total->units_unknown) check.undecided();
            continue;
        }
        const Claim& claim = check.claim(i);
        std::vector<std::string> figures;
        for (const Term& term : total->terms) {
            figures.push_back(term.found ? with_unit(check, term.found) : "an unknown number");
        }
        Draft& draft =
            check.report(claim.derivation.where, "{total} cannot be made of {terms}: they are not counted alike",
                         {{"total", with_unit(check, {ClaimFound::Outcome::found, &check.record(), &claim, i})},
                          {"terms", joined(figures)}});
        if (may_be_misprint(claim)) draft.severity = Severity::info;
        add_terms(check, draft, i, *total);
    }
}

}  // namespace

extern const Rule mixed_units;
const Rule mixed_units{
    .code = "TOT007",
    .name = "mixed_units",
    .severity = Severity::error,
    .layer = Layer::derived_totals,
    .since = "0.1.0",
    .summary = "One number is made of the living and the dead, or of bodies and fragments.",
    .rationale =
        "On 4 February 2023 prisoners were exchanged and the bodies of two volunteers came back with them; a headline "
        "made one number of both. A fragment is no body and a body is no prisoner: their sum counts nothing.",
    .remedy =
        "Give each unit a claim of its own, and each kind flows of its own. If a kind or a unit was mistyped, correct "
        "it. A total that an outlet printed across units is kept as a statement.",
    .check = check,
};

}  // namespace muster
