#include "record/sayings.hpp"

#include <fmt/format.h>

#include "core/words.hpp"
#include "record/names.hpp"

namespace muster {
namespace {

std::string spaced(std::string_view word) {
    std::string words(word);
    for (char& c : words) {
        if (c == '_') c = ' ';
    }
    return words;
}

/// ", since October 2024" or " in 2024": a window as it continues a sentence.
std::string in_time(std::string_view window) {
    const std::string words = written_in_words(window);
    const bool span = window.find_first_of("/[") != std::string_view::npos;
    if (span) return ", " + words;
    return (window.size() > 7 ? " on " : " in ") + words;
}

}  // namespace

std::string say(const Interval& interval) {
    if (interval.exact()) return with_commas(interval.low());
    const bool no_low = interval.low() == -Interval::open || interval.low() == 0;
    if (interval.open_ended()) return no_low ? "any number" : "at least " + with_commas(interval.low());
    if (no_low) return "at most " + with_commas(interval.high());
    return fmt::format("from {} to {}", with_commas(interval.low()), with_commas(interval.high()));
}

std::string say(const Quantity& quantity) {
    if (!quantity.present()) return "no number";
    if (quantity.unknown()) return "an unknown number";
    if (quantity.absence.known()) return fmt::format("no number ({})", spaced(word(*quantity.absence)));
    if (!quantity.amount.known()) {
        const bool in_words_only = quantity.lower.absent() && quantity.upper.absent() && quantity.as_printed.known();
        return in_words_only ? fmt::format("\"{}\"", *quantity.as_printed) : say(quantity.interval());
    }
    const std::string amount = with_commas(*quantity.amount);
    return quantity.qualifier.known() ? spaced(word(*quantity.qualifier)) + " " + amount : amount;
}

std::string_view say(Unit unit) {
    switch (unit) {
        case Unit::person:
            return "persons";
        case Unit::body:
            return "bodies";
        case Unit::remains_package:
            return "remains packages";
        case Unit::fragment:
            return "fragments";
        case Unit::item:
            return "items";
    }
    return "items";
}

std::string say_gap(const Interval& sum, const Interval& given) {
    const bool more = sum.low() > given.high();
    const std::int64_t least = more ? sum.low() - given.high() : given.low() - sum.high();
    const bool no_end = sum.open_ended() || given.open_ended() || sum.low() == -Interval::open;
    const std::int64_t most = no_end ? least : more ? sum.high() - given.low() : given.high() - sum.low();
    const std::string_view direction = more ? "too many" : "too few";
    if (no_end) return fmt::format("at least {} {}", in_words(least), direction);
    if (least == most) return fmt::format("{} {}", in_words(least), direction);
    return fmt::format("from {} to {} {}", in_words(least), in_words(most), direction);
}

std::string say_gap(const EdtfDate& before, const EdtfDate& after) {
    const auto begins_and_ends = [](const EdtfDate& date) { return date.interval || date.earliest == date.latest; };
    return (begins_and_ends(before) && begins_and_ends(after) ? "" : "at least ") +
           counted(std::int64_t{after.earliest} - before.latest, "day");
}

std::string say(const Scope& scope, const std::function<std::string(std::string_view)>& name,
                const std::function<std::string(std::string_view)>& title) {
    std::string words = "exchanges";
    if (scope.kind.known()) words += " of " + std::string(word(*scope.kind));
    if (scope.from.known()) words += " from " + name(*scope.from);
    if (scope.to.known()) words += " to " + name(*scope.to);
    if (scope.between.known()) {
        std::vector<std::string> parties;
        for (const Text& party : scope.between) parties.push_back(party.known() ? name(*party) : "an unknown party");
        words += " between " + joined(parties);
    }
    if (scope.mediator.known()) words += " mediated by " + name(*scope.mediator);
    if (scope.part_of.known()) words += fmt::format(", part of \"{}\"", title(*scope.part_of));
    if (scope.window.known()) words += in_time(scope.window->text);
    if (scope.threshold.present()) words += ", of " + say(scope.threshold);
    return words;
}

}  // namespace muster
