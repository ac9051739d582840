// Where a claim comes from. Two outlets that print one agency's figure are one voice.
#pragma once

#include <string>

#include "record/record_check.hpp"

namespace muster {

/// The id of the agent that a claim comes from: its speaker. An outlet that prints it on a page of its own has it from
/// the first station named, or from the outlet that the page is a copy of. "" if it cannot be known.
std::string origin_of(const RecordCheck& check, const ClaimFound& claim);

}  // namespace muster
