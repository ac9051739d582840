// Looks through a schema for what an engine would ignore or take wrongly.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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
    /// Keywords that check nothing, and that no engine is to see.
    std::set<NodeId> take_ignored() { return std::move(ignored_); }

private:
    const Node& node(NodeId id) const { return document_.node(id); }
    NodeId member(NodeId object, std::string_view key) const { return document_.member(object, key); }
    std::string_view text(NodeId id) const { return node(id).text; }

    template <class Action>
    void each_child(NodeId parent, Action action) const {
        for (NodeId child = node(parent).first; child != no_node; child = node(child).next) action(child);
    }

    void problem(NodeId at, std::string message, std::string remedy, bool harmless = false);
    void harmless(NodeId at, std::string message, std::string remedy) {
        problem(at, std::move(message), std::move(remedy), true);
    }
    void schema(NodeId at);
    void keyword(NodeId owner, NodeId value);
    void unknown_keyword(NodeId value);
    bool takes(Takes form, NodeId value);
    bool types(NodeId value);
    bool items(NodeId value);
    bool needs(NodeId value);
    bool patterns(NodeId value);
    void pattern(NodeId value, std::string_view written);
    void bound(NodeId value);
    void factor_of_integers(NodeId at);
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
    std::set<NodeId> ignored_;
};

}  // namespace muster
