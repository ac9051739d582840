#include "cli/selection.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace muster {
namespace {

std::string_view family_of(const Rule& rule) {
    return rule.code.substr(0, 3);
}

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

}  // namespace muster
