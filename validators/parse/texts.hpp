// What is wrong with single texts and numbers of a document, wherever they stand in it.
#pragma once

#include <vector>

#include "core/draft.hpp"
#include "parse/document.hpp"

namespace muster {

/// Control characters, unbalanced bidirectional controls, texts not in NFC, and numbers in `extensions` that other
/// programs would read differently. Strings listed in `already_broken` (by their opening quote) are left out.
void check_texts(Document& document, const std::vector<Where>& already_broken, std::vector<Draft>& drafts);

}  // namespace muster
