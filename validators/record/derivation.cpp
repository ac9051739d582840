#include "record/derivation.hpp"

#include <algorithm>
#include <map>

#include "record/voices.hpp"

namespace muster {
namespace {

/// What the result of a derivation covers: flows, or a scope.
class Covered {
public:
    Covered(const Record& record, const Claim& result) : record_(record), scope_(result.scope) {
        const bool of_scope = scope_.state != State::absent;
        unknown_ = result.unknown || (of_scope ? scope_.unknown() : flows_unknown(record, result));
        if (of_scope) return;
        // A number for each direction is that of one direction; any of its sets will do.
        const std::vector<FlowSet> sets = named_sets(record, result);
        flows_ = sets.empty() ? named_flows(record, result) : sets.front();
    }

    bool unknown() const { return unknown_; }

    bool holds(const Record& owner, const Flow& flow) const {
        if (scope_.state != State::absent) return in_scope(flow);
        return std::any_of(flows_.begin(), flows_.end(), [&](std::uint32_t number) {
            const Flow& own = record_.flows.items[number];
            return &record_ == &owner ? &own == &flow : own.from.is(*flow.from) && own.to.is(*flow.to);
        });
    }

private:
    bool in_scope(const Flow& flow) const {
        const auto is_party = [&](const Text& id) {
            return std::any_of(scope_.between.begin(), scope_.between.end(),
                               [&](const Text& party) { return party.is(*id); });
        };
        if (scope_.kind.known() && !flow.kind.is(*scope_.kind)) return false;
        if (scope_.from.known() && !scope_.from.is(*flow.from)) return false;
        if (scope_.to.known() && !scope_.to.is(*flow.to)) return false;
        return scope_.between.absent() || (is_party(flow.from) && is_party(flow.to));
    }

    const Record& record_;
    const Scope& scope_;
    FlowSet flows_;
    bool unknown_ = false;
};

/// How often a term counts; nullopt if that cannot be known.
std::optional<std::int64_t> times_in(const Covered& covered, const ClaimFound& term) {
    const Claim& claim = *term.claim;
    const bool may_be_each = claim.applies.unknown() || claim.applies.is(Applies::each);
    if (!may_be_each || (claim.flows.size() < 2 && !claim.flows.unknown())) return 1;
    if (covered.unknown() || flows_unknown(*term.record, claim)) return std::nullopt;
    for (const std::uint32_t number : named_flows(*term.record, claim)) {
        const Flow& flow = term.record->flows.items[number];
        if (flow.kind.unknown() || flow.from.unknown() || flow.to.unknown()) return std::nullopt;
    }
    std::int64_t times = 0;
    for (const FlowSet& direction : named_sets(*term.record, claim)) {
        times += std::any_of(direction.begin(), direction.end(), [&](std::uint32_t number) {
            return covered.holds(*term.record, term.record->flows.items[number]);
        });
    }
    return times;
}

/// It has a unit, but which one cannot be known.
bool unit_unknown(const Record& record, const Claim& claim) {
    return !unit_of(record, claim) && (claim.unit.unknown() || claim.scope.unknown() || flows_unknown(record, claim));
}

Interval contribution(const Term& term) {
    const Quantity& quantity = term.found.claim->quantity;
    if (term.found.claim->unknown || !quantity.present() || quantity.unknown()) return Interval::unknown();
    // A number that was kept back may be any.
    if (!quantity.has_interval()) return Interval::from(0);
    Interval sum = Interval::exactly(0);
    for (std::int64_t i = 0; i < term.times; ++i) sum = sum + quantity.interval();
    return sum;
}

/// The terms of a sum that were met so far, by what they cover and by whose voice they are.
class Seen {
public:
    explicit Seen(const Voices& voices) : voices_(voices) {}

    /// An earlier term that covers a flow of this one or tells the same thing.
    std::optional<std::size_t> earlier(const ClaimFound& term, std::size_t number) {
        std::optional<std::size_t> first;
        const auto note = [&](std::size_t other) { first = first ? std::min(*first, other) : other; };
        for (const std::uint32_t flow : named_flows(*term.record, *term.claim)) {
            const auto [found, fresh] = by_flow_.emplace(std::pair(term.record, flow), number);
            if (!fresh) note(found->second);
        }
        std::vector<std::pair<std::size_t, ClaimFound>>& same = by_voice_[voices_.of(*term.claim)];
        for (const auto& [other, claim] : same) {
            if (!of_different_flows(claim, term)) note(other);
        }
        same.emplace_back(number, term);
        return first;
    }

private:
    /// What corroborates "100 each" may speak of one direction, and another claim that does of the other.
    static bool of_different_flows(const ClaimFound& one, const ClaimFound& other) {
        return one.claim != other.claim && !one.claim->flows.absent() && !other.claim->flows.absent();
    }

    const Voices& voices_;
    std::map<std::pair<const Record*, std::uint32_t>, std::size_t> by_flow_;
    std::map<const Claim*, std::vector<std::pair<std::size_t, ClaimFound>>> by_voice_;
};

DerivedTotal derived(RecordCheck& check, const Claim& claim, Voices& voices) {
    const Derivation& derivation = claim.derivation;
    DerivedTotal total;
    if (derivation.state != State::known || !derivation.method.known() || !derivation.of.known()) {
        total.sum = Interval::unknown();
        total.units_unknown = true;
        return total;
    }
    total.method = *derivation.method;
    for (const Value<ClaimRef>& reference : derivation.of) {
        Term term;
        term.where = reference.where;
        term.interval = Interval::unknown();
        if (reference.known()) term.found = check.find(*reference);
        if (term.found) voices.add(*term.found.record);
        total.terms.push_back(std::move(term));
    }
    const Covered covered(check.record(), claim);
    Seen seen(voices);
    std::optional<Unit> unit = unit_of(check.record(), claim);
    total.units_unknown = unit_unknown(check.record(), claim);
    for (std::size_t i = 0; i < total.terms.size(); ++i) {
        Term& term = total.terms[i];
        total.units_unknown = total.units_unknown || !term.found || unit_unknown(*term.found.record, *term.found.claim);
        if (!term.found) continue;
        const std::optional<Unit> other = unit_of(*term.found.record, *term.found.claim);
        total.mixed_units = total.mixed_units || (unit && other && *unit != *other);
        if (!unit) unit = other;
        const std::optional<std::int64_t> times = times_in(covered, term.found);
        term.times = times.value_or(1);
        if (times) term.interval = contribution(term);
        // What an error was found in may be of other flows than it says.
        if (total.method == Method::difference || term.found.claim->unknown) continue;
        const std::optional<std::size_t> first = seen.earlier(term.found, i);
        if (first && !total.counted_twice) total.counted_twice = {*first, i};
    }
    total.sum = sum_with(total, total.terms.size(), {});
    return total;
}

}  // namespace

std::optional<Unit> unit_of(const Record& record, const Claim& claim) {
    if (!claim.unit.absent()) return claim.unit.known() ? std::optional(*claim.unit) : std::nullopt;
    if (claim.scope.kind.known()) return own_unit(*claim.scope.kind);
    for (const std::uint32_t number : named_flows(record, claim)) {
        const Value<Kind>& kind = record.flows.items[number].kind;
        if (kind.known()) return own_unit(*kind);
    }
    return std::nullopt;
}

const std::optional<DerivedTotal>& derive(RecordCheck& check, std::uint32_t claim) {
    using Totals = std::vector<std::optional<DerivedTotal>>;
    const Totals& totals = check.once<Totals>([&] {
        Totals made;
        Voices voices(check);
        for (const Claim& each : check.claims()) {
            made.emplace_back();
            if (each.derivation.state != State::absent) made.back() = derived(check, each, voices);
        }
        return made;
    });
    return totals[claim];
}

Interval sum_with(const DerivedTotal& total, std::size_t replaced, const Interval& instead) {
    Interval sum;
    for (std::size_t i = 0; i < total.terms.size(); ++i) {
        const Interval& term = i == replaced ? instead : total.terms[i].interval;
        sum = i == 0 ? term : total.method == Method::sum ? sum + term : sum - term;
    }
    return sum;
}

}  // namespace muster
