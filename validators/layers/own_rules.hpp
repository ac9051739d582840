// The rules of those who use the library, on one document: they see it as values, and their findings become drafts like
// those of muster's own rules.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "layers/examined.hpp"
#include "layers/selection.hpp"
#include "record/record_check.hpp"

namespace muster {

/// What the rules of one document report; the codes of those that broke down are added to `failed`.
std::vector<Draft> run_own_rules(const Examined& examined, RecordCheck& check, const records::Record& record,
                                 const Selection& selection, std::set<std::string>& failed);

}  // namespace muster
