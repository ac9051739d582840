// The end of a report in sentences: what was checked, what was found, and always what was not checked and why.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace muster {

/// Each is one line; the first says what was checked. `shown` is the number of findings the report holds.
std::vector<std::string> sentences(const Summary& summary, std::size_t shown, const ReportOptions& options);

}  // namespace muster
