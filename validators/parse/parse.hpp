// Bytes of one document -> Document, with everything that is wrong with its bytes and its JSON (layer 1).
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "parse/document.hpp"

namespace muster {

inline constexpr std::size_t deepest_nesting = 64;

struct Parsed {
    /// Null if the bytes are not JSON; then `drafts` says why.
    std::shared_ptr<Document> document;
    std::vector<Draft> drafts;
    /// The text the drafts point into; also there if the bytes are not JSON.
    std::string text;
};

/// Parses one document. Never throws but for allocation; what is wrong is in the drafts, values that cannot be used
/// (a key that stands twice) are marked unknown in the document.
Parsed parse(std::string_view bytes);

}  // namespace muster
