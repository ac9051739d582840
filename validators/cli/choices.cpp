#include "cli/choices.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <ctime>
#include <string>

#include "cli/terminal.hpp"

namespace muster {

Result<std::optional<Severity>> chosen_threshold(std::string_view written) {
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        if (written == to_string(severity)) return std::optional<Severity>(severity);
    }
    if (written == "none") return std::optional<Severity>();
    return not_a_choice("--fail-on", written, {"error", "warning", "info", "none"});
}

Result<std::size_t> chosen_cap(std::string_view written) {
    if (written == "all") return SIZE_MAX;
    std::size_t number = 0;
    const char* end = written.data() + written.size();
    const auto [stopped, problem] = std::from_chars(written.data(), end, number);
    if (problem == std::errc{} && stopped == end) return number;
    return Error{fmt::format("--max-findings cannot be {}; it is a number such as 100", shown_value(written))};
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace muster
