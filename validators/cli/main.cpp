// muster: checks open datasets of exchange records.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <new>

#include "cli/command.hpp"
#include "muster/check.hpp"
#include "report/output.hpp"

namespace muster {
namespace {

extern "C" void stop_at_signal(int number) {
    Output::remove_unfinished();
    std::signal(number, SIG_DFL);
    std::raise(number);
}

void prepare_process() {
    // A closed pipe is an error to be told, like a full disk.
    std::signal(SIGPIPE, SIG_IGN);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        // What was started to survive a closed terminal goes on surviving it.
        if (std::signal(number, stop_at_signal) == SIG_IGN) std::signal(number, SIG_IGN);
    }
    // A file opened later must not take the place of a standard stream that is closed.
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) == -1) open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

std::string full_name(const CLI::App& app) {
    return app.get_parent() != nullptr ? full_name(*app.get_parent()) + " " + app.get_name() : app.get_name();
}

Exit refuse_argument(const CLI::App& app, const std::string& argument) {
    const std::string help = fmt::format(" ({} --help lists what there is)", full_name(app));
    if (argument.size() > 1 && argument[0] == '-') {
        const std::string name = argument.substr(0, argument.find('='));
        std::vector<std::string> names;
        for (const CLI::Option* option : app.get_options()) {
            for (const std::string& known : option->get_lnames()) names.push_back("--" + known);
        }
        const std::vector<std::string_view> words(names.begin(), names.end());
        return refuse(fmt::format("there is no option {}{}{}", name, did_you_mean(name, words), help));
    }
    if (app.get_parent() == nullptr) {
        std::vector<std::string_view> names;
        for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
        return refuse(fmt::format("there is no command {}{}{}", argument, did_you_mean(argument, names), help));
    }
    return refuse(fmt::format("{} is one argument too many{}", argument, help));
}

/// What the command line holds beyond what its commands know.
const CLI::App* with_extra_argument(const CLI::App& app, std::string& argument) {
    const std::vector<std::string> rest = app.remaining();
    const auto extra = std::find_if(rest.begin(), rest.end(), [](const std::string& text) { return text != "--"; });
    if (extra != rest.end()) {
        argument = *extra;
        return &app;
    }
    for (const CLI::App* command : app.get_subcommands()) {
        if (const CLI::App* found = with_extra_argument(*command, argument)) return found;
    }
    return nullptr;
}

Exit refuse_usage(const CLI::ParseError& problem) {
    const std::string text = problem.what();
    const std::size_t begin = text.find("--");
    if (begin == std::string::npos)
        return refuse("the command line cannot be understood (muster --help says how it is)");
    const std::string name = text.substr(begin, text.find_first_of(": =", begin) - begin);
    const bool lacks_value = problem.get_name() == "ArgumentMismatch";
    return refuse(name + (lacks_value ? " needs a value after it" : " cannot be used in this way (--help says how)"));
}

Exit run(int argc, char** argv) {
    CLI::App app("Checks open datasets of exchange records: public reports of exchanges of remains and of prisoners.",
                 "muster");
    app.set_help_flag("--help,-h", "Says how a command is used");
    app.get_formatter()->column_width(34);
    app.get_formatter()->label("OPTIONS", "OPTION...");
    app.get_formatter()->label("SUBCOMMAND", "COMMAND");
    app.get_formatter()->label("Positionals", "Arguments");
    bool wants_version = false;
    app.add_flag("--version", wants_version, "Prints the version");
    app.require_subcommand(0, 1);
    app.allow_extras();
    app.option_defaults()->take_last();
    const std::array commands{add_check(app),   add_new(app),    add_stats(app),       add_diff(app),  add_rules(app),
                              add_explain(app), add_schema(app), add_completions(app), add_manual(app)};
    for (const Command& command : commands) command.app->group("Commands");

    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return print(app.help());
    } catch (const CLI::ParseError& problem) {
        return refuse_usage(problem);
    }
    std::string argument;
    if (const CLI::App* at = with_extra_argument(app, argument)) return refuse_argument(*at, argument);
    if (wants_version) return print(fmt::format("muster {}\n", version()));
    for (const Command& command : commands) {
        if (command.app->parsed()) return command.run();
    }
    return refuse("no command is given; the main one is: muster check PATH... (muster --help lists all)");
}

}  // namespace
}  // namespace muster

int main(int argc, char** argv) {
    muster::prepare_process();
    try {
        return static_cast<int>(muster::run(argc, argv));
    } catch (const std::bad_alloc&) {
        muster::complain("there is not enough memory");
        return static_cast<int>(muster::Exit::broken);
    }
}
