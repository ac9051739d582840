#include "record/dataset_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/words.hpp"

namespace muster {
namespace {

/// From the day that is said to be that of the last one to the day before which it was the last.
Reach reach_of_previous(const RecordSummary& owner, const ScopeClaim& claim, Reach scope) {
    scope.first = std::max(scope.first, claim.date.earliest);
    // What is before a series is not in it.
    const Day until = owner.type == DocumentType::exchange ? owner.date.latest : owner.date.earliest - 1;
    scope.unknown = scope.unknown || owner.date_unknown;
    if (!owner.date_unknown) scope.last = std::min(scope.last, until);
    if (claim.stated_on) scope.last = std::min(scope.last, claim.stated_on->latest);
    return scope;
}

}  // namespace

DatasetCheck::Prepared& DatasetCheck::prepared() const {
    if (prepared_.summaries == summaries.size()) return prepared_;
    prepared_ = {};
    prepared_.summaries = summaries.size();
    for (std::size_t i = 0; i < summaries.size(); ++i) {
        const RecordSummary& summary = summaries[i];
        if (!summary.id.empty()) prepared_.by_id.emplace(summary.id, i);
        if (summary.type != DocumentType::exchange) continue;
        prepared_.by_date.push_back(i);
        if (!summary.date_unknown) prepared_.last = std::max(prepared_.last, summary.date.latest);
    }
    std::stable_sort(prepared_.by_date.begin(), prepared_.by_date.end(), [&](std::size_t a, std::size_t b) {
        return summaries[a].date.earliest < summaries[b].date.earliest;
    });
    return prepared_;
}

const std::vector<InScope>& DatasetCheck::in_scope(const Scope& scope) const {
    const auto [found, fresh] = prepared().scopes.try_emplace(key_of(scope));
    if (fresh) {
        for (const std::size_t i : prepared().by_date) {
            found->second.push_back(look_up(summaries[i], scope, within_series(summaries[i], scope.part_of)));
        }
    }
    return found->second;
}

const RecordSummary* DatasetCheck::find(std::string_view id) const {
    const auto found = prepared().by_id.find(id);
    return found == prepared().by_id.end() ? nullptr : &summaries[found->second];
}

Membership DatasetCheck::within_series(const RecordSummary& summary, const Text& series) const {
    if (series.absent()) return Membership::yes;
    std::set<std::string_view> seen;
    // A series that cannot be found may be part of any.
    for (const RecordSummary* at = &summary; at != nullptr && !at->part_of_unknown; at = find(at->part_of)) {
        if (series.is(at->part_of)) return Membership::yes;
        if (at->part_of.empty() || !seen.insert(at->part_of).second) return Membership::no;
    }
    return Membership::maybe;
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
        reach.unknown = series == nullptr || series->date_unknown;
        if (!reach.unknown) reach.first = series->date.earliest;
    }
    if (claim.type == ClaimType::previous) return reach_of_previous(owner, claim, reach);
    if (in_exchange && claim.type == ClaimType::ordinal) {
        reach.last = owner.date.latest;
        reach.unknown = reach.unknown || owner.date_unknown;
    } else if (claim.stated_on) {
        // Nobody counts what is still to come, also if the window goes on: "300 so far in 2025".
        reach.last = std::min(reach.last, claim.stated_on->latest);
    } else if (in_exchange) {
        reach.last = std::min(reach.last, owner.date.latest);
        reach.unknown = reach.unknown || owner.date_unknown;
    } else if (reach.last == after_all_days && prepared().last != before_all_days) {
        reach.last = prepared().last;
    }
    return reach;
}

bool DatasetCheck::covered(const RecordSummary& owner, const ScopeClaim& claim) const {
    const Reach claimed = reach(owner, claim);
    if (claimed.unknown) return false;
    return std::any_of(covers.begin(), covers.end(), [&](const Scope& cover) {
        return cover.window.known() && includes(cover, claim.scope) && claimed.first >= cover.window->days.earliest &&
               claimed.last <= cover.window->days.latest;
    });
}

std::vector<Member> DatasetCheck::members(const RecordSummary& owner, const ScopeClaim& claim,
                                          const Reach& reach) const {
    const bool in_order = claim.type != ClaimType::cumulative && owner.type == DocumentType::exchange;
    Reach around = reach;
    // What is said to be the last one may be dated a day earlier in another time zone.
    if (claim.type == ClaimType::previous && reach.first != before_all_days) --around.first;
    const std::vector<InScope>& candidates = in_scope(claim.scope);
    std::vector<Member> members;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const InScope& candidate = candidates[i];
        if (candidate.membership == Membership::no) continue;
        const RecordSummary& summary = summaries[prepared().by_date[i]];
        if (claim.type == ClaimType::previous && &summary == &owner) continue;
        Membership when = in_window(summary.date, around);
        Membership happened = !summary.status                                ? Membership::maybe
                              : *summary.status == RecordStatus::carried_out ? Membership::yes
                                                                             : Membership::no;
        if (in_order) {
            // What happened on the same day may have come before or after.
            const bool may_be_later = summary.date.latest >= owner.date.earliest;
            if (&summary == &owner) {
                // Who calls it the next one, even before it happens, counts it.
                when = happened = Membership::yes;
            } else if (may_be_later) {
                when = both(when, Membership::maybe);
            }
        }
        Member member{&summary, both(both(when, happened), candidate.membership),
                      candidate.unknown || summary.date_unknown || !summary.status,
                      candidate.view ? &*candidate.view : nullptr};
        if (member.membership != Membership::no) members.push_back(member);
    }
    return members;
}

void DatasetCheck::report_dangling(std::string_view message, std::string_view several, std::string_view meant) {
    for (const auto& [key, use] : dangling) {
        if (key.first != rule_->name || !use.first) continue;
        const std::string uses = use.uses == 1   ? "once"
                                 : use.uses == 2 ? "twice"
                                                 : fmt::format("{} times", in_words(use.uses));
        DatasetDraft& draft = report(*use.first, use.message.empty() ? std::string(message) : use.message, use.args);
        draft.args.emplace_back("id", key.second);
        draft.args.emplace_back("uses", uses);
        draft.related = use.related;
        draft.subject = key.second;
        draft.anywhere = true;
        if (use.uses > 1) draft.message += several;
        if (use.meant.empty()) continue;
        draft.message += meant;
        draft.args.emplace_back("meant", use.meant);
    }
}

void DatasetCheck::report_unused(const std::vector<Unused>& unused, std::string_view message) {
    bool left_out = false;
    for (const Unused& entry : unused) {
        if (!entry.reported) continue;
        if (entry.of_registry && !whole) {
            left_out = true;
        } else if (entry.in_doubt) {
            ++undecided_checks;
        } else {
            DatasetDraft& draft = report(entry.site, std::string(message),
                                         {{"id", entry.id}, {"name", entry.name.empty() ? "An agent" : entry.name}});
            draft.subject = entry.id;
            draft.anywhere = entry.of_registry;
        }
    }
    if (left_out) not_run.push_back({rule_->code, rule_->name, "needs_dataset", "", ""});
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
    if (owner.reported) not_run.push_back({rule_->code, rule_->name, "not_covered", owner.id, claim.scope_words});
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
