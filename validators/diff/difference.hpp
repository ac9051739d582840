// Where two values differ. Elements of lists are matched by name, not by position; what means the same is no
// difference, and whatever does not mean the same is one, so that nothing is passed over.
#pragma once

#include <string>
#include <vector>

#include "parse/document.hpp"

namespace muster {

/// A member of an object by its key, or an element of a list by its name, which can be "".
struct PathStep {
    std::string name;
    bool element = false;
};

struct Difference {
    std::vector<PathStep> path;
    NodeId before = no_node;  ///< no_node: it was added
    NodeId after = no_node;   ///< no_node: it was dropped
    bool reordered = false;   ///< a list whose order counts has the same elements in another order
};

/// By path. Quantities and lists of plain values are not taken apart.
std::vector<Difference> differences(const Document& before, NodeId a, const Document& after, NodeId b);

/// "claims[ua-909].quantity"
std::string written(const std::vector<PathStep>& path);

}  // namespace muster
