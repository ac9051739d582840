#include "report/report.hpp"

#include <gtest/gtest.h>

#include "report_corpus.hpp"

namespace muster {
namespace {

ReportOptions plain() {
    ReportOptions options;
    options.version = "0.1.0";
    options.as_of = "2025-06-30";
    return options;
}

std::string report(std::string_view format, const std::vector<Finding>& findings, const Summary& summary,
                   const ReportOptions& options = plain()) {
    return written_report(*find_format(format), findings, summary, options);
}

Finding mistyped_total() {
    Finding finding;
    finding.code = "TOT004";
    finding.name = "derived_total_does_not_hold";
    finding.layer = 5;
    finding.message =
        "952 is given as the sum of 43 (Vladimir Rogov) and 910 (Coordination Headquarters), which makes 953: one too "
        "many.";
    finding.args = {
        {"sum", std::int64_t{953}}, {"speaker", "Vladimir Rogov"}, {"terms", std::vector<std::string>{"43", "910"}}};
    finding.remedy =
        "correct the number that was mistyped; if all three are as published, record the misprint (muster explain "
        "TOT004).";
    finding.place.path = "records/ua-ru-2025-03-28-remains.json";
    finding.place.line = 58;
    finding.place.column = 31;
    finding.place.end_line = 58;
    finding.place.end_column = 34;
    finding.place.record = "ua-ru-2025-03-28-remains";
    finding.place.pointer = "/claims/2/quantity/amount";
    finding.excerpt.text = "      \"quantity\": { \"amount\": 952 },";
    finding.excerpt.mark_begin = 30;
    finding.excerpt.mark_end = 33;
    Related related;
    related.place = finding.place;
    related.place.line = 31;
    related.place.pointer = "/claims/1/quantity/amount";
    related.message = "910 stands here";
    finding.related = {related};
    finding.fingerprint = "TOT004|ua-ru-2025-03-28-remains|c3";
    return finding;
}

Summary one_error() {
    Summary summary;
    summary.files = 1;
    summary.records = 1;
    summary.claims = 9;
    summary.errors = 1;
    return summary;
}

TEST(text_report, says_what_where_and_what_to_do) {
    EXPECT_EQ(
        report("text", {mistyped_total()}, one_error()),
        R"(records/ua-ru-2025-03-28-remains.json:58:31: error[TOT004] 952 is given as the sum of 43 (Vladimir Rogov) and 910 (Coordination Headquarters), which makes 953: one too many.
  58 |       "quantity": { "amount": 952 },
     |                               ^^^
  note: records/ua-ru-2025-03-28-remains.json:31:31: 910 stands here
  help: correct the number that was mistyped; if all three are as published, record the misprint (muster explain TOT004).

Checked 1 file with 1 record and 9 claims, as of 2025-06-30: 1 error.
)");
}

TEST(text_report, parts_that_are_empty_leave_no_line) {
    Finding finding = mistyped_total();
    finding.message = "the file is empty";
    finding.severity = Severity::warning;
    finding.excerpt.text = "";
    finding.related.clear();
    finding.remedy = "";
    ReportOptions options = plain();
    options.summary = false;
    EXPECT_EQ(report("text", {finding, finding}, one_error(), options),
              "records/ua-ru-2025-03-28-remains.json:58:31: warning[TOT004] the file is empty\n"
              "\n"
              "records/ua-ru-2025-03-28-remains.json:58:31: warning[TOT004] the file is empty\n");
}

TEST(text_report, colours_only_what_is_ours_and_only_when_asked) {
    Finding finding = mistyped_total();
    finding.message = "\x1b[32mgreen";
    finding.related.clear();
    finding.remedy = "";
    ReportOptions options = plain();
    options.summary = false;
    options.color = true;
    EXPECT_EQ(report("text", {finding}, one_error(), options),
              "\x1b[1mrecords/ua-ru-2025-03-28-remains.json:58:31:\x1b[0m \x1b[1;31merror[TOT004]\x1b[0m "
              "\\u{1B}[32mgreen\n"
              "\x1b[2m  58 |\x1b[0m       \"quantity\": { \"amount\": 952 },\n"
              "\x1b[2m     |\x1b[0m                               \x1b[1;31m^^^\x1b[0m\n");
}

TEST(text_report, a_clean_run_is_one_line) {
    Summary summary;
    summary.files = 24;
    summary.records = 1204;
    summary.claims = 18310;
    EXPECT_EQ(report("text", {}, summary),
              "Checked 24 files with 1,204 records and 18,310 claims, as of 2025-06-30: no findings.\n");
    summary.undecided = 1;
    summary.rules_not_run = {{"SER001", "ordinal_disagrees", "needs_dataset", "", ""}};
    EXPECT_EQ(report("text", {}, summary),
              "Checked 24 files with 1,204 records and 18,310 claims, as of 2025-06-30: no findings. 1 check is "
              "undecided, because a value it needs is not known. Not run, because only the whole dataset can show it: "
              "ordinal_disagrees.\n");
}

TEST(text_report, the_summary_names_all_that_was_left_out) {
    Summary summary;
    summary.files = 2;
    summary.records = 0;
    summary.claims = 1;
    summary.errors = 1;
    summary.warnings = 1200;
    summary.infos = 1;
    summary.suppressed = 2;
    summary.undecided = 1234;
    for (const char* name : {"a.json", "b.json", "c.json", "d.json", "e.json", "f.json", "g.json"}) {
        summary.skipped_files.push_back({name, "no record in it"});
    }
    summary.skipped_files.push_back({"big.json", "larger than 16 MiB"});
    summary.troubles = {{"gone.json", "no such file or folder"}};
    summary.rules_not_run = {
        {"ATT007", "relay_repeats", "ignored", "", ""},
        {"SER001", "ordinal_disagrees", "not_covered", "one", "exchanges of remains in 2024"},
        {"SER001", "ordinal_disagrees", "not_covered", "two", "exchanges of remains in 2024"},
        {"SER002", "cumulative_disagrees", "not_covered", "one", "exchanges of persons"},
        {"TIM001", "impossible_date", "not_selected", "", ""},
        {"TIM002", "interval_reversed", "not_selected", "", ""},
    };
    summary.rules_failed = {"TOT004"};
    ReportOptions options = plain();
    options.max_findings = 1;
    const std::string text = report("text", {mistyped_total(), mistyped_total()}, summary, options);
    EXPECT_EQ(text.substr(text.find("\n\n") + 2),
              "Checked 2 files with no records and 1 claim, as of 2025-06-30: 1 error, 1,200 warnings and 1 info.\n"
              "Shown is the first one of 1,202 findings, as --max-findings asks.\n"
              "Skipped 1 file (larger than 16 MiB): big.json.\n"
              "Skipped 7 files (no record in it): a.json, b.json, c.json, d.json, e.json and 2 others.\n"
              "Could not be checked: gone.json (no such file or folder).\n"
              "2 findings are suppressed.\n"
              "1,234 checks are undecided, because a value they need is not known.\n"
              "Not run, because ignored: relay_repeats.\n"
              "Not run, because not selected by --rule: 2 rules.\n"
              "Not run where the dataset does not say that it has every exchange: cumulative_disagrees for exchanges "
              "of persons (1 record) and ordinal_disagrees for exchanges of remains in 2024 (2 records).\n"
              "Rule TOT004 broke down and its verdict is missing: a defect of muster, please report it.\n");
}

Summary configured() {
    Summary summary = one_error();
    summary.suppressed = 1;
    summary.configs = {"a/muster.toml"};
    summary.configs_not_used = {"b/muster.toml"};
    summary.severities_changed = {
        {"CNT005", "unit_redundant", Severity::info, Severity::error, "a/muster.toml"},
        {"SER001", "ordinal_disagrees", Severity::warning, Severity::info, ""},
    };
    summary.rules_not_run = {{"ATT006", "relay_repeats", "switched_off", "", "", "a/muster.toml"},
                             {"ATT007", "corroboration_of_another_figure", "switched_off", "", ""}};
    summary.baseline =
        BaselineUse{"known.json", 2, {{"f1", "TOT004", "d", "one", "952 is wrong"}, {"f2", "HYG003", "d", "", "empty"}},
                    false,        0, {}};
    return summary;
}

TEST(text_report, what_was_configured_is_told) {
    const std::string text = report("text", {}, configured());
    EXPECT_EQ(text,
              "Checked 1 file with 1 record and 9 claims, as of 2025-06-30: 1 error.\n"
              "The finding is not shown, as --max-findings asks.\n"
              "Configured by a/muster.toml.\n"
              "Not used, because --isolated leaves it out: b/muster.toml.\n"
              "Switched off by --severity: corroboration_of_another_figure.\n"
              "Switched off by a/muster.toml: relay_repeats.\n"
              "Severity changed by --severity: ordinal_disagrees is info instead of warning.\n"
              "Severity changed by a/muster.toml: unit_redundant is error instead of info.\n"
              "1 finding is suppressed.\n"
              "known.json holds 2 known findings back.\n"
              "2 entries of known.json are no longer found: TOT004 in one and HYG003; --update-baseline takes them "
              "out.\n");
}

TEST(json_report, what_was_configured_is_told) {
    Summary summary = configured();
    summary.baseline->updated = true;
    summary.baseline->added = 3;
    const std::string text = report("json", {}, summary);
    EXPECT_EQ(text.substr(text.find("  \"suppressed\"")),
              R"(  "suppressed": 1,
  "baseline": {"path": "known.json", "known": 2, "stale": [{"code": "TOT004", "record": "one", "message": "952 is wrong", "fingerprint": "f1"}, {"code": "HYG003", "record": null, "message": "empty", "fingerprint": "f2"}], "added": 3},
  "undecided": 0,
  "configs": ["a/muster.toml"],
  "configs_not_used": ["b/muster.toml"],
  "severities_changed": [{"code": "CNT005", "severity": "error", "instead_of": "info", "config": "a/muster.toml"}, {"code": "SER001", "severity": "info", "instead_of": "warning"}],
  "rules_run": [],
  "rules_not_run": [{"code": "ATT006", "reason": "switched_off", "config": "a/muster.toml"}, {"code": "ATT007", "reason": "switched_off"}],
  "rules_failed": []
}}
)");
}

TEST(text_report, a_cap_of_none_or_of_several_is_stated) {
    Summary summary = one_error();
    ReportOptions options = plain();
    options.max_findings = 0;
    EXPECT_EQ(report("text", {mistyped_total()}, summary, options),
              "Checked 1 file with 1 record and 9 claims, as of 2025-06-30: 1 error.\n"
              "The finding is not shown, as --max-findings asks.\n");
    summary.errors = 3;
    options.max_findings = 2;
    const std::string text = report("text", {mistyped_total(), mistyped_total(), mistyped_total()}, summary, options);
    EXPECT_EQ(text.substr(text.find("Shown")), "Shown are the first 2 of 3 findings, as --max-findings asks.\n");
    EXPECT_EQ(report("text", {mistyped_total(), mistyped_total(), mistyped_total()}, summary).find("--max-findings"),
              std::string::npos);
}

TEST(json_report, is_the_whole_finding_on_one_line) {
    Summary summary = one_error();
    summary.skipped_files = {{"notes.json", "no record in it"}};
    summary.rules_run = {"TOT003", "TOT004"};
    summary.rules_not_run = {{"ATT007", "relay_repeats", "ignored", "", ""},
                             {"SER001", "ordinal_disagrees", "not_covered", "one", "remains in 2024"}};
    summary.rules_failed = {"TOT009"};
    summary.troubles = {{"gone.json", "no such file or folder"}};
    EXPECT_EQ(report("json", {mistyped_total()}, summary),
              R"({"muster": {"version": "0.1.0", "report": 1, "as_of": "2025-06-30"},
"findings": [
{"code": "TOT004", "name": "derived_total_does_not_hold", "severity": "error", "layer": 5, "message": "952 is given as the sum of 43 (Vladimir Rogov) and 910 (Coordination Headquarters), which makes 953: one too many.", "args": {"sum": 953, "speaker": "Vladimir Rogov", "terms": ["43", "910"]}, "remedy": "correct the number that was mistyped; if all three are as published, record the misprint (muster explain TOT004).", "path": "records/ua-ru-2025-03-28-remains.json", "line": 58, "column": 31, "end_line": 58, "end_column": 34, "record": "ua-ru-2025-03-28-remains", "index": 0, "pointer": "/claims/2/quantity/amount", "related": [{"path": "records/ua-ru-2025-03-28-remains.json", "line": 31, "column": 31, "record": "ua-ru-2025-03-28-remains", "pointer": "/claims/1/quantity/amount", "message": "910 stands here"}], "fingerprint": "TOT004|ua-ru-2025-03-28-remains|c3"}
],
"summary": {
  "files": 1,
  "skipped_files": ["notes.json"],
  "unchecked": [{"path": "gone.json", "reason": "no such file or folder"}],
  "records": 1,
  "claims": 9,
  "findings": {"error": 1, "warning": 0, "info": 0},
  "shown": 1,
  "suppressed": 0,
  "undecided": 0,
  "rules_run": ["TOT003", "TOT004"],
  "rules_not_run": [{"code": "ATT007", "reason": "ignored"}, {"code": "SER001", "reason": "not_covered", "record": "one", "scope": "remains in 2024"}],
  "rules_failed": ["TOT009"]
}}
)");
}

TEST(json_report, holds_at_most_what_was_asked_for_and_counts_all) {
    Summary summary = one_error();
    summary.errors = 3;
    ReportOptions options = plain();
    options.max_findings = 2;
    Finding finding = mistyped_total();
    finding.place.record.reset();
    const std::string text = report("json", {finding, finding, finding}, summary, options);
    std::size_t lines = 0;
    for (std::size_t at = text.find("\n{\"code\""); at != std::string::npos; at = text.find("\n{\"code\"", at + 1))
        ++lines;
    EXPECT_EQ(lines, 2U);
    EXPECT_NE(text.find("\"record\": null, \"index\": 0"), std::string::npos);
    EXPECT_NE(text.find("\"findings\": {\"error\": 3, \"warning\": 0, \"info\": 0},\n  \"shown\": 2,"),
              std::string::npos);
}

TEST(json_report, without_findings_is_complete) {
    const std::string text = report("json", {}, Summary{});
    EXPECT_EQ(text.substr(0, text.find("  \"files\"")),
              "{\"muster\": {\"version\": \"0.1.0\", \"report\": 1, \"as_of\": \"2025-06-30\"},\n"
              "\"findings\": [],\n"
              "\"summary\": {\n");
}

}  // namespace
}  // namespace muster
