// Looks through a schema for what an engine would ignore or take wrongly.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parse/document.hpp"
#include "schema/keywords.hpp"
#include "schema/schema.hpp"

namespace muster {

class Linter {
public:
    struct Found {
        Where at;
        SchemaProblem problem;
    };

    explicit Linter(const Document& document) : document_(document) {}

    std::vector<Found> run();

private:
    const Node& node(NodeId id) const { return document_.node(id); }
    NodeId member(NodeId object, std::string_view key) const { return document_.member(object, key); }
    std::string_view text(NodeId id) const { return node(id).text; }

    template <class Action>
    void each_child(NodeId parent, Action action) const {
        for (NodeId child = node(parent).first; child != no_node; child = node(child).next) action(child);
    }

    void problem(NodeId at, std::string message, std::string remedy);
    void schema(NodeId at);
    void keyword(NodeId owner, NodeId value);
    void unknown_keyword(NodeId value);
    bool takes(Takes form, NodeId value);
    bool types(NodeId value);
    void draft(NodeId value);
    void recodes(NodeId owner, NodeId value);
    void together(NodeId at);
    void pattern_has_limit(NodeId at);
    void reversed(NodeId at, std::string_view least, std::string_view most);
    void idle_keywords(NodeId at);
    void required_are_declared(NodeId at);
    void check_reference(NodeId reference);
    void unresolved(NodeId reference);
    void check_cycles();
    void walk_in_place(NodeId at, std::unordered_map<NodeId, int>& seen);

    const Document& document_;
    std::vector<Found> found_;
    std::set<NodeId> schemas_;
    std::vector<NodeId> references_;
};

}  // namespace muster
