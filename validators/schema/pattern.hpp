// A regular expression of a schema (ECMAScript), looked for in byte strings. The only user of std::regex, whose
// exceptions end here.
#pragma once

#include <optional>
#include <regex>
#include <string_view>

namespace muster {

class Pattern {
public:
    /// Nothing if it cannot be compiled.
    static std::optional<Pattern> compile(std::string_view text);

    bool found_in(std::string_view text) const;
    std::string_view text() const { return text_; }

private:
    Pattern(std::string_view text, std::regex regex) : text_(text), regex_(std::move(regex)) {}

    std::string_view text_;
    std::regex regex_;
};

}  // namespace muster
