// Refuses what an engine would ignore or take wrongly: a schema in which nothing is found means what it says.
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "schema/schema.hpp"

namespace muster {

struct Linted {
    std::shared_ptr<const Document> document;  ///< null if the text is not JSON
    std::vector<SchemaProblem> problems;       ///< in the order of the text
    std::set<NodeId> ignored;                  ///< keywords that check nothing
};

Linted lint(std::string_view json);

}  // namespace muster
