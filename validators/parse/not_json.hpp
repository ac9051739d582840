// Says in plain words why a text is not JSON: what stands there and what was expected.
#pragma once

#include "core/draft.hpp"
#include "parse/builder.hpp"

namespace muster {

/// The draft `not_json` for a text that the builder could not read to its end.
Draft explain_not_json(const std::string& text, const DocumentBuilder& builder);

}  // namespace muster
