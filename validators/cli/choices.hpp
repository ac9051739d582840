// What the flags that several commands share may be, and what is said of anything else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/finding.hpp"
#include "muster/result.hpp"
#include "report/report.hpp"

namespace muster {

/// "--format cannot be jsn; it can be text or json; did you mean json?"
Error not_a_choice(std::string_view option, std::string_view written, const std::vector<std::string_view>& choices);

/// --format of a report.
Result<const Format*> chosen_format(std::string_view written);
/// --fail-on: the least severity that counts; nothing for "none".
Result<std::optional<Severity>> chosen_threshold(std::string_view written);
/// --max-findings: a number, or "all".
Result<std::size_t> chosen_cap(std::string_view written);

}  // namespace muster
