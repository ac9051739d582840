// Records as values: what a document says, field by field, after muster judged it. The structures and their names are
// those of the documents (muster schema), so that the JSON pointer of claims[2].quantity is /claims/2/quantity. Words
// such as "count" are texts, since a minor release may add some. Nothing in here refers to memory of the checker.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What documents say. A field that is absent is empty, be it a text, a list or an optional. So is one that muster
/// found wrong (no such day, a negative count, an id that leads nowhere); then `unknown` is true of the structure that
/// holds it, and of those around it. A list keeps a place for what is wrong in it, so that positions are those of the
/// document.
namespace muster::records {

/// From `low` to `high`, both included.
struct Interval {
    std::int64_t low = 0;              ///< 0 or more
    std::optional<std::int64_t> high;  ///< nothing: no upper end
};

/// A date as it is written (EDTF), and the days it may mean.
struct Date {
    std::string text;                               ///< "2025-03-28", "2025-06-02/2025-06-16", "2024-10/.."
    std::optional<std::chrono::sys_days> earliest;  ///< nothing: no beginning is given
    std::optional<std::chrono::sys_days> latest;    ///< nothing: no end is given
    bool uncertain = false;                         ///< written with `?`, `~` or `%`
    bool unknown = false;                           ///< see the namespace
};

/// How many, as the speaker said it.
struct Quantity {
    std::optional<std::int64_t> amount;  ///< the number that was said
    std::optional<std::int64_t> lower;   ///< at least so many
    std::optional<std::int64_t> upper;   ///< at most so many
    std::string qualifier;               ///< "at_least", "about"
    std::string absent;                  ///< why there is no number: "withheld"
    std::string as_printed;              ///< the words of the source
    /// What all of it comes to, "more than 500" being 501 and more; nothing if it says no number or is unknown.
    std::optional<Interval> interval;
    bool unknown = false;  ///< see the namespace
};

struct Part;

/// What a number is made of.
struct Breakdown {
    std::string dimension;    ///< "category", "place"
    std::string shape;        ///< "partition", "open_list", "subsets"
    std::vector<Part> parts;  ///< of it
    bool unknown = false;     ///< see the namespace
};

/// One part of a breakdown.
struct Part {
    std::string label;                  ///< in words
    std::string code;                   ///< for programs
    std::optional<Quantity> quantity;   ///< how many
    std::vector<Breakdown> breakdowns;  ///< of this part
    bool unknown = false;               ///< see the namespace
};

/// Which exchanges a claim about many of them means. What is left out was not said.
struct Scope {
    std::string kind;                   ///< "remains", "persons", "items"
    std::vector<std::string> between;   ///< agents
    std::string from;                   ///< agent
    std::string to;                     ///< agent
    std::string part_of;                ///< series
    std::optional<Date> window;         ///< when
    std::string mediator;               ///< agent
    std::optional<Quantity> threshold;  ///< how many went at least
    bool unknown = false;               ///< see the namespace
};

/// How a number was computed from others.
struct Derivation {
    std::string method;           ///< "sum", "difference"
    std::vector<std::string> of;  ///< claims: `claim` of this record, or `record#claim`
    bool unknown = false;         ///< see the namespace
};

/// Words of a source.
struct Quote {
    std::string exact;   ///< the words
    std::string prefix;  ///< those before
    std::string suffix;  ///< those behind
};

/// Where a claim was published.
struct Appearance {
    std::string source;            ///< id
    std::vector<std::string> via;  ///< agents between the speaker and the source
    std::string attributed_to;     ///< what the source calls the speaker
    std::optional<Quote> quote;    ///< its words
    bool unknown = false;          ///< see the namespace
};

/// What a claim is to another one.
struct Relation {
    std::string type;      ///< "corroborates", "contradicts", "supersedes", "misprint_of"
    std::string claim;     ///< `claim` of this record, or `record#claim`
    bool unknown = false;  ///< see the namespace
};

/// A place by name.
struct Place {
    std::string label;     ///< in words
    std::string code;      ///< `authority:code`
    bool unknown = false;  ///< see the namespace
};

/// One directed leg of an exchange.
struct Flow {
    std::string id;                    ///< within the record
    std::string from;                  ///< agent
    std::string to;                    ///< agent
    std::string kind;                  ///< "remains", "persons", "items"
    std::string label;                 ///< tells like legs apart
    std::vector<std::string> returns;  ///< `record#flow` of what goes back
    bool unknown = false;              ///< see the namespace
};

/// What one speaker asserts. Which fields a type has is said by the schema.
struct Claim {
    std::string id;                        ///< within the record
    std::string type;                      ///< "count", "plan", "cumulative", "ordinal", ...
    std::string speaker;                   ///< agent, or "dataset" for the editors
    std::string origin;                    ///< agent it comes from: the speaker, or where an outlet has it from
    std::vector<std::string> flows;        ///< of this record
    std::string applies;                   ///< "together", "each", "unclear"
    std::optional<Scope> scope;            ///< of a claim about many exchanges
    std::vector<std::string> claims;       ///< what it confirms, denies or comments on
    std::optional<Quantity> quantity;      ///< how many
    std::string unit;                      ///< empty: that of the kind of its flows
    std::string category;                  ///< "military", "civilian", "mixed"
    std::string terms;                     ///< "exchange", "unilateral", ...
    std::vector<Breakdown> breakdowns;     ///< alternatives, never to be added
    std::optional<Derivation> derivation;  ///< if it was computed
    std::optional<std::int64_t> ordinal;   ///< from 1
    std::optional<Date> date;              ///< that it claims
    std::string status;                    ///< that it claims
    std::string place_role;                ///< "origin", "handover"
    std::vector<Place> places;             ///< where
    std::vector<std::string> mediators;    ///< agents
    std::string result;                    ///< of an identification
    std::string text;                      ///< what was said
    std::string note;                      ///< the editors'
    std::vector<Appearance> appearances;   ///< where it was published
    std::optional<Date> stated_on;         ///< when it was said
    std::string rank;                      ///< "preferred", "deprecated", or empty
    std::vector<Relation> relations;       ///< to other claims
    /// See the namespace. True also if an error elsewhere leaves open what this claim says.
    bool unknown = false;
};

/// Who speaks, publishes, gives or receives.
struct Agent {
    std::string id;           ///< in the record or the dataset
    std::string type;         ///< "party", "institution", "person", "group", "outlet", "anonymous"
    std::string name;         ///< not of an anonymous one
    std::string party;        ///< agent: whose side
    std::string public_role;  ///< of a person
    std::string description;  ///< in words
    bool unknown = false;     ///< see the namespace
};

/// A publication.
struct Source {
    std::string id;                 ///< in the record or the dataset
    std::string outlet;             ///< agent
    std::string url;                ///< where it stands
    std::string title;              ///< in its own language
    std::string syndicated_from;    ///< source that it copies
    std::string revision_of;        ///< source: an earlier state of the page
    std::optional<Date> published;  ///< first
    std::optional<Date> modified;   ///< last
    std::optional<Date> retrieved;  ///< by the editors
    bool unknown = false;           ///< see the namespace
};

/// What one speaker says of one set of flows: one claim, or the sum of their own counts of its flows.
struct Account {
    std::string speaker;               ///< agent; empty if unknown
    std::optional<Interval> interval;  ///< nothing: unknown
    std::vector<std::size_t> claims;   ///< positions in the record; two or more for a sum
    bool preferred = false;            ///< by the editors
};

/// What the accounts of one set of flows leave possible. Never an average.
struct View {
    Interval interval;                 ///< from the least to the greatest exact account
    std::optional<std::int64_t> best;  ///< the preferred number, else the one that all give, else nothing
    std::vector<std::size_t> claims;   ///< positions in the record of all that was used
};

/// A set of flows that somebody counted, or whose flows somebody counted one by one.
struct Counted {
    std::vector<std::size_t> flows;  ///< positions in the record, ascending
    std::vector<Account> accounts;   ///< of exactly this set
    std::optional<View> view;        ///< nothing: unknown
};

/// A document: an exchange, series or tombstone, a registry of agents or sources, or the dataset's own description.
struct Record {
    std::string path;                    ///< of its file, as in findings
    std::size_t index = 0;               ///< its place in the file, from 0
    std::string type;                    ///< "exchange", "series", "tombstone", "agents", "sources", "dataset"
    std::string id;                      ///< of all but registries
    std::string status;                  ///< of an exchange: "carried_out", "announced", ...
    std::optional<Date> date;            ///< of the exchange or series
    std::string title;                   ///< of a series or dataset
    std::string part_of;                 ///< series
    std::optional<std::int64_t> stage;   ///< which of the series, from 1
    std::optional<std::int64_t> stages;  ///< how many the series has
    std::vector<Flow> flows;             ///< of an exchange
    std::vector<Claim> claims;           ///< of an exchange or series
    std::vector<Agent> agents;           ///< defined here
    std::vector<Source> sources;         ///< defined here
    std::optional<Date> withdrawn_on;    ///< of a tombstone
    std::string replaced_by;             ///< of a tombstone: record
    std::vector<Scope> covers;           ///< of a dataset: what it holds all exchanges of
    bool unknown = false;                ///< see the namespace
    /// The numbers of an exchange, ordered by flows: each set of flows that a usable count speaks of, and all flows of
    /// one kind and direction, which is what "received by" means.
    std::vector<Counted> counted;
};

}  // namespace muster::records
