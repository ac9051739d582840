#include "report/json_parts.hpp"

#include <fmt/format.h>

#include <type_traits>

namespace muster {
namespace {

template <class Items, class Write>
std::string array_of(const Items& items, Write write) {
    return "[" + json_list(items, write) + "]";
}

std::string record_of(const Place& place) {
    return place.record ? json_string(*place.record) : "null";
}

std::string value_of(const Arg& arg) {
    return std::visit(
        [](const auto& value) -> std::string {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::string>) {
                return json_string(value);
            } else if constexpr (std::is_same_v<Value, std::int64_t>) {
                return std::to_string(value);
            } else {
                return array_of(value, json_string);
            }
        },
        arg);
}

std::string object_of(const Related& related) {
    const Place& place = related.place;
    return fmt::format(R"({{"path": {}, "line": {}, "column": {}, "record": {}, "pointer": {}, "message": {}}})",
                       json_string(place.path), place.line, place.column, record_of(place), json_string(place.pointer),
                       json_string(related.message));
}

std::string object_of(const NotRun& rule) {
    std::string text = fmt::format(R"({{"code": {}, "reason": {})", json_string(rule.code), json_string(rule.reason));
    if (!rule.record.empty()) text += ", \"record\": " + json_string(rule.record);
    if (!rule.scope.empty()) text += ", \"scope\": " + json_string(rule.scope);
    return text + "}";
}

}  // namespace

std::string json_of(const Args& args) {
    return "{" + json_list(args, [](const auto& arg) { return json_string(arg.first) + ": " + value_of(arg.second); }) +
           "}";
}

std::string json_members_of(const Place& place) {
    return fmt::format(R"("record": {}, "index": {}, "pointer": {})", record_of(place), place.index,
                       json_string(place.pointer));
}

std::string json_of(const Finding& finding) {
    const Place& place = finding.place;
    std::string text = fmt::format(R"({{"code": {}, "name": {}, "severity": "{}", "layer": {}, "message": {}, )",
                                   json_string(finding.code), json_string(finding.name), to_string(finding.severity),
                                   finding.layer, json_string(finding.message));
    text += fmt::format(R"("args": {}, "remedy": {}, "path": {}, "line": {}, "column": {}, )", json_of(finding.args),
                        json_string(finding.remedy), json_string(place.path), place.line, place.column);
    text += fmt::format(R"("end_line": {}, "end_column": {}, {}, )", place.end_line, place.end_column,
                        json_members_of(place));
    text += fmt::format(R"("related": {}, "fingerprint": {}}})",
                        array_of(finding.related, [](const Related& related) { return object_of(related); }),
                        json_string(finding.fingerprint));
    return text;
}

std::vector<std::string> json_members_of(const Summary& summary, std::size_t shown) {
    return {
        fmt::format(R"("files": {})", summary.files),
        fmt::format(R"("skipped_files": {})",
                    array_of(summary.skipped_files, [](const SkippedFile& file) { return json_string(file.path); })),
        fmt::format(R"("unchecked": {})", array_of(summary.troubles,
                                                   [](const Trouble& trouble) {
                                                       return fmt::format(R"({{"path": {}, "reason": {}}})",
                                                                          json_string(trouble.path),
                                                                          json_string(trouble.message));
                                                   })),
        fmt::format(R"("records": {})", summary.records),
        fmt::format(R"("claims": {})", summary.claims),
        fmt::format(R"("findings": {{"error": {}, "warning": {}, "info": {}}})", summary.errors, summary.warnings,
                    summary.infos),
        fmt::format(R"("shown": {})", shown),
        fmt::format(R"("suppressed": {})", summary.suppressed),
        fmt::format(R"("undecided": {})", summary.undecided),
        fmt::format(R"("rules_run": {})", array_of(summary.rules_run, json_string)),
        fmt::format(R"("rules_not_run": {})",
                    array_of(summary.rules_not_run, [](const NotRun& rule) { return object_of(rule); })),
        fmt::format(R"("rules_failed": {})", array_of(summary.rules_failed, json_string)),
    };
}

std::string json_of(const ReportOptions& options) {
    return fmt::format(R"({{"version": {}, "report": 1, "as_of": {}}})", json_string(options.version),
                       json_string(options.as_of));
}

}  // namespace muster
