#include "cli/terminal.hpp"

#include <cstdio>
#include <memory>

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

}  // namespace muster
