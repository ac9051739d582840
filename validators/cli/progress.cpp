#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "core/words.hpp"

namespace muster {

Progress::Progress() : on_terminal_(isatty(STDERR_FILENO) == 1) {}

void Progress::show(std::size_t records) {
    const Clock::time_point now = Clock::now();
    if (!on_terminal_ || now < next_) return;
    next_ = now + std::chrono::milliseconds(200);
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    const auto rate = static_cast<std::int64_t>(static_cast<double>(records) / seconds);
    fmt::print(stderr, "\r\x1b[K{} records, {} records/s", with_commas(static_cast<std::int64_t>(records)),
               with_commas(rate));
    std::fflush(stderr);
    shown_ = true;
}

void Progress::clear() {
    if (!shown_) return;
    std::fputs("\r\x1b[K", stderr);
    shown_ = false;
}

}  // namespace muster
