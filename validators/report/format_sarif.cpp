// SARIF 2.1.0 (OASIS), for code scanning and editors: the catalogue of rules first, then results, and last what was not
// checked, as notifications of the run and, in full, in its properties.
#include <fmt/format.h>

#include "report/json_parts.hpp"
#include "report/summary.hpp"

namespace muster {
namespace {

std::string_view level_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            break;
    }
    return "note";
}

/// Text as SARIF takes it: curly brackets would be placeholders, [text](address) would be a link.
std::string message_text(std::string_view inert_text) {
    std::string text;
    for (const char c : inert_text) {
        if (c == '(' && !text.empty() && text.back() == ']') text += ' ';
        text += c;
        if (c == '{' || c == '}') text += c;
    }
    return json_string(text);
}

std::string message_of(std::string_view inert_text) {
    return fmt::format(R"({{"text": {}}})", message_text(inert_text));
}

/// The path as the address of a file: relative to where muster was called, never an address of another kind.
std::string address_of(std::string_view path) {
    if (path == "-") return "stdin:";
    std::string address = path.substr(0, 1) == "/" ? "file://" : "";
    for (const char c : path) {
        const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("/-._~").find(c) != std::string_view::npos;
        address += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return address;
}

std::string location_of(const Place& place) {
    return fmt::format(
        R"("physicalLocation": {{"artifactLocation": {{"uri": {}}}, "region": {{"startLine": {}, "startColumn": {}, )"
        R"("endLine": {}, "endColumn": {}}}}})",
        json_string(address_of(place.path)), place.line, place.column, place.end_line, place.end_column);
}

std::string object_of(const Rule& rule) {
    const std::string explained =
        fmt::format("`muster explain {}` shows examples; `--ignore {}` switches the rule off.", rule.code, rule.name);
    std::string text = fmt::format(R"({{"id": {}, "name": {}, "shortDescription": {}, "fullDescription": {}, )",
                                   json_string(rule.code), json_string(rule.name), message_of(rule.summary),
                                   message_of(rule.rationale));
    text += fmt::format(R"("help": {{"text": {}, "markdown": {}}}, )",
                        message_text(fmt::format("Why it matters: {}\nWhat to do: {}", rule.rationale, rule.remedy)),
                        message_text(fmt::format("## Why it matters\n\n{}\n\n## What to do\n\n{}\n\n{}\n",
                                                 rule.rationale, rule.remedy, explained)));
    text += fmt::format(R"("defaultConfiguration": {{"level": "{}"}}, )", level_of(rule.severity));
    text += fmt::format(R"("properties": {{"needs": "{}", "since": {}}}}})",
                        rule.needs == Needs::record ? "record" : "dataset", json_string(rule.since));
    return text;
}

class SarifReport final : public Report {
public:
    using Report::Report;

private:
    void begin() override {
        output().write(
            fmt::format("{{\"version\": \"2.1.0\", \"$schema\": "
                        "\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                        "sarif-schema-2.1.0.json\",\n\"runs\": [{{\"tool\": {{\"driver\": {{\"name\": "
                        "\"muster\", \"semanticVersion\": {},\n\"rules\": [\n{}\n]}}}},\n"
                        "\"columnKind\": \"unicodeCodePoints\",\n\"results\": [",
                        json_string(options().version),
                        json_list(
                            options().rules, [](const Rule* rule) { return object_of(*rule); }, ",\n")));
    }

    void write(const Finding& finding, std::size_t number) override {
        std::string message = inert(finding.message);
        if (!finding.remedy.empty()) {
            message += (message.back() == '.' ? " " : ". ") + inert(finding.remedy);
        }
        std::string text = number > 0 ? ",\n" : "\n";
        text += fmt::format(R"({{{}, "level": "{}", "message": {}, "locations": [{{{}}}], )", rule_of(finding.code),
                            level_of(finding.severity), message_of(message), location_of(finding.place));
        std::size_t id = 0;
        text += fmt::format(R"("relatedLocations": [{}], )", json_list(finding.related, [&id](const Related& related) {
                                return fmt::format(R"({{"id": {}, {}, "message": {}}})", id++,
                                                   location_of(related.place), message_of(inert(related.message)));
                            }));
        text += fmt::format(R"("partialFingerprints": {{"muster/v1": {}}}, )", json_string(finding.fingerprint));
        text += fmt::format(R"("properties": {{"name": {}, "layer": {}, {}, "args": {}}}}})", json_string(finding.name),
                            finding.layer, json_members_of(finding.place), json_of(finding.args));
        output().write(text);
    }

    void end(const Summary& summary, std::size_t shown) override {
        const bool whole = summary.troubles.empty() && summary.rules_failed.empty();
        std::vector<std::string> switched_off;
        for (const NotRun& rule : summary.rules_not_run) {
            if (rule.reason != "ignored" && rule.reason != "not_selected") continue;
            switched_off.push_back(fmt::format(R"({{"descriptor": {}, "configuration": {{"enabled": false}}}})",
                                               descriptor_of(rule.code)));
        }
        std::string text = shown > 0 ? "\n],\n" : "],\n";
        text += fmt::format("\"invocations\": [{{\"executionSuccessful\": {},\n\"ruleConfigurationOverrides\": [{}],\n",
                            whole, fmt::join(switched_off, ", "));
        text += fmt::format("\"toolExecutionNotifications\": [\n{}\n]}}],\n",
                            json_list(
                                notes_on(summary, shown),
                                [](const Remark& remark) {
                                    return fmt::format(R"({{"level": "{}", "message": {}}})", level_of(remark.severity),
                                                       message_of(remark.text));
                                },
                                ",\n"));
        text += fmt::format("\"properties\": {{\"muster\": {}, \"summary\": {{{}}}}}}}]}}\n", json_of(options()),
                            fmt::join(json_members_of(summary, shown), ", "));
        output().write(text);
    }

    std::vector<Remark> notes_on(const Summary& summary, std::size_t shown) const {
        std::vector<Remark> notes = remarks(summary, shown);
        notes.insert(notes.begin(), {Severity::info, what_was_checked(summary, options())});
        return notes;
    }

    /// The place of the rule in the catalogue; -1, as in SARIF, if it is not there.
    int index_of(std::string_view code) const {
        for (std::size_t i = 0; i < options().rules.size(); ++i) {
            if (options().rules[i]->code == code) return static_cast<int>(i);
        }
        return -1;
    }

    std::string rule_of(std::string_view code) const {
        return fmt::format(R"("ruleId": {}, "ruleIndex": {})", json_string(code), index_of(code));
    }

    std::string descriptor_of(std::string_view code) const {
        return fmt::format(R"({{"id": {}, "index": {}}})", json_string(code), index_of(code));
    }
};

}  // namespace

extern const Format format_sarif;
const Format format_sarif{"sarif", make_report<SarifReport>};

}  // namespace muster
