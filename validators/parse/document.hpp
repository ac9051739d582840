// A JSON document with the place of every key and value: flat nodes in document order, views into the text.
// Built by parse(); the schema walks it and marks what cannot be used as unknown; the record is decoded from it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"

namespace muster {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = UINT32_MAX;

struct Node {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    /// Something is wrong with this value: later layers may not use it.
    bool unknown = false;
    Where begin = 0;  ///< of the value's token; for objects and arrays of the opening bracket
    Where end = 0;    ///< one past the last byte, closing bracket included
    Where key_begin = nowhere;
    Where key_end = nowhere;
    std::uint32_t index = 0;  ///< place among the children of its parent
    std::string_view key;     ///< decoded; "" for array elements and the root
    std::string_view text;    ///< decoded string, or the token of a number or literal
    NodeId parent = no_node;
    NodeId first = no_node;  ///< first child
    NodeId next = no_node;   ///< next sibling
    std::uint32_t size = 0;  ///< number of children
};

class Document {
public:
    Document() = default;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    const std::string& text() const { return text_; }
    const std::vector<Node>& nodes() const { return nodes_; }
    const Node& node(NodeId id) const { return nodes_[id]; }
    Node& node(NodeId id) { return nodes_[id]; }
    static constexpr NodeId root = 0;

    /// The member of an object with that key, or no_node.
    NodeId member(NodeId object, std::string_view key) const;
    /// JSON pointer (RFC 6901) of a node.
    std::string pointer(NodeId id) const;
    /// The node that a JSON pointer leads to, or the innermost one on its way that is there.
    NodeId nearest(std::string_view pointer) const;
    /// The node whose value or key begins at or most closely before `where`; behind the document, the root.
    NodeId node_at(Where where) const;

private:
    friend class DocumentBuilder;
    std::string text_;
    std::vector<Node> nodes_;
    std::deque<std::string> decoded_;  ///< strings that had escapes
};

}  // namespace muster
