// Everything that comes from data stands in a code span: there nothing is a mention, a link, a tag or a command.
#include <fmt/format.h>

#include "core/words.hpp"
#include "diff/diff_report.hpp"
#include "parse/unicode.hpp"
#include "report/inert.hpp"

namespace muster {
namespace {

/// A comment has a limit, and so has a reader.
constexpr std::size_t longest_section = 50;
constexpr std::size_t longest_text = 120;

std::string code(std::string_view text) {
    if (text.empty()) return "(empty)";
    std::string span = "`";
    for (const char c : inert(shortened(text, longest_text))) {
        // A backtick would end the span, a bar the cell of a table.
        span += c == '`' ? "\\u{60}" : c == '|' ? "\\u{7C}" : std::string(1, c);
    }
    return span + "`";
}

std::string code_of(const std::optional<Figure>& figure) {
    return figure ? code(figure->words) : "nothing";
}

std::string change_of(const FieldChange& field, bool plain = false) {
    if (field.change == Change::reordered) return "in another order";
    const ShownChange shown = plain ? plain_change(field) : shown_change(field);
    return fmt::format("{} \u2192 {}", code(shown.from), code(shown.to));
}

std::string name_of(const RecordChange& record) {
    return code(record.dataset.empty() ? record.record : record.dataset + ": " + record.record);
}

/// Lines of one section; of a long one the first, and how many more there are.
class Section {
public:
    void add(const std::string& line) {
        if (++size_ <= longest_section) lines_ += line + "\n";
    }
    /// `table` is the head of a table whose rows the lines are.
    void write(std::string_view heading, Output& output, std::string_view table = "") const {
        if (size_ == 0) return;
        output.write(fmt::format("\n**{}**\n\n{}{}{}", heading, table, lines_, more()));
    }
    void fold(std::string_view heading, Output& output) const {
        if (size_ == 0) return;
        output.write(
            fmt::format("\n<details><summary>{} ({})</summary>\n\n{}{}\n</details>\n", heading, size_, lines_, more()));
    }

private:
    std::string more() const {
        if (size_ <= longest_section) return "";
        return fmt::format("\n{} more; `muster diff` without `--format markdown` prints them all.\n",
                           with_commas(static_cast<std::int64_t>(size_ - longest_section)));
    }

    std::string lines_;
    std::size_t size_ = 0;
};

void write_unread(const VersionRead& version, std::string_view which, Output& output) {
    Section section;
    for (const Trouble& trouble : version.troubles) {
        section.add(fmt::format("- {}: {}", code(trouble.path), code(trouble.message)));
    }
    for (const Unread& one : version.unread) {
        section.add(fmt::format("- {} line {}: {}", code(one.place.path), one.place.line, code(one.message)));
    }
    section.write(fmt::format("Not compared, because it cannot be read for certain in the {} version", which), output);
}

void write_fate(const Diff& diff, Fate fate, std::string_view heading, Output& output) {
    Section section;
    for (const RecordChange& record : diff.records) {
        if (record.fate == fate) section.add(fmt::format("- {} ({})", name_of(record), code(record.about)));
    }
    section.write(heading, output);
}

void write_figures(const Diff& diff, Output& output) {
    Section section;
    for (const RecordChange& record : diff.records) {
        for (const FigureChange& figure : record.figures) {
            std::string claim = figure.claim;
            for (const std::string& name : figure.part) claim += ", " + name;
            const Revision& revision = record.revision;
            const std::string declared =
                revision.declared() ? code(fmt::format("revision {}{}", *revision.to,
                                                       revision.data_status.empty() ? "" : ", " + revision.data_status))
                                    : "no";
            section.add(fmt::format("| {} | {} | {} | {} | {} | {} |", name_of(record), code(claim),
                                    code(figure.speaker), code_of(figure.from), code_of(figure.to), declared));
        }
    }
    section.write("Changed figures", output,
                  "| Record | Claim | Speaker | Was | Is | Declared |\n| --- | --- | --- | --- | --- | --- |\n");
}

void write_claims(const Diff& diff, Output& output) {
    Section section;
    for (const RecordChange& record : diff.records) {
        for (const ClaimChange& claim : record.claims) {
            std::string line = fmt::format("- {}: {} {}, {} by {}", name_of(record), to_string(claim.change),
                                           code(claim.claim), code(claim.type), code(claim.speaker));
            if (claim.figure) line += ": " + code(claim.figure->words);
            for (const std::string& relation : claim.relations) line += ", " + code(relation);
            section.add(line);
        }
    }
    section.write("Claims added and dropped", output);
}

void write_status_dates_flows(const Diff& diff, Output& output) {
    Section section;
    for (const RecordChange& record : diff.records) {
        if (record.status)
            section.add(fmt::format("- {}: status {}", name_of(record), change_of(*record.status, true)));
        if (record.date) section.add(fmt::format("- {}: date {}", name_of(record), change_of(*record.date, true)));
        for (const FlowChange& flow : record.flows) {
            section.add(flow.field ? fmt::format("- {}: flow {}, {} {}", name_of(record), code(flow.flow),
                                                 code(flow.field->path), change_of(*flow.field))
                                   : fmt::format("- {}: flow {} {}, {}", name_of(record), to_string(flow.change),
                                                 code(flow.flow), code(flow.words)));
        }
    }
    section.write("Status, dates and flows", output);
}

void write_others(const Diff& diff, Output& output) {
    Section section;
    for (const RecordChange& record : diff.records) {
        for (const FieldChange& field : record.others) {
            section.add(fmt::format("- {}: {} {}", name_of(record), code(field.path), change_of(field)));
        }
    }
    for (const ItemChange& item : diff.items) {
        const std::string id = code(item.dataset.empty() ? item.id : item.dataset + ": " + item.id);
        if (item.fields.empty())
            section.add(fmt::format("- {} {}: {}", to_string(item.kind), id, to_string(item.change)));
        for (const FieldChange& field : item.fields) {
            section.add(fmt::format("- {} {}: {} {}", to_string(item.kind), id, code(field.path), change_of(field)));
        }
    }
    section.fold("Everything else that changed", output);
}

}  // namespace

void write_diff_markdown(const Diff& diff, Output& output) {
    output.write(fmt::format("### muster diff: {}\n\n{}.\n", counts_in_words(diff), versions_in_words(diff, code)));
    write_fate(diff, Fate::lost, "Lost without a tombstone (SER006)", output);
    write_fate(diff, Fate::missing, "Gone, unless they stand in what cannot be read of the newer version", output);
    write_unread(diff.before, "older", output);
    write_unread(diff.after, "newer", output);
    write_figures(diff, output);
    write_claims(diff, output);
    write_status_dates_flows(diff, output);
    write_fate(diff, Fate::withdrawn, "Withdrawn", output);
    write_fate(diff, Fate::restored, "Back in place of a tombstone", output);
    write_fate(diff, Fate::added, "Added", output);
    write_others(diff, output);
}

}  // namespace muster
