// How the command speaks to its user: standard output for what was asked for, standard error for what stands in the
// way, and the exit code.
#pragma once

#include <string_view>

#include "core/suggestion.hpp"
#include "muster/result.hpp"

namespace muster {

/// The highest wins.
enum class Exit : int {
    clean = 0,
    findings = 1,  ///< at or above the threshold
    unusable = 2,  ///< an option, a path, or no record at all
    broken = 3,    ///< a rule broke down, or what was to be written could not be
};

/// Prints to standard output; complains and returns Exit::broken if that fails.
Exit print(std::string_view text);

/// One line on standard error, "muster: " before it; the message may hold text from data.
void complain(std::string_view message);

/// Complains and returns Exit::unusable.
Exit refuse(std::string_view message);

/// "empty" for an empty value of an option, else the value.
std::string shown_value(std::string_view written);

/// "OPTION cannot be WRITTEN; it can be A, B or C", and the nearest of the choices.
Error not_a_choice(std::string_view option, std::string_view written, const std::vector<std::string_view>& choices);

}  // namespace muster
