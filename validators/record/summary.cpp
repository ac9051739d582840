#include "record/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "record/sayings.hpp"

namespace muster {
namespace {

std::string text_of(const Text& text) {
    return text.known() ? std::string(*text) : std::string();
}

ScopeClaim scope_claim(const RecordCheck& check, std::uint32_t number, const std::function<Site(Where)>& site_of) {
    const Claim& claim = check.claim(number);
    ScopeClaim found;
    found.id = text_of(claim.id);
    found.type = *claim.type;
    found.speaker_id = text_of(claim.speaker);
    found.speaker = check.speaker(claim);
    found.scope = claim.scope;
    found.scope_words = say(
        claim.scope, [&](std::string_view id) { return check.name(id); },
        [&](std::string_view id) { return check.title(id); });
    found.ordinal = *claim.ordinal;
    found.interval = claim.quantity.interval();
    found.figure = claim.quantity.present() ? say(claim.quantity) : "";
    if (!claim.stated_on.absent()) found.stated_on = claim.stated_on->days;
    if (claim.date.known()) {
        found.date = claim.date->days;
        found.date_words = written_in_words(claim.date->text);
    }
    switch (found.type) {
        case ClaimType::ordinal:
            found.site = site_of(claim.ordinal.where);
            found.subject = fmt::format("{}|{}", found.id, found.ordinal);
            found.unknown = !claim.ordinal.known();
            break;
        case ClaimType::previous:
            found.site = site_of(claim.date.where);
            found.subject = fmt::format("{}|{}", found.id, claim.date->text);
            found.unknown = !claim.date.known() || claim.date->problem;
            break;
        default:
            found.site = site_of(claim.quantity.place());
            found.subject = fmt::format("{}|{}", found.id, found.figure);
            found.unknown = found.interval.is_unknown();
    }
    found.misprint = may_be_misprint(claim);
    found.unknown = found.unknown || claim.unknown || claim.scope.unknown() || claim.speaker.unknown() ||
                    claim.stated_on.unknown() || claim.relations.unknown() || claim.unit.unknown();
    return found;
}

/// A claim that can be compared with the exchanges of its scope.
bool speaks_of_many(const Claim& claim) {
    if (claim.type.is(ClaimType::ordinal) || claim.type.is(ClaimType::previous)) return true;
    if (!claim.type.is(ClaimType::cumulative)) return false;
    if (claim.quantity.present() && !claim.quantity.has_interval()) return false;
    // Views are in the unit of their kind: packages are not compared with bodies, nor bodies added to persons.
    if (!claim.scope.unknown() && claim.scope.kind.absent()) return false;
    return !claim.unit.known() || !claim.scope.kind.known() || *claim.unit == own_unit(*claim.scope.kind);
}

void note_mediators(const Claim& claim, RecordSummary& summary) {
    if (claim.type.unknown()) summary.mediators_unknown = true;
    if (!claim.type.is(ClaimType::mediation) || claim.rank.is(Rank::deprecated)) return;
    if (claim.mediators.unknown() || claim.rank.unknown()) summary.mediators_unknown = true;
    for (const Text& mediator : claim.mediators) {
        if (!mediator.known()) summary.mediators_unknown = true;
        if (mediator.known() && !claim.rank.unknown()) summary.mediators.emplace_back(*mediator);
    }
}

void summarize_claims(RecordCheck& check, const std::function<Site(Where)>& site_of, RecordSummary& summary) {
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        summary.figures.push_back(claim.quantity.present() ? check.figure(claim) : "");
        note_mediators(claim, summary);
        const Competing superseded = check.accounts().superseded(i);
        if (!speaks_of_many(claim) || superseded == Competing::yes) continue;
        summary.claims.push_back(scope_claim(check, i, site_of));
        if (superseded == Competing::unknown) summary.claims.back().unknown = true;
        summary.storage = check.record().storage;
    }
}

}  // namespace

RecordSummary summarize(RecordCheck& check, const std::function<Site(Where)>& site_of) {
    const Record& record = check.record();
    check.forget();
    RecordSummary summary(check.accounts());
    summary.type = record.type;
    summary.id = text_of(record.id);
    if (record.type == DocumentType::series) summary.title = check.title(summary.id);
    summary.site = site_of(record.date.where != nowhere ? record.date.where : record.where);
    if (record.status.known()) summary.status = *record.status;
    summary.date_unknown = !record.date.known();
    summary.date_words = day_in_words(before_all_days);
    if (record.date.known()) {
        summary.date = record.date->days;
        summary.date_words = written_in_words(record.date->text);
        summary.date_written = record.date->text;
    }
    summary.part_of = text_of(record.part_of);
    summary.part_of_unknown = record.part_of.unknown();
    if (record.stage.known()) summary.stage = *record.stage;
    const Value<std::int64_t>& stages = record.type == DocumentType::series ? record.stages : record.stage;
    if (!stages.absent())
        summary.stages = {stages.known() ? std::optional(*stages) : std::nullopt, site_of(stages.where)};
    summary.legs_unknown = record.flows.unknown();
    for (const Flow& flow : record.flows) {
        Leg leg;
        leg.returns = !flow.returns.absent();
        for (const Text& returned : flow.returns) {
            if (returned.known()) leg.returned_from.emplace_back(returned->substr(0, returned->find('#')));
        }
        if (!flow.unknown) {
            leg.from = text_of(flow.from);
            leg.to = text_of(flow.to);
            if (flow.kind.known()) leg.kind = *flow.kind;
        }
        summary.legs.push_back(std::move(leg));
    }
    summary.mediators_unknown = record.claims.unknown();
    summarize_claims(check, site_of, summary);
    return summary;
}

}  // namespace muster
