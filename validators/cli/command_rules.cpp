#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "cli/command.hpp"
#include "cli/rule_page.hpp"
#include "cli/whole_file.hpp"
#include "core/words.hpp"
#include "muster/rule.hpp"
#include "report/inert.hpp"
#include "report/output.hpp"

namespace muster {
namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::string format = "text";
    std::string markdown;
};

std::string list_in_text() {
    std::size_t width = 0;
    for (const Rule* rule : all_rules()) width = std::max(width, rule->name.size());
    std::string list;
    for (const Rule* rule : all_rules()) {
        list += fmt::format("{}  {:7}  {:{}}  {}\n", rule->code, to_string(rule->severity), rule->name, width,
                            rule->summary);
    }
    return list;
}

std::string list_in_json() {
    std::string list;
    for (const Rule* rule : all_rules()) {
        list += list.empty() ? "[\n" : ",\n";
        list += fmt::format(R"({{"code": {}, "name": {}, "severity": "{}", "layer": {}, "needs": "{}", "since": {}, )",
                            json_string(rule->code), json_string(rule->name), to_string(rule->severity),
                            number_of(rule->layer), to_string(rule->needs), json_string(rule->since));
        list += fmt::format(R"("summary": {}, "rationale": {}, "remedy": {}}})", json_string(rule->summary),
                            json_string(rule->rationale), json_string(rule->remedy));
    }
    return list.empty() ? "[]\n" : list + "\n]\n";
}

Status write_page(const fs::path& path, const std::string& text) {
    Result<std::unique_ptr<Output>> output = Output::open(path.string());
    if (!output) return output.error();
    (*output)->write(text);
    return (*output)->finish();
}

/// Pages of ours in the folder that are no longer written.
std::vector<fs::path> stale_pages(const fs::path& folder, const std::map<std::string, std::string>& pages) {
    std::vector<fs::path> stale;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const fs::path& path = entry.path();
        if (path.extension() != ".md" || pages.count(path.filename().string()) > 0) continue;
        const Result<std::string> text = whole_file(path.string());
        if (text && text->compare(0, markdown_mark.size(), markdown_mark) == 0) stale.push_back(path);
    }
    return stale;
}

Exit write_pages(const fs::path& folder) {
    std::map<std::string, std::string> pages{{"README.md", index_in_markdown()}};
    for (const Rule* rule : all_rules()) pages[std::string(rule->name) + ".md"] = page_in_markdown(*rule);

    std::error_code problem;
    fs::create_directories(folder, problem);
    std::int64_t written = 0;
    for (const auto& [name, text] : pages) {
        const Result<std::string> before = whole_file((folder / name).string());
        if (before && *before == text) continue;
        if (const Status status = write_page(folder / name, text); !status) {
            complain(status.error().message);
            return Exit::broken;
        }
        ++written;
    }
    const std::vector<fs::path> stale = stale_pages(folder, pages);
    for (const fs::path& path : stale) {
        if (fs::remove(path, problem)) continue;
        complain(path.string() + ": could not be removed, though its rule is gone");
        return Exit::broken;
    }
    return print(fmt::format("{} of {} written, {} removed\n", with_commas(written),
                             counted(static_cast<std::int64_t>(pages.size()), "page"), stale.size()));
}

Exit run(const Arguments& arguments) {
    if (!arguments.markdown.empty()) return write_pages(arguments.markdown);
    if (arguments.format == "text") return print(list_in_text());
    if (arguments.format == "json") return print(list_in_json());
    return refuse(fmt::format("--format cannot be {}; it can be text or json{}", arguments.format,
                              did_you_mean(arguments.format, {"text", "json"})));
}

}  // namespace

Command add_rules(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* rules = app.add_subcommand("rules", "Lists all rules");
    rules->allow_extras();
    rules->add_option("--format", arguments->format, "The form of the list (text)")->type_name("text|json");
    rules->add_option("--markdown", arguments->markdown, "Writes a page for each rule and an index into a folder")
        ->type_name("DIR");
    return {rules, [arguments] { return run(*arguments); }};
}

}  // namespace muster
