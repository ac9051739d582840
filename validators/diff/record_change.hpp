// What changed in one record, sorted by what a reader asks for first: status, date, figures, claims, flows, the rest.
#pragma once

#include "diff/difference.hpp"
#include "diff/version.hpp"

namespace muster {

/// One version of a record, with the registries that name its agents.
struct RecordSide {
    const LoadedItem& item;
    const DatasetVersion& version;

    const Record& record() const { return item.examined->record; }
    const Document& document() const { return *item.examined->document(); }
};

/// In a few words: date, status, and how much it holds; of a tombstone the day and the reason.
std::string about(const Examined& record);

/// Of a record that is in both versions. Without dataset and id.
RecordChange change_of(const RecordSide& before, const RecordSide& after);

/// A difference as it is reported where nothing is known of its field.
FieldChange field_change(const Difference& difference, const Document& before, const Document& after);

}  // namespace muster
