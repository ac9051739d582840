#include "record/poison.hpp"

#include <unordered_set>

namespace muster {
namespace {

/// Marks whatever stands at some places of a record, in one walk through it.
class Marker {
public:
    explicit Marker(const std::unordered_set<Where>& places) : places_(places) {}

    void record(Record& record) const {
        mark(record.id, record.status, record.date, record.part_of, record.title, record.stage, record.stages,
             record.revised_on, record.withdrawn_on, record.replaced_by, record.reason, record.note,
             record.revision_note);
        values(record.maintainers);
        each(record.flows, [this](Flow& flow) { this->flow(flow); });
        each(record.claims, [this](Claim& claim) { this->claim(claim); });
        each(record.agents, [this](Agent& agent) { this->agent(agent); });
        each(record.sources, [this](Source& source) { this->source(source); });
        each(record.covers, [this](Scope& scope) { this->scope(scope); });
    }

private:
    bool here(Where where) const { return places_.count(where) > 0; }

    template <class... Fields>
    void mark(Fields&... fields) const {
        ((fields.state = here(fields.where) ? State::unknown : fields.state), ...);
    }
    template <class T, class Function>
    void each(List<T>& list, Function function) const {
        mark(list);
        for (T& item : list.items) function(item);
    }
    template <class T>
    void values(List<T>& list) const {
        each(list, [this](T& item) { mark(item); });
    }

    void flow(Flow& flow) const {
        if (here(flow.where)) flow.unknown = true;
        mark(flow.id, flow.from, flow.to, flow.label, flow.kind);
        values(flow.returns);
    }

    void claim(Claim& claim) const {
        if (here(claim.where)) claim.unknown = true;
        mark(claim.id, claim.type, claim.speaker, claim.applies, claim.unit, claim.category, claim.terms, claim.ordinal,
             claim.date, claim.status, claim.place_role, claim.result, claim.text, claim.note, claim.stated_on,
             claim.rank);
        values(claim.flows);
        values(claim.claims);
        values(claim.mediators);
        scope(claim.scope);
        quantity(claim.quantity);
        breakdowns(claim.breakdowns);
        mark(claim.derivation, claim.derivation.method);
        values(claim.derivation.of);
        each(claim.places, [this](NamedPlace& place) { mark(place.label, place.code); });
        each(claim.appearances, [this](Appearance& appearance) { this->appearance(appearance); });
        each(claim.relations, [this](Relation& relation) {
            mark(relation.type, relation.claim);
            if (here(relation.where)) relation.type.state = relation.claim.state = State::unknown;
        });
    }

    void appearance(Appearance& appearance) const {
        mark(appearance.source, appearance.attributed_to, appearance.quote.exact, appearance.quote.prefix,
             appearance.quote.suffix);
        values(appearance.via);
        if (here(appearance.where)) appearance.source.state = State::unknown;
    }

    void quantity(Quantity& quantity) const {
        mark(quantity, quantity.amount, quantity.lower, quantity.upper, quantity.qualifier, quantity.absence,
             quantity.as_printed);
    }

    void breakdowns(List<Breakdown>& list) const {
        each(list, [this](Breakdown& breakdown) {
            mark(breakdown.dimension, breakdown.shape);
            each(breakdown.parts, [this](Part& part) {
                mark(part.label, part.code);
                quantity(part.quantity);
                breakdowns(part.breakdowns);
                if (here(part.where)) part.quantity.state = State::unknown;
            });
            if (here(breakdown.where)) breakdown.parts.state = State::unknown;
        });
    }

    void scope(Scope& scope) const {
        mark(scope, scope.kind, scope.from, scope.to, scope.part_of, scope.mediator, scope.window);
        values(scope.between);
        quantity(scope.threshold);
    }

    void agent(Agent& agent) const {
        mark(agent.id, agent.type, agent.name, agent.party, agent.public_role, agent.description, agent.note);
        values(agent.aliases);
    }

    void source(Source& source) const {
        mark(source.id, source.outlet, source.url, source.title, source.syndicated_from, source.revision_of,
             source.note, source.snapshot_sha256, source.snapshot_path, source.published, source.modified,
             source.retrieved);
    }

    const std::unordered_set<Where>& places_;
};

}  // namespace

void make_unknown(Record& record, std::span<const Participant> participants) {
    std::unordered_set<Where> places;
    for (const Participant& participant : participants) {
        switch (participant.kind) {
            case Participant::Kind::claim:
                record.claims.items[participant.number].unknown = true;
                break;
            case Participant::Kind::flow:
                record.flows.items[participant.number].unknown = true;
                break;
            case Participant::Kind::value:
                if (participant.where != nowhere) places.insert(participant.where);
        }
    }
    if (!places.empty()) Marker(places).record(record);
}

}  // namespace muster
