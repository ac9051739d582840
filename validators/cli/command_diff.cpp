#include <fmt/format.h>

#include <memory>

#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "core/words.hpp"
#include "diff/diff_report.hpp"

namespace muster {
namespace {

struct Arguments {
    std::vector<std::string> paths;
    std::string format = "text";
    std::string output = "-";
    std::string fail_on = "error";
};

Result<const DiffFormat*> chosen_form(const std::string& written) {
    std::vector<std::string_view> names;
    for (const DiffFormat& format : diff_formats()) {
        if (format.name == written) return &format;
        names.push_back(format.name);
    }
    return not_a_choice("--format", written, names);
}

Exit verdict(const Diff& diff, bool gate) {
    Exit exit = gate && !diff.findings.empty() ? Exit::findings : Exit::clean;
    for (const VersionRead* version : {&diff.before, &diff.after}) {
        for (const Trouble& trouble : version->troubles) exit = refuse(trouble.path + ": " + trouble.message);
        if (!version->unread.empty()) {
            exit =
                refuse(fmt::format("{}: {} cannot be read for certain, so the comparison is not complete",
                                   version->path, counted(static_cast<std::int64_t>(version->unread.size()), "place")));
        }
        if (version->files == 0 && version->troubles.empty()) {
            exit = refuse(fmt::format("{}: nothing of muster's is in it", version->path));
        }
    }
    return exit;
}

Exit run(const Arguments& arguments) {
    if (arguments.paths.size() != 2) {
        return refuse("which two versions? As in: muster diff OLD NEW (muster diff --help says how to get them)");
    }
    const Result<const DiffFormat*> format = chosen_form(arguments.format);
    if (!format) return refuse(format.error().message);
    const Result<std::optional<Severity>> fail_on = chosen_threshold(arguments.fail_on);
    if (!fail_on) return refuse(fail_on.error().message);
    const Result<Diff> diff = compare_versions(arguments.paths[0], arguments.paths[1]);
    if (!diff) return refuse(diff.error().message);
    Result<std::unique_ptr<Output>> output = Output::open(arguments.output);
    if (!output) {
        complain(output.error().message);
        return Exit::broken;
    }
    (*format)->write(*diff, **output);
    const Exit exit = verdict(*diff, fail_on->has_value());
    if (const Status status = (*output)->finish(); !status) {
        complain(status.error().message);
        return Exit::broken;
    }
    return exit;
}

}  // namespace

Command add_diff(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* diff = app.add_subcommand("diff", "Says what changed between two versions of a dataset");
    diff->allow_extras();
    diff->add_option("VERSION", arguments->paths, "The older version, then the newer one: two folders or two files")
        ->type_name("");
    const auto add = [diff](const char* name, std::string& value, const char* type, const char* description) {
        diff->add_option(name, value, description)->type_name(type);
    };
    add("--format", arguments->format, "text|json|markdown", "The form of the report (text)");
    add("--output", arguments->output, "FILE", "Where it goes (standard output); written whole or not at all");
    add("--fail-on", arguments->fail_on, "error|warning|info|none", "What makes the exit code 1 (error)");
    diff->footer(
        "A change is no finding; a record that is gone without a tombstone is one (muster explain record_lost).\n"
        "Two revisions of a git repository become two folders by: git worktree add ../old REVISION\n"
        "Exit code: 0 no finding; 1 findings; 2 an option, a path, or something that cannot be read; 3 the report "
        "could not\nbe written. The highest wins.");
    return {diff, [arguments] { return run(*arguments); }};
}

}  // namespace muster
