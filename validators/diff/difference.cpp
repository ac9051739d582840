#include "diff/difference.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "diff/canonical.hpp"

namespace muster {
namespace {

struct Pair {
    NodeId a = no_node;
    NodeId b = no_node;
};

/// Elements of one name in both lists.
struct Namesakes {
    std::vector<std::pair<std::string, NodeId>> a;  ///< canonical text and node
    std::vector<std::pair<std::string, NodeId>> b;
};

class Comparison {
public:
    Comparison(const Document& before, const Document& after) : before_(before), after_(after) {}

    void compare(NodeId a, NodeId b) {
        if (canonical(before_, a) == canonical(after_, b)) return;
        const std::size_t known = found_.size();
        const Node::Kind kind = before_.node(a).kind;
        if (kind == after_.node(b).kind && kind == Node::Kind::object && !taken_whole(a)) compare_objects(a, b);
        if (kind == after_.node(b).kind && kind == Node::Kind::array && named_list(a, b)) compare_lists(a, b);
        if (found_.size() == known) add(a, b);
    }

    std::vector<Difference> take() { return std::move(found_); }

private:
    /// Who changed "about 60" to "61" changed one thing.
    bool taken_whole(NodeId a) const {
        const std::string_view key = before_.node(a).key;
        return key == "quantity" || key == "threshold";
    }

    bool named_list(NodeId a, NodeId b) const {
        return all_objects(before_, a) && all_objects(after_, b) &&
               (!order_counts(before_, a) || before_.node(a).key == "appearances");
    }

    static bool all_objects(const Document& document, NodeId list) {
        for (NodeId child = document.node(list).first; child != no_node; child = document.node(child).next) {
            if (document.node(child).kind != Node::Kind::object) return false;
        }
        return true;
    }

    void compare_objects(NodeId a, NodeId b) {
        std::map<std::string_view, Pair> members;
        const auto collect = [&](const Document& document, NodeId object, NodeId Pair::*side) {
            for (NodeId child = document.node(object).first; child != no_node; child = document.node(child).next) {
                if (object == Document::root && document.node(child).key == "$schema") continue;
                members[document.node(child).key].*side = child;
            }
        };
        collect(before_, a, &Pair::a);
        collect(after_, b, &Pair::b);
        for (const auto& [key, pair] : members) at({std::string(key), false}, pair);
    }

    void compare_lists(NodeId a, NodeId b) {
        std::map<std::string, Namesakes> by_name;
        std::vector<std::string> order_before;
        std::vector<std::string> order_after;
        const auto collect = [&](const Document& document, NodeId list, std::vector<std::string>& order, auto side) {
            for (NodeId child = document.node(list).first; child != no_node; child = document.node(child).next) {
                order.push_back(name_in_list(document, child));
                (by_name[order.back()].*side).emplace_back(canonical(document, child), child);
            }
        };
        collect(before_, a, order_before, &Namesakes::a);
        collect(after_, b, order_after, &Namesakes::b);
        for (auto& [name, namesakes] : by_name) compare_namesakes({name, true}, namesakes);
        if (!order_counts(before_, a)) return;
        const auto only_in_one = [&](const std::string& name) {
            return by_name[name].a.empty() || by_name[name].b.empty();
        };
        for (auto* order : {&order_before, &order_after}) {
            order->erase(std::remove_if(order->begin(), order->end(), only_in_one), order->end());
        }
        if (order_before != order_after) add(a, b, true);
    }

    /// Those that are the same first, the others in the order of their texts, so that both directions agree.
    void compare_namesakes(const PathStep& step, Namesakes& namesakes) {
        std::sort(namesakes.a.begin(), namesakes.a.end());
        std::sort(namesakes.b.begin(), namesakes.b.end());
        std::vector<NodeId> a;
        std::vector<NodeId> b;
        auto in_a = namesakes.a.begin();
        auto in_b = namesakes.b.begin();
        while (in_a != namesakes.a.end() || in_b != namesakes.b.end()) {
            const bool only_a = in_b == namesakes.b.end() || (in_a != namesakes.a.end() && in_a->first < in_b->first);
            const bool only_b = in_a == namesakes.a.end() || (in_b != namesakes.b.end() && in_b->first < in_a->first);
            if (only_a) a.push_back(in_a->second);
            if (only_b) b.push_back(in_b->second);
            if (!only_b) ++in_a;
            if (!only_a) ++in_b;
        }
        // What has no name of its own cannot have been changed, only replaced.
        const std::size_t pairs = step.name.empty() ? 0 : std::min(a.size(), b.size());
        for (std::size_t i = 0; i < pairs; ++i) at(step, {a[i], b[i]});
        for (std::size_t i = pairs; i < a.size(); ++i) at(step, {a[i], no_node});
        for (std::size_t i = pairs; i < b.size(); ++i) at(step, {no_node, b[i]});
    }

    void at(const PathStep& step, Pair pair) {
        path_.push_back(step);
        if (pair.a != no_node && pair.b != no_node) {
            compare(pair.a, pair.b);
        } else {
            add(pair.a, pair.b);
        }
        path_.pop_back();
    }

    void add(NodeId a, NodeId b, bool reordered = false) {
        std::vector<PathStep> path = path_;
        found_.push_back({std::move(path), a, b, reordered});
    }

    const Document& before_;
    const Document& after_;
    std::vector<PathStep> path_;
    std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const Document& before, NodeId a, const Document& after, NodeId b) {
    Comparison comparison(before, after);
    comparison.compare(a, b);
    return comparison.take();
}

std::string written(const std::vector<PathStep>& path) {
    std::string text;
    for (const PathStep& step : path) {
        if (!text.empty() && !step.element) text += '.';
        text += step.element ? "[" + step.name + "]" : step.name;
    }
    return text;
}

}  // namespace muster
