// How far a long check has come, on standard error and only on a terminal.
#pragma once

#include <chrono>
#include <cstddef>

namespace muster {

class Progress {
public:
    Progress();

    /// Shows the number of records read, once a second has passed and then a few times a second.
    void show(std::size_t records);
    /// Takes the line away, so that something else can be printed.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    bool on_terminal_;
    bool shown_ = false;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point next_ = begin_ + std::chrono::seconds(1);
};

}  // namespace muster
