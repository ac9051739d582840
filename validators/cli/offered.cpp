#include "cli/offered.hpp"

#include <algorithm>
#include <set>

#include "cli/schema_text.hpp"
#include "muster/rule.hpp"

namespace muster {
namespace {

/// "text", "json" of "text|json"; none for "FILE".
std::vector<std::string> choices_of(const std::string& name) {
    if (name.find('|') == std::string::npos) return {};
    std::vector<std::string> words;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('|', at), name.size());
        words.push_back(name.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::vector<std::string> words_for_rules() {
    std::set<std::string> words;
    for (const Rule* rule : all_rules()) {
        words.emplace(rule->name);
        words.emplace(rule->code);
        words.emplace(rule->code.substr(0, 3));
    }
    return {words.begin(), words.end()};
}

OfferedValue value_of(const CLI::Option& option, const std::string& command, const std::string& name) {
    OfferedValue value;
    value.name = name;
    value.several =
        option.get_items_expected_max() > 1 || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
    value.file = name == "FILE" || name == "PATH";
    value.folder = name == "DIR";
    value.words = choices_of(name);
    if (name == "R" || name == "RULE") value.words = words_for_rules();
    if (command == "muster schema" && name == "NAME") {
        for (const std::string_view schema : schema_names()) value.words.emplace_back(schema);
    }
    return value;
}

OfferedOption offered_by(const CLI::Option& option, const std::string& command) {
    OfferedOption offered;
    for (const std::string& name : option.get_lnames()) offered.names.push_back("--" + name);
    for (const std::string& name : option.get_snames()) offered.names.push_back("-" + name);
    offered.description = option.get_description();
    const std::string name = offered.names.empty() ? option.get_name(true) : option.get_type_name();
    if (offered.names.empty() || option.get_type_size() > 0) offered.value = value_of(option, command, name);
    return offered;
}

OfferedCommand offered_by(const CLI::App& app, const std::string& around) {
    OfferedCommand offered;
    offered.name = around + app.get_name();
    offered.description = app.get_description();
    offered.footer = app.get_footer();
    for (const CLI::Option* option : app.get_options()) {
        // Without a group it is hidden from the help as well.
        if (option->get_group().empty()) continue;
        OfferedOption made = offered_by(*option, offered.name);
        (made.names.empty() ? offered.arguments : offered.options).push_back(std::move(made));
    }
    for (const CLI::App* command : app.get_subcommands(nullptr)) {
        if (!command->get_group().empty()) offered.commands.push_back(offered_by(*command, offered.name + " "));
    }
    return offered;
}

void add_all(const OfferedCommand& command, std::vector<const OfferedCommand*>& all) {
    all.push_back(&command);
    for (const OfferedCommand& inner : command.commands) add_all(inner, all);
}

}  // namespace

OfferedCommand offered_by(const CLI::App& app) {
    return offered_by(app, "");
}

std::vector<const OfferedCommand*> all_commands(const OfferedCommand& top) {
    std::vector<const OfferedCommand*> all;
    add_all(top, all);
    return all;
}

}  // namespace muster
