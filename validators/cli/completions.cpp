#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/manual.hpp"

namespace muster {
namespace {

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

/// In single quotes, as bash, zsh and (but for the quote itself) fish take it.
std::string in_quotes(std::string_view text) {
    std::string made = "'";
    for (const char c : text) made += c == '\'' ? "'\\''" : std::string(1, c);
    return made + "'";
}

std::vector<std::string> names_of(const OfferedCommand& command) {
    std::vector<std::string> names;
    for (const OfferedCommand& inner : command.commands) names.push_back(inner.name.substr(command.name.size() + 1));
    return names;
}

std::vector<std::string> options_of(const OfferedCommand& command) {
    std::vector<std::string> names;
    for (const OfferedOption& option : command.options) {
        names.insert(names.end(), option.names.begin(), option.names.end());
    }
    return names;
}

/// The commands below the top one: 'muster check' | 'muster rules', by which a script finds where it is.
std::string patterns(const OfferedCommand& top, std::string_view between) {
    std::vector<std::string> names;
    for (const OfferedCommand* command : all_commands(top)) {
        if (command != &top) names.push_back(in_quotes(command->name));
    }
    return fmt::format("{}", fmt::join(names, between));
}

// --------------------------------------------------------------------------------------------------------- bash

/// What a case does with a value; nothing for one that can be anything.
std::string bash_case(const OfferedValue& value) {
    if (!value.words.empty()) return fmt::format("words={}", in_quotes(joined(value.words)));
    if (value.file) return "files=-f";
    if (value.folder) return "files=-d";
    return "";
}

constexpr std::string_view bash_frame = R"(# Completions of muster for bash; made by: muster completions bash
_muster() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command=muster words= files= i
    # bash takes --format=json apart.
    [[ $current == = ]] && current=
    [[ $previous == = ]] && previous=${{COMP_WORDS[COMP_CWORD - 2]}}
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case "$command ${{COMP_WORDS[i]}}" in
            {}) command="$command ${{COMP_WORDS[i]}}" ;;
        esac
    done
    case "$command $previous" in
{}        *)
            case $command in
{}            esac
            if [[ $current == -* ]]; then
                files=
                case $command in
{}                esac
            fi
            ;;
    esac
    local IFS=$' \t\n'
    if [[ -n $files ]]; then
        IFS=$'\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen "$files" -- "$current"))
    else
        COMPREPLY=($(compgen -W "$words" -- "$current"))
    fi
}}
complete -F _muster muster
)";

// ---------------------------------------------------------------------------------------------------------- zsh

/// A description between brackets or colons.
std::string zsh_text(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') made += '\\';
        made += c;
    }
    return made;
}

std::string zsh_value(const OfferedValue& value) {
    std::string action = " ";
    if (!value.words.empty()) action = fmt::format("({})", joined(value.words));
    if (value.file) action = "_files";
    if (value.folder) action = "_files -/";
    return fmt::format(":{}:{}", zsh_text(value.name), action);
}

std::string zsh_command(const OfferedCommand& command) {
    std::string lines;
    for (const OfferedOption& option : command.options) {
        for (const std::string& name : option.names) {
            const std::string value = option.value.name.empty() ? "" : zsh_value(option.value);
            const std::string spec = fmt::format("{}{}{}[{}]{}", option.value.several ? "*" : "", name,
                                                 value.empty() ? "" : "=", zsh_text(option.description), value);
            lines += fmt::format(" \\\n                {}", in_quotes(spec));
        }
    }
    std::vector<std::string> words = names_of(command);
    for (const OfferedOption& argument : command.arguments) {
        words.insert(words.end(), argument.value.words.begin(), argument.value.words.end());
        if (argument.value.file) lines += " \\\n                '*:file:_files'";
    }
    if (!words.empty()) lines += fmt::format(" \\\n                {}", in_quotes("1:word:(" + joined(words) + ")"));
    return fmt::format("        {})\n            _arguments{} ;;\n", in_quotes(command.name), lines);
}

constexpr std::string_view zsh_frame = R"(#compdef muster
# Completions of muster for zsh; made by: muster completions zsh
_muster() {{
    local command=muster
    while ((CURRENT > 2)); do
        case "$command $words[2]" in
            {}) command="$command $words[2]" ;;
            *) break ;;
        esac
        shift words
        ((CURRENT--))
    done
    case $command in
{}    esac
}}
if [[ $funcstack[1] == _muster ]]; then
    _muster "$@"
else
    compdef _muster muster
fi
)";

// --------------------------------------------------------------------------------------------------------- fish

std::string fish_quoted(std::string_view text) {
    std::string made = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') made += '\\';
        made += c;
    }
    return made + "'";
}

std::string fish_value(const OfferedValue& value) {
    if (!value.words.empty()) return fmt::format(" -x -a {}", fish_quoted(joined(value.words)));
    if (value.file) return " -r -F";
    if (value.folder) return " -x -a '(__fish_complete_directories)'";
    return " -x";
}

std::string fish_command(const OfferedCommand& command) {
    const std::string begin = fmt::format("complete -c muster -n {}", fish_quoted("__muster_is_at " + command.name));
    std::string lines;
    for (const OfferedCommand& inner : command.commands) {
        lines += fmt::format("{} -a {} -d {}\n", begin, fish_quoted(inner.name.substr(command.name.size() + 1)),
                             fish_quoted(inner.description));
    }
    for (const OfferedOption& argument : command.arguments) {
        if (argument.value.file) lines += begin + " -F\n";
        if (!argument.value.words.empty()) {
            lines += fmt::format("{} -a {}\n", begin, fish_quoted(joined(argument.value.words)));
        }
    }
    for (const OfferedOption& option : command.options) {
        lines += begin;
        for (const std::string& name : option.names) {
            lines += name[1] == '-' ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        if (!option.value.name.empty()) lines += fish_value(option.value);
        lines += fmt::format(" -d {}\n", fish_quoted(option.description));
    }
    return lines;
}

constexpr std::string_view fish_frame = R"(# Completions of muster for fish; made by: muster completions fish
function __muster_is_at
    set -l command muster
    for word in (commandline -opc)[2..]
        switch "$command $word"
            case {}
                set command "$command $word"
        end
    end
    test "$command" = "$argv"
end
complete -c muster -f
{})";

constexpr std::array<Shell, 3> list{
    {{"bash", completions_for_bash}, {"zsh", completions_for_zsh}, {"fish", completions_for_fish}}};

}  // namespace

std::span<const Shell> shells() {
    return list;
}

std::string completions_for_bash(const OfferedCommand& top) {
    std::string values;
    std::string arguments;
    std::string options;
    for (const OfferedCommand* command : all_commands(top)) {
        for (const OfferedOption& option : command->options) {
            if (option.value.name.empty()) continue;
            for (const std::string& name : option.names) {
                values +=
                    fmt::format("        {}) {} ;;\n", in_quotes(command->name + " " + name), bash_case(option.value));
            }
        }
        OfferedValue either;
        either.words = names_of(*command);
        for (const OfferedOption& argument : command->arguments) {
            either.words.insert(either.words.end(), argument.value.words.begin(), argument.value.words.end());
            either.file = either.file || argument.value.file;
            either.folder = either.folder || argument.value.folder;
        }
        arguments += fmt::format("                {}) {} ;;\n", in_quotes(command->name), bash_case(either));
        options += fmt::format("                    {}) words={} ;;\n", in_quotes(command->name),
                               in_quotes(joined(options_of(*command))));
    }
    return fmt::format(bash_frame, patterns(top, " | "), values, arguments, options);
}

std::string completions_for_zsh(const OfferedCommand& top) {
    std::string commands;
    for (const OfferedCommand* command : all_commands(top)) commands += zsh_command(*command);
    return fmt::format(zsh_frame, patterns(top, " | "), commands);
}

std::string completions_for_fish(const OfferedCommand& top) {
    std::string commands;
    for (const OfferedCommand* command : all_commands(top)) commands += fish_command(*command);
    return fmt::format(fish_frame, patterns(top, " "), commands);
}

}  // namespace muster
