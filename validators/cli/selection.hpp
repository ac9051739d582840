// Rules as a user names them: by code, by name, or a whole family by its three letters.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "muster/result.hpp"
#include "muster/rule.hpp"

namespace muster {

using RuleNames = std::set<std::string, std::less<>>;

/// The names of all rules that are meant. Error: something that is no code, name or family.
Result<RuleNames> rules_meant(const std::vector<std::string>& written);

/// The one rule that is meant. Error: there is none of that code or name.
Result<const Rule*> rule_meant(std::string_view written);

}  // namespace muster
