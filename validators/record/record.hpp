// The typed record: exchanges, series and tombstones with their claims. Views into a Document that it keeps alive.
// Every leaf knows where it stands and can be absent, known or unknown; what is unknown was found wrong by an earlier
// layer, and no later rule may build a verdict on it.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/draft.hpp"
#include "record/edtf_date.hpp"
#include "record/interval.hpp"

namespace muster {

enum class State : std::uint8_t { absent, known, unknown };

template <class T>
struct Value {
    T value{};
    Where where = nowhere;
    State state = State::absent;

    bool known() const { return state == State::known; }
    bool absent() const { return state == State::absent; }
    bool unknown() const { return state == State::unknown; }
    const T& operator*() const { return value; }
    const T* operator->() const { return &value; }
    /// Known and equal to `other`.
    bool is(const T& other) const { return known() && value == other; }
};

using Text = Value<std::string_view>;

/// A list field. `unknown` if the field itself cannot be used; its items can be unknown one by one.
template <class T>
struct List {
    std::vector<T> items;
    Where where = nowhere;
    State state = State::absent;

    bool known() const { return state == State::known; }
    bool absent() const { return state == State::absent; }
    bool unknown() const { return state == State::unknown; }
    auto begin() const { return items.begin(); }
    auto end() const { return items.end(); }
    auto size() const { return items.size(); }
    bool empty() const { return items.empty(); }
};

enum class Kind : std::uint8_t { remains, persons, items };
enum class Unit : std::uint8_t { person, body, remains_package, fragment, item };
enum class Category : std::uint8_t { military, civilian, mixed };
enum class Terms : std::uint8_t { exchange, outside_exchange, unilateral, return_of_misattributed };
enum class RecordStatus : std::uint8_t { announced, agreed, postponed, aborted, carried_out, disputed };
enum class Applies : std::uint8_t { together, each, unclear };
enum class Rank : std::uint8_t { preferred, deprecated };
enum class Qualifier : std::uint8_t { at_least, more_than, at_most, fewer_than, about, nearly };
enum class Absence : std::uint8_t { not_stated, withheld, unknown, no_comment };
enum class Shape : std::uint8_t { partition, open_list, subsets };
enum class Method : std::uint8_t { sum, difference };
enum class RelationType : std::uint8_t { corroborates, contradicts, supersedes, misprint_of };
enum class AgentType : std::uint8_t { party, institution, person, group, outlet, anonymous };
enum class IdentificationResult : std::uint8_t { presumed, pending, identified, misattributed };
enum class PlaceRole : std::uint8_t { origin, handover };
enum class ClaimType : std::uint8_t {
    count,
    plan,
    cumulative,
    ordinal,
    previous,
    identification,
    place,
    mediation,
    date,
    status,
    confirmation,
    denial,
    interpretation,
    statement,
};

/// A date field: as written, and the days it may mean.
struct WrittenDate {
    std::string_view text;
    EdtfDate days;
    std::optional<DateProblem> problem;
    std::string_view culprit;
    bool operator==(const WrittenDate& other) const { return text == other.text; }
};
using Date = Value<WrittenDate>;

/// `claim` (here) or `record#claim`.
struct ClaimRef {
    std::string_view text;    ///< as written
    std::string_view record;  ///< "" for a claim of this record
    std::string_view claim;
    bool operator==(const ClaimRef& other) const { return text == other.text; }
};

struct Quantity {
    Where where = nowhere;
    State state = State::absent;
    Value<std::int64_t> amount, lower, upper;
    Value<Qualifier> qualifier;
    Value<Absence> absence;
    Text as_printed;

    bool present() const { return state != State::absent; }
    bool unknown() const;
    /// There is a number in it, or one that cannot be used; false for what is absent.
    bool has_interval() const;
    /// Its bounds contradict each other, or its amount lies outside of them; "nearly 1,000" may well be at most 999.
    bool reversed() const;
    /// What it says: "at least 500" is [500, ..). Interval::unknown() where a part of it is unknown or its bounds are
    /// reversed.
    Interval interval() const;
    /// Where a reader looks for the number: the amount, else a bound, else the object.
    Where place() const;
};

struct Part;
struct Breakdown {
    Where where = nowhere;
    Text dimension;
    Value<Shape> shape;
    List<Part> parts;
};
struct Part {
    Where where = nowhere;
    Text label, code;
    Quantity quantity;
    List<Breakdown> breakdowns;
};

struct Scope {
    Where where = nowhere;
    State state = State::absent;
    Value<Kind> kind;
    List<Text> between;
    Text from, to, part_of, mediator;
    Date window;
    Quantity threshold;

    /// Something of it cannot be used: which exchanges it means cannot be known.
    bool unknown() const;
};

struct Derivation {
    Where where = nowhere;
    State state = State::absent;
    Value<Method> method;
    List<Value<ClaimRef>> of;
};

struct Quote {
    Text exact, prefix, suffix;
};

struct Appearance {
    Where where = nowhere;
    Text source;
    List<Text> via;
    Text attributed_to;
    Quote quote;
};

struct Relation {
    Where where = nowhere;
    Value<RelationType> type;
    Value<ClaimRef> claim;
};

struct Flow {
    Where where = nowhere;
    Text id, from, to, label;
    Value<Kind> kind;
    List<Text> returns;    ///< `record#flow`, as written
    bool unknown = false;  ///< poisoned by an earlier error
};

struct NamedPlace {
    Text label, code;
};

struct Claim {
    Where where = nowhere;
    Text id;
    Value<ClaimType> type;
    Text speaker;
    List<Text> flows;
    Value<Applies> applies;
    Scope scope;
    List<Value<ClaimRef>> claims;
    Quantity quantity;
    Value<Unit> unit;
    Value<Category> category;
    Value<Terms> terms;
    List<Breakdown> breakdowns;
    Derivation derivation;
    Value<std::int64_t> ordinal;
    Date date;
    Value<RecordStatus> status;
    Value<PlaceRole> place_role;
    List<NamedPlace> places;
    List<Text> mediators;
    Value<IdentificationResult> result;
    Text text, note;
    List<Appearance> appearances;
    Date stated_on;
    Value<Rank> rank;
    List<Relation> relations;
    bool unknown = false;  ///< poisoned by an earlier error: its numbers may be anything
};

struct Agent {
    Where where = nowhere;
    Text id;
    Value<AgentType> type;
    Text name, party, public_role, description, note;
    List<Text> aliases;
};

struct Source {
    Where where = nowhere;
    Text id, outlet, url, title, syndicated_from, revision_of, note;
    Text snapshot_sha256, snapshot_path;
    Date published, modified, retrieved;
};

enum class DocumentType : std::uint8_t { exchange, series, tombstone, dataset, agents, sources, unknown };

struct Record {
    DocumentType type = DocumentType::unknown;
    Where where = nowhere;
    Text id;
    Value<RecordStatus> status;
    Date date;
    Text part_of, title;
    Value<std::int64_t> stage, stages;
    List<Flow> flows;
    List<Claim> claims;
    List<Agent> agents;    ///< the record's own, or a registry's
    List<Source> sources;  ///< the record's own, or a registry's
    Date revised_on;       ///< of its revision
    Date withdrawn_on;     ///< tombstone
    Text replaced_by;      ///< tombstone
    Text reason;           ///< tombstone
    Text note, revision_note;
    List<Text> maintainers;  ///< dataset
    List<Scope> covers;      ///< dataset

    /// Exchanges, series and tombstones.
    bool is_record() const {
        return type == DocumentType::exchange || type == DocumentType::series || type == DocumentType::tombstone;
    }

    std::shared_ptr<const void> storage;  ///< keeps alive what the views point into
};

/// An outlet, or somebody unknown: what a source's outlet can be.
constexpr bool may_publish(AgentType type) {
    return type == AgentType::outlet || type == AgentType::anonymous;
}

/// The unit that a kind is counted in when a claim names none.
Unit own_unit(Kind kind);

}  // namespace muster
