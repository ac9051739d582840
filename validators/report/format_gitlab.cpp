// GitLab's Code Quality report: an array of issues. It has no place for a summary.
#include <fmt/format.h>

#include "report/json_parts.hpp"

namespace muster {
namespace {

std::string_view severity_in_gitlab(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "major";
        case Severity::warning:
            return "minor";
        case Severity::info:
            break;
    }
    return "info";
}

class GitlabReport final : public Report {
public:
    using Report::Report;

private:
    void begin() override { output().write("["); }

    void write(const Finding& finding, std::size_t number) override {
        const Place& place = finding.place;
        std::string text = number > 0 ? ",\n" : "\n";
        text += fmt::format(R"({{"type": "issue", "check_name": {}, "description": {}, "content": {{"body": {}}}, )",
                            json_string(finding.code), json_string(inert(finding.message)),
                            json_string(inert(finding.remedy)));
        text += fmt::format(R"("categories": ["Bug Risk"], "severity": "{}", "fingerprint": {}, )",
                            severity_in_gitlab(finding.severity), json_string(finding.fingerprint));
        text += fmt::format(R"("location": {{"path": {}, "lines": {{"begin": {}, "end": {}}}}}}})",
                            json_string(place.path), place.line, place.end_line);
        output().write(text);
    }

    void end(const Summary&, std::size_t shown) override { output().write(shown > 0 ? "\n]\n" : "]\n"); }
};

}  // namespace

extern const Format format_gitlab;
const Format format_gitlab{"gitlab", make_report<GitlabReport>};

}  // namespace muster
