// Keys of `extensions`: domain:name. The schema leaves them open, since the keyword for it is broken in validators.
#pragma once

#include <vector>

#include "core/draft.hpp"
#include "parse/document.hpp"

namespace muster {

/// A draft `malformed_value` for every key of an `extensions` that is not of the form example.org:batch.
std::vector<Draft> check_extension_keys(const Document& document);

}  // namespace muster
