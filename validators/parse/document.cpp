#include "parse/document.hpp"

#include <algorithm>

namespace muster {
namespace {

/// A key as it stands in a JSON pointer.
std::string escaped(std::string_view key) {
    std::string step;
    for (const char c : key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return step;
}

}  // namespace

NodeId Document::member(NodeId object, std::string_view key) const {
    if (nodes_[object].kind != Node::Kind::object) return no_node;
    for (NodeId child = nodes_[object].first; child != no_node; child = nodes_[child].next) {
        if (nodes_[child].key == key) return child;
    }
    return no_node;
}

std::string Document::pointer(NodeId id) const {
    std::string pointer;
    for (; nodes_[id].parent != no_node; id = nodes_[id].parent) {
        std::string step = "/";
        if (nodes_[nodes_[id].parent].kind == Node::Kind::array) {
            step += std::to_string(nodes_[id].index);
        } else {
            step += escaped(nodes_[id].key);
        }
        pointer.insert(0, step);
    }
    return pointer;
}

NodeId Document::nearest(std::string_view pointer) const {
    NodeId at = root;
    while (!pointer.empty() && pointer[0] == '/') {
        const std::string_view written = pointer.substr(1, pointer.find('/', 1) - 1);
        pointer.remove_prefix(written.size() + 1);
        const bool in_array = nodes_[at].kind == Node::Kind::array;
        NodeId child = nodes_[at].first;
        for (; child != no_node; child = nodes_[child].next) {
            if (in_array ? written == std::to_string(nodes_[child].index) : written == escaped(nodes_[child].key))
                break;
        }
        if (child == no_node) return at;
        at = child;
    }
    return at;
}

NodeId Document::node_at(Where where) const {
    if (nodes_.empty() || where >= nodes_.front().end) return root;
    const auto starts = [](const Node& node) { return node.key_begin != nowhere ? node.key_begin : node.begin; };
    const auto after = std::upper_bound(nodes_.begin(), nodes_.end(), where,
                                        [&](Where at, const Node& node) { return at < starts(node); });
    return after == nodes_.begin() ? root : static_cast<NodeId>(after - nodes_.begin() - 1);
}

}  // namespace muster
