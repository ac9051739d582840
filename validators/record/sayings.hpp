// Numbers of the model in words: what stands in a message.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "record/record.hpp"

namespace muster {

/// "43", "at least 500", "from 300 to 302", "at most 20", "any number".
std::string say(const Interval& interval);

/// As written: "43", "more than 6,000", "about 60", "no number (withheld)", "at least 2", "\"dozens\"". "an unknown
/// number" if it cannot be used.
std::string say(const Quantity& quantity);

/// In the plural: "bodies", "remains packages".
std::string_view say(Unit unit);

/// "2 days", or "at least 2 days" where one of them leaves several days open. The first is over before the other
/// begins.
std::string say_gap(const EdtfDate& before, const EdtfDate& after);

/// How far a sum is from what was given: "one too many", "from one to three too few". Both must be known and not meet.
std::string say_gap(const Interval& sum, const Interval& given);

/// "exchanges of remains from Russia to Ukraine, since October 2024, of at least 500". `name` turns the id of an agent
/// into its name, `title` that of a series into its title.
std::string say(const Scope& scope, const std::function<std::string(std::string_view)>& name,
                const std::function<std::string(std::string_view)>& title);

}  // namespace muster
