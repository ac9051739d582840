#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/manual.hpp"
#include "core/words.hpp"

namespace muster {
namespace {

Exit print_completions(const CLI::App& app, const std::string& written) {
    std::vector<std::string_view> names;
    for (const Shell& shell : shells()) {
        if (shell.name == written) return print(shell.completions(offered_by(app)));
        names.push_back(shell.name);
    }
    const std::string choices = joined(std::vector<std::string>(names.begin(), names.end()), "or");
    if (written.empty()) return refuse(fmt::format("for which shell? It can be {}", choices));
    return refuse(fmt::format("there are no completions for {}; the shell can be {}{}", written, choices,
                              did_you_mean(written, names)));
}

}  // namespace

Command add_completions(CLI::App& app) {
    auto shell = std::make_shared<std::string>();
    CLI::App* completions = app.add_subcommand("completions", "Prints completions for a shell");
    completions->allow_extras();
    std::string names;
    for (const Shell& known : shells()) names += (names.empty() ? "" : "|") + std::string(known.name);
    completions->add_option(names, *shell, "The shell")->type_name("");
    return {completions, [&app, shell] { return print_completions(app, *shell); }};
}

Command add_manual(CLI::App& app) {
    CLI::App* manual = app.add_subcommand("man", "Prints this manual page, for man");
    manual->allow_extras();
    return {manual, [&app] { return print(manual_page(offered_by(app))); }};
}

}  // namespace muster
