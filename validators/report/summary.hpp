// The end of a report in sentences: what was checked, what was found, and always what was not checked and why.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace muster {

/// "Checked 1 file with 1 record and 9 claims, as of 2025-06-30: 1 error."
std::string what_was_checked(const Summary& summary, const ReportOptions& options);

/// Something a reader must know to judge a report: what it does not show, what was not checked.
struct Remark {
    Severity severity = Severity::info;  ///< error: muster could not do its job; warning: findings are not shown
    std::string text;                    ///< one inert sentence
};

/// `shown` is the number of findings the report holds.
std::vector<Remark> remarks(const Summary& summary, std::size_t shown);

}  // namespace muster
