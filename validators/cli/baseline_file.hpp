// The file of known findings, written at the end of a check.
#pragma once

#include "cli/terminal.hpp"
#include "muster/check.hpp"

namespace muster {

/// Writes the baseline of an update, whole or not at all, and gives back how the command ends. `verdict` is what the
/// check itself came to: a baseline that rests on less than everything would make what is missing new again.
Exit write_baseline(const BaselineUse& baseline, Exit verdict);

}  // namespace muster
