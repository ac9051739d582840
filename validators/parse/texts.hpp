// What is worth knowing about single texts and numbers of a document: none of it makes them unusable.
#pragma once

#include <vector>

#include "core/draft.hpp"
#include "parse/document.hpp"

namespace muster {

/// Texts not in normal form C (one draft for all of them), and numbers in `extensions` that other programs would read
/// differently. What is unknown already is left out.
void check_texts(const Document& document, std::vector<Draft>& drafts);

}  // namespace muster
