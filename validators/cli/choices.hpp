// What the flags that several commands share may be, and what is said of anything else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "muster/finding.hpp"
#include "muster/result.hpp"

namespace muster {

/// --fail-on: the least severity that counts; nothing for "none".
Result<std::optional<Severity>> chosen_threshold(std::string_view written);
/// --max-findings: a number, or "all".
Result<std::size_t> chosen_cap(std::string_view written);
/// The day by the clock of the machine, as 2025-06-30.
std::string today();

}  // namespace muster
