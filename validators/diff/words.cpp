// What the forms for people have in common.
#include <fmt/format.h>

#include <array>

#include "core/words.hpp"
#include "diff/diff_report.hpp"
#include "parse/unicode.hpp"

namespace muster {
namespace {

constexpr std::size_t longest_value = 80;

std::string count_of(std::size_t number, std::string_view what) {
    return counted(static_cast<std::int64_t>(number), what);
}

std::string version_in_words(const VersionRead& version, std::string (*shown)(std::string_view)) {
    return fmt::format("{} ({}, {})", shown(version.path), count_of(version.records, "record"),
                       count_of(version.claims, "claim"));
}

}  // namespace

std::span<const DiffFormat> diff_formats() {
    static constexpr std::array<DiffFormat, 3> all{
        {{"text", write_diff_text}, {"json", write_diff_json}, {"markdown", write_diff_markdown}}};
    return all;
}

std::string versions_in_words(const Diff& diff, std::string (*shown)(std::string_view)) {
    return fmt::format("{} compared with {}", version_in_words(diff.before, shown),
                       version_in_words(diff.after, shown));
}

std::string counts_in_words(const Diff& diff) {
    std::vector<std::string> parts;
    for (const Fate fate : {Fate::lost, Fate::missing, Fate::withdrawn, Fate::restored, Fate::added, Fate::changed}) {
        const std::size_t number = diff.count(fate);
        if (number > 0) parts.push_back(fmt::format("{} {}", count_of(number, "record"), to_string(fate)));
    }
    if (diff.changed_figures() > 0) parts.push_back(count_of(diff.changed_figures(), "changed figure"));
    if (!diff.items.empty()) parts.push_back(count_of(diff.items.size(), "change") + " outside of the records");
    if (!parts.empty()) return joined(parts);
    return diff.before.complete() && diff.after.complete() ? "no difference" : "no difference in what could be read";
}

std::string declaration_in_words(const Revision& revision) {
    if (!revision.declared()) return "not declared as a revision";
    const std::string status = revision.data_status.empty() ? "" : fmt::format(" ({})", revision.data_status);
    return fmt::format("declared as revision {}{}", *revision.to, status);
}

ShownChange shown_change(const FieldChange& field) {
    if (field.change == Change::reordered) return {"", ""};
    ShownChange shown{field.from.empty() ? "nothing" : shortened(field.from, longest_value),
                      field.to.empty() ? "nothing" : shortened(field.to, longest_value)};
    // Values that differ only further on are shown from there.
    if (shown.from == shown.to) {
        std::size_t at = 0;
        while (at < field.from.size() && at < field.to.size() && field.from[at] == field.to[at]) ++at;
        while (at > 0 && (static_cast<unsigned char>(field.from[at - 1]) & 0x80) != 0) --at;
        shown = {"\u2026" + shortened(std::string_view(field.from).substr(at), longest_value),
                 "\u2026" + shortened(std::string_view(field.to).substr(at), longest_value)};
    }
    return shown;
}

ShownChange plain_change(const FieldChange& field) {
    ShownChange shown = shown_change(field);
    for (std::string* text : {&shown.from, &shown.to}) {
        const bool quoted = text->size() > 1 && text->front() == '"' && text->back() == '"';
        if (quoted) *text = text->substr(1, text->size() - 2);
    }
    return shown;
}

}  // namespace muster
