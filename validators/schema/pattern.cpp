#include "schema/pattern.hpp"

namespace muster {

std::optional<Pattern> Pattern::compile(std::string_view text) {
    try {
        return Pattern(text, std::regex(text.begin(), text.end(), std::regex::ECMAScript));
    } catch (const std::regex_error&) {
        return std::nullopt;
    }
}

bool Pattern::found_in(std::string_view text) const {
    try {
        return std::regex_search(text.begin(), text.end(), regex_);
    } catch (const std::regex_error&) {
        return false;
    }
}

}  // namespace muster
