// What an error makes unknown for all later layers.
#pragma once

#include "core/draft.hpp"
#include "record/record.hpp"

namespace muster {

/// Makes a participant of an error unknown: a claim's numbers, a flow, or the value that stands at its place.
void make_unknown(Record& record, const Participant& participant);

}  // namespace muster
