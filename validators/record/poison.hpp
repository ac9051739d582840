// What an error makes unknown for all later layers.
#pragma once

#include <span>

#include "core/draft.hpp"
#include "record/record.hpp"

namespace muster {

/// Makes participants of errors unknown: a claim's numbers, a flow, or the value that stands at its place.
void make_unknown(Record& record, std::span<const Participant> participants);

}  // namespace muster
