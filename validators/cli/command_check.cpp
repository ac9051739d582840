#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>

#include "cli/baseline_file.hpp"
#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/reports.hpp"
#include "config/rules_meant.hpp"
#include "core/words.hpp"
#include "muster/check.hpp"

namespace muster {
namespace {

struct Arguments {
    std::vector<std::string> paths;
    std::string format = "text";
    std::string output = "-";
    std::vector<std::string> reports;
    std::string fail_on = "error";
    bool fail_on_undecided = false;
    std::vector<std::string> rules;
    std::vector<std::string> ignored;
    std::optional<std::string> as_of;
    std::vector<std::string> severities;
    std::string config;
    std::string baseline;
    bool isolated = false;
    bool update_baseline = false;
    std::string dataset;
    std::string stdin_path;
    std::string max_findings = "all";
    std::string color = "auto";
    bool allow_empty = false;
    bool quiet = false;
};

/// The arguments, understood.
struct Job {
    CheckOptions check;
    std::vector<ReportWanted> reports;  ///< the first is that of --format and --output
    ReportOptions report;
    bool color_on_terminal = false;
    std::optional<Severity> fail_on;
    bool fail_on_undecided = false;
    bool allow_empty = false;
};

Status choose_reports(const Arguments& arguments, Job& job) {
    const Format* format = find_format(arguments.format);
    if (format == nullptr) return not_a_choice("--format", arguments.format, format_names());
    const bool printed = arguments.output == "-";
    job.reports.push_back(
        {format, arguments.output, printed ? "--format " + arguments.format : "--output " + arguments.output});
    for (const std::string& written : arguments.reports) {
        Result<ReportWanted> report = report_wanted(written);
        if (!report) return report.error();
        job.reports.push_back(std::move(*report));
    }
    return all_apart(job.reports);
}

Status choose_threshold(const Arguments& arguments, Job& job) {
    Result<std::optional<Severity>> chosen = chosen_threshold(arguments.fail_on);
    if (!chosen) return chosen.error();
    job.fail_on = *chosen;
    job.fail_on_undecided = arguments.fail_on_undecided;
    return done();
}

Status choose_color(const Arguments& arguments, Job& job) {
    if (arguments.color == "auto") {
        const char* no_color = std::getenv("NO_COLOR");
        const bool wanted = no_color == nullptr || *no_color == '\0';
        job.color_on_terminal = wanted && isatty(STDOUT_FILENO) == 1;
    } else if (arguments.color == "always") {
        job.report.color = true;
    } else if (arguments.color != "never") {
        return not_a_choice("--color", arguments.color, {"auto", "always", "never"});
    }
    return done();
}

Status choose_cap(const Arguments& arguments, Job& job) {
    const Result<std::size_t> chosen = chosen_cap(arguments.max_findings);
    if (!chosen) return chosen.error();
    job.report.max_findings = *chosen;
    return done();
}

Status choose_rules(const Arguments& arguments, Job& job) {
    Result<RuleNames> only = rules_meant(arguments.rules);
    if (!only) return only.error();
    Result<RuleNames> ignored = rules_meant(arguments.ignored);
    if (!ignored) return ignored.error();
    Result<Levels> levels = levels_meant(arguments.severities);
    if (!levels) return levels.error();
    bool any = false;
    for (const std::string& name : *only) {
        if (find_rule(name)->needs == Needs::versions && only->size() == 1) {
            return Error{fmt::format("{} compares two versions of a dataset: muster diff OLD NEW finds it", name)};
        }
    }
    for (const Rule* rule : all_rules()) {
        if (rule->needs == Needs::versions) continue;
        any = any || ((only->empty() || only->count(rule->name) > 0) && ignored->count(rule->name) == 0);
    }
    if (!any) return Error{"no rule is left: --ignore takes away all that would run"};
    job.check.only = std::move(*only);
    job.check.ignored = std::move(*ignored);
    job.check.levels = std::move(*levels);
    return done();
}

Status choose_gate(const Arguments& arguments, Job& job) {
    if (arguments.isolated && !arguments.config.empty())
        return Error{"--isolated leaves every configuration out, so it cannot stand beside --config"};
    const bool reads_stdin = std::find(arguments.paths.begin(), arguments.paths.end(), "-") != arguments.paths.end();
    if (!arguments.stdin_path.empty() && !reads_stdin)
        return Error{"--stdin-path says what standard input stands for, so it needs - among the paths"};
    if (arguments.update_baseline && arguments.baseline.empty())
        return Error{"--update-baseline needs to know which file: say --baseline FILE"};
    job.check.config = arguments.config;
    job.check.isolated = arguments.isolated;
    job.check.baseline = arguments.baseline;
    job.check.update_baseline = arguments.update_baseline;
    return done();
}

Result<Job> understand(const Arguments& arguments) {
    Job job;
    for (const auto choose : {choose_reports, choose_threshold, choose_color, choose_cap, choose_rules, choose_gate}) {
        if (Status status = choose(arguments, job); !status) return status.error();
    }
    job.check.paths = arguments.paths;
    job.check.dataset = arguments.dataset;
    job.check.stdin_path = arguments.stdin_path;
    job.check.as_of = arguments.as_of;
    job.check.today = today();
    job.report.version = version();
    job.report.rules = all_rules();
    job.report.summary = !arguments.quiet;
    job.allow_empty = arguments.allow_empty;
    return job;
}

std::string places_in_words(const std::vector<std::string>& paths) {
    if (paths.empty()) return "the current folder";
    if (paths.size() > 3)
        return fmt::format("the {} paths given", with_commas(static_cast<std::int64_t>(paths.size())));
    std::vector<std::string> words;
    for (const std::string& path : paths) words.push_back(path == "-" ? "standard input" : path);
    return joined(words, "or");
}

/// Something was left open that nobody chose to leave out.
bool left_open(const Summary& summary) {
    constexpr std::array<std::string_view, 3> chosen{"ignored", "not_selected", "switched_off"};
    return summary.undecided > 0 ||
           std::any_of(summary.rules_not_run.begin(), summary.rules_not_run.end(), [&](const NotRun& rule) {
               return std::find(chosen.begin(), chosen.end(), rule.reason) == chosen.end();
           });
}

Exit verdict(const Job& job, const Summary& summary) {
    Exit exit = Exit::clean;
    if (job.fail_on) {
        std::size_t grave = summary.errors;
        if (*job.fail_on <= Severity::warning) grave += summary.warnings;
        if (*job.fail_on <= Severity::info) grave += summary.infos;
        if (grave > 0) exit = Exit::findings;
    }
    if (job.fail_on_undecided && left_open(summary)) exit = Exit::findings;
    for (const Trouble& trouble : summary.troubles) exit = refuse(trouble.path + ": " + trouble.message);
    // A file that was read and found broken is no empty one.
    if (summary.records == 0 && summary.errors == 0 && summary.troubles.empty() && !job.allow_empty) {
        exit = refuse(
            fmt::format("no record found in {}: looked for exchanges, series and tombstones in *.json, *.ndjson and "
                        "*.jsonl files, also .gz and .zst; if there are none as yet, say --allow-empty",
                        places_in_words(job.check.paths)));
    }
    for (const std::string& code : summary.rules_failed) {
        complain(fmt::format("rule {} broke down; this is a defect of muster, please report it", code));
        exit = Exit::broken;
    }
    return exit;
}

Exit run(const Arguments& arguments) {
    Result<Job> job = understand(arguments);
    if (!job) return refuse(job.error().message);
    Progress progress;
    Reports reports(progress);
    for (const ReportWanted& wanted : job->reports) {
        ReportOptions options = job->report;
        options.color = options.color || (job->color_on_terminal && wanted.path == "-");
        if (const Status status = reports.open(wanted, std::move(options)); !status) {
            complain(status.error().message);
            return Exit::broken;
        }
    }
    job->check.progress = [&progress](std::size_t records) { progress.show(records); };

    const Result<Summary> summary = check(job->check, reports);
    progress.clear();
    if (!summary) return refuse(summary.error().message);
    reports.finish(*summary);
    Exit exit = verdict(*job, *summary);
    if (job->check.update_baseline) exit = write_baseline(*summary->baseline, exit);
    return reports.close() ? exit : Exit::broken;
}

}  // namespace

Command add_check(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* check = app.add_subcommand("check", "Checks records; the main job");
    check->allow_extras();
    check->add_option("PATH", arguments->paths, "Files and folders; - is standard input; none: the current folder")
        ->type_name("");
    const auto add = [check](const char* name, std::string& value, const char* type, const char* description) {
        check->add_option(name, value, description)->type_name(type);
    };
    const auto add_list = [check](const char* name, std::vector<std::string>& values, const char* type,
                                  const char* description) {
        check->add_option(name, values, description)->type_name(type)->expected(1)->allow_extra_args(false)->take_all();
    };
    const std::string all_formats = fmt::format("{}", fmt::join(format_names(), "|"));
    add("--format", arguments->format, all_formats.c_str(), "The form of the report (text)");
    add("--output", arguments->output, "FILE", "Where it goes (standard output); written whole or not at all");
    add_list("--report", arguments->reports, "FORMAT=FILE", "One more report, as in sarif=report.sarif; repeatable");
    add("--fail-on", arguments->fail_on, "error|warning|info|none", "What makes the exit code 1 (error)");
    check->add_flag("--fail-on-undecided", arguments->fail_on_undecided,
                    "Exit code 1 also where a check was left open, or a rule could not run everywhere");
    add_list("--rule", arguments->rules, "R", "Only this rule: its code, name or family (TOT); repeatable");
    add_list("--ignore", arguments->ignored, "R", "Not this rule: its code, name or family; repeatable");
    add_list("--severity", arguments->severities, "R=LEVEL",
             "A rule's severity: error, warning, info, off; repeatable");
    check->add_option("--as-of", arguments->as_of, "The day that counts as today, as 2025-06-30 (today)")
        ->type_name("DATE");
    add("--config", arguments->config, "FILE", "The configuration (muster.toml beside each dataset.json)");
    check->add_flag("--isolated", arguments->isolated, "No configuration at all");
    add("--baseline", arguments->baseline, "FILE", "Findings that are known and not reported again");
    check->add_flag("--update-baseline", arguments->update_baseline, "Writes all findings into the baseline");
    add("--dataset", arguments->dataset, "DIR", "The dataset of the files given (the nearest dataset.json upward)");
    add("--stdin-path", arguments->stdin_path, "FILE", "The file that standard input (-) stands for: an unsaved text");
    add("--max-findings", arguments->max_findings, "N",
        "At most so many findings in the report (all); counts stay complete");
    add("--color", arguments->color, "auto|always|never", "Colours (auto: on a terminal, unless NO_COLOR is set)");
    check->add_flag("--allow-empty", arguments->allow_empty, "No record at all is no failure");
    check->add_flag("--quiet", arguments->quiet, "Text without its summary");
    check->footer(
        "Exit code: 0 nothing at or above --fail-on; 1 findings; 2 an option, a path or no record at all; 3 a rule "
        "broke down\nor the report could not be written. The highest wins.");
    return {check, [arguments] { return run(*arguments); }};
}

}  // namespace muster
