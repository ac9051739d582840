#include "cli/reports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "cli/terminal.hpp"

namespace muster {
namespace {

/// One name for a file, however its path is written.
std::string name_of_file(const std::string& path) {
    if (path == "-" || path == "/dev/stdout") return "-";
    std::error_code problem;
    const std::filesystem::path name = std::filesystem::weakly_canonical(std::filesystem::absolute(path), problem);
    return problem ? path : name.string();
}

}  // namespace

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const Format* format : formats()) names.push_back(format->name);
    return names;
}

Result<ReportWanted> report_wanted(const std::string& written) {
    const std::size_t equals = written.find('=');
    if (equals == std::string::npos || equals + 1 == written.size()) {
        const std::string name = written.substr(0, equals);
        return Error{fmt::format("--report {} names no file; it is written FORMAT=FILE, as in --report {}=FILE",
                                 written, find_format(name) != nullptr ? name : "sarif")};
    }
    const std::string name = written.substr(0, equals);
    const Format* format = find_format(name);
    if (format == nullptr) {
        return not_a_choice(fmt::format("the format of --report {}", written), name, format_names());
    }
    return ReportWanted{format, written.substr(equals + 1), "--report " + written};
}

Status all_apart(const std::vector<ReportWanted>& wanted) {
    std::map<std::string, const ReportWanted*> first;
    for (const ReportWanted& report : wanted) {
        const auto [before, is_new] = first.emplace(name_of_file(report.path), &report);
        if (is_new) continue;
        return Error{fmt::format("{} would be written twice, for {} and for {}; give each report a file of its own",
                                 report.path == "-" ? "standard output" : report.path, before->second->option,
                                 report.option)};
    }
    return done();
}

Status Reports::open(const ReportWanted& wanted, ReportOptions options) {
    Result<std::unique_ptr<Output>> output = Output::open(wanted.path);
    if (!output) return output.error();
    Entry entry;
    entry.output = std::move(*output);
    entry.report = wanted.format->make(*entry.output, std::move(options));
    entries_.push_back(std::move(entry));
    return done();
}

void Reports::as_of(std::string_view day) {
    for (const Entry& entry : entries_) entry.report->as_of(day);
}

void Reports::take(const Finding& finding) {
    progress_.clear();
    bool any = false;
    for (const Entry& entry : entries_) {
        if (entry.output->failed()) continue;
        entry.report->take(finding);
        any = any || !entry.output->failed();
    }
    if (any) return;
    close();
    std::_Exit(static_cast<int>(Exit::broken));
}

void Reports::finish(const Summary& summary) {
    progress_.clear();
    for (const Entry& entry : entries_) {
        if (!entry.output->failed()) entry.report->finish(summary);
    }
}

bool Reports::close() {
    bool all = true;
    for (const Entry& entry : entries_) {
        const Status status = entry.output->finish();
        if (!status) complain(status.error().message);
        all = all && status;
    }
    return all;
}

}  // namespace muster
