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

std::set<FlowSet> spoken_of(RecordCheck& check) {
    std::set<FlowSet> sets;
    for (const StatedTotal& total : stated_totals(check)) {
        if (total.verdict == StatedVerdict::matches_no_count ||
            total.verdict == StatedVerdict::contradicts_its_own_speaker) {
            sets.insert(check.accounts().sets_of(total.claim).front());
        }
    }
    return sets;
}

std::optional<Disagreement> judge(RecordCheck& check, const FlowSet& flows) {
    const Accounts& all = check.accounts();
    Disagreement found{flows, all.of(flows), 0, true};
    const auto unknown = std::remove_if(found.accounts.begin(), found.accounts.end(),
                                        [](const Account& account) { return account.interval.is_unknown(); });
    const bool some_unknown = unknown != found.accounts.end();
    found.accounts.erase(unknown, found.accounts.end());
    bool differ = false;
    bool undecided = some_unknown && !found.accounts.empty();
    for (std::size_t i = 0; i < found.accounts.size(); ++i) {
        for (std::size_t j = i + 1; j < found.accounts.size(); ++j) {
            const Account& one = found.accounts[i];
            const Account& other = found.accounts[j];
            if (one.interval.meets(other.interval)) continue;
            const Joined joined = all.joined(one, other);
            if (joined == Joined::unknown) {
                undecided = true;
                continue;
            }
            if (!differ) found.shown = std::max(one.claims.front(), other.claims.front());
            differ = true;
            if (joined == Joined::no && !one.preferred && !other.preferred) found.declared = false;
        }
    }
    if (differ) return found;
    if (undecided) check.undecided();
    return std::nullopt;
}

std::string say_account(const RecordCheck& check, const Account& account) {
    std::string speaker = account.speaker.empty() ? "an unknown speaker" : check.name(account.speaker);
    if (account.claims.size() < 2)
        return fmt::format("{} ({})", say(check.claim(account.claims.front()).quantity), speaker);
    std::vector<std::string> figures;
    for (const std::uint32_t number : account.claims) figures.push_back(say(check.claim(number).quantity));
    return fmt::format("{} ({}, adding {})", say(account.interval), speaker, joined(figures));
}

}  // namespace

std::vector<Disagreement> disagreements(RecordCheck& check) {
    std::vector<Disagreement> found;
    const std::set<FlowSet> spoken = spoken_of(check);
    std::set<std::uint32_t> disputed;
    std::vector<FlowSet> sets = check.accounts().sets();
    std::stable_sort(sets.begin(), sets.end(), [](const FlowSet& a, const FlowSet& b) { return a.size() < b.size(); });
    for (const FlowSet& flows : sets) {
        const bool settled =
            flows.size() > 1 && (spoken.count(flows) > 0 || std::any_of(flows.begin(), flows.end(), [&](auto flow) {
                                     return disputed.count(flow) > 0;
                                 }));
        if (settled) continue;
        if (std::optional<Disagreement> disagreement = judge(check, flows)) {
            if (flows.size() == 1) disputed.insert(flows.front());
            found.push_back(std::move(*disagreement));
        }
    }
    return found;
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
