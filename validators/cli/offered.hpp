// What the command line offers, command by command, as it was declared: the one table that --help prints, and that the
// manual page and the completions for shells are made from.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace muster {

/// What can stand where an option or a command wants a value.
struct OfferedValue {
    std::string name;  ///< "FILE", "text|json"; "" for none
    bool several = false;
    bool file = false;
    bool folder = false;
    std::vector<std::string> words;  ///< all that it can be; empty if it can be anything
};

struct OfferedOption {
    std::vector<std::string> names;  ///< with their dashes, the long ones first
    OfferedValue value;              ///< without a name for a flag
    std::string description;
};

struct OfferedCommand {
    std::string name;  ///< with those around it: "muster schema lint"
    std::string description;
    std::string footer;
    std::vector<OfferedOption> options;
    std::vector<OfferedOption> arguments;  ///< without names
    std::vector<OfferedCommand> commands;
};

OfferedCommand offered_by(const CLI::App& app);

/// All of them in the order of the help, the one given first.
std::vector<const OfferedCommand*> all_commands(const OfferedCommand& top);

}  // namespace muster
