#include "cli/terminal.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "core/suggestion.hpp"
#include "core/words.hpp"
#include "report/inert.hpp"
#include "report/output.hpp"

namespace muster {

Exit print(std::string_view text) {
    const std::unique_ptr<Output> output = Output::standard_output();
    output->write(text);
    const Status status = output->finish();
    if (status) return Exit::clean;
    complain(status.error().message);
    return Exit::broken;
}

void complain(std::string_view message) {
    const std::string line = "muster: " + inert(message) + "\n";
    // Where standard error is closed too, there is nobody left to tell.
    std::fwrite(line.data(), 1, line.size(), stderr);
}

Exit refuse(std::string_view message) {
    complain(message);
    return Exit::unusable;
}

std::string shown_value(std::string_view written) {
    return written.empty() ? "empty" : std::string(written);
}

Error not_a_choice(std::string_view option, std::string_view written, const std::vector<std::string_view>& choices) {
    return Error{fmt::format("{} cannot be {}; it can be {}{}", option, shown_value(written),
                             joined(std::vector<std::string>(choices.begin(), choices.end()), "or"),
                             did_you_mean(written, choices))};
}

}  // namespace muster
