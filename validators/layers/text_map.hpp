// Byte offsets of one document -> lines, columns and the piece of text that a reader wants to see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"

namespace muster {

/// Where a document begins in its file.
struct Origin {
    std::string path;
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t index = 0;
    bool whole_lines = true;  ///< nothing else stands on its lines
};

class TextMap {
public:
    TextMap(Origin origin, std::string_view text) : origin_(std::move(origin)), text_(text) {}

    /// Place without record and pointer, and the excerpt, of the bytes from `begin` to `end`.
    Site site(Where begin, Where end) const;
    const Origin& origin() const { return origin_; }

private:
    struct Position {
        std::size_t line = 1;
        std::size_t column = 1;
    };
    Position position(Where where) const;
    std::size_t line_of(Where where) const;  ///< from 0
    void look_through() const;

    Origin origin_;
    std::string_view text_;
    // Made when the first place is asked for.
    mutable std::vector<Where> line_begins_;
    mutable std::vector<std::size_t> code_points_before_;  ///< at each `stretch` of the text
};

}  // namespace muster
