// Documents while they are made: JSON whose keys stay in the order in which people write them.
#pragma once

#include <nlohmann/json.hpp>

namespace muster::testing {

using Json = nlohmann::ordered_json;

}  // namespace muster::testing
