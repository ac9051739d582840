#include "core/fingerprint.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace muster {

std::string fingerprint(std::string_view text) {
    // FNV-1a twice, from two beginnings: not against forgery, only against chance.
    std::uint64_t first = 0xcbf29ce484222325U;
    std::uint64_t second = 0x84222325cbf29ce4U;
    for (const char c : text) {
        first = (first ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        second = (second ^ static_cast<unsigned char>(c)) * 0x100000001b3U + 0x9e3779b97f4a7c15U;
    }
    return fmt::format("{:016x}{:016x}", first, second);
}

}  // namespace muster
