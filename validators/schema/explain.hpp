// Puts violations into words.
#pragma once

#include "core/draft.hpp"
#include "schema/phrases.hpp"
#include "schema/violation.hpp"

namespace muster {

/// What is wrong with a value by itself.
Said words_of_value(const Violation& violation, const Phrases& phrases);

/// No entry of a list is what one of them must be.
Said nothing_contained(const Violation& violation, const Phrases& phrases);
/// The value is what it must not be.
Said ruled_out(const Violation& violation, const Phrases& phrases);
/// A text or a number has none of the forms it may have.
Said none_of_the_forms(const Violation& violation, const Phrases& phrases);

Draft explain(const Violation& violation, const Phrases& phrases);

}  // namespace muster
