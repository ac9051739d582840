#include "cli/choices.hpp"

#include <fmt/format.h>

#include <charconv>

#include "cli/terminal.hpp"
#include "core/words.hpp"

namespace muster {
namespace {

std::string shown(std::string_view written) {
    return written.empty() ? "empty" : std::string(written);
}

}  // namespace

Error not_a_choice(std::string_view option, std::string_view written, const std::vector<std::string_view>& choices) {
    return Error{fmt::format("{} cannot be {}; it can be {}{}", option, shown(written),
                             joined(std::vector<std::string>(choices.begin(), choices.end()), "or"),
                             did_you_mean(written, choices))};
}

Result<const Format*> chosen_format(std::string_view written) {
    std::vector<std::string_view> names;
    for (const Format& format : formats()) {
        if (format.name == written) return &format;
        names.push_back(format.name);
    }
    return not_a_choice("--format", written, names);
}

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
    return Error{fmt::format("--max-findings cannot be {}; it is a number such as 100", shown(written))};
}

}  // namespace muster
