#include "record/circles.hpp"

#include <algorithm>

namespace muster {
namespace {

std::map<std::string_view, int> uses_of_ids(const Record& record) {
    std::map<std::string_view, int> uses;
    for (const Claim& claim : record.claims) {
        if (claim.id.known()) ++uses[*claim.id];
    }
    return uses;
}

void add_claims(const Record& record, std::vector<Lead>& leads) {
    const std::string own(record.id.known() ? *record.id : "");
    std::map<std::string_view, int> uses;
    for (const Claim& claim : record.claims) {
        if (!claim.id.known() || (claim.derivation.of.empty() && claim.relations.empty())) continue;
        if (uses.empty()) uses = uses_of_ids(record);
        if (uses[*claim.id] > 1) continue;
        const std::string from = own + "#" + std::string(*claim.id);
        const auto add = [&](Leading kind, const Value<ClaimRef>& reference) {
            if (!reference.known()) return;
            const bool here = reference->record.empty() || reference->record == own;
            const std::string owner = here ? own : std::string(reference->record);
            leads.push_back({kind, from, owner + "#" + std::string(reference->claim), reference.where, !here});
        };
        for (const Value<ClaimRef>& term : claim.derivation.of) add(Leading::derivation, term);
        for (const Relation& relation : claim.relations) {
            if (relation.type.is(RelationType::supersedes)) add(Leading::supersedes, relation.claim);
        }
    }
}

/// Numbers in the place of names, and what each leads to.
struct Graph {
    std::vector<std::string_view> names;
    std::vector<std::vector<std::size_t>> next;
};

Graph graph_of(const std::map<std::string, std::vector<std::string>, std::less<>>& leads_to) {
    Graph graph;
    std::map<std::string_view, std::size_t> numbers;
    for (const auto& [from, targets] : leads_to) {
        numbers.emplace(from, graph.names.size());
        graph.names.push_back(from);
    }
    graph.next.resize(graph.names.size());
    for (const auto& [from, targets] : leads_to) {
        for (const std::string& to : targets) {
            // What leads nowhere is in no circle.
            if (const auto found = numbers.find(to); found != numbers.end() && to != from)
                graph.next[numbers[from]].push_back(found->second);
        }
    }
    return graph;
}

/// Everything that can be reached from a beginning among what is `open`, each closed as it is met; `leave` is called
/// for each when all behind it has been met. Without recursion: a chain may be as long as the dataset.
template <class Meet, class Leave>
void walk(const std::vector<std::vector<std::size_t>>& next, std::size_t beginning, std::vector<bool>& open, Meet meet,
          Leave leave) {
    std::vector<std::pair<std::size_t, std::size_t>> way{{beginning, 0}};
    open[beginning] = false;
    meet(beginning);
    while (!way.empty()) {
        auto& [at, done] = way.back();
        if (done == next[at].size()) {
            leave(at);
            way.pop_back();
            continue;
        }
        const std::size_t to = next[at][done++];
        if (!open[to]) continue;
        open[to] = false;
        meet(to);
        way.emplace_back(to, 0);
    }
}

std::vector<std::vector<std::size_t>> turned_round(const std::vector<std::vector<std::size_t>>& next) {
    std::vector<std::vector<std::size_t>> turned(next.size());
    for (std::size_t from = 0; from < next.size(); ++from) {
        for (const std::size_t to : next[from]) turned[to].push_back(from);
    }
    return turned;
}

}  // namespace

std::vector<Lead> leads_of(const Record& record) {
    std::vector<Lead> leads;
    const auto add = [&](Leading kind, const Text& from, const Text& to) {
        if (from.known() && to.known()) leads.push_back({kind, std::string(*from), std::string(*to), to.where, false});
    };
    add_claims(record, leads);
    for (const Source& source : record.sources) {
        add(Leading::syndicated_from, source.id, source.syndicated_from);
        add(Leading::revision_of, source.id, source.revision_of);
    }
    add(Leading::part_of, record.id, record.part_of);
    return leads;
}

void Circles::find() {
    // By Kosaraju: who is left last leads to all others of the circle, and turned round, only they lead there.
    const Graph graph = graph_of(leads_to_);
    std::vector<std::size_t> left;
    std::vector<bool> open(graph.names.size(), true);
    const auto nothing = [](std::size_t) {};
    for (std::size_t i = 0; i < graph.names.size(); ++i) {
        if (open[i]) walk(graph.next, i, open, nothing, [&](std::size_t at) { left.push_back(at); });
    }
    const std::vector<std::vector<std::size_t>> turned = turned_round(graph.next);
    open.assign(graph.names.size(), true);
    std::reverse(left.begin(), left.end());
    std::vector<bool> in_circle(graph.names.size(), false);
    for (const std::size_t last : left) {
        if (!open[last]) continue;
        std::vector<std::size_t> circle;
        walk(
            turned, last, open, [&](std::size_t at) { circle.push_back(at); }, nothing);
        if (circle.size() < 2) continue;
        for (const std::size_t at : circle) in_circle[at] = true;
        std::vector<std::string>& named = circles_.emplace_back();
        // Names are ordered as numbers are.
        walk(
            graph.next, *std::min_element(circle.begin(), circle.end()), in_circle,
            [&](std::size_t at) { named.emplace_back(graph.names[at]); }, nothing);
        for (const std::string& name : named) circle_of_.emplace(name, circles_.size() - 1);
    }
    leads_to_.clear();
}

const std::vector<std::string>* Circles::around(const Lead& lead) const {
    const auto from = circle_of_.find(lead.from);
    const auto to = circle_of_.find(lead.to);
    if (from == circle_of_.end() || to == circle_of_.end() || from->second != to->second || lead.from == lead.to)
        return nullptr;
    return &circles_[from->second];
}

}  // namespace muster
