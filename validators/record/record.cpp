#include <algorithm>

#include "record/record.hpp"

namespace muster {

Unit own_unit(Kind kind) {
    switch (kind) {
        case Kind::remains:
            return Unit::body;
        case Kind::persons:
            return Unit::person;
        case Kind::items:
            return Unit::item;
    }
    return Unit::item;
}

bool Quantity::unknown() const {
    return state == State::unknown || amount.unknown() || lower.unknown() || upper.unknown() || qualifier.unknown() ||
           absence.unknown();
}

bool Quantity::has_interval() const {
    return present() && (unknown() || absence.absent());
}

bool Quantity::reversed() const {
    if (unknown()) return false;
    if (lower.known() && upper.known() && *lower > *upper) return true;
    if (!amount.known()) return false;
    const bool stays_below = qualifier.is(Qualifier::nearly);
    return (lower.known() && *lower > *amount) || (upper.known() && *upper < *amount && !stays_below);
}

Interval Quantity::interval() const {
    if (unknown() || reversed()) return Interval::unknown();
    const std::int64_t low = lower.known() ? *lower : 0;
    if (!amount.known()) return {low, upper.known() ? *upper : Interval::open};
    if (!qualifier.known()) return Interval::exactly(*amount);
    switch (*qualifier) {
        case Qualifier::at_least:
            return Interval::from(*amount);
        case Qualifier::more_than:
            return Interval::from(*amount + 1);
        case Qualifier::at_most:
            return {0, *amount};
        // Fewer than none is nothing anybody can mean; read it as none.
        case Qualifier::fewer_than:
            return {0, *amount > 0 ? *amount - 1 : 0};
        case Qualifier::about:
            return {low, upper.known() ? *upper : Interval::open};
        case Qualifier::nearly:
            return {low, upper.known() ? *upper : *amount};
    }
    return Interval::unknown();
}

bool Scope::unknown() const {
    return state == State::unknown || kind.unknown() || between.unknown() || from.unknown() || to.unknown() ||
           part_of.unknown() || mediator.unknown() || window.unknown() || threshold.unknown() ||
           std::any_of(between.begin(), between.end(), [](const Text& party) { return party.unknown(); });
}

Where Quantity::place() const {
    for (const Where candidate : {amount.where, lower.where, upper.where, absence.where}) {
        if (candidate != nowhere) return candidate;
    }
    return where;
}

}  // namespace muster
