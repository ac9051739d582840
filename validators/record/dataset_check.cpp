#include "record/dataset_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/words.hpp"

namespace muster {
namespace {

Membership both(Membership a, Membership b) {
    return std::min(a, b);
}

Membership in_window(const EdtfDate& date, const Reach& reach) {
    if (date.latest < reach.first || date.earliest > reach.last) return Membership::no;
    const bool inside = date.earliest >= reach.first && date.latest <= reach.last;
    return inside ? Membership::yes : Membership::maybe;
}

/// A name that must be the scope's; an unknown one may be.
Membership same(const std::string& name, const Text& wanted) {
    if (!wanted.known()) return Membership::yes;
    if (name.empty()) return Membership::maybe;
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

Membership meets_threshold(const std::optional<View>& view, const Quantity& threshold) {
    if (!view) return Membership::maybe;
    const Interval wanted = threshold.interval();
    if (wanted.is_unknown()) return Membership::maybe;
    if (!view->interval.meets(wanted)) return Membership::no;
    const bool inside = view->interval.low() >= wanted.low() && view->interval.high() <= wanted.high();
    return inside ? Membership::yes : Membership::maybe;
}

bool same_parties(const List<Text>& a, const List<Text>& b) {
    std::set<std::string_view> first, second;
    for (const Text& party : a) first.insert(*party);
    for (const Text& party : b) second.insert(*party);
    return first == second;
}

/// Each field of the cover is the scope's too.
bool includes(const Scope& cover, const Scope& scope) {
    const auto agrees = [](const auto& wanted, const auto& given) { return !wanted.known() || given.is(*wanted); };
    if (cover.between.known() && (!scope.between.known() || !same_parties(cover.between, scope.between))) return false;
    if (cover.threshold.present()) {
        if (!scope.threshold.present()) return false;
        const Interval all = cover.threshold.interval();
        const Interval some = scope.threshold.interval();
        if (all.is_unknown() || some.low() < all.low() || some.high() > all.high()) return false;
    }
    return agrees(cover.kind, scope.kind) && agrees(cover.from, scope.from) && agrees(cover.to, scope.to) &&
           agrees(cover.part_of, scope.part_of) && agrees(cover.mediator, scope.mediator);
}

}  // namespace

const RecordSummary* DatasetCheck::find(std::string_view id) const {
    const auto found =
        std::find_if(summaries.begin(), summaries.end(), [&](const RecordSummary& s) { return s.id == id; });
    return found == summaries.end() ? nullptr : &*found;
}

bool DatasetCheck::within_series(const RecordSummary& summary, std::string_view series, bool& unknown) const {
    std::set<std::string_view> seen;
    for (const RecordSummary* at = &summary; at != nullptr; at = find(at->part_of)) {
        unknown = unknown || at->part_of_unknown;
        if (at->part_of == series) return true;
        if (at->part_of.empty() || !seen.insert(at->part_of).second) return false;
    }
    return false;
}

Reach DatasetCheck::reach(const RecordSummary& owner, const ScopeClaim& claim) const {
    Reach reach;
    const Scope& scope = claim.scope;
    const bool in_exchange = owner.type == DocumentType::exchange;
    if (scope.window.known()) {
        reach.first = scope.window->days.earliest;
        reach.last = scope.window->days.latest;
    }
    if (reach.first == before_all_days && scope.part_of.known()) {
        const RecordSummary* series = find(*scope.part_of);
        if (series != nullptr && !series->date_unknown) reach.first = series->date.earliest;
    }
    if (in_exchange && claim.type == ClaimType::ordinal) {
        reach.last = owner.date.latest;
        reach.unknown = owner.date_unknown;
    } else if (reach.last == after_all_days) {
        if (claim.stated_on) {
            reach.last = claim.stated_on->latest;
        } else if (in_exchange) {
            reach.last = owner.date.latest;
            reach.unknown = owner.date_unknown;
        }
    }
    return reach;
}

bool DatasetCheck::covered(const RecordSummary& owner, const ScopeClaim& claim) const {
    const Reach claimed = reach(owner, claim);
    if (claimed.unknown) return false;
    return std::any_of(covers.begin(), covers.end(), [&](const Scope& cover) {
        return cover.state == State::known && cover.window.known() && includes(cover, claim.scope) &&
               claimed.first >= cover.window->days.earliest && claimed.last <= cover.window->days.latest;
    });
}

Membership DatasetCheck::in_scope(const RecordSummary& summary, const Scope& scope, Member& member) const {
    Membership fits = !summary.status                                ? Membership::maybe
                      : *summary.status == RecordStatus::carried_out ? Membership::yes
                                                                     : Membership::no;
    if (scope.part_of.known()) {
        bool unknown = false;
        const bool inside = within_series(summary, *scope.part_of, unknown);
        fits = both(fits, inside ? Membership::yes : unknown ? Membership::maybe : Membership::no);
    }
    if (scope.mediator.known()) {
        const bool named =
            std::find(summary.mediators.begin(), summary.mediators.end(), *scope.mediator) != summary.mediators.end();
        fits = both(fits, named ? Membership::yes : summary.mediators_unknown ? Membership::maybe : Membership::no);
    }
    FlowSet flows;
    Membership some_leg = summary.legs_unknown ? Membership::maybe : Membership::no;
    for (std::uint32_t i = 0; i < summary.legs.size(); ++i) {
        const Membership leg = leg_in_scope(summary.legs[i], scope);
        some_leg = std::max(some_leg, leg);
        if (leg != Membership::no) flows.push_back(i);
    }
    fits = both(fits, some_leg);
    if (fits == Membership::no) return fits;
    member.unknown = fits == Membership::maybe;
    member.view = summary.accounts.view(flows);
    if (scope.threshold.present()) fits = both(fits, meets_threshold(member.view, scope.threshold));
    member.unknown = member.unknown || (member.view && member.view->interval.is_unknown());
    return fits;
}

std::vector<Member> DatasetCheck::members(const RecordSummary& owner, const ScopeClaim& claim) const {
    const Reach claimed = reach(owner, claim);
    std::vector<Member> members;
    for (const RecordSummary& summary : summaries) {
        if (summary.type != DocumentType::exchange) continue;
        Member member;
        member.summary = &summary;
        Membership when = claimed.unknown ? Membership::maybe : in_window(summary.date, claimed);
        if (claim.type == ClaimType::ordinal && owner.type == DocumentType::exchange) {
            // What happened on the same day may have come before or after.
            const bool may_be_later = summary.date.latest >= owner.date.earliest;
            if (&summary == &owner) {
                when = Membership::yes;
            } else if (when == Membership::yes && may_be_later) {
                when = Membership::maybe;
            }
        }
        if (when == Membership::no) continue;
        member.membership = both(when, in_scope(summary, claim.scope, member));
        member.unknown = member.unknown || summary.date_unknown;
        if (member.membership != Membership::no) members.push_back(std::move(member));
    }
    std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
        return a.summary->date.earliest < b.summary->date.earliest;
    });
    return members;
}

void DatasetCheck::report_dangling(std::string_view rule, std::string_view message) {
    for (const auto& [key, use] : dangling) {
        if (key.first != rule) continue;
        const std::string uses = use.uses == 1 ? "once" : fmt::format("{} times", in_words(use.uses));
        report(use.first, std::string(message), {{"id", key.second}, {"uses", uses}}).subject = key.second;
    }
}

DatasetDraft& DatasetCheck::report(const Site& site, std::string message, Args args) {
    DatasetDraft draft;
    draft.rule = rule_;
    draft.severity = rule_->severity;
    draft.site = site;
    draft.message = std::move(message);
    draft.args = std::move(args);
    return drafts.emplace_back(std::move(draft));
}

void DatasetCheck::not_covered(const RecordSummary& owner, const ScopeClaim& claim) {
    not_run.push_back({rule_->code, rule_->name, "not_covered", owner.id, claim.scope_words});
}

bool DatasetCheck::run(const Rule& rule) {
    rule_ = &rule;
    const std::size_t before = drafts.size();
    try {
        rule.check_dataset(*this);
        return true;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        drafts.resize(before);
        return false;
    }
}

}  // namespace muster
