// A finding as a person reads it: place, message, code frame, notes and remedy. Several formats hold it.
#pragma once

#include <string>

#include "muster/finding.hpp"
#include "report/paint.hpp"

namespace muster {

/// Whole lines, each with its line break; all text in them is inert.
std::string finding_text(const Finding& finding, const Paint& paint);

/// "note: PATH:LINE:COLUMN: MESSAGE" of each related place and "help: REMEDY", each a line without its line break.
std::vector<std::string> finding_notes(const Finding& finding, const Paint& paint);

}  // namespace muster
