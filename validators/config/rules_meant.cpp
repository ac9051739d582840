#include "config/rules_meant.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "core/suggestion.hpp"

namespace muster {
namespace {

constexpr std::array<std::pair<std::string_view, Level>, 4> levels{
    {{"error", Level::error}, {"warning", Level::warning}, {"info", Level::info}, {"off", Level::off}}};

Error unknown_rule(std::string_view written, bool families) {
    std::vector<std::string_view> words;
    for (const Rule* rule : all_rules()) {
        words.push_back(rule->name);
        words.push_back(rule->code);
        if (families) words.push_back(family_of(*rule));
    }
    return Error{fmt::format("there is no rule {}{} (muster rules lists all)", written, did_you_mean(written, words))};
}

}  // namespace

std::string_view family_of(const Rule& rule) {
    return rule.code.substr(0, 3);
}

bool is_configuration_rule(const Rule& rule) {
    return family_of(rule) == "CFG";
}

Result<RuleNames> rules_meant(const std::vector<std::string>& written) {
    RuleNames names;
    for (const std::string& word : written) {
        bool known = false;
        for (const Rule* rule : all_rules()) {
            if (word != rule->code && word != rule->name && word != family_of(*rule)) continue;
            names.emplace(rule->name);
            known = true;
        }
        if (!known) return unknown_rule(word, true);
    }
    return names;
}

Result<const Rule*> rule_meant(std::string_view written) {
    if (const Rule* rule = find_rule(written)) return rule;
    return unknown_rule(written, false);
}

Result<Level> level_meant(std::string_view of, std::string_view written) {
    std::vector<std::string_view> words;
    for (const auto& [word, level] : levels) {
        if (word == written) return level;
        words.push_back(word);
    }
    return Error{fmt::format("{} cannot be {}; it can be error, warning, info or off{}", of,
                             written.empty() ? "empty" : written, did_you_mean(written, words))};
}

Result<Levels> levels_meant(const std::vector<std::string>& written) {
    Levels of_families, of_rules;
    for (const std::string& word : written) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos) {
            return Error{fmt::format("--severity {} names no level; write it as {}=warning", word,
                                     word.empty() ? "TOT004" : word)};
        }
        const std::string rule = word.substr(0, equals);
        const Result<RuleNames> names = rules_meant({rule});
        if (!names) return names.error();
        const Result<Level> level = level_meant(rule, word.substr(equals + 1));
        if (!level) return level.error();
        Levels& those = find_rule(rule) != nullptr ? of_rules : of_families;
        for (const std::string& name : *names) those[name] = *level;
    }
    of_rules.merge(of_families);
    return of_rules;
}

}  // namespace muster
