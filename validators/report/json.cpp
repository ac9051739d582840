// The JSON form, one finding a line, so that it can be streamed and read with line tools; schema/report.schema.json
// describes it.
#include <fmt/format.h>

#include <type_traits>

#include "report/inert.hpp"
#include "report/report.hpp"

namespace muster {
namespace {

template <class Items, class Write>
std::string array_of(const Items& items, Write write) {
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : ", ") + write(item);
    return "[" + text + "]";
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

std::string object_of(const Args& args) {
    std::string text;
    for (const auto& [name, arg] : args) {
        text += (text.empty() ? "" : ", ") + json_string(name) + ": " + value_of(arg);
    }
    return "{" + text + "}";
}

std::string object_of(const Related& related) {
    const Place& place = related.place;
    return fmt::format(R"({{"path": {}, "line": {}, "column": {}, "record": {}, "pointer": {}, "message": {}}})",
                       json_string(place.path), place.line, place.column, record_of(place), json_string(place.pointer),
                       json_string(related.message));
}

std::string object_of(const Finding& finding) {
    const Place& place = finding.place;
    std::string text = fmt::format(R"({{"code": {}, "name": {}, "severity": "{}", "layer": {}, "message": {}, )",
                                   json_string(finding.code), json_string(finding.name), to_string(finding.severity),
                                   finding.layer, json_string(finding.message));
    text += fmt::format(R"("args": {}, "remedy": {}, "path": {}, "line": {}, "column": {}, )", object_of(finding.args),
                        json_string(finding.remedy), json_string(place.path), place.line, place.column);
    text += fmt::format(R"("end_line": {}, "end_column": {}, "record": {}, "index": {}, "pointer": {}, )",
                        place.end_line, place.end_column, record_of(place), place.index, json_string(place.pointer));
    text += fmt::format(R"("related": {}, "fingerprint": {}}})",
                        array_of(finding.related, [](const Related& related) { return object_of(related); }),
                        json_string(finding.fingerprint));
    return text;
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

class JsonReport final : public Report {
public:
    using Report::Report;

private:
    void begin() override {
        output().write(fmt::format("{{\"muster\": {{\"version\": {}, \"report\": 1, \"as_of\": {}}},\n\"findings\": [",
                                   json_string(options().version), json_string(options().as_of)));
    }

    void write(const Finding& finding, std::size_t number) override {
        output().write((number > 0 ? ",\n" : "\n") + object_of(finding));
    }

    void end(const Summary& summary, std::size_t shown) override {
        std::string text = fmt::format("{}],\n\"summary\": {{\n", shown > 0 ? "\n" : "");
        text += fmt::format("  \"files\": {},\n", summary.files);
        text += fmt::format("  \"skipped_files\": {},\n", array_of(summary.skipped_files, [](const SkippedFile& file) {
                                return json_string(file.path);
                            }));
        text += fmt::format("  \"records\": {},\n", summary.records);
        text += fmt::format("  \"claims\": {},\n", summary.claims);
        text += fmt::format("  \"findings\": {{\"error\": {}, \"warning\": {}, \"info\": {}}},\n", summary.errors,
                            summary.warnings, summary.infos);
        text += fmt::format("  \"shown\": {},\n", shown);
        text += fmt::format("  \"suppressed\": {},\n", summary.suppressed);
        if (summary.baseline) text += fmt::format("  \"baseline\": {},\n", object_of(*summary.baseline));
        text += fmt::format("  \"undecided\": {},\n", summary.undecided);
        if (!summary.configs.empty())
            text += fmt::format("  \"configs\": {},\n", array_of(summary.configs, json_string));
        if (!summary.configs_not_used.empty())
            text += fmt::format("  \"configs_not_used\": {},\n", array_of(summary.configs_not_used, json_string));
        if (!summary.severities_changed.empty()) {
            text += fmt::format(
                "  \"severities_changed\": {},\n",
                array_of(summary.severities_changed, [](const ChangedSeverity& rule) { return object_of(rule); }));
        }
        text += fmt::format("  \"rules_run\": {},\n", array_of(summary.rules_run, json_string));
        text += fmt::format("  \"rules_not_run\": {},\n",
                            array_of(summary.rules_not_run, [](const NotRun& rule) { return object_of(rule); }));
        text += fmt::format("  \"rules_failed\": {}\n", array_of(summary.rules_failed, json_string));
        output().write(text + "}}\n");
    }
};

}  // namespace

std::unique_ptr<Report> make_json_report(Output& output, ReportOptions options) {
    return std::make_unique<JsonReport>(output, std::move(options));
}

}  // namespace muster
