// The typed record as values for those who use the library: what is unknown is left out, and said to be.
#pragma once

#include "muster/records.hpp"
#include "record/record_check.hpp"

namespace muster {

/// Of a record in its present state, with the accounts it has in that state. Path and index are left open.
records::Record values_of(RecordCheck& check);
records::Agent values_of(const Agent& agent);
records::Source values_of(const Source& source);

/// Nothing for an unknown one.
std::optional<records::Interval> value_of(const Interval& interval);
/// Who counts which flows of a record.
std::vector<records::Counted> counted_in(const Record& record, const Accounts& accounts);

}  // namespace muster
