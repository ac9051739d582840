#include "record/accounts.hpp"

#include <algorithm>
#include <unordered_map>

namespace muster {
namespace {

template <class T>
std::optional<std::uint32_t> number_of(const List<T>& list, std::string_view id) {
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        if (list.items[i].id.is(id)) return i;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> claim_number(const Record& record, std::string_view id) {
    return number_of(record.claims, id);
}

std::optional<std::uint32_t> flow_number(const Record& record, std::string_view id) {
    return number_of(record.flows, id);
}

bool is_misprint(const Claim& claim) {
    return std::any_of(claim.relations.begin(), claim.relations.end(),
                       [](const Relation& relation) { return relation.type.is(RelationType::misprint_of); });
}

bool may_be_misprint(const Claim& claim) {
    return is_misprint(claim) || claim.relations.unknown() ||
           std::any_of(claim.relations.begin(), claim.relations.end(),
                       [](const Relation& relation) { return relation.type.unknown(); });
}

FlowSet named_flows(const Record& record, const Claim& claim) {
    FlowSet named;
    for (const Text& id : claim.flows) {
        const std::optional<std::uint32_t> flow = id.known() ? flow_number(record, *id) : std::nullopt;
        if (flow) named.push_back(*flow);
    }
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    return named;
}

bool flows_unknown(const Record& record, const Claim& claim) {
    if (claim.flows.unknown() || (claim.applies.unknown() && claim.flows.size() > 1)) return true;
    const bool by_direction = claim.applies.is(Applies::each);
    return std::any_of(claim.flows.begin(), claim.flows.end(), [&](const Text& id) {
        const std::optional<std::uint32_t> number = id.known() ? flow_number(record, *id) : std::nullopt;
        if (!number) return true;
        const Flow& flow = record.flows.items[*number];
        return flow.unknown || (by_direction && (flow.from.unknown() || flow.to.unknown()));
    });
}

std::vector<FlowSet> named_sets(const Record& record, const Claim& claim) {
    const FlowSet named = named_flows(record, claim);
    if (named.empty() || claim.applies.is(Applies::unclear) || flows_unknown(record, claim)) return {};
    if (!claim.applies.is(Applies::each)) return {named};
    std::vector<FlowSet> directions;
    for (const std::uint32_t number : named) {
        const Flow& flow = record.flows.items[number];
        const auto same = std::find_if(directions.begin(), directions.end(), [&](const FlowSet& set) {
            const Flow& first = record.flows.items[set.front()];
            return *first.from == *flow.from && *first.to == *flow.to;
        });
        if (same == directions.end()) {
            directions.push_back({number});
        } else {
            same->push_back(number);
        }
    }
    return directions;
}

namespace {

/// The unit that the claim's flows are counted in; nullopt if it cannot be known.
std::optional<Unit> unit_of_flows(const Record& record, const FlowSet& flows) {
    for (const std::uint32_t number : flows) {
        const Value<Kind>& kind = record.flows.items[number].kind;
        if (kind.known()) return own_unit(*kind);
    }
    return std::nullopt;
}

/// Whether the claim is a count that takes part, if nothing supersedes it.
Competing judge(const Record& record, const Claim& claim, const FlowSet& flows) {
    if (!claim.type.known()) return Competing::unknown;
    if (*claim.type != ClaimType::count) return Competing::no;
    if (claim.rank.is(Rank::deprecated) || is_misprint(claim)) return Competing::no;
    if (claim.quantity.present() && !claim.quantity.has_interval()) return Competing::no;
    const std::optional<Unit> own = unit_of_flows(record, flows);
    if (claim.unit.known() && own && *claim.unit != *own) return Competing::no;
    const bool unknown = claim.unknown || claim.quantity.unknown() || claim.unit.unknown() || claim.rank.unknown() ||
                         may_be_misprint(claim) || (claim.unit.known() && !own);
    return unknown ? Competing::unknown : Competing::yes;
}

/// What the relations of a record's claims say of which other claims.
class Relations {
public:
    explicit Relations(const Record& record) : record_(record), superseded_(record.claims.size()) {
        for (std::uint32_t i = 0; i < record.claims.size(); ++i) {
            const Text& id = record.claims.items[i].id;
            if (id.known()) numbers_.emplace(*id, i);
        }
        for (std::uint32_t i = 0; i < record.claims.size(); ++i) {
            const Claim& claim = record.claims.items[i];
            if (claim.relations.unknown()) {
                supersede_any(i);
                contradict_unknown.insert(i);
            }
            for (const Relation& relation : claim.relations) add(i, relation);
        }
    }

    Competing superseded(std::uint32_t claim) const {
        if (superseded_[claim] != Competing::no) return superseded_[claim];
        const std::size_t others = any_.size() - any_.count(claim);
        return others > 0 ? Competing::unknown : Competing::no;
    }

    std::set<std::pair<std::uint32_t, std::uint32_t>> contradictions;
    std::set<std::uint32_t> contradict_unknown;

private:
    void add(std::uint32_t from, const Relation& relation) {
        const bool supersedes = relation.type.unknown() || relation.type.is(RelationType::supersedes);
        const bool contradicts = relation.type.unknown() || relation.type.is(RelationType::contradicts);
        if (relation.claim.known()) {
            const ClaimRef& reference = *relation.claim;
            if (!reference.record.empty() && !record_.id.is(reference.record)) return;
            const auto to = numbers_.find(reference.claim);
            if (to != numbers_.end()) return join(from, to->second, relation);
        }
        if (supersedes) supersede_any(from);
        if (contradicts) contradict_unknown.insert(from);
    }

    void join(std::uint32_t from, std::uint32_t to, const Relation& relation) {
        if (relation.type.is(RelationType::supersedes)) superseded_[to] = Competing::yes;
        if (relation.type.is(RelationType::contradicts)) contradictions.insert(std::minmax(from, to));
        if (!relation.type.unknown()) return;
        if (superseded_[to] == Competing::no) superseded_[to] = Competing::unknown;
        contradict_unknown.insert(from);
    }

    void supersede_any(std::uint32_t from) { any_.insert(from); }

    const Record& record_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::vector<Competing> superseded_;
    std::set<std::uint32_t> any_;  ///< claims that may supersede any other
};

}  // namespace

Accounts::Accounts(const Record& record) : counts_(record.claims.size()) {
    Relations relations(record);
    for (std::uint32_t i = 0; i < record.claims.size(); ++i) {
        const Claim& claim = record.claims.items[i];
        Count& count = counts_[i];
        count.sets = named_sets(record, claim);
        count.interval = claim.unknown ? Interval::unknown() : claim.quantity.interval();
        count.preferred = claim.rank.is(Rank::preferred);
        if (claim.speaker.known()) count.speaker = *claim.speaker;
        count.competing = judge(record, claim, named_flows(record, claim));
        count.superseded = relations.superseded(i);
        if (count.superseded == Competing::yes) count.competing = Competing::no;
        if (count.competing == Competing::no) continue;
        if (count.superseded == Competing::unknown) count.competing = Competing::unknown;
        const bool anywhere = claim.type.unknown() || flows_unknown(record, claim);
        if (anywhere) count.competing = Competing::unknown;
        if (count.competing == Competing::unknown) count.interval = Interval::unknown();
        add(i, anywhere);
    }
    contradictions_ = std::move(relations.contradictions);
    contradict_unknown_ = std::move(relations.contradict_unknown);
}

void Accounts::add(std::uint32_t number, bool anywhere) {
    if (anywhere) return anywhere_.push_back(number);
    const Count& count = counts_[number];
    for (const FlowSet& set : count.sets) {
        claims_of_[set].push_back(number);
        if (set.size() > 1) continue;
        Own& own = own_[set.front()][count.speaker];
        own.interval = own.claims.empty() ? count.interval : hull(own.interval, count.interval);
        own.claims.push_back(number);
        own.certain = own.certain || count.competing == Competing::yes;
    }
}

std::vector<FlowSet> Accounts::sets() const {
    std::vector<FlowSet> sets;
    for (const auto& [set, claims] : claims_of_) sets.push_back(set);
    return sets;
}

std::vector<Account> Accounts::of(const FlowSet& flows) const {
    std::vector<Account> accounts;
    const auto add = [&](std::uint32_t number) {
        const Count& count = counts_[number];
        accounts.push_back({count.speaker, count.interval, {number}, count.preferred, true});
    };
    const auto claimed = claims_of_.find(flows);
    if (claimed != claims_of_.end()) std::for_each(claimed->second.begin(), claimed->second.end(), add);
    std::for_each(anywhere_.begin(), anywhere_.end(), add);
    if (flows.size() < 2) return accounts;
    // Who has own counts of all flows has one of the first.
    const auto first = own_.find(flows.front());
    if (first == own_.end()) return accounts;
    for (const auto& [speaker, own] : first->second) {
        if (std::optional<Account> sum = sum_of(speaker, flows)) accounts.push_back(std::move(*sum));
    }
    return accounts;
}

const Accounts::Own* Accounts::own(std::string_view speaker, std::uint32_t flow) const {
    const auto here = own_.find(flow);
    if (here == own_.end()) return nullptr;
    const auto own = here->second.find(speaker);
    return own == here->second.end() ? nullptr : &own->second;
}

bool Accounts::may_say_more(std::string_view speaker, std::uint32_t flow) const {
    if (own("", flow) != nullptr) return true;
    return std::any_of(anywhere_.begin(), anywhere_.end(), [&](std::uint32_t number) {
        return counts_[number].speaker.empty() || counts_[number].speaker == speaker;
    });
}

std::optional<Account> Accounts::sum_of(std::string_view speaker, const FlowSet& flows) const {
    if (speaker.empty()) return std::nullopt;
    Account sum;
    sum.speaker = speaker;
    for (const std::uint32_t flow : flows) {
        const Own* here = own(speaker, flow);
        if (here == nullptr) return std::nullopt;
        sum.interval = sum.interval + (may_say_more(speaker, flow) ? Interval::unknown() : here->interval);
        sum.claims.insert(sum.claims.end(), here->claims.begin(), here->claims.end());
        sum.certain = sum.certain && here->certain;
    }
    return sum;
}

bool Accounts::may_sum(std::string_view speaker, const FlowSet& flows) const {
    return std::all_of(flows.begin(), flows.end(), [&](std::uint32_t flow) {
        return own(speaker, flow) != nullptr || may_say_more(speaker, flow);
    });
}

std::optional<View> Accounts::view(const FlowSet& flows) const {
    const std::vector<Account> accounts = of(flows);
    View view;
    if (accounts.empty()) {
        if (flows.size() < 2) return std::nullopt;
        view.interval = Interval::exactly(0);
        view.best = 0;
        for (const std::uint32_t flow : flows) {
            const std::optional<View> single = this->view({flow});
            if (!single) return std::nullopt;
            view.interval = view.interval + single->interval;
            view.best = view.best && single->best ? std::optional(*view.best + *single->best) : std::nullopt;
            view.claims.insert(view.claims.end(), single->claims.begin(), single->claims.end());
        }
        return view;
    }
    std::optional<Interval> exact, preferred;
    std::int64_t greatest_lower = 0;
    std::int64_t least_upper = Interval::open;
    bool unknown = false;
    const auto widen = [](std::optional<Interval>& all, const Interval& by) { all = all ? hull(*all, by) : by; };
    for (const Account& account : accounts) {
        view.claims.insert(view.claims.end(), account.claims.begin(), account.claims.end());
        unknown = unknown || account.interval.is_unknown();
        greatest_lower = std::max(greatest_lower, account.interval.low());
        least_upper = std::min(least_upper, account.interval.high());
        if (!account.interval.exact()) continue;
        widen(exact, account.interval);
        if (account.preferred) widen(preferred, account.interval);
    }
    if (unknown) {
        view.interval = Interval::unknown();
        return view;
    }
    // Bounds that cross are a disagreement; the truth lies somewhere from the one to the other.
    const auto [low, high] = std::minmax(greatest_lower, least_upper);
    view.interval = exact.value_or(Interval(low, high));
    const std::optional<Interval>& agreed = preferred ? preferred : exact;
    if (agreed && agreed->exact()) view.best = agreed->low();
    return view;
}

Joined Accounts::joined(std::uint32_t one, std::uint32_t other) const {
    if (contradictions_.count(std::minmax(one, other)) > 0) return Joined::yes;
    const bool unknown = contradict_unknown_.count(one) > 0 || contradict_unknown_.count(other) > 0;
    return unknown ? Joined::unknown : Joined::no;
}

Joined Accounts::noted(const Account& one, const Account& other) const {
    return one.preferred || other.preferred ? Joined::yes : joined(one, other);
}

Joined Accounts::joined(const Account& one, const Account& other) const {
    Joined all = Joined::no;
    for (const std::uint32_t a : one.claims) {
        for (const std::uint32_t b : other.claims) {
            const Joined found = joined(a, b);
            if (found == Joined::yes) return found;
            if (found == Joined::unknown) all = found;
        }
    }
    return all;
}

}  // namespace muster
