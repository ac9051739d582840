// Which exchanges a scope means, and which scopes another one includes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "record/summary.hpp"

namespace muster {

enum class Membership : std::uint8_t { no, maybe, yes };

constexpr Membership both(Membership a, Membership b) {
    return a < b ? a : b;
}

/// Where a scope begins and ends, in days.
struct Reach {
    Day first = before_all_days;
    Day last = after_all_days;
    bool unknown = false;
};

Membership in_window(const EdtfDate& date, const Reach& reach);

/// An exchange as a scope sees it, whenever it was and however far it got.
struct InScope {
    Membership membership = Membership::no;
    bool unknown = false;      ///< it may belong only because something of it cannot be read
    std::optional<View> view;  ///< of its flows that the scope means
};

/// `in_series` is what is known of the scope's `part_of`.
InScope look_up(const RecordSummary& summary, const Scope& scope, Membership in_series);

/// Each field of the cover is the scope's too.
bool includes(const Scope& cover, const Scope& scope);

/// The same text for scopes that mean the same exchanges within whatever reach they have.
std::string key_of(const Scope& scope);

}  // namespace muster
