#include "parse/document.hpp"

#include <algorithm>

namespace muster {

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
            for (const char c : nodes_[id].key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        }
        pointer.insert(0, step);
    }
    return pointer;
}

NodeId Document::node_at(Where where) const {
    if (nodes_.empty() || where >= nodes_.front().end) return root;
    const auto starts = [](const Node& node) { return node.key_begin != nowhere ? node.key_begin : node.begin; };
    const auto after = std::upper_bound(nodes_.begin(), nodes_.end(), where,
                                        [&](Where at, const Node& node) { return at < starts(node); });
    return after == nodes_.begin() ? root : static_cast<NodeId>(after - nodes_.begin() - 1);
}

}  // namespace muster
