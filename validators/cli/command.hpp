// The commands. Each adds its flags to the command line and gives back what is to be done if it was named.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "cli/terminal.hpp"

namespace muster {

struct Command {
    CLI::App* app = nullptr;
    std::function<Exit()> run;
};

Command add_check(CLI::App& app);
Command add_diff(CLI::App& app);
Command add_stats(CLI::App& app);
Command add_new(CLI::App& app);
Command add_rules(CLI::App& app);
Command add_explain(CLI::App& app);
Command add_schema(CLI::App& app);
/// A command of `muster schema`.
Command add_schema_check(CLI::App& schema);
Command add_completions(CLI::App& app);
Command add_manual(CLI::App& app);

}  // namespace muster
