// A draft: a finding before it has lines, columns and a report to stand in. Rooms and rules write drafts; the pipeline
// folds them, lets errors make what they touch unknown, and turns what is left into findings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "muster/finding.hpp"

namespace muster {

/// A byte offset into the text of one document.
using Where = std::uint32_t;
inline constexpr Where nowhere = UINT32_MAX;

/// A place outside the document at hand, already resolved.
struct Site {
    Place place;
    Excerpt excerpt;
};

struct Note {
    std::variant<Where, Site> at;
    std::string message;
};

/// Who takes part in a finding. An error makes its participants unknown for all later layers.
struct Participant {
    enum class Kind : std::uint8_t { value, claim, flow };
    Kind kind = Kind::value;
    Where where = nowhere;     ///< offset of the value, the claim or the flow: its identity
    std::uint32_t number = 0;  ///< place of the claim or flow in its record

    bool operator==(const Participant& other) const { return where == other.where; }
};

struct Rule;

struct Draft {
    std::string_view rule;             ///< name of the rule
    const Rule* own = nullptr;         ///< the rule itself, if it is none of muster's
    std::optional<Severity> severity;  ///< where it differs from the rule's own
    Where at = nowhere;                ///< where it is shown
    Where end = nowhere;               ///< end of what is marked; nowhere: the end of the value or key at `at`
    std::vector<Participant> participants;
    /// Plain words with {names} of `args`.
    std::string message;
    Args args;
    std::vector<Note> notes;
    std::string remedy;       ///< empty: the rule's own
    std::string fingerprint;  ///< names the finding; given by the layers
};

/// The message with each {name} replaced by the argument of that name; lists are joined by ", ".
std::string render(std::string_view message, const Args& args);

}  // namespace muster
