// Rules and levels as a user names them: a rule by its code, its name, or a whole family by its three letters.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "muster/check.hpp"
#include "muster/result.hpp"
#include "muster/rule.hpp"

namespace muster {

using RuleNames = std::set<std::string, std::less<>>;
using Levels = std::map<std::string, Level, std::less<>>;

/// The three letters of a code.
std::string_view family_of(const Rule& rule);

/// A rule that watches over configurations, and which these cannot change.
bool is_configuration_rule(const Rule& rule);

/// The names of all rules that are meant. Error: something that is no code, name or family.
Result<RuleNames> rules_meant(const std::vector<std::string>& written);

/// The one rule that is meant. Error: there is none of that code or name.
Result<const Rule*> rule_meant(std::string_view written);

/// Error: what is written is none of error, warning, info and off. `of` says whose level it is.
Result<Level> level_meant(std::string_view of, std::string_view written);

/// "TOT=off", "TOT004=warning": levels by name of rule. What is said of one rule wins over what is said of its family,
/// and the later over the earlier. Error: something that is no rule or no level.
Result<Levels> levels_meant(const std::vector<std::string>& written);

}  // namespace muster
