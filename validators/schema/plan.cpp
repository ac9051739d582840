#include "schema/plan.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace muster {
namespace {

/// As far as its ending says.
bool is_plural(std::string_view noun) {
    const auto ends_with = [&](std::string_view end) {
        return noun.size() >= end.size() && noun.substr(noun.size() - end.size()) == end;
    };
    return noun.size() > 2 && ends_with("s") && !ends_with("ss") && !ends_with("us") && !ends_with("is") &&
           !ends_with("series");
}

}  // namespace

Types type_of_name(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, Types>, 7> types{{{"null", null_type},
                                                                              {"boolean", boolean_type},
                                                                              {"integer", integer_type},
                                                                              {"number", number_type},
                                                                              {"string", string_type},
                                                                              {"array", array_type},
                                                                              {"object", object_type}}};
    const auto found = std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.first == name; });
    return found == types.end() ? any_type : found->second;
}

SchemaId Subschema::property(KeyId key) const {
    const auto found = std::lower_bound(properties.begin(), properties.end(), key,
                                        [](const Property& property, KeyId sought) { return property.key < sought; });
    return found != properties.end() && found->key == key ? found->schema : no_schema;
}

bool Subschema::knows(KeyId key, std::string_view name) const {
    return property(key) != no_schema ||
           std::any_of(pattern_properties.begin(), pattern_properties.end(),
                       [&](const PatternProperty& each) { return each.pattern->found_in(name); });
}

std::string_view Subschema::recode(std::string_view keyword) const {
    for (const auto& [raised_by, rule] : recodes) {
        if (raised_by == keyword) return rule;
    }
    return {};
}

KeyId Plan::key(std::string_view name) const {
    const auto found = keys.find(name);
    return found == keys.end() ? no_key : found->second;
}

const Subschema* words_for(const Plan& plan, SchemaId schema, KeyId key) {
    const auto set_in = [&](SchemaId in, const auto& self) -> const Subschema* {
        while (plan[in].reference != no_schema) in = plan[in].reference;
        if (!plan[in].words.empty()) return &plan[in];
        for (const SchemaId part : plan[in].all_of) {
            if (const Subschema* set = self(part, self)) return set;
        }
        return nullptr;
    };
    while (plan[schema].reference != no_schema) schema = plan[schema].reference;
    if (const SchemaId property = plan[schema].property(key); property != no_schema) {
        if (const Subschema* set = set_in(property, set_in)) return set;
    }
    for (const SchemaId part : plan[schema].all_of) {
        if (const Subschema* set = words_for(plan, part, key)) return set;
    }
    return nullptr;
}

NodeId resolve_reference(const Document& document, std::string_view reference) {
    if (reference.empty() || reference[0] != '#') return no_node;
    std::string pointer;
    for (std::size_t at = 1; at < reference.size(); ++at) {
        unsigned char byte = 0;
        const char* digits = reference.data() + at + 1;
        const bool escape = reference[at] == '%' && at + 2 < reference.size() &&
                            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
        pointer += escape ? static_cast<char>(byte) : reference[at];
        if (escape) at += 2;
    }
    NodeId node = Document::root;
    for (std::size_t at = 0; at < pointer.size() && node != no_node;) {
        if (pointer[at] != '/') return no_node;
        const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
        std::string step;
        for (std::size_t i = at + 1; i < end; ++i) {
            const bool escape = pointer[i] == '~' && i + 1 < end;
            step += escape ? (pointer[i + 1] == '1' ? '/' : '~') : pointer[i];
            if (escape) ++i;
        }
        if (document.node(node).kind == Node::Kind::array) {
            std::size_t index = 0;
            const auto read = std::from_chars(step.data(), step.data() + step.size(), index);
            if (step.empty() || read.ptr != step.data() + step.size()) return no_node;
            node = document.node(node).first;
            for (; index > 0 && node != no_node; --index) node = document.node(node).next;
        } else {
            node = document.member(node, step);
        }
        at = end;
    }
    return node;
}

std::vector<std::pair<std::string_view, std::string_view>> recodes_in(std::string_view comment) {
    std::vector<std::pair<std::string_view, std::string_view>> recodes;
    constexpr std::string_view marker = "muster ";
    if (comment.substr(0, marker.size()) != marker) return recodes;
    comment.remove_prefix(marker.size());
    while (!comment.empty()) {
        const std::size_t end = std::min(comment.find(' '), comment.size());
        const std::string_view word = comment.substr(0, end);
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos) {
            recodes.emplace_back("", word);
        } else {
            recodes.emplace_back(word.substr(0, equals), word.substr(equals + 1));
        }
        comment.remove_prefix(std::min(end + 1, comment.size()));
    }
    return recodes;
}

std::string with_article(std::string_view noun) {
    if (is_plural(noun)) return "the " + std::string(noun);
    const bool vowel = !noun.empty() && std::string_view("aeioAEIO").find(noun[0]) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string(noun);
}

}  // namespace muster
