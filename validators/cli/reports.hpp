// The reports of one check: one that was asked for with --format and --output, and any number beside it (--report).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/progress.hpp"
#include "report/report.hpp"

namespace muster {

/// One report that was asked for.
struct ReportWanted {
    const Format* format = nullptr;
    std::string path;    ///< "-" is standard output
    std::string option;  ///< as it was written: "--report sarif=report.sarif"
};

/// "text", "json"
std::vector<std::string_view> format_names();

/// From "FORMAT=FILE". Error: what is wrong with it and how it is written.
Result<ReportWanted> report_wanted(const std::string& written);

/// Error: two of them would be written to one file.
Status all_apart(const std::vector<ReportWanted>& wanted);

/// Writes all reports. One that fails does not stop the others; if none is left, nobody can read the findings any more
/// and the process ends.
class Reports final : public Sink {
public:
    explicit Reports(Progress& progress) : progress_(progress) {}

    /// Error: it cannot be written, and why.
    Status open(const ReportWanted& wanted, ReportOptions options);
    void as_of(std::string_view day) override;
    void take(const Finding& finding) override;
    void finish(const Summary& summary);
    /// Gives each file its name. False: not all could be written, and each of these was complained about.
    bool close();

private:
    struct Entry {
        std::unique_ptr<Output> output;
        std::unique_ptr<Report> report;
    };

    Progress& progress_;
    std::vector<Entry> entries_;
};

}  // namespace muster
