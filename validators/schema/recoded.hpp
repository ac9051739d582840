// The domain rules that a schema may stand for (a recode in its `$comment`), each with words of its own.
#pragma once

#include <optional>
#include <string_view>

#include "core/draft.hpp"
#include "schema/phrases.hpp"
#include "schema/violation.hpp"

namespace muster {

/// A schema may name the rule in a recode.
bool has_words_of_its_own(std::string_view rule);

/// The name of the rule as static text.
std::string_view static_name(std::string_view rule);

struct RecodedWords {
    std::string message;
    Args args;
};

/// What the recoded rule says of the violation.
RecodedWords words_of_rule(const Violation& violation, const Phrases& phrases);

}  // namespace muster
