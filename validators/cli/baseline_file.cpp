#include "cli/baseline_file.hpp"

#include <fmt/format.h>

#include <memory>

#include "report/output.hpp"

namespace muster {

Exit write_baseline(const BaselineUse& baseline, Exit verdict) {
    if (verdict > Exit::findings) {
        complain(fmt::format("{}: not written, because not everything could be checked", baseline.path));
        return verdict;
    }
    Result<std::unique_ptr<Output>> file = Output::open(baseline.path);
    Status status = file ? done() : Status(file.error());
    if (file) {
        (*file)->write(baseline_text(baseline.entries));
        status = (*file)->finish();
    }
    if (status) return verdict;
    complain(status.error().message);
    return Exit::broken;
}

}  // namespace muster
