// The manual page and the completions for shells, made from what the command line offers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/offered.hpp"

namespace muster {

/// muster(1), in the man macros of roff.
std::string manual_page(const OfferedCommand& top);

struct Shell {
    std::string_view name;
    std::string (*completions)(const OfferedCommand& top);
};

/// The shells that there are completions for.
std::span<const Shell> shells();

std::string completions_for_bash(const OfferedCommand& top);
std::string completions_for_zsh(const OfferedCommand& top);
std::string completions_for_fish(const OfferedCommand& top);

}  // namespace muster
