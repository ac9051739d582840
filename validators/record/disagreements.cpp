#include "record/disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/words.hpp"
#include "record/names.hpp"
#include "record/sayings.hpp"
#include "record/stated_totals.hpp"

namespace muster {
namespace {

struct Judged {
    Disagreement disagreement;
    bool differ = false;
    bool doubtful = false;  ///< it hangs on something unknown whether they do, or whether it is declared
};

Judged judge(RecordCheck& check, const FlowSet& flows) {
    const Accounts& all = check.accounts();
    Judged judged{{flows, all.of(flows), 0, true}};
    Disagreement& found = judged.disagreement;
    std::vector<Account>& accounts = found.accounts;
    const auto unknown = std::remove_if(accounts.begin(), accounts.end(),
                                        [](const Account& account) { return account.interval.is_unknown(); });
    const bool some_unknown = unknown != accounts.end() && accounts.size() > 1;
    accounts.erase(unknown, accounts.end());
    bool perhaps_declared = true;
    std::vector<bool> differs(accounts.size());
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        for (std::size_t j = i + 1; j < accounts.size(); ++j) {
            if (accounts[i].interval.meets(accounts[j].interval)) continue;
            differs[i] = differs[j] = judged.differ = true;
            if (!perhaps_declared) continue;
            const Joined noted = all.noted(accounts[i], accounts[j]);
            found.declared = found.declared && noted == Joined::yes;
            perhaps_declared = noted != Joined::no;
        }
    }
    std::vector<std::uint32_t> claims;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        if (differs[i]) claims.insert(claims.end(), accounts[i].claims.begin(), accounts[i].claims.end());
    }
    if (judged.differ) found.shown = check.last_by_id(claims);
    // What is unknown could differ too, and nobody have noted that; or a single flow could be in disagreement by
    // itself.
    const bool maybe_declared = perhaps_declared && (some_unknown || !found.declared);
    judged.doubtful = judged.differ ? maybe_declared || (some_unknown && flows.size() > 1) : some_unknown;
    return judged;
}

/// Sets of flows where a stated total was found not to fit, and those where it cannot be known.
class Spoken {
public:
    explicit Spoken(RecordCheck& check) {
        for (const StatedTotal& total : stated_totals(check)) {
            const bool fails = total.verdict == StatedVerdict::matches_no_count ||
                               total.verdict == StatedVerdict::contradicts_its_own_speaker;
            if (!fails && total.verdict != StatedVerdict::undecided) continue;
            for (const FlowSet& flows : check.accounts().sets_of(total.claim)) {
                (fails ? certain_ : possible_).insert(flows);
            }
        }
    }

    /// One of several flows is in disagreement by itself, or may be.
    void dispute(std::uint32_t flow, bool certain) { (certain ? certain_ : possible_).insert({flow}); }

    bool of(const FlowSet& flows) const { return found_in(certain_, flows); }
    bool perhaps_of(const FlowSet& flows) const { return found_in(possible_, flows); }

private:
    static bool found_in(const std::set<FlowSet>& sets, const FlowSet& flows) {
        if (flows.size() < 2) return false;
        return sets.count(flows) > 0 ||
               std::any_of(flows.begin(), flows.end(), [&](std::uint32_t flow) { return sets.count({flow}) > 0; });
    }

    std::set<FlowSet> certain_;
    std::set<FlowSet> possible_;
};

std::string say_account(const RecordCheck& check, const Account& account) {
    std::string speaker = account.speaker.empty() ? "an unknown speaker" : check.name(account.speaker);
    if (account.claims.size() < 2)
        return fmt::format("{} ({})", say(check.claim(account.claims.front()).quantity), speaker);
    std::vector<std::string> figures;
    for (const std::uint32_t number : account.claims) figures.push_back(say(check.claim(number).quantity));
    return fmt::format("{} ({}, adding {})", say(account.interval), speaker, joined(figures));
}

}  // namespace

const std::vector<Disagreement>& disagreements(RecordCheck& check) {
    return check.once<std::vector<Disagreement>>([&] {
        std::vector<Disagreement> found;
        Spoken spoken(check);
        std::vector<FlowSet> sets = check.accounts().sets();
        std::stable_sort(sets.begin(), sets.end(),
                         [](const FlowSet& a, const FlowSet& b) { return a.size() < b.size(); });
        for (const FlowSet& flows : sets) {
            if (spoken.of(flows)) continue;
            Judged judged = judge(check, flows);
            if (flows.size() == 1 && (judged.differ || judged.doubtful)) spoken.dispute(flows.front(), judged.differ);
            const bool doubtful = judged.doubtful || (judged.differ && spoken.perhaps_of(flows));
            if (doubtful) {
                check.undecided();
            } else if (judged.differ) {
                found.push_back(std::move(judged.disagreement));
            }
        }
        return found;
    });
}

std::string say_flows(const RecordCheck& check, const FlowSet& flows) {
    std::vector<std::string> words;
    const auto agent = [&](const Text& id) { return id.known() ? check.name(*id) : std::string("an unknown party"); };
    for (const std::uint32_t number : flows) {
        const Flow& flow = check.record().flows.items[number];
        std::string what = flow.kind.known() ? std::string(word(*flow.kind)) : "what went";
        if (flow.label.known()) what += fmt::format(" ({})", *flow.label);
        words.push_back(fmt::format("{} from {} to {}", what, agent(flow.from), agent(flow.to)));
    }
    return joined(words);
}

void report_disagreements(RecordCheck& check, bool declared, std::string_view message) {
    for (const Disagreement& disagreement : disagreements(check)) {
        if (disagreement.declared != declared) continue;
        std::vector<std::string> figures;
        for (const Account& account : disagreement.accounts) figures.push_back(say_account(check, account));
        const Claim& shown = check.claim(disagreement.shown);
        Draft& draft = check.report(shown.quantity.place(), std::string(message),
                                    {{"flows", say_flows(check, disagreement.flows)}, {"figures", joined(figures)}});
        draft.participants = {claim_at(check.record(), disagreement.shown)};
        for (const Account& account : disagreement.accounts) {
            for (const std::uint32_t number : account.claims) {
                if (number == disagreement.shown) continue;
                draft.participants.push_back(claim_at(check.record(), number));
                draft.notes.push_back(
                    {check.claim(number).quantity.place(), check.figure(check.claim(number)) + " stands here"});
            }
        }
    }
}

}  // namespace muster
