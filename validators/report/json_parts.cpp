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
    if (!rule.config.empty()) text += ", \"config\": " + json_string(rule.config);
    return text + "}";
}

std::string object_of(const ChangedSeverity& rule) {
    std::string text = fmt::format(R"({{"code": {}, "severity": "{}", "instead_of": "{}")", json_string(rule.code),
                                   to_string(rule.to), to_string(rule.from));
    if (!rule.config.empty()) text += ", \"config\": " + json_string(rule.config);
    return text + "}";
}

std::string object_of(const KnownFinding& entry) {
    return fmt::format(R"({{"code": {}, "record": {}, "message": {}, "fingerprint": {}}})", json_string(entry.code),
                       entry.record.empty() ? "null" : json_string(entry.record), json_string(entry.message),
                       json_string(entry.fingerprint));
}

std::string object_of(const BaselineUse& use) {
    const auto entries = [](const KnownFinding& entry) { return object_of(entry); };
    std::string text = fmt::format(R"({{"path": {}, "known": {}, "stale": {})", json_string(use.path), use.known,
                                   array_of(use.stale, entries));
    if (use.updated) text += fmt::format(R"(, "added": {})", use.added);
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
    std::vector<std::string> members{
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
    };
    if (summary.baseline) members.push_back(R"("baseline": )" + object_of(*summary.baseline));
    members.push_back(fmt::format(R"("undecided": {})", summary.undecided));
    if (!summary.configs.empty()) members.push_back(R"("configs": )" + array_of(summary.configs, json_string));
    if (!summary.configs_not_used.empty())
        members.push_back(R"("configs_not_used": )" + array_of(summary.configs_not_used, json_string));
    if (!summary.severities_changed.empty()) {
        members.push_back(
            R"("severities_changed": )" +
            array_of(summary.severities_changed, [](const ChangedSeverity& rule) { return object_of(rule); }));
    }
    members.push_back(R"("rules_run": )" + array_of(summary.rules_run, json_string));
    members.push_back(R"("rules_not_run": )" +
                      array_of(summary.rules_not_run, [](const NotRun& rule) { return object_of(rule); }));
    members.push_back(R"("rules_failed": )" + array_of(summary.rules_failed, json_string));
    return members;
}

std::string json_of(const ReportOptions& options) {
    return fmt::format(R"({{"version": {}, "report": 1, "as_of": {}}})", json_string(options.version),
                       json_string(options.as_of));
}

}  // namespace muster
