// Colours of the text form; without colour every text stays as it is.
#pragma once

#include <string>
#include <string_view>

#include "muster/finding.hpp"

namespace muster {

class Paint {
public:
    explicit Paint(bool color) : color_(color) {}

    std::string place(std::string_view text) const { return in("1", text); }
    std::string margin(std::string_view text) const { return in("2", text); }
    std::string by(Severity severity, std::string_view text) const {
        return in(severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;36", text);
    }

private:
    std::string in(std::string_view code, std::string_view text) const {
        if (!color_) return std::string(text);
        return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
    }

    bool color_;
};

}  // namespace muster
