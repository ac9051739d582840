// A finding: one thing that is wrong in the data, where it stands, in plain words, with the remedy.
// Everything a report prints is in here; nothing in here refers to memory of the checker.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace muster {

/// How grave a finding is, the gravest last: worth knowing; a person should look; the data contradicts itself or breaks
/// the contract.
enum class Severity : std::uint8_t { info, warning, error };

/// "info", "warning" or "error".
std::string_view to_string(Severity severity);

/// Where something stands. Lines and columns count from 1; a column counts Unicode code points; the end is exclusive.
struct Place {
    std::string path;                   ///< as given, with `/`; "-" is standard input
    std::size_t line = 1;               ///< in the file, of the first character
    std::size_t column = 1;             ///< of the first character
    std::size_t end_line = 1;           ///< of the end
    std::size_t end_column = 1;         ///< one past the last character
    std::optional<std::string> record;  ///< id of the record, if it has a usable one
    std::size_t index = 0;              ///< the document's place in its file, from 0
    std::string pointer;                ///< JSON pointer inside the document; "" is the document itself
};

/// The piece of the input that a code frame shows. `text` is one line or a part of it, without its line break.
struct Excerpt {
    std::string text;            ///< as it stands in the input: to be made harmless before it is shown
    std::size_t mark_begin = 0;  ///< bytes into `text`
    std::size_t mark_end = 0;    ///< bytes into `text`, one past the last
    bool cut_before = false;     ///< the line goes on to the left of `text`
    bool cut_after = false;      ///< and to the right
};

/// Another place that takes part in a finding.
struct Related {
    Place place;          ///< of it
    std::string message;  ///< what stands there, in plain words
};

/// An argument of a message: a text, a number or several texts.
using Arg = std::variant<std::string, std::int64_t, std::vector<std::string>>;
/// Arguments by name, in the order of their use.
using Args = std::vector<std::pair<std::string, Arg>>;

/// One thing that is wrong.
struct Finding {
    std::string_view code;                ///< of the rule: static text, or that of a rule of your own
    std::string_view name;                ///< of the rule, likewise
    Severity severity = Severity::error;  ///< how grave it is
    int layer = 1;        ///< 1 bytes and JSON, 2 schema, 3 references, 4 one claim, 5 inside a record, 6 dataset
    std::string message;  ///< what is wrong, in plain words, without a full stop
    Args args;            ///< what the message says, for programs
    std::string remedy;   ///< what to do
    Place place;          ///< where it is shown
    std::vector<Related> related;  ///< who else takes part
    std::string fingerprint;       ///< 32 hexadecimal digits that do not change when lines, order or file names do
    Excerpt excerpt;               ///< the text at `place`
};

/// Takes findings one by one, in the order of the report.
class Sink {
public:
    virtual ~Sink() = default;
    /// Called once, before all findings: the day that counts as today, YYYY-MM-DD.
    virtual void as_of(std::string_view day) { static_cast<void>(day); }
    /// The finding is yours to copy; it is gone after the call.
    virtual void take(const Finding& finding) = 0;
};

}  // namespace muster
