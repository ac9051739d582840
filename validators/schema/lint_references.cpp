#include <fmt/format.h>

#include "core/suggestion.hpp"
#include "schema/linter.hpp"
#include "schema/phrases.hpp"

namespace muster {

void Linter::check_reference(NodeId reference) {
    const std::string_view target = text(reference);
    if (target.empty() || target[0] != '#') {
        problem(reference,
                fmt::format("{} refers to another document: it would have to be fetched, and muster uses no network",
                            quoted(target)),
                "Copy what it refers to into definitions.");
        return;
    }
    const NodeId found = resolve_reference(document_, target);
    if (found == no_node) {
        unresolved(reference);
    } else if (schemas_.count(found) == 0) {
        problem(reference, fmt::format("{} refers to something that is not a schema", quoted(target)),
                "Refer to a schema, such as one in definitions.");
    }
}

void Linter::unresolved(NodeId reference) {
    constexpr std::string_view prefix = "#/definitions/";
    std::string_view meant;
    const NodeId definitions = member(Document::root, "definitions");
    if (definitions != no_node && text(reference).substr(0, prefix.size()) == prefix) {
        std::vector<std::string_view> names;
        each_child(definitions, [&](NodeId each) { names.push_back(node(each).key); });
        meant = nearest(text(reference).substr(prefix.size()), names);
    }
    problem(reference,
            fmt::format("{} refers to nothing in this schema: some engines abort on it", quoted(text(reference))),
            meant.empty() ? "Correct the reference." : fmt::format("Did you mean \"{}{}\"?", prefix, meant));
}

/// A schema that comes back to itself without going into a member or an item would be applied for ever.
void Linter::check_cycles() {
    std::unordered_map<NodeId, int> seen;  // 1: on the way, 2: done
    for (const NodeId start : schemas_) walk_in_place(start, seen);
}

void Linter::walk_in_place(NodeId at, std::unordered_map<NodeId, int>& seen) {
    if (seen[at] != 0) return;
    seen[at] = 1;
    const auto visit = [&](NodeId next, NodeId reference) {
        if (schemas_.count(next) == 0) return;
        if (seen[next] == 1 && reference != no_node) {
            problem(
                reference,
                fmt::format("{} leads back to itself without going into a member or an item: an engine would never end",
                            quoted(text(reference))),
                "Take the reference out of the circle.");
        }
        walk_in_place(next, seen);
    };
    each_child(at, [&](NodeId value) {
        const std::string_view name = node(value).key;
        if (name == "$ref" && node(value).kind == Node::Kind::string) {
            const NodeId target = resolve_reference(document_, text(value));
            if (target != no_node) visit(target, value);
        } else if (name == "allOf" || name == "anyOf" || name == "oneOf") {
            each_child(value, [&](NodeId each) { visit(each, no_node); });
        } else if (name == "if" || name == "then" || name == "else" || name == "not") {
            visit(value, no_node);
        } else if (name == "dependencies") {
            each_child(value, [&](NodeId each) { visit(each, no_node); });
        }
    });
    seen[at] = 2;
}

}  // namespace muster
