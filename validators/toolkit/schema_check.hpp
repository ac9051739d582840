// Documents of any kind, checked by a JSON Schema of their own: the same reading, the same explanations and the same
// findings as for records, without the rules that know what a record is.
#pragma once

#include <string>
#include <vector>

#include "muster/check.hpp"
#include "schema/schema.hpp"

namespace muster {

/// Checks every document of the paths (as in CheckOptions). Findings reach the sink file by file in the order of paths;
/// in the summary, `records` counts documents.
Summary check_by_schema(const Schema& schema, const std::vector<std::string>& paths, Sink& sink);

}  // namespace muster
