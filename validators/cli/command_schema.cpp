#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/schema_text.hpp"
#include "cli/whole_file.hpp"
#include "report/inert.hpp"
#include "schema/schema.hpp"

namespace muster {
namespace {

Exit print_schema(const std::string& name) {
    const std::vector<std::string_view> names = schema_names();
    if (name.empty()) {
        std::string list;
        for (const std::string_view known : names) list += std::string(known) + "\n";
        return print(list);
    }
    const std::string text = schema_text(name);
    if (text.empty()) {
        return refuse(
            fmt::format("there is no schema {}{} (muster schema lists all)", name, did_you_mean(name, names)));
    }
    return print(text);
}

Exit lint(const std::string& path) {
    if (path.empty()) return refuse("which schema? As in: muster schema lint FILE");
    const Result<std::string> text = whole_file(path);
    if (!text) return refuse(text.error().message);
    const std::vector<SchemaProblem> problems = lint_schema(*text);
    std::string list;
    for (const SchemaProblem& problem : problems) {
        list += fmt::format("{}:{}:{}: {}\n", inert_path(path), problem.line, problem.column, inert(problem.message));
        if (!problem.remedy.empty()) list += fmt::format("  help: {}\n", inert(problem.remedy));
    }
    if (problems.empty())
        list = fmt::format("{}: nothing that an engine ignores or takes wrongly.\n", inert_path(path));
    const Exit printed = print(list);
    return printed == Exit::clean && !problems.empty() ? Exit::findings : printed;
}

}  // namespace

Command add_schema(CLI::App& app) {
    auto name = std::make_shared<std::string>();
    auto path = std::make_shared<std::string>();
    CLI::App* schema = app.add_subcommand("schema", "Prints a JSON Schema; without a name, lists their names");
    schema->allow_extras();
    schema->add_option("NAME", *name, "A kind of document such as exchange; muster for all; report")->type_name("");
    CLI::App* linter = schema->add_subcommand("lint", "Says what engines would ignore or take wrongly in a schema");
    linter->allow_extras();
    linter->group("Commands");
    linter->add_option("FILE", *path, "A JSON Schema, draft-07")->type_name("");
    const Command check = add_schema_check(*schema);
    return {schema, [=] {
                if (check.app->parsed()) return check.run();
                return linter->parsed() ? lint(*path) : print_schema(*name);
            }};
}

}  // namespace muster
