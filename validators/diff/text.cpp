#include <fmt/format.h>

#include "core/words.hpp"
#include "diff/diff_report.hpp"
#include "report/finding_text.hpp"
#include "report/inert.hpp"

namespace muster {
namespace {

std::string field_line(const FieldChange& field, std::string_view label) {
    if (field.change == Change::reordered) return fmt::format("{}: in another order", label);
    const ShownChange shown = shown_change(field);
    return fmt::format("{}: {} -> {}", label, shown.from, shown.to);
}

std::string words_of(const std::optional<Figure>& figure) {
    return figure ? figure->words : "nothing";
}

std::string figure_line(const FigureChange& figure, const Revision& revision) {
    std::string part;
    for (const std::string& name : figure.part) part += ", " + name;
    return fmt::format("figure {}{} ({}): {} -> {}, {}", figure.claim, part, figure.speaker, words_of(figure.from),
                       words_of(figure.to), declaration_in_words(revision));
}

std::string claim_line(const ClaimChange& claim) {
    std::string line =
        fmt::format("claim {}: {} ({} by {}", to_string(claim.change), claim.claim, claim.type, claim.speaker);
    if (claim.figure) line += ": " + claim.figure->words;
    line += ")";
    return claim.relations.empty() ? line : line + ", " + joined(claim.relations);
}

std::string flow_line(const FlowChange& flow) {
    if (flow.field) return field_line(*flow.field, "flow " + flow.flow + ": " + flow.field->path);
    return fmt::format("flow {}: {} ({})", to_string(flow.change), flow.flow, flow.words);
}

class DiffText {
public:
    DiffText(const Diff& diff, Output& output) : diff_(diff), output_(output) {}

    void write() {
        for (const Finding& finding : diff_.findings) paragraph(finding_text(finding, Paint(false)));
        unread(diff_.before, "the older version");
        unread(diff_.after, "the newer version");
        fates(Fate::missing, "Gone, unless they stand in what cannot be read of the newer version");
        fates(Fate::withdrawn, "Withdrawn");
        fates(Fate::restored, "Back in place of a tombstone");
        fates(Fate::added, "Added");
        for (const RecordChange& record : diff_.records) changed(record);
        for (const ItemChange& item : diff_.items) changed(item);
        paragraph(fmt::format("{}: {}.\n", versions_in_words(diff_, inert_path), counts_in_words(diff_)) +
                  skipped(diff_.before) + skipped(diff_.after));
    }

private:
    void paragraph(const std::string& text) {
        output_.write((begun_ ? "\n" : "") + text);
        begun_ = true;
    }

    void unread(const VersionRead& version, std::string_view which) {
        if (version.complete()) return;
        std::string text = fmt::format("Not compared, because it cannot be read for certain in {}\n", which);
        for (const Trouble& trouble : version.troubles) {
            text += fmt::format("  {}: {}\n", inert_path(trouble.path), inert(trouble.message));
        }
        for (const Unread& one : version.unread) {
            text += fmt::format("  {}:{}:{}: [{}] {}\n", inert_path(one.place.path), one.place.line, one.place.column,
                                one.code, inert(one.message));
        }
        paragraph(text);
    }

    static std::string name_of(const RecordChange& record) {
        return inert(record.dataset.empty() ? record.record : record.dataset + ": " + record.record);
    }

    void fates(Fate fate, std::string_view heading) {
        std::string text;
        for (const RecordChange& record : diff_.records) {
            if (record.fate == fate) text += fmt::format("  {} ({})\n", name_of(record), inert(record.about));
        }
        if (!text.empty()) paragraph(fmt::format("{}\n", heading) + text);
    }

    void changed(const RecordChange& record) {
        if (record.fate != Fate::changed) return;
        std::string text = fmt::format("{} ({})\n", name_of(record), inert(record.about));
        const auto line = [&text](const std::string& words) { text += fmt::format("  {}\n", inert(words)); };
        const auto plain_line = [&](const FieldChange& field) {
            const ShownChange shown = plain_change(field);
            line(fmt::format("{}: {} -> {}", field.path, shown.from, shown.to));
        };
        if (record.status) plain_line(*record.status);
        if (record.date) plain_line(*record.date);
        for (const FigureChange& figure : record.figures) line(figure_line(figure, record.revision));
        for (const ClaimChange& claim : record.claims) line(claim_line(claim));
        for (const FlowChange& flow : record.flows) line(flow_line(flow));
        for (const FieldChange& field : record.others) line(field_line(field, field.path));
        paragraph(text);
    }

    void changed(const ItemChange& item) {
        std::string title = fmt::format("{} {}", to_string(item.kind), item.id);
        if (!item.dataset.empty()) title = item.dataset + ": " + title;
        if (!item.name.empty()) title += " (" + item.name + ")";
        std::string text = inert(title) + (item.fields.empty() ? fmt::format(": {}\n", to_string(item.change)) : "\n");
        for (const FieldChange& field : item.fields)
            text += fmt::format("  {}\n", inert(field_line(field, field.path)));
        paragraph(text);
    }

    static std::string skipped(const VersionRead& version) {
        if (version.skipped_files.empty()) return "";
        std::vector<std::string> paths;
        for (const std::string& path : version.skipped_files) paths.push_back(inert_path(path));
        return fmt::format("Passed over, as nothing of muster's: {}.\n", joined(paths));
    }

    const Diff& diff_;
    Output& output_;
    bool begun_ = false;
};

}  // namespace

void write_diff_text(const Diff& diff, Output& output) {
    DiffText(diff, output).write();
}

}  // namespace muster
