#include "record/derivation.hpp"

#include <algorithm>

namespace muster {
namespace {

const Flow* flow_of(const Record& record, const Text& id) {
    const std::optional<std::uint32_t> number = id.known() ? flow_number(record, *id) : std::nullopt;
    return number ? &record.flows.items[*number] : nullptr;
}

/// The total that a derivation leads to covers this flow of a term.
bool covers(const Record& record, const Claim& result, const Record& term_record, const Flow& flow) {
    if (result.scope.state == State::known) {
        const Scope& scope = result.scope;
        const auto is_party = [&](const Text& id) {
            return std::any_of(scope.between.begin(), scope.between.end(),
                               [&](const Text& party) { return party.is(*id); });
        };
        if (scope.from.known() && !scope.from.is(*flow.from)) return false;
        if (scope.to.known() && !scope.to.is(*flow.to)) return false;
        return !scope.between.known() || (is_party(flow.from) && is_party(flow.to));
    }
    // A number for each direction is that of one direction; any of its sets will do.
    const std::vector<FlowSet> sets = named_sets(record, result);
    if (sets.empty()) return true;
    return std::any_of(sets.front().begin(), sets.front().end(), [&](std::uint32_t number) {
        const Flow& own = record.flows.items[number];
        if (&record == &term_record) return &own == &flow;
        return own.from.is(*flow.from) && own.to.is(*flow.to);
    });
}

std::int64_t times_in(const Record& record, const Claim& result, const ClaimFound& term) {
    if (!term.claim->applies.is(Applies::each)) return 1;
    std::int64_t times = 0;
    for (const FlowSet& direction : named_sets(*term.record, *term.claim)) {
        const bool covered = std::any_of(direction.begin(), direction.end(), [&](std::uint32_t number) {
            return covers(record, result, *term.record, term.record->flows.items[number]);
        });
        times += covered ? 1 : 0;
    }
    return times;
}

bool share_a_flow(const ClaimFound& a, const ClaimFound& b) {
    if (a.record != b.record) return false;
    return std::any_of(a.claim->flows.begin(), a.claim->flows.end(), [&](const Text& flow) {
        return flow.known() && std::any_of(b.claim->flows.begin(), b.claim->flows.end(),
                                           [&](const Text& other) { return other.is(*flow); });
    });
}

bool corroborates(const RecordCheck& check, const ClaimFound& a, const ClaimFound& b) {
    return std::any_of(a.claim->relations.begin(), a.claim->relations.end(), [&](const Relation& relation) {
        return relation.type.is(RelationType::corroborates) && relation.claim.known() &&
               check.find(*relation.claim).claim == b.claim;
    });
}

std::optional<Unit> unit_of(const ClaimFound& found) {
    const Claim& claim = *found.claim;
    if (!claim.unit.absent()) return claim.unit.known() ? std::optional(*claim.unit) : std::nullopt;
    if (claim.scope.kind.known()) return own_unit(*claim.scope.kind);
    for (const Text& id : claim.flows) {
        const Flow* flow = flow_of(*found.record, id);
        if (flow != nullptr && flow->kind.known()) return own_unit(*flow->kind);
    }
    return std::nullopt;
}

Interval contribution(const ClaimFound& found, std::int64_t times) {
    if (found.claim == nullptr || found.claim->unknown || !found.claim->quantity.has_interval())
        return Interval::unknown();
    Interval sum = Interval::exactly(0);
    for (std::int64_t i = 0; i < times; ++i) sum = sum + found.claim->quantity.interval();
    return sum;
}

}  // namespace

std::optional<DerivedTotal> derive(const RecordCheck& check, std::uint32_t number) {
    const Record& record = check.record();
    const Claim& claim = record.claims.items[number];
    const Derivation& derivation = claim.derivation;
    if (derivation.state != State::known || !derivation.method.known() || !derivation.of.known()) return std::nullopt;
    DerivedTotal total;
    total.method = *derivation.method;
    std::optional<Unit> unit = unit_of({ClaimFound::Outcome::found, &record, &claim, number});
    for (const Value<ClaimRef>& reference : derivation.of) {
        Term term;
        term.where = reference.where;
        if (reference.known()) term.found = check.find(*reference);
        if (term.found) {
            term.times = times_in(record, claim, term.found);
            const std::optional<Unit> other = unit_of(term.found);
            total.mixed_units = total.mixed_units || (unit && other && *unit != *other);
        }
        term.interval = contribution(term.found, term.times);
        total.sum = total.terms.empty()           ? term.interval
                    : total.method == Method::sum ? total.sum + term.interval
                                                  : total.sum - term.interval;
        for (std::size_t i = 0; i < total.terms.size() && term.found && total.method == Method::sum; ++i) {
            const ClaimFound& other = total.terms[i].found;
            if (total.counted_twice || !other) continue;
            if (share_a_flow(other, term.found) || corroborates(check, other, term.found) ||
                corroborates(check, term.found, other)) {
                total.counted_twice = {i, total.terms.size()};
            }
        }
        total.terms.push_back(std::move(term));
    }
    if (total.terms.empty()) return std::nullopt;
    return total;
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
