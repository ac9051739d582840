// The forms of a comparison. All text in them is inert.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diff/diff.hpp"
#include "report/output.hpp"

namespace muster {

/// For a person at a terminal or in a log.
void write_diff_text(const Diff& diff, Output& output);
/// One document; schema/diff.schema.json describes it.
void write_diff_json(const Diff& diff, Output& output);
/// For a comment on a pull request: short, and nothing in it mentions, links or loads.
void write_diff_markdown(const Diff& diff, Output& output);

struct DiffFormat {
    std::string_view name;
    void (*write)(const Diff& diff, Output& output);
};

/// All formats, the default one first.
std::span<const DiffFormat> diff_formats();

/// "old (21 records, 150 claims) compared with new (22 records, 155 claims)"; paths as `shown` makes them.
std::string versions_in_words(const Diff& diff, std::string (*shown)(std::string_view));
/// "1 record lost, 2 added, 1 withdrawn, 3 changed; 4 figures changed", or "no difference".
std::string counts_in_words(const Diff& diff);
/// "declared as revision 2 (corrected)" or "not declared as a revision".
std::string declaration_in_words(const Revision& revision);

/// A value as it stands in a line of text: shortened, and "nothing" where there is none.
struct ShownChange {
    std::string from;
    std::string to;
};
ShownChange shown_change(const FieldChange& field);
/// As well, texts without their quotes.
ShownChange plain_change(const FieldChange& field);

}  // namespace muster
