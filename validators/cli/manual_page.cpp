#include <fmt/format.h>

#include "cli/manual.hpp"
#include "muster/check.hpp"

namespace muster {
namespace {

/// Text as roff takes it: no control line, no escape, hyphens that can be copied.
std::string escaped(std::string_view text) {
    std::string made;
    bool line_begins = true;
    for (const char c : text) {
        if (line_begins && (c == '.' || c == '\'')) made += "\\&";
        line_begins = c == '\n';
        if (c == '\\')
            made += "\\e";
        else if (c == '-')
            made += "\\-";
        else
            made += c;
    }
    return made;
}

std::string argument_of(const OfferedCommand& command) {
    std::string text;
    for (const OfferedOption& argument : command.arguments) {
        text += fmt::format(" [\\fI{}\\fR{}]", escaped(argument.value.name), argument.value.several ? "..." : "");
    }
    return text;
}

std::string synopsis_of(const OfferedCommand& command) {
    return fmt::format("\\fB{}\\fR{}{}", escaped(command.name), command.options.empty() ? "" : " [\\fIOPTION\\fR...]",
                       argument_of(command));
}

/// One entry of a list: what is written, and what it means.
std::string entry(const std::string& written, std::string_view meaning) {
    return fmt::format(".TP\n{}\n{}\n", written, escaped(meaning));
}

std::string entry(const OfferedOption& option) {
    std::string written;
    for (const std::string& name : option.names) {
        written += fmt::format("{}\\fB{}\\fR", written.empty() ? "" : ", ", escaped(name));
    }
    if (!option.value.name.empty()) {
        written += fmt::format("{}\\fI{}\\fR", written.empty() ? "" : " ", escaped(option.value.name));
    }
    return entry(written, option.description);
}

std::string entries(const OfferedCommand& command) {
    std::string text;
    for (const OfferedOption& argument : command.arguments) text += entry(argument);
    for (const OfferedOption& option : command.options) text += entry(option);
    if (!command.footer.empty()) text += fmt::format(".PP\n{}\n", escaped(command.footer));
    return text;
}

}  // namespace

std::string manual_page(const OfferedCommand& top) {
    const std::vector<const OfferedCommand*> all = all_commands(top);
    std::string page = fmt::format(".TH MUSTER 1 \"\" \"muster {}\" \"User Commands\"\n", version());
    page += fmt::format(".SH NAME\n{} \\- checks open datasets of exchange records\n.SH SYNOPSIS\n", top.name);
    for (const OfferedCommand* command : all) {
        if (command != &top) page += fmt::format("{}\n.br\n", synopsis_of(*command));
    }
    page += fmt::format("\\fB{}\\fR [\\fIOPTION\\fR...]\n.SH DESCRIPTION\n{}\n", top.name, escaped(top.description));
    page += fmt::format(".SH OPTIONS\n{}.SH COMMANDS\n", entries(top));
    for (const OfferedCommand* command : all) {
        if (command == &top) continue;
        page += fmt::format(".SS {}\n{}.\n{}", synopsis_of(*command), escaped(command->description), entries(*command));
    }
    return page;
}

}  // namespace muster
