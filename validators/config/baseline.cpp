#include "muster/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "config/small_file.hpp"
#include "parse/parse.hpp"
#include "parse/unicode.hpp"

namespace muster {
namespace {

constexpr std::string_view header = R"({"muster": "baseline", "version": 1})";

std::size_t line_of(std::string_view text, Where where) {
    const std::size_t end = std::min<std::size_t>(where, text.size());
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
}

Error none(const std::string& path, std::size_t line, std::string_view message) {
    return Error{fmt::format("{}:{}:1: {}", path, line, message)};
}

std::string_view text_in(const Document& document, NodeId object, std::string_view key) {
    const NodeId member = document.member(object, key);
    if (member == no_node || document.node(member).kind != Node::Kind::string) return "";
    return document.node(member).text;
}

bool is_header(const Document& document, NodeId object) {
    const NodeId version = document.member(object, "version");
    return text_in(document, object, "muster") == "baseline" && version != no_node &&
           document.node(version).text == "1";
}

/// Nothing in it turns the direction of a line or stands there unseen, since people review these files.
std::string quoted(std::string_view text) {
    std::string quoted = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length(text.substr(at));
        if (length == 0) {
            quoted += "\\ufffd";
            ++at;
            continue;
        }
        const std::string_view written = text.substr(at, length);
        const char32_t character = next_character(text, at);
        const bool turns =
            closing_direction(character) != 0 || character == end_of_embedding || character == end_of_isolate;
        if (is_control(character) || turns) {
            quoted += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character));
        } else {
            if (written == "\"" || written == "\\") quoted += '\\';
            quoted += written;
        }
    }
    return quoted + "\"";
}

}  // namespace

Result<Baseline> parse_baseline(const std::string& path, std::string_view text) {
    const Parsed parsed = parse(text);
    if (!parsed.document) {
        const Where where = parsed.drafts.empty() ? 0 : parsed.drafts.front().at;
        return none(path, line_of(parsed.text, where),
                    "this baseline is not as muster wrote it; if two versions were merged, take the marks of the merge "
                    "away, else write it anew with --update-baseline");
    }
    const Document& document = *parsed.document;
    const Node& list = document.node(Document::root);
    if (list.kind != Node::Kind::array || list.first == no_node || !is_header(document, list.first))
        return none(path, 1, fmt::format("this is no baseline; one begins with [{}", header));
    Baseline baseline;
    for (NodeId entry = document.node(list.first).next; entry != no_node; entry = document.node(entry).next) {
        KnownFinding known;
        known.fingerprint = text_in(document, entry, "fingerprint");
        if (known.fingerprint.empty()) {
            return none(path, line_of(document.text(), document.node(entry).begin),
                        "this entry has no fingerprint, so nobody can say which finding it means; take it out");
        }
        known.code = text_in(document, entry, "code");
        known.dataset = text_in(document, entry, "dataset");
        known.record = text_in(document, entry, "record");
        known.message = text_in(document, entry, "message");
        baseline.emplace(known.fingerprint, known);
    }
    return baseline;
}

Result<Baseline> read_baseline(const std::string& path) {
    const Result<std::string> text = read_small_file(path);
    if (!text) return text.error();
    return parse_baseline(path, *text);
}

std::string baseline_text(const Baseline& baseline) {
    std::vector<const KnownFinding*> sorted;
    for (const auto& [fingerprint, known] : baseline) sorted.push_back(&known);
    const auto key = [](const KnownFinding* known) {
        return std::tie(known->dataset, known->record, known->code, known->fingerprint);
    };
    std::sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
    // The comma stands before an entry, so that no entry's line changes when another is added.
    std::string text = fmt::format("[{}\n", header);
    for (const KnownFinding* known : sorted) {
        text += fmt::format(R"(,{{"code": {}, "dataset": {}, "record": {}, "message": {}, "fingerprint": {}}})"
                            "\n",
                            quoted(known->code), quoted(known->dataset), quoted(known->record), quoted(known->message),
                            quoted(known->fingerprint));
    }
    return text + "]\n";
}

}  // namespace muster
