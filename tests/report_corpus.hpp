// Findings and summaries that hold everything a report may have to show, and a report of them as text. The same ones
// go through every format.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "report/report.hpp"
#include "temporary_folder.hpp"

namespace muster {

inline std::vector<const Rule*> some_rules() {
    static const Rule derived{.code = "TOT004",
                              .name = "derived_total_does_not_hold",
                              .severity = Severity::error,
                              .since = "0.1.0",
                              .summary = "A total is not the sum of the claims it is said to be made of.",
                              .rationale = "It is the total that is quoted on.",
                              .remedy = "Correct the number that was mistyped."};
    static const Rule ordinal{.code = "SER001",
                              .name = "ordinal_disagrees",
                              .severity = Severity::warning,
                              .needs = Needs::dataset,
                              .since = "0.1.0",
                              .summary = "An exchange is not the one it is counted as.",
                              .rationale = "\"The third of the year\" can be counted.",
                              .remedy = "Write objects in { } and lists in [ ]."};
    return {&ordinal, &derived};
}

inline Place place_at(std::string path, std::size_t line, std::size_t column, std::size_t end_line,
                      std::size_t end_column) {
    Place place;
    place.path = std::move(path);
    place.line = line;
    place.column = column;
    place.end_line = end_line;
    place.end_column = end_column;
    return place;
}

/// An error with everything: two related places, one of them in another file, and an excerpt.
inline Finding mistyped() {
    Finding finding;
    finding.code = "TOT004";
    finding.name = "derived_total_does_not_hold";
    finding.layer = 5;
    finding.message =
        "952 is given as the sum of 43 (an outlet) and 910 (a headquarters), which makes 953: one too many";
    finding.args = {
        {"sum", std::int64_t{953}}, {"speaker", "an outlet"}, {"terms", std::vector<std::string>{"43", "910"}}};
    finding.remedy = "Correct the number that was mistyped.";
    finding.place = place_at("records/2025-03-28.json", 58, 31, 58, 34);
    finding.place.record = "2025-03-28";
    finding.place.index = 2;
    finding.place.pointer = "/claims/2/quantity/amount";
    finding.excerpt.text = "      \"quantity\": { \"amount\": 952 },";
    finding.excerpt.mark_begin = 30;
    finding.excerpt.mark_end = 33;
    Related near{finding.place, "910 stands here"};
    near.place.line = near.place.end_line = 31;
    Related elsewhere{place_at("records/2024 01,26:a%.json", 5, 11, 5, 23), "43 stands here"};
    finding.related = {near, elsewhere};
    finding.fingerprint = "b8cace274797459619291c342823bc71";
    return finding;
}

/// A warning about a whole document that came through standard input: no excerpt, many lines, no record.
inline Finding whole_document() {
    Finding finding;
    finding.code = "SER001";
    finding.name = "ordinal_disagrees";
    finding.severity = Severity::warning;
    finding.layer = 6;
    finding.message = "it is called the third, but it is the fourth";
    finding.place = place_at("-", 1, 1, 40, 2);
    finding.fingerprint = "25c9c4b495feb78fe261d95e0233c5f3";
    return finding;
}

/// An info of a rule that no catalogue holds, with letters of other scripts, over two lines, and a place of no width.
inline Finding other_script() {
    Finding finding;
    finding.code = "DIS002";
    finding.name = "declared_disagreement";
    finding.severity = Severity::info;
    finding.layer = 5;
    finding.message = "the figures differ: 1,245 (Координаційний штаб) and 1,248 (الصليب الأحمر)";
    finding.remedy = "Nothing has to be done.";
    finding.place = place_at("/data/обмін.json", 25, 3, 26, 9);
    finding.place.record = "обмін";
    finding.excerpt.text = "  \"note\": \"обмін";
    finding.excerpt.mark_begin = 2;
    finding.excerpt.mark_end = finding.excerpt.text.size();
    finding.excerpt.cut_after = true;
    finding.related = {{place_at("/data/обмін.json", 27, 1, 27, 1), "it ends here"}};
    finding.fingerprint = "e9ecfc05b41d51980d0e8b52aca6c37e";
    return finding;
}

inline Summary everything_left_out() {
    Summary summary;
    summary.files = 24;
    summary.records = 1204;
    summary.claims = 18310;
    summary.errors = 1;
    summary.warnings = 1;
    summary.infos = 1;
    summary.suppressed = 2;
    summary.undecided = 3;
    summary.skipped_files = {{"package.json", "no record in it"}, {"records/big.json", "larger than 16 MiB"}};
    summary.rules_run = {"SER001", "TOT004"};
    summary.rules_not_run = {{"ATT007", "relay_repeats", "ignored", "", ""},
                             {"SER001", "ordinal_disagrees", "not_covered", "2025-08-14", "exchanges in 2025"},
                             {"SER002", "cumulative_disagrees", "needs_dataset", "", ""},
                             {"TIM001", "impossible_date", "not_selected", "", ""}};
    summary.rules_failed = {"TOT009"};
    summary.troubles = {{"gone.json", "no such file or folder"}};
    return summary;
}

inline ReportOptions plain_options() {
    static const std::vector<const Rule*> rules = some_rules();
    ReportOptions options;
    options.version = "0.1.0";
    options.as_of = "2025-06-30";
    options.rules = rules;
    return options;
}

inline std::string written_report(const Format& format, const std::vector<Finding>& findings, const Summary& summary,
                                  const ReportOptions& options) {
    const Folder folder;
    const std::string path = folder / "report";
    Result<std::unique_ptr<Output>> output = Output::open(path);
    EXPECT_TRUE(output.has_value());
    const std::unique_ptr<Report> report = format.make(**output, options);
    for (const Finding& finding : findings) report->take(finding);
    report->finish(summary);
    EXPECT_TRUE((*output)->finish());
    return text_of(path);
}

}  // namespace muster
