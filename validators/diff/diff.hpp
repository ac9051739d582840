// Two versions of a dataset compared: what came, what went, and what is now said otherwise. Records are matched by id,
// claims by id within their record; names of files, order and layout are no change. A change is no finding; a record
// that is gone without a tombstone is one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "muster/check.hpp"
#include "muster/finding.hpp"
#include "muster/result.hpp"

namespace muster {

enum class Change : std::uint8_t { added, dropped, changed, reordered };
std::string_view to_string(Change change);

/// A value somewhere in a document, before and after, as compact JSON; "" where it was not there.
struct FieldChange {
    Change change = Change::changed;
    std::string path;  ///< "claims[ua-909].note"
    std::string from;
    std::string to;
};

/// What a claim or a part of it counts: in words, and as the interval that these mean.
struct Figure {
    std::string words;
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;  ///< nothing: no upper end, or no number
};

struct FigureChange {
    std::string claim;
    std::vector<std::string> part;  ///< dimension and label of a part of the claim, outermost first; empty: all of it
    std::string speaker;            ///< by name, as the newer version has it
    std::optional<Figure> from;
    std::optional<Figure> to;
};

struct ClaimChange {
    Change change = Change::added;
    std::string claim;
    std::string type;
    std::string speaker;  ///< by name
    std::optional<Figure> figure;
    std::vector<std::string> relations;  ///< "supersedes ua-909"
};

struct FlowChange {
    Change change = Change::added;
    std::string flow;
    std::string words;                 ///< "remains from Russia to Ukraine", as the newest version that has it
    std::optional<FieldChange> field;  ///< of a flow that changed, its path within the flow
};

/// What the `revision` of a record says of its change.
struct Revision {
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
    std::string data_status;  ///< of the newer version, as `note`
    std::string note;

    /// The newer version says of itself that it is one.
    bool declared() const { return to && *to > from.value_or(0); }
};

enum class Fate : std::uint8_t {
    added,
    lost,       ///< gone without a tombstone: there is a finding
    missing,    ///< gone, unless it stands in something of the newer version that cannot be read
    withdrawn,  ///< a tombstone has taken its place
    restored,   ///< it has taken the place of a tombstone
    changed,
};
std::string_view to_string(Fate fate);

struct RecordChange {
    Fate fate = Fate::changed;
    std::string dataset;  ///< "" if the versions are one dataset each
    std::string record;
    std::string about;  ///< "2025-03-28, carried out, 2 flows, 8 claims"; of a tombstone the day and the reason
    Revision revision;
    std::optional<FieldChange> status;
    std::optional<FieldChange> date;
    std::vector<FigureChange> figures;
    std::vector<ClaimChange> claims;
    std::vector<FlowChange> flows;
    std::vector<FieldChange> others;
};

enum class ItemKind : std::uint8_t { record, agent, source, dataset, registry };
std::string_view to_string(ItemKind kind);

/// A change outside of the records: an agent or a source of a registry, dataset.json, another field of a registry.
struct ItemChange {
    ItemKind kind = ItemKind::agent;
    Change change = Change::changed;
    std::string dataset;
    std::string id;
    std::string name;
    std::vector<FieldChange> fields;
};

/// Something that cannot be read, or not for certain, and so not be compared.
struct Unread {
    Place place;
    std::string code;
    std::string message;
};

struct VersionRead {
    std::string path;
    std::size_t files = 0;
    std::size_t records = 0;
    std::size_t claims = 0;
    std::vector<std::string> skipped_files;  ///< nothing of muster's
    std::vector<Trouble> troubles;
    std::vector<Unread> unread;
    bool may_hold_more = false;  ///< some of what cannot be read may be a record

    bool complete() const { return troubles.empty() && unread.empty(); }
};

struct Diff {
    VersionRead before;
    VersionRead after;
    std::vector<Finding> findings;
    std::vector<RecordChange> records;  ///< by dataset and id
    std::vector<ItemChange> items;      ///< by dataset, kind and id

    bool empty() const { return records.empty() && items.empty(); }
    std::size_t count(Fate fate) const;
    std::size_t changed_figures() const;
};

/// Compares what stands below two paths (files, folders, "-"). Error: the paths cannot be used together.
Result<Diff> compare_versions(const std::string& before, const std::string& after);

}  // namespace muster
