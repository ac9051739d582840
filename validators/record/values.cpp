#include "record/values.hpp"

#include <type_traits>
#include <utility>

#include "record/names.hpp"
#include "record/origin.hpp"

namespace muster {
namespace {

/// Makes values, and remembers whether one of them was unknown.
class Maker {
public:
    records::Flow of(const Flow& flow) {
        return whole<records::Flow>([&](records::Flow& made) {
            unknown_ |= flow.unknown;
            made.id = text(flow.id);
            made.from = text(flow.from);
            made.to = text(flow.to);
            made.kind = text(flow.kind);
            made.label = text(flow.label);
            made.returns = texts(flow.returns);
        });
    }
    records::Claim of(const Claim& claim);
    records::Agent of(const Agent& agent) {
        return whole<records::Agent>([&](records::Agent& made) {
            made.id = text(agent.id);
            made.type = text(agent.type);
            made.name = text(agent.name);
            made.party = text(agent.party);
            made.public_role = text(agent.public_role);
            made.description = text(agent.description);
        });
    }
    records::Source of(const Source& source) {
        return whole<records::Source>([&](records::Source& made) {
            made.id = text(source.id);
            made.outlet = text(source.outlet);
            made.url = text(source.url);
            made.title = text(source.title);
            made.syndicated_from = text(source.syndicated_from);
            made.revision_of = text(source.revision_of);
            optional(source.published, made.published);
            optional(source.modified, made.modified);
            optional(source.retrieved, made.retrieved);
        });
    }
    records::Record of(const Record& record);

private:
    /// One structure: unknown if something in it is.
    template <class T, class Fill>
    T whole(Fill fill) {
        T made;
        const bool around = std::exchange(unknown_, false);
        fill(made);
        made.unknown = unknown_;
        unknown_ |= around;
        return made;
    }

    template <class T>
    std::string text(const Value<T>& field) {
        unknown_ |= field.unknown();
        if (!field.known()) return "";
        if constexpr (std::is_enum_v<T>) {
            return std::string(word(*field));
        } else if constexpr (std::is_same_v<T, ClaimRef>) {
            return std::string(field->text);
        } else {
            return std::string(*field);
        }
    }
    std::optional<std::int64_t> number(const Value<std::int64_t>& field) {
        unknown_ |= field.unknown();
        return field.known() ? std::optional(*field) : std::nullopt;
    }

    template <class Made, class T, class Make>
    std::vector<Made> list(const List<T>& field, Make make) {
        unknown_ |= field.unknown();
        std::vector<Made> made;
        for (const T& item : field) made.push_back(make(item));
        return made;
    }
    template <class T>
    std::vector<std::string> texts(const List<T>& field) {
        return list<std::string>(field, [&](const T& item) { return text(item); });
    }
    template <class Made, class T>
    std::vector<Made> all(const List<T>& field) {
        return list<Made>(field, [&](const T& item) { return of(item); });
    }

    template <class T, class Made>
    void optional(const T& field, std::optional<Made>& made) {
        if (field.state != State::absent) made = of(field);
    }

    records::Date of(const Date& date) {
        return whole<records::Date>([&](records::Date& made) {
            made.text = text(date);
            if (!date.known()) return;
            const auto day = [](Day days) { return std::chrono::sys_days(std::chrono::days(days)); };
            const EdtfDate& days = date->days;
            if (days.earliest != before_all_days) made.earliest = day(days.earliest);
            if (days.latest != after_all_days) made.latest = day(days.latest);
            made.uncertain = days.uncertain;
        });
    }
    std::string text(const Date& date) {
        unknown_ |= date.unknown();
        return date.known() ? std::string(date->text) : "";
    }

    records::Quantity of(const Quantity& quantity) {
        return whole<records::Quantity>([&](records::Quantity& made) {
            made.amount = number(quantity.amount);
            made.lower = number(quantity.lower);
            made.upper = number(quantity.upper);
            made.qualifier = text(quantity.qualifier);
            made.absent = text(quantity.absence);
            made.as_printed = text(quantity.as_printed);
            unknown_ |= quantity.unknown() || quantity.reversed();
            if (quantity.has_interval()) made.interval = value_of(quantity.interval());
        });
    }

    records::Breakdown of(const Breakdown& breakdown) {
        return whole<records::Breakdown>([&](records::Breakdown& made) {
            made.dimension = text(breakdown.dimension);
            made.shape = text(breakdown.shape);
            made.parts = all<records::Part>(breakdown.parts);
        });
    }
    records::Part of(const Part& part) {
        return whole<records::Part>([&](records::Part& made) {
            made.label = text(part.label);
            made.code = text(part.code);
            optional(part.quantity, made.quantity);
            made.breakdowns = all<records::Breakdown>(part.breakdowns);
        });
    }
    records::Scope of(const Scope& scope) {
        return whole<records::Scope>([&](records::Scope& made) {
            unknown_ |= scope.unknown();
            made.kind = text(scope.kind);
            made.between = texts(scope.between);
            made.from = text(scope.from);
            made.to = text(scope.to);
            made.part_of = text(scope.part_of);
            optional(scope.window, made.window);
            made.mediator = text(scope.mediator);
            optional(scope.threshold, made.threshold);
        });
    }
    records::Derivation of(const Derivation& derivation) {
        return whole<records::Derivation>([&](records::Derivation& made) {
            unknown_ |= derivation.state == State::unknown;
            made.method = text(derivation.method);
            made.of = texts(derivation.of);
        });
    }
    records::Appearance of(const Appearance& appearance) {
        return whole<records::Appearance>([&](records::Appearance& made) {
            made.source = text(appearance.source);
            made.via = texts(appearance.via);
            made.attributed_to = text(appearance.attributed_to);
            const Quote& quote = appearance.quote;
            if (quote.exact.absent()) return;
            made.quote = {text(quote.exact), text(quote.prefix), text(quote.suffix)};
        });
    }
    records::Relation of(const Relation& relation) {
        return whole<records::Relation>([&](records::Relation& made) {
            made.type = text(relation.type);
            made.claim = text(relation.claim);
        });
    }
    records::Place of(const NamedPlace& place) {
        return whole<records::Place>([&](records::Place& made) {
            made.label = text(place.label);
            made.code = text(place.code);
        });
    }

    bool unknown_ = false;
};

records::Claim Maker::of(const Claim& claim) {
    return whole<records::Claim>([&](records::Claim& made) {
        unknown_ |= claim.unknown;
        made.id = text(claim.id);
        made.type = text(claim.type);
        made.speaker = text(claim.speaker);
        made.flows = texts(claim.flows);
        made.applies = text(claim.applies);
        optional(claim.scope, made.scope);
        made.claims = texts(claim.claims);
        optional(claim.quantity, made.quantity);
        made.unit = text(claim.unit);
        made.category = text(claim.category);
        made.terms = text(claim.terms);
        made.breakdowns = all<records::Breakdown>(claim.breakdowns);
        optional(claim.derivation, made.derivation);
        made.ordinal = number(claim.ordinal);
        optional(claim.date, made.date);
        made.status = text(claim.status);
        made.place_role = text(claim.place_role);
        made.places = all<records::Place>(claim.places);
        made.mediators = texts(claim.mediators);
        made.result = text(claim.result);
        made.text = text(claim.text);
        made.note = text(claim.note);
        made.appearances = all<records::Appearance>(claim.appearances);
        optional(claim.stated_on, made.stated_on);
        made.rank = text(claim.rank);
        made.relations = all<records::Relation>(claim.relations);
    });
}

/// "exchange" for muster/exchange/1.
std::string type_of(DocumentType type) {
    if (type == DocumentType::unknown) return "";
    const std::string_view name = word(type);
    const std::size_t begin = name.find('/') + 1;
    return std::string(name.substr(begin, name.rfind('/') - begin));
}

records::Record Maker::of(const Record& record) {
    return whole<records::Record>([&](records::Record& made) {
        made.type = type_of(record.type);
        made.id = text(record.id);
        made.status = text(record.status);
        optional(record.date, made.date);
        made.title = text(record.title);
        made.part_of = text(record.part_of);
        made.stage = number(record.stage);
        made.stages = number(record.stages);
        made.flows = all<records::Flow>(record.flows);
        made.claims = all<records::Claim>(record.claims);
        made.agents = all<records::Agent>(record.agents);
        made.sources = all<records::Source>(record.sources);
        optional(record.withdrawn_on, made.withdrawn_on);
        made.replaced_by = text(record.replaced_by);
        made.covers = all<records::Scope>(record.covers);
    });
}

}  // namespace

records::Record values_of(RecordCheck& check) {
    const Record& record = check.record();
    records::Record made = Maker().of(record);
    made.counted = counted_in(record, check.accounts());
    for (std::uint32_t i = 0; i < made.claims.size(); ++i)
        made.claims[i].origin = origin_of(check, {ClaimFound::Outcome::found, &record, &check.claim(i), i});
    return made;
}

records::Agent values_of(const Agent& agent) {
    return Maker().of(agent);
}

records::Source values_of(const Source& source) {
    return Maker().of(source);
}

}  // namespace muster
