#include "record/extension_keys.hpp"

#include <algorithm>

namespace muster {
namespace {

bool all_of(std::string_view text, std::string_view more) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || more.find(c) != std::string_view::npos;
    });
}

/// Labels joined by full stops, two or more.
bool is_domain(std::string_view text) {
    std::size_t labels = 0;
    while (true) {
        const std::size_t dot = text.find('.');
        if (!all_of(text.substr(0, dot), "-")) return false;
        ++labels;
        if (dot == std::string_view::npos) return labels > 1;
        text.remove_prefix(dot + 1);
    }
}

bool well_formed(std::string_view key) {
    const std::size_t colon = key.find(':');
    return colon != std::string_view::npos && is_domain(key.substr(0, colon)) && all_of(key.substr(colon + 1), "_-");
}

/// Inside of an extension any key may stand.
bool inside_extensions(const Document& document, NodeId id) {
    for (NodeId parent = document.node(id).parent; parent != no_node; parent = document.node(parent).parent) {
        if (document.node(parent).key == "extensions") return true;
    }
    return false;
}

}  // namespace

std::vector<Draft> check_extension_keys(const Document& document) {
    std::vector<Draft> drafts;
    for (NodeId id = 0; id < document.nodes().size(); ++id) {
        const Node& extensions = document.node(id);
        if (extensions.key != "extensions" || extensions.kind != Node::Kind::object || extensions.unknown) continue;
        if (inside_extensions(document, id)) continue;
        for (NodeId child = extensions.first; child != no_node; child = document.node(child).next) {
            const Node& member = document.node(child);
            if (member.unknown || well_formed(member.key)) continue;
            Draft draft;
            draft.rule = "malformed_value";
            draft.at = member.key_begin;
            draft.end = member.key_end;
            draft.message = "\"{key}\" is no name for an extension; it is written domain:name, as example.org:batch";
            draft.args = {{"key", std::string(member.key)}};
            draft.participants = {{Participant::Kind::value, member.key_begin, 0}};
            drafts.push_back(std::move(draft));
        }
    }
    return drafts;
}

}  // namespace muster
