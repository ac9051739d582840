#include <memory>

#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "muster/check.hpp"
#include "report/output.hpp"
#include "stats/stats_report.hpp"

namespace muster {
namespace {

struct Arguments {
    std::vector<std::string> paths;
    std::string format = "text";
    std::string output = "-";
    std::string dataset;
};

/// What is wrong is the business of `muster check`; here it only leaves numbers out.
class Unheard final : public Sink {
public:
    void take(const Finding&) override {}
};

Exit verdict(const Summary& summary) {
    Exit exit = Exit::clean;
    for (const Trouble& trouble : summary.troubles) exit = refuse(trouble.path + ": " + trouble.message);
    if (summary.records == 0 && summary.troubles.empty()) exit = refuse("no record found that could be counted");
    return exit;
}

Exit run(const Arguments& arguments) {
    if (arguments.format != "text" && arguments.format != "json")
        return refuse(not_a_choice("--format", arguments.format, {"text", "json"}).message);
    StatsMaker maker;
    Unheard unheard;
    Progress progress;
    CheckOptions options;
    options.paths = arguments.paths;
    options.dataset = arguments.dataset;
    // Nobody's settings may change a number.
    options.isolated = true;
    options.today = today();
    options.record = [&maker](const records::Record& record) { maker.add(record); };
    options.progress = [&progress](std::size_t records) { progress.show(records); };
    const Result<Summary> summary = check(options, unheard);
    progress.clear();
    if (!summary) return refuse(summary.error().message);
    Result<std::unique_ptr<Output>> output = Output::open(arguments.output);
    if (!output) {
        complain(output.error().message);
        return Exit::broken;
    }
    const Stats stats = maker.finish();
    if (arguments.format == "json") {
        write_stats_json(stats, version(), **output);
    } else {
        write_stats_text(stats, **output);
    }
    if (const Status status = (*output)->finish(); !status) {
        complain(status.error().message);
        return Exit::broken;
    }
    return verdict(*summary);
}

}  // namespace

Command add_stats(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* stats = app.add_subcommand("stats", "Says in numbers what a dataset says");
    stats->allow_extras();
    stats->add_option("PATH", arguments->paths, "Files and folders; - is standard input; none: the current folder")
        ->type_name("");
    const auto add = [stats](const char* name, std::string& value, const char* type, const char* description) {
        stats->add_option(name, value, description)->type_name(type);
    };
    add("--format", arguments->format, "text|json", "The form of the report (text)");
    add("--output", arguments->output, "FILE", "Where it goes (standard output); written whole or not at all");
    add("--dataset", arguments->dataset, "DIR", "The dataset of the files given (the nearest dataset.json upward)");
    stats->footer(
        "Numbers are never averaged: where counts differ, the least and the greatest stand, and who says which.\n"
        "What is wrong in a record is left out; muster check says what is.\n"
        "Exit code: 0 done; 2 an option, a path or no record at all; 3 the report could not be written.");
    return {stats, [arguments] { return run(*arguments); }};
}

}  // namespace muster
