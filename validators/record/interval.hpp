// An interval of whole numbers, each end closed or open: what a quantity says, and what sums and differences of
// quantities can be. An interval can be unknown: then it is [0, ..) and every verdict made with it is undecided.
#pragma once

#include <cstdint>
#include <limits>

namespace muster {

class Interval {
public:
    static constexpr std::int64_t open = std::numeric_limits<std::int64_t>::max();

    constexpr Interval() = default;  ///< [0, 0]
    constexpr Interval(std::int64_t low, std::int64_t high) : low_(low), high_(high) {}
    static constexpr Interval exactly(std::int64_t number) { return {number, number}; }
    static constexpr Interval from(std::int64_t low) { return {low, open}; }
    /// [0, ..), marked as unknown.
    static constexpr Interval unknown() {
        Interval any{0, open};
        any.unknown_ = true;
        return any;
    }

    constexpr std::int64_t low() const { return low_; }    ///< -open if there is no lower end
    constexpr std::int64_t high() const { return high_; }  ///< `open` if there is no upper end
    constexpr bool open_ended() const { return high_ == open; }
    constexpr bool exact() const { return low_ == high_; }
    constexpr bool is_unknown() const { return unknown_; }

    constexpr bool meets(const Interval& other) const { return low_ <= other.high_ && other.low_ <= high_; }

    /// Ends added; an open end stays open. Unknown if either is.
    friend constexpr Interval operator+(const Interval& a, const Interval& b) {
        Interval sum{add(a.low_, b.low_, -open), add(a.high_, b.high_, open)};
        sum.unknown_ = a.unknown_ || b.unknown_;
        return sum;
    }
    /// All differences a - b: where `b` has no upper end the difference has no lower one. Unknown if either is.
    friend constexpr Interval operator-(const Interval& a, const Interval& b) {
        Interval rest{add(a.low_, -b.high_, -open), add(a.high_, -b.low_, open)};
        rest.unknown_ = a.unknown_ || b.unknown_;
        return rest;
    }
    /// The smallest interval that holds both.
    friend constexpr Interval hull(const Interval& a, const Interval& b) {
        Interval both{a.low_ < b.low_ ? a.low_ : b.low_, a.high_ > b.high_ ? a.high_ : b.high_};
        both.unknown_ = a.unknown_ || b.unknown_;
        return both;
    }
    constexpr bool operator==(const Interval&) const = default;

private:
    static constexpr std::int64_t add(std::int64_t a, std::int64_t b, std::int64_t open_end) {
        return a == open_end || b == open_end ? open_end : a + b;
    }

    std::int64_t low_ = 0;
    std::int64_t high_ = 0;
    bool unknown_ = false;
};

}  // namespace muster
