// Defects of single bytes that can be mended without moving anything, so that the rest of a document can still be
// checked: bytes that are not UTF-8, control characters inside strings, halves of surrogate pairs, nesting.
#pragma once

#include <string>
#include <vector>

#include "core/draft.hpp"

namespace muster {

struct Repaired {
    std::vector<Draft> drafts;
    std::vector<Where> broken_strings;     ///< opening quotes of strings with a defect, ascending
    Where first_raw_line_break = nowhere;  ///< opening quote of the first string that runs over its line
    bool not_utf8 = false;
    bool too_deep = false;
};

/// Looks through `text` and mends it in place, byte for byte.
Repaired repair(std::string& text, std::size_t deepest);

}  // namespace muster
