#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "core/words.hpp"
#include "record/disagreements.hpp"
#include "record/names.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

/// What one count says of those it counts.
struct Description {
    std::uint32_t claim = 0;
    Interval all, military, civilian;
    std::optional<Terms> terms;
    bool preferred = false;
    bool unknown = false;
};

Interval both(const Interval& one, const Interval& other) {
    // Who contradicts an own word says nothing that another could contradict.
    if (!one.meets(other)) return hull(one, other);
    return {std::max(one.low(), other.low()), std::min(one.high(), other.high())};
}

/// How many of one code a breakdown by category leaves possible.
Interval of_code(const Breakdown& breakdown, std::string_view code, const Interval& all, bool& unknown) {
    Interval sum = Interval::exactly(0);
    std::int64_t largest = 0;
    for (const Part& part : breakdown.parts) {
        unknown = unknown || part.code.unknown();
        if (!part.code.is(code)) continue;
        const Interval number = part.quantity.has_interval() ? part.quantity.interval() : Interval::from(0);
        unknown = unknown || number.is_unknown();
        sum = sum + number;
        largest = std::max(largest, number.low());
    }
    if (breakdown.shape.is(Shape::partition)) return sum;
    return {breakdown.shape.is(Shape::open_list) ? sum.low() : largest, all.high()};
}

Description describe(const Accounts& accounts, const Claim& claim, std::uint32_t number) {
    Description said;
    said.claim = number;
    said.all = accounts.interval(number);
    said.military = said.civilian = {0, said.all.high()};
    said.preferred = claim.rank.is(Rank::preferred);
    said.unknown =
        said.all.is_unknown() || claim.category.unknown() || claim.terms.unknown() || claim.breakdowns.unknown();
    if (claim.terms.known()) said.terms = *claim.terms;
    const Interval none = Interval::exactly(0);
    const Interval some{said.all.low() > 0 ? 1 : 0, said.all.high()};
    if (claim.category.is(Category::mixed)) said.military = said.civilian = some;
    if (claim.category.is(Category::military)) said.military = said.all, said.civilian = none;
    if (claim.category.is(Category::civilian)) said.military = none, said.civilian = said.all;
    for (const Breakdown& breakdown : claim.breakdowns) {
        said.unknown = said.unknown || !breakdown.dimension.known() || !breakdown.shape.known();
        if (!breakdown.dimension.is("category")) continue;
        said.unknown = said.unknown || !breakdown.parts.known();
        said.military = both(said.military, of_code(breakdown, "military", said.all, said.unknown));
        said.civilian = both(said.civilian, of_code(breakdown, "civilian", said.all, said.unknown));
    }
    return said;
}

/// An exchange and something outside of one. What is unilateral is outside of one too, and a return may be either.
bool apart(const std::optional<Terms>& one, const std::optional<Terms>& other) {
    const auto outside = [](Terms terms) { return terms == Terms::outside_exchange || terms == Terms::unilateral; };
    if (!one || !other) return false;
    return (*one == Terms::exchange && outside(*other)) || (*other == Terms::exchange && outside(*one));
}

/// The counts fit and the descriptions do not.
bool conflict(const Description& one, const Description& other) {
    if (one.unknown || other.unknown || !one.all.meets(other.all)) return false;
    return apart(one.terms, other.terms) || !one.military.meets(other.military) || !one.civilian.meets(other.civilian);
}

std::string_view say(Terms terms) {
    switch (terms) {
        case Terms::exchange:
            return "in an exchange";
        case Terms::outside_exchange:
            return "outside of an exchange";
        case Terms::unilateral:
            return "unilaterally";
        case Terms::return_of_misattributed:
            return "as a return";
    }
    return "";
}

/// "84 mixed, with 33 military and 51 civilian (Office for the Missing)".
std::string say_description(const RecordCheck& check, const Description& said) {
    const Claim& claim = check.claim(said.claim);
    std::vector<std::string> parts;
    for (const Breakdown& breakdown : claim.breakdowns) {
        if (!breakdown.dimension.is("category")) continue;
        for (const Part& part : breakdown.parts) {
            if (part.code.known()) parts.push_back(fmt::format("{} {}", say(part.quantity), *part.code));
        }
    }
    std::string words = say(claim.quantity);
    if (claim.category.known()) words += fmt::format(" {}", word(*claim.category));
    if (!parts.empty()) words += fmt::format("{} with {}", claim.category.known() ? "," : "", joined(parts));
    if (said.terms) words += fmt::format(" {}", say(*said.terms));
    return fmt::format("{} ({})", words, check.speaker(claim));
}

struct Found {
    std::vector<std::uint32_t> numbers;  ///< of the descriptions in conflict
    Joined noted = Joined::yes;          ///< whether all of it was seen
};

Found judge(const Accounts& accounts, const std::vector<Description>& said) {
    std::set<std::uint32_t> numbers;
    Found found;
    for (std::uint32_t i = 0; i < said.size(); ++i) {
        for (std::uint32_t j = i + 1; j < said.size(); ++j) {
            if (!conflict(said[i], said[j])) continue;
            numbers.insert({i, j});
            const Joined joined =
                said[i].preferred || said[j].preferred ? Joined::yes : accounts.joined(said[i].claim, said[j].claim);
            if (joined == Joined::no || found.noted == Joined::yes) found.noted = joined;
        }
    }
    found.numbers.assign(numbers.begin(), numbers.end());
    return found;
}

void report(RecordCheck& check, const FlowSet& flows, const std::vector<Description>& said, const Found& found) {
    std::vector<std::uint32_t> claims;
    std::vector<std::string> words;
    for (const std::uint32_t number : found.numbers) {
        claims.push_back(said[number].claim);
        words.push_back(say_description(check, said[number]));
    }
    const std::uint32_t shown = check.last_by_id(claims);
    const bool noted = found.noted == Joined::yes;
    Draft& draft = check.report(check.claim(shown).quantity.place(),
                                noted ? "for {flows} the numbers fit, but not the descriptions: {said}; the record "
                                        "notes it"
                                      : "for {flows} the numbers fit, but not the descriptions: {said}; the record "
                                        "does not note it",
                                {{"flows", say_flows(check, flows)}, {"said", joined(words)}});
    if (noted) draft.severity = Severity::info;
    draft.participants = {claim_at(check.record(), shown)};
    for (const std::uint32_t number : claims) {
        if (number == shown) continue;
        draft.participants.push_back(claim_at(check.record(), number));
        draft.notes.push_back(
            {check.claim(number).quantity.place(), check.figure(check.claim(number)) + " stands here"});
    }
}

void check(RecordCheck& check) {
    const Accounts& accounts = check.accounts();
    std::vector<FlowSet> sets = accounts.sets();
    std::stable_sort(sets.begin(), sets.end(), [](const FlowSet& a, const FlowSet& b) { return a.size() < b.size(); });
    std::set<std::uint32_t> contested;
    for (const FlowSet& flows : sets) {
        const auto told = [&](std::uint32_t flow) { return contested.count(flow) > 0; };
        if (std::any_of(flows.begin(), flows.end(), told)) continue;
        std::vector<Description> said;
        bool unknown = false;
        for (const Account& account : accounts.of(flows)) {
            if (account.claims.size() > 1) continue;
            said.push_back(describe(accounts, check.claim(account.claims.front()), account.claims.front()));
            unknown = unknown || said.back().unknown;
        }
        const Found found = judge(accounts, said);
        // What is unknown may be a conflict that nobody noted.
        if (found.numbers.empty() ? unknown && said.size() > 1
                                  : found.noted == Joined::unknown || (unknown && found.noted == Joined::yes)) {
            check.undecided();
        } else if (!found.numbers.empty()) {
            report(check, flows, said, found);
        }
        if (!found.numbers.empty() && flows.size() == 1) contested.insert(flows.front());
    }
}

}  // namespace

extern const Rule conflicting_description;
const Rule conflicting_description{
    .code = "DIS003",
    .name = "conflicting_description",
    .severity = Severity::warning,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "Two speakers give one number and describe those they count so that both cannot be right.",
    .rationale =
        "On 14 August 2025 both sides spoke of 84 persons: for one they were 33 soldiers and 51 civilians, for the "
        "other 84 prisoners of war. The numbers agree and hide that the sides do not speak of the same people. Info "
        "once a relation of type contradicts, or a preferred claim, shows that it was seen.",
    .remedy =
        "Compare category, terms and parts with the reports. If both stand there, give the later claim a relation of "
        "type contradicts to the other; if they speak of different people, they need flows of their own.",
    .check = check,
};

}  // namespace muster
