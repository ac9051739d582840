// SHA-256: two texts of one digest are one text, also when somebody would like them to be two.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace muster {

using Digest = std::array<std::uint32_t, 8>;

Digest digest_of(std::string_view bytes);

}  // namespace muster
