// The domain rules that a schema may stand for (a recode in its `$comment`), each with words of its own.
#pragma once

#include <string_view>

#include "schema/phrases.hpp"
#include "schema/violation.hpp"

namespace muster {

/// A schema may name the rule in a recode.
bool has_words_of_its_own(std::string_view rule);

/// What the recoded rule says of the violation.
Said words_of_rule(const Violation& violation, const Phrases& phrases);

}  // namespace muster
