// One record a line, so that line tools can read it too.
#include <fmt/format.h>

#include "diff/diff_report.hpp"
#include "report/inert.hpp"
#include "report/json_parts.hpp"

namespace muster {
namespace {

template <class Items, class Write>
std::string list(const Items& items, Write write, std::string_view separator = ", ") {
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : std::string(separator)) + write(item);
    return "[" + text + "]";
}

/// Compact JSON, inert: what json_string() escapes is escaped. It can only stand within strings.
std::string value(std::string_view json) {
    std::string text;
    while (!json.empty()) {
        const Shown first = show_first(json);
        const std::string_view character = json.substr(0, first.size);
        if (character == "\"" || character == "\\") {
            text += character;
        } else if (character == "#") {
            // json_string() sees a command for a log by what follows.
            text += "\\u0023";
        } else {
            const std::string quoted = json_string(character);
            text.append(quoted, 1, quoted.size() - 2);
        }
        json.remove_prefix(first.size);
    }
    return text;
}

std::string from_to(const FieldChange& field) {
    std::string text;
    if (!field.from.empty()) text += R"("from": )" + value(field.from);
    if (!field.to.empty()) text += (text.empty() ? "" : ", ") + std::string(R"("to": )") + value(field.to);
    return text;
}

std::string object_of(const FieldChange& field) {
    return fmt::format(R"({{"change": "{}", "path": {}, {}}})", to_string(field.change), json_string(field.path),
                       from_to(field));
}

std::string number_of(const std::optional<std::int64_t>& number) {
    return number ? std::to_string(*number) : "null";
}

std::string object_of(const Figure& figure) {
    return fmt::format(R"({{"words": {}, "low": {}, "high": {}}})", json_string(figure.words), number_of(figure.low),
                       number_of(figure.high));
}

std::string object_of(const FigureChange& figure) {
    std::string text = fmt::format(R"({{"claim": {}, "part": {}, "speaker": {})", json_string(figure.claim),
                                   list(figure.part, json_string), json_string(figure.speaker));
    if (figure.from) text += R"(, "from": )" + object_of(*figure.from);
    if (figure.to) text += R"(, "to": )" + object_of(*figure.to);
    return text + "}";
}

std::string object_of(const ClaimChange& claim) {
    std::string text = fmt::format(R"({{"change": "{}", "claim": {}, "type": {}, "speaker": {}, "relations": {})",
                                   to_string(claim.change), json_string(claim.claim), json_string(claim.type),
                                   json_string(claim.speaker), list(claim.relations, json_string));
    if (claim.figure) text += R"(, "figure": )" + object_of(*claim.figure);
    return text + "}";
}

std::string object_of(const FlowChange& flow) {
    std::string text = fmt::format(R"({{"change": "{}", "flow": {}, "words": {})", to_string(flow.change),
                                   json_string(flow.flow), json_string(flow.words));
    if (flow.field) text += R"(, "field": )" + object_of(*flow.field);
    return text + "}";
}

std::string object_of(const Revision& revision) {
    return fmt::format(R"({{"declared": {}, "from": {}, "to": {}, "data_status": {}, "note": {}}})",
                       revision.declared(), number_of(revision.from), number_of(revision.to),
                       json_string(revision.data_status), json_string(revision.note));
}

std::string name_or_null(const std::string& name) {
    return name.empty() ? "null" : json_string(name);
}

std::string object_of(const RecordChange& record) {
    std::string text =
        fmt::format(R"({{"record": {}, "dataset": {}, "change": "{}", "about": {})", json_string(record.record),
                    name_or_null(record.dataset), to_string(record.fate), json_string(record.about));
    if (record.fate != Fate::changed) return text + "}";
    text += R"(, "revision": )" + object_of(record.revision);
    if (record.status) text += R"(, "status": {)" + from_to(*record.status) + "}";
    if (record.date) text += R"(, "date": {)" + from_to(*record.date) + "}";
    const auto object = [](const auto& item) { return object_of(item); };
    text += fmt::format(R"(, "figures": {}, "claims": {}, "flows": {}, "others": {}}})", list(record.figures, object),
                        list(record.claims, object), list(record.flows, object), list(record.others, object));
    return text;
}

std::string object_of(const ItemChange& item) {
    return fmt::format(R"({{"kind": "{}", "id": {}, "name": {}, "dataset": {}, "change": "{}", "fields": {}}})",
                       to_string(item.kind), json_string(item.id), name_or_null(item.name), name_or_null(item.dataset),
                       to_string(item.change),
                       list(item.fields, [](const FieldChange& field) { return object_of(field); }));
}

std::string object_of(const VersionRead& version) {
    const auto trouble = [](const Trouble& one) {
        return fmt::format(R"({{"path": {}, "message": {}}})", json_string(one.path), json_string(one.message));
    };
    const auto unread = [](const Unread& one) {
        return fmt::format(R"({{"path": {}, "line": {}, "column": {}, "code": {}, "message": {}}})",
                           json_string(one.place.path), one.place.line, one.place.column, json_string(one.code),
                           json_string(one.message));
    };
    return fmt::format(
        R"({{"path": {}, "files": {}, "records": {}, "claims": {}, "skipped_files": {}, "unreadable_paths": {}, "unread": {}}})",
        json_string(version.path), version.files, version.records, version.claims,
        list(version.skipped_files, json_string), list(version.troubles, trouble), list(version.unread, unread));
}

template <class Items>
void write_list(std::string_view name, const Items& items, Output& output) {
    output.write(fmt::format("\"{}\": [", name));
    bool first = true;
    for (const auto& item : items) {
        if constexpr (std::is_same_v<typename Items::value_type, Finding>) {
            output.write((first ? "\n" : ",\n") + json_of(item));
        } else {
            output.write((first ? "\n" : ",\n") + object_of(item));
        }
        first = false;
    }
    output.write(first ? "],\n" : "\n],\n");
}

}  // namespace

void write_diff_json(const Diff& diff, Output& output) {
    output.write(fmt::format("{{\"muster\": {{\"version\": {}, \"diff\": 1}},\n", json_string(version())));
    output.write(fmt::format("\"old\": {},\n\"new\": {},\n", object_of(diff.before), object_of(diff.after)));
    write_list("findings", diff.findings, output);
    write_list("records", diff.records, output);
    write_list("others", diff.items, output);
    std::string counts;
    for (const Fate fate : {Fate::lost, Fate::missing, Fate::withdrawn, Fate::restored, Fate::added, Fate::changed}) {
        counts += fmt::format(R"("{}": {}, )", to_string(fate), diff.count(fate));
    }
    output.write(fmt::format("\"summary\": {{{}\"figures\": {}, \"others\": {}}}}}\n", counts, diff.changed_figures(),
                             diff.items.size()));
}

}  // namespace muster
