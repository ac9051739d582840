// The schemas that muster prints: those it is built with, and one for each kind of document, cut out of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

/// In the order in which they are listed.
std::vector<std::string_view> schema_names();

/// The text of the schema of one of these names; "" for any other.
std::string schema_text(std::string_view name);

}  // namespace muster
