#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/choices.hpp"
#include "cli/command.hpp"
#include "cli/skeleton.hpp"
#include "core/words.hpp"
#include "muster/check.hpp"
#include "report/output.hpp"

namespace muster {
namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::string date, from, to, kind, id;
    std::string dataset;
    std::string output = "-";
    bool one_way = false;
};

class Unheard final : public Sink {
public:
    void take(const Finding&) override {}
};

constexpr std::array<std::string_view, 3> kinds{"remains", "persons", "items"};

/// One line from the terminal; what is left empty stays open.
void ask(std::string& answer, std::string_view question) {
    if (!answer.empty()) return;
    std::cerr << question << ": " << std::flush;
    std::getline(std::cin, answer);
}

/// Nothing is asked where nobody sits.
void ask_what_is_missing(Arguments& arguments) {
    if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1) return;
    std::cerr << "What you do not know yet: press Enter, it stays open.\n";
    ask(arguments.date, "When was it (2025-03-28)");
    ask(arguments.kind, "What was handed over: remains, persons or items (remains)");
    ask(arguments.from, "Who gave: the id of a party, as ua");
    ask(arguments.to, "Who received: the id of a party, as ru");
}

/// The nearest folder upward that holds a dataset.json; "" if there is none.
std::string dataset_around(fs::path folder) {
    std::error_code ignored;
    for (folder = fs::absolute(folder, ignored);; folder = folder.parent_path()) {
        if (fs::exists(folder / "dataset.json", ignored)) return folder.string();
        if (folder == folder.parent_path()) return "";
    }
}

/// What the registries of a dataset define.
Result<std::set<std::string, std::less<>>> agents_of(const std::string& dataset) {
    std::set<std::string, std::less<>> ids;
    CheckOptions options;
    options.paths = {dataset};
    options.isolated = true;
    options.today = today();
    options.record = [&ids](const records::Record& record) {
        if (record.type != "agents") return;
        for (const records::Agent& agent : record.agents) ids.insert(agent.id);
    };
    Unheard unheard;
    const Result<Summary> summary = check(options, unheard);
    if (!summary) return summary.error();
    for (const Trouble& trouble : summary->troubles) return Error{trouble.path + ": " + trouble.message};
    return ids;
}

Exit run(Arguments arguments) {
    ask_what_is_missing(arguments);
    if (arguments.kind.empty()) arguments.kind = "remains";
    if (std::find(kinds.begin(), kinds.end(), arguments.kind) == kinds.end()) {
        return refuse(
            not_a_choice("--kind", arguments.kind, std::vector<std::string_view>(kinds.begin(), kinds.end())).message);
    }
    SkeletonWanted wanted{
        arguments.id, arguments.date, arguments.from, arguments.to, arguments.kind, arguments.one_way, {}};
    const fs::path place = arguments.output == "-" ? fs::path(".") : fs::path(arguments.output).parent_path();
    const std::string dataset =
        arguments.dataset.empty() ? dataset_around(place.empty() ? fs::path(".") : place) : arguments.dataset;
    if (!dataset.empty()) {
        Result<std::set<std::string, std::less<>>> defined = agents_of(dataset);
        if (!defined) return refuse(defined.error().message);
        wanted.defined = std::move(*defined);
    }
    std::error_code ignored;
    if (arguments.output != "-" && fs::is_regular_file(arguments.output, ignored))
        return refuse(arguments.output + ": is there already; please name a new file");
    Result<std::unique_ptr<Output>> output = Output::open(arguments.output);
    if (!output) {
        complain(output.error().message);
        return Exit::broken;
    }
    (*output)->write(skeleton_of(wanted));
    if (const Status status = (*output)->finish(); !status) {
        complain(status.error().message);
        return Exit::broken;
    }
    if (arguments.output != "-") std::cerr << "Written. What is still open: muster check " << arguments.output << "\n";
    return Exit::clean;
}

}  // namespace

Command add_new(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("new", "Writes a record to begin with");
    command->allow_extras();
    const auto add = [command](const char* name, std::string& value, const char* type, const char* description) {
        command->add_option(name, value, description)->type_name(type);
    };
    add("--date", arguments->date, "DATE", "When it was, as 2025-03-28");
    add("--kind", arguments->kind, "remains|persons|items", "What was handed over (remains)");
    add("--from", arguments->from, "ID", "Who gave: the id of a party");
    add("--to", arguments->to, "ID", "Who received: the id of a party");
    command->add_flag("--one-way", arguments->one_way, "Nothing went back");
    add("--id", arguments->id, "ID", "The id of the record (made of the parties, the date and the kind)");
    add("--dataset", arguments->dataset, "DIR", "The dataset it is for (the nearest dataset.json upward)");
    add("--output", arguments->output, "FILE", "A new file (standard output)");
    command->footer(
        "On a terminal it asks for what the flags do not say. What stays open is an empty value in the record, and\n"
        "muster check has one finding for each.\n"
        "Exit code: 0 written; 2 an option or the dataset cannot be used; 3 the file could not be written.");
    return {command, [arguments] { return run(*arguments); }};
}

}  // namespace muster
