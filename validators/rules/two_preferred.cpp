#include <algorithm>

#include "core/words.hpp"
#include "record/disagreements.hpp"

namespace muster {
namespace {

bool differs_from_some(const Account& account, const std::vector<Account>& accounts) {
    return std::any_of(accounts.begin(), accounts.end(),
                       [&](const Account& other) { return !account.interval.meets(other.interval); });
}

void report(RecordCheck& check, const FlowSet& flows, const std::vector<Account>& preferred) {
    std::vector<std::uint32_t> claims;
    std::vector<std::string> figures;
    for (const Account& account : preferred) {
        claims.push_back(account.claims.front());
        figures.push_back(check.figure(check.claim(account.claims.front())));
    }
    const std::uint32_t shown = check.last_by_id(claims);
    Draft& draft = check.report(check.claim(shown).rank.where, "{figures} are both preferred for {flows}, but differ",
                                {{"figures", joined(figures)}, {"flows", say_flows(check, flows)}});
    if (preferred.size() > 2) draft.message = "{figures} are all preferred for {flows}, but differ";
    draft.participants = {claim_at(check.record(), shown)};
    for (const std::uint32_t number : claims) {
        if (number == shown) continue;
        draft.participants.push_back(claim_at(check.record(), number));
        draft.notes.push_back(
            {check.claim(number).rank.where, check.figure(check.claim(number)) + " is preferred here"});
    }
    // That the figures differ is part of it.
    for (const Account& account : check.accounts().of(flows)) {
        for (const std::uint32_t number : account.claims) {
            if (std::find(claims.begin(), claims.end(), number) == claims.end())
                draft.participants.push_back(claim_at(check.record(), number));
        }
    }
}

void check(RecordCheck& check) {
    for (const FlowSet& flows : check.accounts().sets()) {
        std::vector<Account> preferred;
        bool unknown = false;
        for (const Account& account : check.accounts().of(flows)) {
            const Value<Rank>& rank = check.claim(account.claims.front()).rank;
            if (account.claims.size() > 1 || (!account.preferred && !rank.unknown())) continue;
            unknown = unknown || account.interval.is_unknown();
            preferred.push_back(account);
        }
        std::vector<Account> differing;
        for (const Account& account : preferred) {
            if (differs_from_some(account, preferred)) differing.push_back(account);
        }
        if (!differing.empty()) {
            report(check, flows, differing);
        } else if (unknown && preferred.size() > 1) {
            check.undecided();
        }
    }
}

}  // namespace

extern const Rule two_preferred;
const Rule two_preferred{
    .code = "DIS004",
    .name = "two_preferred",
    .severity = Severity::error,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "Two figures for the same flow are preferred, and they differ.",
    .rationale =
        "On 16 June 2025 one side gave 1,245 and the other 1,248. A record may leave that open, or prefer one of them; "
        "if it prefers both, whoever needs one number gets none, and the record contradicts itself.",
    .remedy =
        "Keep rank preferred on the figure you can give a reason for, and take it off the other. If there is no "
        "reason, prefer none: a relation of type contradicts says that you saw it.",
    .check = check,
};

}  // namespace muster
