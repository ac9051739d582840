// Finds where an element of an array ends by brackets and strings alone, in any number of pieces, without recursion.
#pragma once

#include <cstdint>

namespace muster {

/// Scans one element. It ends before the first `,` or `]` that stands outside all its brackets and strings. Kinds of
/// brackets are not told apart there: in `{"a": 1]` the bracket closes the brace, and in `{"a": 1}}` the second brace
/// closes nothing and is one more byte. So a slip stays inside its element, whose parse reports it, and the next
/// element begins where a reader would see it. A string ends with its line at the latest (JSON has no line breaks in
/// strings), so a forgotten quote does not swallow the elements on the lines after it.
class BracketScan {
public:
    /// The first byte behind the element, or `end` if it goes on. The first piece begins with the element, not with
    /// white space, `,` or `]`.
    const char* operator()(const char* at, const char* end);
    /// What was scanned so far is one object or array, closed, and white space behind it.
    bool closed() const { return state_ == State::closed; }

private:
    enum class State : std::uint8_t { fresh, open, closed, broken };

    const char* scan_string(const char* at, const char* end);
    void scan_bracket(char bracket);
    std::int64_t depth() const { return braces_ + brackets_; }

    State state_ = State::fresh;
    std::int64_t braces_ = 0;  // opened and not closed; counted apart, they tell `{]` from `{}`
    std::int64_t brackets_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

}  // namespace muster
