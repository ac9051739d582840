#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/words.hpp"
#include "record/derivation.hpp"
#include "record/sayings.hpp"
#include "record/stated_totals.hpp"

namespace muster {
namespace {

/// An account of the record that it is of.
struct Side {
    const Record* record = nullptr;
    Account account;
};

/// A total, the accounts that it fits, and those of the same flows that it does not fit.
struct Sides {
    std::vector<Side> followed, others;
    Joined noted = Joined::yes;  ///< whether it was seen that they differ; what nobody noted is told as a disagreement

    void note(Joined noted_too) {
        if (noted_too == Joined::no || noted == Joined::yes) noted = noted_too;
    }
};

std::string say_side(const RecordCheck& check, const Side& side) {
    const std::uint32_t first = side.account.claims.front();
    const ClaimFound found{ClaimFound::Outcome::found, side.record, &side.record->claims.items[first], first};
    if (side.account.claims.size() == 1) return check.figure(found);
    return fmt::format("{} ({})", say(side.account.interval), check.speaker(found));
}

void report(RecordCheck& check, std::uint32_t number, const Sides& sides) {
    if (sides.followed.empty() || sides.noted == Joined::no) return;
    if (sides.noted == Joined::unknown) return check.undecided();
    const auto words = [&](const std::vector<Side>& list) {
        std::vector<std::string> said;
        for (const Side& side : list) said.push_back(say_side(check, side));
        return joined(said);
    };
    const std::string message = sides.others.empty()
                                    ? "{total} follows some of these together and not others: {followed}"
                                    : "{total} follows {followed}, not {others}";
    Draft& draft = check.report(check.claim(number).quantity.place(), message,
                                {{"total", check.figure(check.claim(number))},
                                 {"followed", words(sides.followed)},
                                 {"others", words(sides.others)}});
    draft.participants = {claim_at(check.record(), number)};
    for (const Side& side : sides.others) {
        if (side.record != &check.record()) continue;
        const std::uint32_t other = side.account.claims.front();
        draft.participants.push_back(claim_at(check.record(), other));
        draft.notes.push_back({check.claim(other).quantity.place(), say_side(check, side) + " stands here"});
    }
}

/// Some of the counts reported for the flows make the total that somebody stated, and others do not.
void look_at_stated(RecordCheck& check, std::uint32_t number) {
    const Accounts& accounts = check.accounts();
    const FlowSet& flows = accounts.sets_of(number).front();
    const Interval& given = accounts.interval(number);
    std::vector<std::vector<Interval>> lists;
    for (const std::uint32_t flow : flows) {
        lists.emplace_back();
        for (const Account& account : accounts.of({flow})) lists.back().push_back(account.interval);
        if (lists.back().empty()) lists.back().push_back(Interval::from(0));
    }
    Sides sides;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const std::vector<Account> all = accounts.of({flows[i]});
        for (const Account& account : all) {
            bool contested = false;
            for (const Account& other : all) {
                if (account.interval.meets(other.interval)) continue;
                contested = true;
                sides.note(accounts.noted(account, other));
            }
            if (!contested) continue;
            std::vector<std::vector<Interval>> with = lists;
            with[i] = {account.interval};
            const std::vector<Interval> sums = possible_sums(std::move(with));
            const bool fits =
                std::any_of(sums.begin(), sums.end(), [&](const Interval& sum) { return sum.meets(given); });
            (fits ? sides.followed : sides.others).push_back({&check.record(), account});
        }
    }
    report(check, number, sides);
}

/// Accounts of this record and of those that its sums take terms from.
class AccountsOf {
public:
    explicit AccountsOf(RecordCheck& check) : check_(check) {}
    const Accounts& operator()(const Record& record) {
        if (&record == &check_.record()) return check_.accounts();
        return others_.try_emplace(&record, record).first->second;
    }

private:
    RecordCheck& check_;
    std::map<const Record*, Accounts> others_;
};

/// Whether a sum counts what a term says of one set of flows. An `each` may count for one direction only.
bool counts(const RecordCheck& check, const Claim& claim, const Term& term, const std::vector<FlowSet>& sets,
            const FlowSet& flows) {
    if (term.times == static_cast<std::int64_t>(sets.size())) return true;
    const FlowSet named = named_flows(check.record(), claim);
    return term.found.record == &check.record() && std::find(named.begin(), named.end(), flows.front()) != named.end();
}

/// A sum uses one account of a flow, and with another it would be another sum.
void look_at_sum(RecordCheck& check, std::uint32_t number, const DerivedTotal& total, AccountsOf& accounts_of) {
    const Claim& claim = check.claim(number);
    const Interval given = claim.unknown ? Interval::unknown() : claim.quantity.interval();
    if (total.method != Method::sum || total.counted_twice || total.mixed_units) return;
    if (!claim.quantity.has_interval() || given.is_unknown() || !total.sum.meets(given)) return;
    Sides sides;
    bool unknown = false;
    for (std::size_t i = 0; i < total.terms.size(); ++i) {
        const Term& term = total.terms[i];
        if (!term.found) continue;
        const Accounts& accounts = accounts_of(*term.found.record);
        if (accounts.competes(term.found.number) != Competing::yes) continue;
        const std::vector<FlowSet>& sets = accounts.sets_of(term.found.number);
        const Interval& own = accounts.interval(term.found.number);
        const Account used{"", own, {term.found.number}, term.found.claim->rank.is(Rank::preferred), true};
        Interval rest = Interval::exactly(0);
        for (std::int64_t n = 1; n < term.times; ++n) rest = rest + own;
        bool followed = false;
        for (const FlowSet& flows : sets) {
            if (!counts(check, claim, term, sets, flows)) continue;
            for (const Account& other : accounts.of(flows)) {
                unknown = unknown || other.interval.is_unknown();
                if (other.interval.meets(own) || sum_with(total, i, rest + other.interval).meets(given)) continue;
                sides.others.push_back({term.found.record, other});
                sides.note(accounts.noted(used, other));
                followed = true;
            }
        }
        if (followed) sides.followed.push_back({term.found.record, used});
    }
    if (sides.others.empty() && unknown) check.undecided();
    report(check, number, sides);
}

void check(RecordCheck& check) {
    for (const StatedTotal& total : stated_totals(check)) {
        if (total.verdict == StatedVerdict::follows_some) look_at_stated(check, total.claim);
    }
    AccountsOf accounts_of(check);
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const std::optional<DerivedTotal>& total = derive(check, i);
        if (total) look_at_sum(check, i, *total, accounts_of);
    }
}

}  // namespace

extern const Rule total_follows_one_side;
const Rule total_follows_one_side{
    .code = "TOT011",
    .name = "total_follows_one_side",
    .severity = Severity::info,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "Speakers differ about a flow, and a total fits one of them and not the other.",
    .rationale =
        "The bodies handed over in June 2025 make 6,057 with the 1,245 that one side gave for the last day, and 6,060 "
        "with the other side's 1,248. Neither total is wrong, and each takes a side without saying so. That the two "
        "sides differ is a finding of its own.",
    .remedy = "Nothing has to be done. Quote the total with whose counts it follows.",
    .check = check,
};

}  // namespace muster
