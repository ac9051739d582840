// What is wrong with the bytes of texts, mended without moving anything, so that the rest of a document can still be
// checked: bytes that are not UTF-8, characters that must not stand in a text, halves of surrogate pairs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"

namespace muster {

struct Repaired {
    std::string text;                 ///< mended, byte for byte; well-formed UTF-8
    std::optional<Draft> not_utf8;    ///< one for all bytes that are not UTF-8
    std::vector<Draft> drafts;        ///< at most one for each string, by place
    std::vector<Where> broken_texts;  ///< opening quotes of strings that cannot be used, ascending
};

/// Looks through bytes that may be JSON. What it says of texts holds if they are.
Repaired repair(std::string_view bytes);

}  // namespace muster
