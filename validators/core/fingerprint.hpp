// A short name for a long text that says what a finding is about.
#pragma once

#include <string>
#include <string_view>

namespace muster {

/// 32 hexadecimal digits.
std::string fingerprint(std::string_view text);

}  // namespace muster
