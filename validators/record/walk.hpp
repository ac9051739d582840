// Visits the parts of a record that stand in several places of it: quantities, dates, references.
#pragma once

#include "record/record.hpp"

namespace muster {

/// Every quantity of a claim: its own, those of its parts, its scope's threshold.
template <class ClaimType, class Function>
void for_each_quantity(ClaimType& claim, Function function) {
    const auto parts_of = [&](auto& self, auto& breakdowns) -> void {
        for (auto& breakdown : breakdowns.items) {
            for (auto& part : breakdown.parts.items) {
                if (part.quantity.present()) function(part.quantity);
                self(self, part.breakdowns);
            }
        }
    };
    if (claim.quantity.present()) function(claim.quantity);
    parts_of(parts_of, claim.breakdowns);
    if (claim.scope.threshold.present()) function(claim.scope.threshold);
}

/// Every date of a document.
template <class RecordType, class Function>
void for_each_date(RecordType& record, Function function) {
    const auto visit = [&](auto& date) {
        if (!date.absent()) function(date);
    };
    visit(record.date);
    visit(record.revised_on);
    visit(record.withdrawn_on);
    for (auto& scope : record.covers.items) visit(scope.window);
    for (auto& claim : record.claims.items) {
        visit(claim.date);
        visit(claim.stated_on);
        visit(claim.scope.window);
    }
    for (auto& source : record.sources.items) {
        visit(source.published);
        visit(source.modified);
        visit(source.retrieved);
    }
}

/// Every place where an agent is named by its id (not where it is defined).
template <class RecordType, class Function>
void for_each_agent_reference(RecordType& record, Function function) {
    const auto visit = [&](auto& text) {
        if (!text.absent()) function(text);
    };
    const auto scope = [&](auto& s) {
        visit(s.from);
        visit(s.to);
        visit(s.mediator);
        for (auto& party : s.between.items) visit(party);
    };
    for (auto& s : record.covers.items) scope(s);
    for (auto& flow : record.flows.items) {
        visit(flow.from);
        visit(flow.to);
    }
    for (auto& claim : record.claims.items) {
        visit(claim.speaker);
        scope(claim.scope);
        for (auto& mediator : claim.mediators.items) visit(mediator);
        for (auto& appearance : claim.appearances.items) {
            for (auto& relay : appearance.via.items) visit(relay);
        }
    }
    for (auto& agent : record.agents.items) visit(agent.party);
    for (auto& source : record.sources.items) visit(source.outlet);
}

/// Every place where a source is named by its id.
template <class RecordType, class Function>
void for_each_source_reference(RecordType& record, Function function) {
    for (auto& claim : record.claims.items) {
        for (auto& appearance : claim.appearances.items) {
            if (!appearance.source.absent()) function(appearance.source);
        }
    }
    for (auto& source : record.sources.items) {
        if (!source.syndicated_from.absent()) function(source.syndicated_from);
        if (!source.revision_of.absent()) function(source.revision_of);
    }
}

/// Every place where a claim is named.
template <class RecordType, class Function>
void for_each_claim_reference(RecordType& record, Function function) {
    for (auto& claim : record.claims.items) {
        for (auto& other : claim.claims.items) function(other);
        for (auto& term : claim.derivation.of.items) function(term);
        for (auto& relation : claim.relations.items) {
            if (!relation.claim.absent()) function(relation.claim);
        }
    }
}

/// Every place where a record is named by its bare id.
template <class RecordType, class Function>
void for_each_record_reference(RecordType& record, Function function) {
    const auto visit = [&](auto& text) {
        if (!text.absent()) function(text);
    };
    visit(record.part_of);
    visit(record.replaced_by);
    for (auto& scope : record.covers.items) visit(scope.part_of);
    for (auto& claim : record.claims.items) visit(claim.scope.part_of);
}

/// Every text that people wrote: no ids, codes, dates and addresses, and nothing of `extensions`.
template <class RecordType, class Function>
void for_each_text(RecordType& record, Function function) {
    const auto visit = [&](auto&... texts) {
        const auto one = [&](auto& text) {
            if (!text.absent()) function(text);
        };
        (one(texts), ...);
    };
    const auto as_printed = [&](auto& quantity) { visit(quantity.as_printed); };
    const auto labels = [&](auto& self, auto& breakdowns) -> void {
        for (auto& breakdown : breakdowns.items) {
            for (auto& part : breakdown.parts.items) {
                visit(part.label);
                self(self, part.breakdowns);
            }
        }
    };
    visit(record.title, record.note, record.revision_note, record.reason);
    for (auto& maintainer : record.maintainers.items) visit(maintainer);
    for (auto& flow : record.flows.items) visit(flow.label);
    for (auto& claim : record.claims.items) {
        visit(claim.text, claim.note);
        for_each_quantity(claim, as_printed);
        labels(labels, claim.breakdowns);
        for (auto& place : claim.places.items) visit(place.label);
        for (auto& appearance : claim.appearances.items) {
            auto& quote = appearance.quote;
            visit(appearance.attributed_to, quote.exact, quote.prefix, quote.suffix);
        }
    }
    for (auto& agent : record.agents.items) {
        visit(agent.name, agent.public_role, agent.description, agent.note);
        for (auto& alias : agent.aliases.items) visit(alias);
    }
    for (auto& source : record.sources.items) visit(source.title, source.note);
}

}  // namespace muster
