// From JSON to the typed record, written once for every reader. A reader gives values: their kind, text, place, members
// and elements, and whether an earlier layer found them wrong. What is required and not there is unknown, not absent.
#pragma once

#include <string_view>

#include "record/leaf_decoder.hpp"

namespace muster {

template <class In>
class Decoder : private LeafDecoder<In> {
public:
    Record document(const In& in) {
        Record record;
        record.where = in.where();
        Value<DocumentType> type;
        in.members([&](std::string_view key, const In& value) {
            if (key == "schema") word_of(value, type);
        });
        if (!type.known()) return record;
        record.type = *type;
        in.members([&](std::string_view key, const In& value) { member(record, key, value); });
        const auto is = [&](DocumentType wanted) { return record.type == wanted; };
        if (is(DocumentType::exchange)) require(record.id, record.status, record.date, record.flows, record.claims);
        if (is(DocumentType::series)) require(record.id, record.date, record.title);
        if (is(DocumentType::tombstone)) require(record.id, record.withdrawn_on);
        if (is(DocumentType::dataset)) require(record.id, record.title);
        if (is(DocumentType::agents)) require(record.agents);
        if (is(DocumentType::sources)) require(record.sources);
        return record;
    }

private:
    using Leaf = LeafDecoder<In>;
    using Leaf::date;
    using Leaf::list;
    using Leaf::reference;
    using Leaf::references;
    using Leaf::require;
    using Leaf::text;
    using Leaf::texts;
    using Leaf::whole;
    using Leaf::word_of;

    void member(Record& record, std::string_view key, const In& in) {
        if (key == "id") text(in, record.id);
        if (key == "status") word_of(in, record.status);
        if (key == "date") date(in, record.date);
        if (key == "part_of") text(in, record.part_of);
        if (key == "title") text(in, record.title);
        if (key == "stage") whole(in, record.stage);
        if (key == "stages") whole(in, record.stages);
        if (key == "flows") list(in, record.flows, [this](const In& v, Flow& f) { flow(v, f); });
        if (key == "claims") list(in, record.claims, [this](const In& v, Claim& c) { claim(v, c); });
        if (key == "agents") list(in, record.agents, [this](const In& v, Agent& a) { agent(v, a); });
        if (key == "sources") list(in, record.sources, [this](const In& v, Source& s) { source(v, s); });
        if (key == "revision") {
            in.members([&](std::string_view inner, const In& value) {
                if (inner == "date") date(value, record.revised_on);
                if (inner == "note") text(value, record.revision_note);
            });
        }
        if (key == "withdrawn_on") date(in, record.withdrawn_on);
        if (key == "replaced_by") text(in, record.replaced_by);
        if (key == "reason") text(in, record.reason);
        if (key == "note") text(in, record.note);
        if (key == "maintainers") texts(in, record.maintainers);
        if (key == "covers") list(in, record.covers, [this](const In& v, Scope& s) { scope(v, s); });
    }

    void quantity(const In& in, Quantity& field) {
        field.where = in.where();
        field.state = in.unknown() || !in.is_object() ? State::unknown : State::known;
        bool empty = true;
        in.members([&](std::string_view key, const In& value) {
            // A member that cannot be used may have said anything: more than, at most, not a number at all.
            if (value.unknown()) field.state = State::unknown;
            empty = false;
            if (key == "amount") whole(value, field.amount);
            if (key == "lower") whole(value, field.lower);
            if (key == "upper") whole(value, field.upper);
            if (key == "qualifier") word_of(value, field.qualifier);
            if (key == "absent") word_of(value, field.absence);
            if (key == "as_printed") text(value, field.as_printed);
        });
        if (empty) field.state = State::unknown;
        if (!field.qualifier.absent()) require(field.amount);
    }

    void breakdown(const In& in, Breakdown& field) {
        field.where = in.where();
        in.members([&](std::string_view key, const In& value) {
            if (key == "dimension") text(value, field.dimension);
            if (key == "shape") word_of(value, field.shape);
            if (key == "parts") list(value, field.parts, [this](const In& v, Part& p) { part(v, p); });
        });
        require(field.dimension, field.shape, field.parts);
        if (in.unknown()) field.parts.state = State::unknown;
    }

    void part(const In& in, Part& field) {
        field.where = in.where();
        in.members([&](std::string_view key, const In& value) {
            if (key == "label") text(value, field.label);
            if (key == "code") text(value, field.code);
            if (key == "quantity") quantity(value, field.quantity);
            if (key == "breakdowns") breakdowns(value, field.breakdowns);
        });
        require(field.label, field.quantity);
        if (in.unknown()) field.quantity.state = State::unknown;
    }

    void breakdowns(const In& in, List<Breakdown>& field) {
        list(in, field, [this](const In& v, Breakdown& b) { breakdown(v, b); });
    }

    void scope(const In& in, Scope& field) {
        field.where = in.where();
        field.state = in.unknown() || !in.is_object() ? State::unknown : State::known;
        in.members([&](std::string_view key, const In& value) {
            // A member that cannot be used may have left out any exchange.
            if (value.unknown()) field.state = State::unknown;
            if (key == "kind") word_of(value, field.kind);
            if (key == "between") texts(value, field.between);
            if (key == "from") text(value, field.from);
            if (key == "to") text(value, field.to);
            if (key == "part_of") text(value, field.part_of);
            if (key == "mediator") text(value, field.mediator);
            if (key == "window") date(value, field.window);
            if (key == "threshold") quantity(value, field.threshold);
        });
    }

    void derivation(const In& in, Derivation& field) {
        field.where = in.where();
        field.state = in.unknown() || !in.is_object() ? State::unknown : State::known;
        in.members([&](std::string_view key, const In& value) {
            if (key == "method") word_of(value, field.method);
            if (key == "of") references(value, field.of);
        });
        require(field.method, field.of);
    }

    void appearance(const In& in, Appearance& field) {
        field.where = in.where();
        in.members([&](std::string_view key, const In& value) {
            if (key == "source") text(value, field.source);
            if (key == "via") texts(value, field.via);
            if (key == "attributed_to") text(value, field.attributed_to);
            if (key == "quote") {
                value.members([&](std::string_view inner, const In& words) {
                    if (inner == "exact") text(words, field.quote.exact);
                    if (inner == "prefix") text(words, field.quote.prefix);
                    if (inner == "suffix") text(words, field.quote.suffix);
                });
                require(field.quote.exact);
            }
        });
        require(field.source);
    }

    void relation(const In& in, Relation& field) {
        field.where = in.where();
        in.members([&](std::string_view key, const In& value) {
            if (key == "type") word_of(value, field.type);
            if (key == "claim") reference(value, field.claim);
        });
        require(field.type, field.claim);
    }

    void flow(const In& in, Flow& field) {
        field.where = in.where();
        in.members([&](std::string_view key, const In& value) {
            if (key == "id") text(value, field.id);
            if (key == "from") text(value, field.from);
            if (key == "to") text(value, field.to);
            if (key == "kind") word_of(value, field.kind);
            if (key == "label") text(value, field.label);
            if (key == "returns") texts(value, field.returns);
        });
        require(field.id, field.from, field.to, field.kind);
        field.unknown = in.unknown();
    }

    void agent(const In& in, Agent& field) {
        field.where = in.where();
        in.members([&](std::string_view key, const In& value) {
            if (key == "id") text(value, field.id);
            if (key == "type") word_of(value, field.type);
            if (key == "name") text(value, field.name);
            if (key == "party") text(value, field.party);
            if (key == "public_role") text(value, field.public_role);
            if (key == "description") text(value, field.description);
            if (key == "note") text(value, field.note);
            if (key == "aliases") texts(value, field.aliases);
        });
        require(field.id, field.type);
        if (!field.type.known()) return;
        require(*field.type == AgentType::anonymous ? field.description : field.name);
        if (*field.type == AgentType::person) require(field.public_role);
    }

    void source(const In& in, Source& field) {
        field.where = in.where();
        in.members([&](std::string_view key, const In& value) {
            if (key == "id") text(value, field.id);
            if (key == "outlet") text(value, field.outlet);
            if (key == "url") text(value, field.url);
            if (key == "title") text(value, field.title);
            if (key == "syndicated_from") text(value, field.syndicated_from);
            if (key == "revision_of") text(value, field.revision_of);
            if (key == "note") text(value, field.note);
            if (key == "snapshot") snapshot(value, field);
            if (key == "published") date(value, field.published);
            if (key == "modified") date(value, field.modified);
            if (key == "retrieved") date(value, field.retrieved);
        });
        require(field.id, field.outlet);
    }

    void snapshot(const In& in, Source& field) {
        in.members([&](std::string_view key, const In& value) {
            if (key == "sha256") text(value, field.snapshot_sha256);
            if (key == "path") text(value, field.snapshot_path);
        });
        require(field.snapshot_sha256);
        if (in.unknown()) field.snapshot_sha256.state = State::unknown;
    }

    void claim(const In& in, Claim& field) {
        field.where = in.where();
        field.unknown = in.unknown();
        in.members([&](std::string_view key, const In& value) { claim_member(field, key, value); });
        require(field.id, field.type, field.speaker);
        // What cannot be read at all may have had any rank, and relations to any other claim.
        if (!in.is_object()) require(field.rank, field.relations);
        if (!field.type.known()) {
            field.unknown = true;
            return;
        }
        require_of_type(field);
        if (field.speaker.is("dataset")) {
            require(field.derivation);
        } else {
            // Computed and published nowhere: the speaker may be meant to be the editors.
            if (field.appearances.absent() && field.derivation.state != State::absent)
                field.speaker.state = State::unknown;
            require(field.appearances);
        }
    }

    static void require_of_type(Claim& field) {
        const auto is = [&](ClaimType wanted) { return *field.type == wanted; };
        if (is(ClaimType::count)) require(field.flows, field.quantity);
        if (is(ClaimType::plan)) require(field.quantity);
        if (is(ClaimType::cumulative)) require(field.scope, field.quantity);
        if (is(ClaimType::ordinal)) require(field.scope, field.ordinal);
        if (is(ClaimType::previous)) require(field.scope, field.date);
        if (is(ClaimType::identification)) require(field.result);
        if (is(ClaimType::place)) require(field.place_role, field.places);
        if (is(ClaimType::mediation)) require(field.mediators);
        if (is(ClaimType::date)) require(field.date);
        if (is(ClaimType::status)) require(field.status);
        if (is(ClaimType::interpretation) || is(ClaimType::statement)) require(field.text);
        const bool may_have_either = is(ClaimType::plan) || is(ClaimType::identification);
        if (may_have_either && field.flows.absent()) require(field.scope);
        if ((is(ClaimType::count) || is(ClaimType::plan)) && field.flows.size() > 1) require(field.applies);
    }

    void claim_member(Claim& field, std::string_view key, const In& in) {
        if (key == "id") return text(in, field.id);
        if (key == "type") return word_of(in, field.type);
        if (key == "speaker") return text(in, field.speaker);
        if (key == "flows") return texts(in, field.flows);
        if (key == "applies") return word_of(in, field.applies);
        if (key == "scope") return scope(in, field.scope);
        if (key == "claims") return references(in, field.claims);
        if (key == "quantity") return quantity(in, field.quantity);
        if (key == "unit") return word_of(in, field.unit);
        if (key == "category") return word_of(in, field.category);
        if (key == "terms") return word_of(in, field.terms);
        if (key == "breakdowns") return breakdowns(in, field.breakdowns);
        if (key == "derivation") return derivation(in, field.derivation);
        if (key == "ordinal") return whole(in, field.ordinal);
        if (key == "date") return date(in, field.date);
        if (key == "status") return word_of(in, field.status);
        if (key == "place_role") return word_of(in, field.place_role);
        if (key == "mediators") return texts(in, field.mediators);
        if (key == "result") return word_of(in, field.result);
        if (key == "text") return text(in, field.text);
        if (key == "note") return text(in, field.note);
        if (key == "stated_on") return date(in, field.stated_on);
        if (key == "rank") return word_of(in, field.rank);
        if (key == "places") return list(in, field.places, [this](const In& v, NamedPlace& p) { named_place(v, p); });
        if (key == "appearances") {
            return list(in, field.appearances, [this](const In& v, Appearance& a) { appearance(v, a); });
        }
        if (key == "relations") return list(in, field.relations, [this](const In& v, Relation& r) { relation(v, r); });
        // A field that nobody knows may have been meant to say anything about the claim.
        if (key != "extensions" && in.unknown()) field.unknown = true;
    }

    void named_place(const In& in, NamedPlace& field) {
        in.members([&](std::string_view key, const In& value) {
            if (key == "label") text(value, field.label);
            if (key == "code") text(value, field.code);
        });
        require(field.label);
    }
};

}  // namespace muster
