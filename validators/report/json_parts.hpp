// What the forms for programs have in common: findings, the summary and the rest of a report as JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/inert.hpp"
#include "report/report.hpp"

namespace muster {

/// {"code": ..., ..., "fingerprint": ...}, on one line.
std::string json_of(const Finding& finding);
std::string json_of(const Args& args);

/// "record": ..., "index": ..., "pointer": ...
std::string json_members_of(const Place& place);

/// The members of a summary, each as "name": value.
std::vector<std::string> json_members_of(const Summary& summary, std::size_t shown);

/// {"version": ..., "report": 1, "as_of": ...}
std::string json_of(const ReportOptions& options);

/// What write() makes of each item, with a separator between them.
template <class Items, class Write>
std::string json_list(const Items& items, Write write, std::string_view separator = ", ") {
    std::string text;
    for (const auto& item : items) {
        if (!text.empty()) text += separator;
        text += write(item);
    }
    return text;
}

}  // namespace muster
