#include "record/membership.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "record/names.hpp"

namespace muster {
namespace {

/// A name that must be the scope's; an unknown one may be.
Membership same(const std::string& name, const Text& wanted) {
    if (wanted.absent()) return Membership::yes;
    if (name.empty() || !wanted.known()) return Membership::maybe;
    return name == *wanted ? Membership::yes : Membership::no;
}

Membership is_one_of(const std::string& name, const List<Text>& parties) {
    if (name.empty()) return Membership::maybe;
    return std::any_of(parties.begin(), parties.end(), [&](const Text& party) { return party.is(name); })
               ? Membership::yes
               : Membership::no;
}

Membership leg_in_scope(const Leg& leg, const Scope& scope) {
    if (leg.returns) return Membership::no;
    Membership fits = both(same(leg.from, scope.from), same(leg.to, scope.to));
    if (scope.kind.known()) {
        fits = both(fits, !leg.kind ? Membership::maybe : *leg.kind == *scope.kind ? Membership::yes : Membership::no);
    }
    if (scope.between.known()) {
        fits = both(fits, both(is_one_of(leg.from, scope.between), is_one_of(leg.to, scope.between)));
    }
    return fits;
}

Membership mediated_by(const RecordSummary& summary, const Text& mediator) {
    if (mediator.absent()) return Membership::yes;
    const bool named =
        std::find(summary.mediators.begin(), summary.mediators.end(), *mediator) != summary.mediators.end();
    return named ? Membership::yes : summary.mediators_unknown ? Membership::maybe : Membership::no;
}

Membership meets_threshold(const std::optional<View>& view, const Quantity& threshold) {
    if (!threshold.present()) return Membership::yes;
    const Interval wanted = threshold.interval();
    if (!view || wanted.is_unknown()) return Membership::maybe;
    if (!view->interval.meets(wanted)) return Membership::no;
    const bool inside = view->interval.low() >= wanted.low() && view->interval.high() <= wanted.high();
    return inside ? Membership::yes : Membership::maybe;
}

/// Bodies and persons never meet in one sum.
bool of_one_kind(const RecordSummary& summary, const FlowSet& flows) {
    return std::all_of(flows.begin(), flows.end(),
                       [&](std::uint32_t flow) { return summary.legs[flow].kind == summary.legs[flows.front()].kind; });
}

std::set<std::string_view> parties_of(const List<Text>& between) {
    std::set<std::string_view> parties;
    for (const Text& party : between) parties.insert(*party);
    return parties;
}

}  // namespace

Membership in_window(const EdtfDate& date, const Reach& reach) {
    if (reach.unknown) return Membership::maybe;
    if (date.latest < reach.first || date.earliest > reach.last) return Membership::no;
    const bool inside = date.earliest >= reach.first && date.latest <= reach.last;
    return inside ? Membership::yes : Membership::maybe;
}

InScope look_up(const RecordSummary& summary, const Scope& scope, Membership in_series) {
    InScope found;
    FlowSet flows;
    Membership some_leg = summary.legs_unknown ? Membership::maybe : Membership::no;
    bool all_certain = !summary.legs_unknown;
    for (std::uint32_t i = 0; i < summary.legs.size(); ++i) {
        const Membership leg = leg_in_scope(summary.legs[i], scope);
        some_leg = std::max(some_leg, leg);
        all_certain = all_certain && leg != Membership::maybe;
        if (leg != Membership::no) flows.push_back(i);
    }
    found.membership = both(both(in_series, some_leg), mediated_by(summary, scope.mediator));
    if (found.membership == Membership::no) return found;
    // Which flows count cannot be known: neither can their number.
    if (all_certain && of_one_kind(summary, flows)) found.view = summary.accounts.view(flows);
    found.unknown =
        found.membership == Membership::maybe || !all_certain || (found.view && found.view->interval.is_unknown());
    found.membership = both(found.membership, meets_threshold(found.view, scope.threshold));
    return found;
}

bool includes(const Scope& cover, const Scope& scope) {
    const auto agrees = [](const auto& wanted, const auto& given) { return wanted.absent() || given.is(*wanted); };
    if (cover.unknown() || scope.unknown()) return false;
    if (cover.between.known() && (!scope.between.known() || parties_of(cover.between) != parties_of(scope.between))) {
        return false;
    }
    if (cover.threshold.present()) {
        if (!scope.threshold.present()) return false;
        const Interval all = cover.threshold.interval();
        const Interval some = scope.threshold.interval();
        if (all.is_unknown() || some.is_unknown() || some.low() < all.low() || some.high() > all.high()) return false;
    }
    return agrees(cover.kind, scope.kind) && agrees(cover.from, scope.from) && agrees(cover.to, scope.to) &&
           agrees(cover.part_of, scope.part_of) && agrees(cover.mediator, scope.mediator);
}

std::string key_of(const Scope& scope) {
    std::string key = scope.kind.known() ? std::string(word(*scope.kind)) : "";
    for (const Text* text : {&scope.from, &scope.to, &scope.part_of, &scope.mediator}) {
        key += fmt::format("|{}", text->known() ? **text : "");
    }
    if (scope.threshold.present()) {
        const Interval interval = scope.threshold.interval();
        key += fmt::format("|{} {} {}", interval.low(), interval.high(), interval.is_unknown());
    }
    for (const std::string_view party : parties_of(scope.between)) key += fmt::format("|{}", party);
    return key;
}

}  // namespace muster
