#include "diff/canonical.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace muster {
namespace {

constexpr std::array<std::string_view, 14> lists_without_order{
    "flows",  "claims",    "agents", "sources", "relations",   "breakdowns", "parts",
    "places", "mediators", "covers", "between", "maintainers", "aliases",    "returns"};

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string joined_by_comma(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ",") + item;
    return text;
}

bool is_sum(const Document& document, NodeId list) {
    const NodeId parent = document.node(list).parent;
    if (parent == no_node) return false;
    const NodeId method = document.member(parent, "method");
    return method != no_node && document.node(method).text == "sum";
}

}  // namespace

bool order_counts(const Document& document, NodeId list) {
    for (NodeId at = list; at != no_node; at = document.node(at).parent) {
        if (document.node(at).key == "extensions") return true;
    }
    const std::string_view key = document.node(list).key;
    if (key == "of") return !is_sum(document, list);
    return std::find(lists_without_order.begin(), lists_without_order.end(), key) == lists_without_order.end();
}

std::string canonical(const Document& document, NodeId id) {
    const Node& node = document.node(id);
    if (node.kind == Node::Kind::string) return quoted(node.text);
    if (node.kind != Node::Kind::object && node.kind != Node::Kind::array) return std::string(node.text);

    std::vector<std::string> items;
    for (NodeId child = node.first; child != no_node; child = document.node(child).next) {
        const std::string_view key = document.node(child).key;
        if (node.kind == Node::Kind::array) {
            items.push_back(canonical(document, child));
        } else if (id != Document::root || key != "$schema") {
            items.push_back(quoted(key) + ":" + canonical(document, child));
        }
    }
    const bool list = node.kind == Node::Kind::array;
    if (!list || !order_counts(document, id)) std::sort(items.begin(), items.end());
    return (list ? "[" : "{") + joined_by_comma(items) + (list ? "]" : "}");
}

std::string name_in_list(const Document& document, NodeId element) {
    for (const std::string_view key : {"id", "source", "label", "dimension", "claim"}) {
        const NodeId naming = document.member(element, key);
        if (naming == no_node || document.node(naming).kind != Node::Kind::string) continue;
        return std::string(document.node(naming).text);
    }
    return "";
}

}  // namespace muster
