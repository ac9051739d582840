// How the words of the model are written in documents, for every enumeration of the typed record.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "record/record.hpp"

namespace muster {

/// The written words of an enumeration, in the order of its values.
template <class Enum>
struct Words;

template <>
struct Words<Kind> {
    static constexpr std::array<std::string_view, 3> list{"remains", "persons", "items"};
};
template <>
struct Words<Unit> {
    static constexpr std::array<std::string_view, 5> list{"person", "body", "remains_package", "fragment", "item"};
};
template <>
struct Words<Category> {
    static constexpr std::array<std::string_view, 3> list{"military", "civilian", "mixed"};
};
template <>
struct Words<Terms> {
    static constexpr std::array<std::string_view, 4> list{"exchange", "outside_exchange", "unilateral",
                                                          "return_of_misattributed"};
};
template <>
struct Words<RecordStatus> {
    static constexpr std::array<std::string_view, 6> list{"announced", "agreed",      "postponed",
                                                          "aborted",   "carried_out", "disputed"};
};
template <>
struct Words<Applies> {
    static constexpr std::array<std::string_view, 3> list{"together", "each", "unclear"};
};
template <>
struct Words<Rank> {
    static constexpr std::array<std::string_view, 2> list{"preferred", "deprecated"};
};
template <>
struct Words<Qualifier> {
    static constexpr std::array<std::string_view, 6> list{"at_least",   "more_than", "at_most",
                                                          "fewer_than", "about",     "nearly"};
};
template <>
struct Words<Absence> {
    static constexpr std::array<std::string_view, 4> list{"not_stated", "withheld", "unknown", "no_comment"};
};
template <>
struct Words<Shape> {
    static constexpr std::array<std::string_view, 3> list{"partition", "open_list", "subsets"};
};
template <>
struct Words<Method> {
    static constexpr std::array<std::string_view, 2> list{"sum", "difference"};
};
template <>
struct Words<RelationType> {
    static constexpr std::array<std::string_view, 4> list{"corroborates", "contradicts", "supersedes", "misprint_of"};
};
template <>
struct Words<AgentType> {
    static constexpr std::array<std::string_view, 6> list{"party", "institution", "person",
                                                          "group", "outlet",      "anonymous"};
};
template <>
struct Words<IdentificationResult> {
    static constexpr std::array<std::string_view, 4> list{"presumed", "pending", "identified", "misattributed"};
};
template <>
struct Words<PlaceRole> {
    static constexpr std::array<std::string_view, 2> list{"origin", "handover"};
};
template <>
struct Words<ClaimType> {
    static constexpr std::array<std::string_view, 14> list{
        "count",     "plan", "cumulative", "ordinal",      "previous", "identification", "place",
        "mediation", "date", "status",     "confirmation", "denial",   "interpretation", "statement"};
};
template <>
struct Words<DocumentType> {
    static constexpr std::array<std::string_view, 6> list{"muster/exchange/1", "muster/series/1", "muster/tombstone/1",
                                                          "muster/dataset/1",  "muster/agents/1", "muster/sources/1"};
};

template <class Enum>
std::string_view word(Enum value) {
    return Words<Enum>::list[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> from_word(std::string_view written) {
    for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i) {
        if (Words<Enum>::list[i] == written) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace muster
