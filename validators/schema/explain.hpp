// Puts violations into words.
#pragma once

#include "core/draft.hpp"
#include "schema/phrases.hpp"
#include "schema/violation.hpp"

namespace muster {

/// What is wrong with a value by itself.
Said words_of_value(const Violation& violation, const Phrases& phrases);

Draft explain(const Violation& violation, const Phrases& phrases);

}  // namespace muster
