// Every format of formats(), so a new one is tested from its first build on: its reports are compared with approved
// ones, and whatever stands in the data stays text in it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "report/inert.hpp"
#include "report_corpus.hpp"

namespace muster {
namespace {

const std::filesystem::path approved_folder = MUSTER_SOURCE_DIR "/tests/report/approved";

struct Case {
    std::string name;
    std::vector<Finding> findings;
    Summary summary;
    ReportOptions options = plain_options();
};

std::vector<Case> cases() {
    Case full{"full", {mistyped(), whole_document(), other_script()}, everything_left_out()};
    Case capped{"capped", full.findings, Summary{}};
    capped.summary.files = 1;
    capped.summary.errors = capped.summary.warnings = capped.summary.infos = 1;
    capped.options.max_findings = 2;
    Case clean{"clean", {}, Summary{}};
    clean.summary.files = clean.summary.records = clean.summary.claims = 1;
    return {full, capped, clean};
}

TEST(formats, give_the_approved_reports) {
    const bool renew = std::getenv("MUSTER_APPROVE") != nullptr;
    std::set<std::string> expected;
    for (const Format* format : formats()) {
        for (const Case& one : cases()) {
            const std::string name = one.name + "." + std::string(format->name) + ".txt";
            SCOPED_TRACE(name);
            expected.insert(name);
            const std::string text = written_report(*format, one.findings, one.summary, one.options);
            if (renew) put((approved_folder / name).string(), text);
            EXPECT_TRUE(std::filesystem::exists(approved_folder / name)) << "make approve writes it";
            EXPECT_EQ(text, text_of((approved_folder / name).string())) << "make approve writes it anew";
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(approved_folder)) {
        EXPECT_EQ(expected.count(entry.path().filename().string()), 1U) << entry.path() << " is of no format";
    }
}

TEST(formats, stand_in_the_documentation) {
    const std::string page = text_of(MUSTER_SOURCE_DIR "/docs/reports.md");
    for (const Format* format : formats()) {
        EXPECT_NE(page.find("| `" + std::string(format->name) + "` |"), std::string::npos) << format->name;
    }
}

// ---------------------------------------------------------------------------------------------- what stays text

using namespace std::string_literals;

const std::string hostile =
    "=cmd()|' /C calc'!A0\n::error file=x::y ##[group] ##vso[task.complete] ###[x \x1b[31m \x1b]8;;http://x\a \x9b "
    "\b\r\n"
    "::warning::z\n=1+1 \xe2\x80\xa8 \xe2\x80\xae \xe2\x81\xa6 \xef\xbb\xbf \xef\xbf\xbe \xc2\x9b \x7f \xff\xc3( "
    "\xed\xa0\x80 \xf4\x90\x80\x80 </script><img src=x onerror=alert(1)> <!-- ]]> --> [x](javascript:alert(1)) {0} "
    "javascript:alert(1) %0A::error::w &lt; \"' \\ \0 end"s;

Finding hostile_finding(const std::string& path) {
    Finding finding = mistyped();
    finding.message = hostile;
    finding.remedy = hostile;
    finding.args = {{hostile, hostile}, {"list", std::vector<std::string>{hostile, "::error::"}}};
    finding.place.path = path;
    finding.place.record = hostile;
    finding.place.pointer = hostile;
    finding.fingerprint = hostile;
    finding.excerpt.text = hostile;
    finding.excerpt.mark_begin = 0;
    finding.excerpt.mark_end = hostile.size();
    finding.related = {{finding.place, hostile}};
    return finding;
}

std::vector<Finding> hostile_findings() {
    std::vector<Finding> findings;
    for (const char* path : {"", "::error::x", "javascript:alert(1).json", "//x/y", "=cmd().json", "+x", "@x"}) {
        findings.push_back(hostile_finding(*path == '\0' ? hostile : path));
    }
    return findings;
}

Summary hostile_summary() {
    Summary summary;
    summary.errors = hostile_findings().size();
    summary.skipped_files = {{hostile, hostile}};
    summary.troubles = {{hostile, hostile}};
    summary.rules_not_run = {{"ATT007", "relay_repeats", hostile, "", ""},
                             {"SER001", hostile, "not_covered", hostile, hostile}};
    summary.rules_failed = {hostile};
    summary.rules_not_run.push_back({"ATT007", "relay_repeats", "switched_off", "", "", hostile});
    summary.configs = summary.configs_not_used = {hostile};
    summary.severities_changed = {{"ATT007", hostile, Severity::error, Severity::info, hostile}};
    summary.baseline = BaselineUse{hostile, 1, {{hostile, hostile, hostile, hostile, hostile}}, false, 0, {}};
    return summary;
}

std::string hostile_report(const Format& format) {
    return written_report(format, hostile_findings(), hostile_summary(), plain_options());
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

TEST(formats, hold_no_byte_that_could_be_obeyed) {
    for (const Format* format : formats()) {
        SCOPED_TRACE(format->name);
        const std::string text = hostile_report(*format);
        for (const char* obeyed : {"##[", "##vso["}) EXPECT_EQ(text.find(obeyed), std::string::npos) << obeyed;
        for (std::size_t at = 0; at < text.size();) {
            const Shown shown = show_first(std::string_view(text).substr(at));
            const bool as_it_stands = text.substr(at, shown.size) == shown.text;
            EXPECT_TRUE(as_it_stands || text[at] == '\n') << "at byte " << at << ": " << shown.text;
            at += shown.size;
        }
    }
}

TEST(formats, begin_no_line_with_what_a_log_or_a_spreadsheet_obeys) {
    const std::regex own_command(
        "::error title=muster::[^:\n][^\n]*|"
        R"(::error file=[^:,]*,line=58,endLine=58,col=31,endColumn=33,title=TOT004 derived_total_does_not_hold::.*)");
    for (const Format* format : formats()) {
        SCOPED_TRACE(format->name);
        std::size_t commands = 0;
        for (const std::string& line : lines_of(hostile_report(*format))) {
            const std::size_t begin = line.find_first_not_of(" \t");
            if (begin == std::string::npos) continue;
            EXPECT_EQ(std::string_view("=+@").find(line[begin]), std::string_view::npos) << line;
            if (line.compare(begin, 2, "::") != 0) continue;
            ++commands;
            EXPECT_TRUE(format->name == "github" && std::regex_match(line, own_command)) << line;
        }
        EXPECT_EQ(commands, format->name == "github" ? hostile_findings().size() + 2 : 0U);
    }
}

TEST(formats, that_are_no_plain_text_hold_no_markup_from_data) {
    for (const Format* format : formats()) {
        if (format->name == "text" || format->name == "github") continue;
        SCOPED_TRACE(format->name);
        const std::string text = hostile_report(*format);
        for (const char* markup : {"<img", "</script", "<!--", "-->", "]]>"}) {
            EXPECT_EQ(text.find(markup), std::string::npos) << markup;
        }
    }
}

void check_sarif(const nlohmann::json& value, const std::string& key) {
    if (value.is_string() && (key == "text" || key == "markdown")) {
        const std::string text = value.get<std::string>();
        EXPECT_EQ(text.find("]("), std::string::npos) << text;
        const std::string bare = std::regex_replace(text, std::regex("\\{\\{|\\}\\}"), "");
        EXPECT_EQ(bare.find_first_of("{}"), std::string::npos) << text;
    }
    if (value.is_string() && key == "uri") {
        EXPECT_TRUE(std::regex_match(value.get<std::string>(), std::regex(R"((stdin:|file://)?[A-Za-z0-9/._~%-]*)")));
    }
    for (const auto& item : value.items()) {
        if (value.is_structured()) check_sarif(item.value(), value.is_object() ? item.key() : key);
    }
}

TEST(formats, of_json_are_json_to_another_parser) {
    const auto parse = [](const std::string& text) { return nlohmann::json::parse(text, nullptr, false); };
    for (const char* name : {"json", "sarif", "gitlab"}) {
        const nlohmann::json value = parse(hostile_report(*find_format(name)));
        ASSERT_FALSE(value.is_discarded()) << name;
        if (value.contains("runs")) check_sarif(value, "");
    }
    for (const std::string& line : lines_of(hostile_report(*find_format("ndjson")))) {
        EXPECT_TRUE(parse(line).is_object()) << line;
    }
}

TEST(formats, of_xml_hold_only_their_own_tags) {
    const std::regex own(
        "<[?]xml version=\"1.0\" encoding=\"UTF-8\"[?]>|"
        "</?(testsuites?|testcase|propert(y|ies)|failure|error|skipped|system-(out|err))( [a-z]+=\"[^\"<>]*\")*/?>");
    const std::string text = std::regex_replace(hostile_report(*find_format("junit")), own, "");
    EXPECT_EQ(text.find_first_of("<>"), std::string::npos) << text.substr(text.find_first_of("<>"), 200);
}

// ---------------------------------------------------------------------------------------------- GitHub's limits

TEST(github, marks_the_first_ten_of_each_severity_the_gravest_first) {
    std::vector<Finding> findings;
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
        for (std::size_t line = 1; line <= 12; ++line) {
            Finding finding = mistyped();
            finding.severity = severity;
            finding.place.line = finding.place.end_line = line;
            findings.push_back(finding);
        }
    }
    const std::vector<std::string> lines =
        lines_of(written_report(*find_format("github"), findings, everything_left_out(), plain_options()));
    std::vector<std::string> marks;
    for (const std::string& line : lines) {
        if (line.compare(0, 2, "::") == 0) marks.push_back(line.substr(0, line.find(",endLine")));
    }
    std::vector<std::string> expected;
    // First what was not checked; the summary holds two such errors.
    for (const char* command : {"error", "warning", "notice"}) {
        const bool error = std::string_view(command) == "error";
        if (error) {
            expected = {"::error title=muster::Could not be checked: gone.json (no such file or folder).",
                        "::error title=muster::Rule TOT009 broke down and its verdict is missing: a defect of muster, "
                        "please report it."};
        }
        for (int line = 1; line <= (error ? 8 : 10); ++line) {
            expected.push_back(std::string("::") + command +
                               " file=records/2025-03-28.json,line=" + std::to_string(line));
        }
    }
    EXPECT_EQ(marks, expected);
    // Below them stands all that the text form says.
    const std::string text = written_report(*find_format("text"), findings, everything_left_out(), plain_options());
    EXPECT_EQ(std::vector<std::string>(lines.begin() + 30, lines.end()), lines_of(text));
}

}  // namespace
}  // namespace muster
