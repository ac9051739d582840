// Workflow commands of GitHub Actions, which mark lines of a change, and below them the text form. A step shows at most
// ten marks of each severity, so only the first ten of each are written, the gravest severity first.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/finding_text.hpp"
#include "report/inert.hpp"
#include "report/report.hpp"
#include "report/summary.hpp"

namespace muster {
namespace {

constexpr std::size_t marks_a_step = 10;
constexpr std::array<Severity, 3> gravest_first{Severity::error, Severity::warning, Severity::info};

std::string escaped(std::string_view text, std::string_view characters) {
    std::string result;
    for (const char c : text) {
        if (characters.find(c) == std::string_view::npos) {
            result += c;
        } else {
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return result;
}

std::string data_of_command(std::string_view text) {
    return escaped(text, "%\r\n");
}

std::string property_of_command(std::string_view text) {
    return escaped(inert(text), "%\r\n:,");
}

std::string_view command_for(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            break;
    }
    return "notice";
}

std::string place_in_command(const Place& place) {
    if (place.path == "-") return "";
    std::string text = fmt::format("file={},line={},endLine={},", property_of_command(place.path), place.line,
                                   std::max(place.line, place.end_line));
    // Columns are taken only of what stands in one line; theirs is the last one, ours the one behind it.
    if (place.line == place.end_line) {
        text += fmt::format("col={},endColumn={},", place.column, std::max(place.column + 1, place.end_column) - 1);
    }
    return text;
}

std::string command_of(const Finding& finding) {
    std::string message = inert(finding.message);
    for (const std::string& line : finding_notes(finding, Paint(false))) message += "\n" + line;
    return fmt::format("::{} {}title={} {}::{}\n", command_for(finding.severity), place_in_command(finding.place),
                       property_of_command(finding.code), property_of_command(finding.name), data_of_command(message));
}

using Marks = std::vector<std::string>;

/// What the report does not show or could not check belongs to no line.
Marks marks_of(const std::vector<Remark>& all, Severity severity) {
    Marks marks;
    for (const Remark& remark : all) {
        if (remark.severity != severity) continue;
        marks.push_back(fmt::format("::{} title=muster::{}\n", command_for(severity), data_of_command(remark.text)));
    }
    return marks;
}

class GithubReport final : public Report {
public:
    GithubReport(Output& output, ReportOptions options)
        : Report(output, std::move(options)),
          text_(Output::set_aside()),
          text_report_(find_format("text")->make(*text_, this->options())) {}

private:
    void write(const Finding& finding, std::size_t) override {
        text_report_->take(finding);
        Marks& marks = marks_[static_cast<std::size_t>(finding.severity)];
        if (marks.size() < marks_a_step) marks.push_back(command_of(finding));
    }

    void end(const Summary& summary, std::size_t shown) override {
        text_report_->finish(summary);
        for (const Severity severity : gravest_first) {
            Marks marks = severity == Severity::info ? Marks() : marks_of(remarks(summary, shown), severity);
            for (std::string& mark : marks_[static_cast<std::size_t>(severity)]) marks.push_back(std::move(mark));
            marks.resize(std::min(marks.size(), marks_a_step));
            for (const std::string& mark : marks) output().write(mark);
        }
        output().append(*text_);
    }

    std::unique_ptr<Output> text_;
    std::unique_ptr<Report> text_report_;
    std::array<Marks, 3> marks_;  ///< by severity
};

}  // namespace

extern const Format format_github;
const Format format_github{"github", make_report<GithubReport>};

}  // namespace muster
