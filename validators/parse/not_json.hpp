// Says in plain words why a text is not JSON: what stands there, what was expected, and what to write instead.
#pragma once

#include <string>

#include "core/draft.hpp"
#include "parse/builder.hpp"

namespace muster {

/// The draft `not_json` for a well-formed text that the builder could not read, or that goes on behind the document
/// as if that had not ended.
Draft explain_not_json(const std::string& text, const DocumentBuilder& builder);

}  // namespace muster
