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

enum class Severity : std::uint8_t { info, warning, error };

/// "info", "warning" or "error".
std::string_view to_string(Severity severity);

/// Where something stands. Lines and columns count from 1; a column counts Unicode code points; the end is exclusive.
struct Place {
    std::string path;
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t end_line = 1;
    std::size_t end_column = 1;
    std::optional<std::string> record;  ///< id of the record, if it has a usable one
    std::size_t index = 0;              ///< the document's place in its file, from 0
    std::string pointer;                ///< JSON pointer inside the document; "" is the document itself
};

/// The piece of the input that a code frame shows. `text` is one line or a part of it, without its line break.
struct Excerpt {
    std::string text;
    std::size_t mark_begin = 0;  ///< bytes into `text`
    std::size_t mark_end = 0;
    bool cut_before = false;  ///< the line goes on to the left of `text`
    bool cut_after = false;
};

/// Another place that takes part in a finding.
struct Related {
    Place place;
    std::string message;
};

using Arg = std::variant<std::string, std::int64_t, std::vector<std::string>>;
using Args = std::vector<std::pair<std::string, Arg>>;

struct Finding {
    std::string_view code;  ///< static text, as is `name`
    std::string_view name;
    Severity severity = Severity::error;
    int layer = 1;  ///< 1 bytes and JSON, 2 schema, 3 references, 4 one claim, 5 inside a record, 6 dataset
    std::string message;
    Args args;
    std::string remedy;
    Place place;
    std::vector<Related> related;
    std::string fingerprint;
    Excerpt excerpt;
};

/// Takes findings one by one, in the order of the report.
class Sink {
public:
    virtual ~Sink() = default;
    /// Called once, before all findings: the day that counts as today, YYYY-MM-DD.
    virtual void as_of(std::string_view) {}
    virtual void take(const Finding& finding) = 0;
};

}  // namespace muster
