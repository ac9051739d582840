#include <fmt/format.h>

#include <memory>

#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/reports.hpp"
#include "cli/whole_file.hpp"
#include "core/words.hpp"
#include "toolkit/schema_check.hpp"

namespace muster {
namespace {

struct Arguments {
    std::string schema;
    std::vector<std::string> paths;
    std::string format = "text";
    std::string output = "-";
    std::string fail_on = "error";
    std::string max_findings = "all";
};

/// The schema, or what is wrong with it, said.
std::shared_ptr<const Schema> usable_schema(const std::string& path) {
    const Result<std::string> text = whole_file(path);
    if (!text) {
        complain(text.error().message);
        return nullptr;
    }
    std::size_t notes = 0;
    for (const SchemaProblem& problem : lint_schema(*text)) {
        if (problem.harmless) {
            ++notes;
            continue;
        }
        complain(fmt::format("{}:{}:{}: {}", path, problem.line, problem.column, problem.message));
        complain(fmt::format("the schema cannot be used (muster schema lint {} says all that is wrong with it)", path));
        return nullptr;
    }
    if (notes > 0) {
        complain(fmt::format("{}: {} on this schema (muster schema lint {} prints them)", path,
                             counted(static_cast<std::int64_t>(notes), "remark"), path));
    }
    Result<std::shared_ptr<const Schema>> schema = Schema::compile(*text);
    if (schema) return *schema;
    complain(fmt::format("{}: {}", path, schema.error().message));
    return nullptr;
}

Exit verdict(const Summary& summary, std::optional<Severity> fail_on) {
    Exit exit = Exit::clean;
    if (fail_on) {
        std::size_t grave = summary.errors;
        if (*fail_on <= Severity::warning) grave += summary.warnings;
        if (*fail_on <= Severity::info) grave += summary.infos;
        if (grave > 0) exit = Exit::findings;
    }
    for (const Trouble& trouble : summary.troubles) exit = refuse(trouble.path + ": " + trouble.message);
    if (summary.records == 0 && summary.errors == 0 && summary.troubles.empty()) {
        exit = refuse("no document found: looked in *.json, *.ndjson and *.jsonl files, also .gz and .zst");
    }
    return exit;
}

Exit run(const Arguments& arguments) {
    if (arguments.schema.empty()) return refuse("which schema? As in: muster schema check --schema FILE DATA...");
    if (arguments.paths.empty()) return refuse("which data? As in: muster schema check --schema FILE DATA...");
    const Format* format = find_format(arguments.format);
    if (format == nullptr) return refuse(not_a_choice("--format", arguments.format, format_names()).message);
    const Result<std::optional<Severity>> fail_on = chosen_threshold(arguments.fail_on);
    if (!fail_on) return refuse(fail_on.error().message);
    const Result<std::size_t> cap = chosen_cap(arguments.max_findings);
    if (!cap) return refuse(cap.error().message);
    const std::shared_ptr<const Schema> schema = usable_schema(arguments.schema);
    if (schema == nullptr) return Exit::unusable;
    ReportOptions options;
    options.version = version();
    options.as_of = today();
    options.max_findings = *cap;
    options.schema = arguments.schema;
    options.rules = all_rules();
    Progress progress;
    Reports reports(progress);
    if (const Status status = reports.open({format, arguments.output, ""}, std::move(options)); !status) {
        complain(status.error().message);
        return Exit::broken;
    }
    const Summary summary = check_by_schema(*schema, arguments.paths, reports);
    reports.finish(summary);
    const Exit exit = verdict(summary, *fail_on);
    return reports.close() ? exit : Exit::broken;
}

}  // namespace

Command add_schema_check(CLI::App& schema) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* check = schema.add_subcommand("check", "Checks documents of any kind by a JSON Schema, draft-07");
    check->allow_extras();
    check->group("Commands");
    check->add_option("DATA", arguments->paths, "Files and folders; - is standard input")->type_name("");
    const auto add = [check](const char* name, std::string& value, const char* type, const char* description) {
        check->add_option(name, value, description)->type_name(type);
    };
    add("--schema", arguments->schema, "FILE", "The schema, draft-07 (docs/schema-toolkit.md says what of it)");
    const std::string all_formats = fmt::format("{}", fmt::join(format_names(), "|"));
    add("--format", arguments->format, all_formats.c_str(), "The form of the report (text)");
    add("--output", arguments->output, "FILE", "Where it goes (standard output); written whole or not at all");
    add("--fail-on", arguments->fail_on, "error|warning|info|none", "What makes the exit code 1 (error)");
    add("--max-findings", arguments->max_findings, "N",
        "At most so many findings in the report (all); counts stay complete");
    check->footer(
        "Exit code: 0 nothing at or above --fail-on; 1 findings; 2 an option, a path, a schema that cannot be used or "
        "no\n"
        "document at all; 3 the report could not be written. The highest wins.");
    return {check, [arguments] { return run(*arguments); }};
}

}  // namespace muster
