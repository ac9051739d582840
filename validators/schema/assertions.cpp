#include "schema/assertions.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "parse/unicode.hpp"
#include "schema/number.hpp"

namespace muster {
namespace {

bool has_type(const Subschema& schema, const Node& node) {
    if (schema.types == any_type || (schema.types & type_of(node)) != 0) return true;
    if (node.kind != Node::Kind::number || (schema.types & integer_type) == 0 || !written_as_integer(node.text)) {
        return false;
    }
    // Where the token of a count is judged, -0 is no way to write one.
    return node.text != "-0" || schema.recode("type").empty();
}

Complaint within(std::uint32_t size, std::uint32_t least, std::string_view min, std::uint32_t most,
                 std::string_view max) {
    if (size < least) return {Fault::size, min};
    if (size > most) return {Fault::size, max};
    return {};
}

Complaint about_string(const Subschema& schema, std::string_view text) {
    if (schema.min_length > 0 || schema.max_length < text.size()) {
        const auto length = static_cast<std::uint32_t>(code_points(text));
        const Complaint size = within(length, schema.min_length, "minLength", schema.max_length, "maxLength");
        if (size.fault != Fault::none) return size;
    }
    if (schema.pattern != nullptr && !schema.pattern->found_in(text)) return {Fault::pattern, "pattern"};
    return {};
}

Complaint about_number(const Subschema& schema, std::string_view token) {
    if (!schema.minimum.empty() && compare_numbers(token, schema.minimum) < 0) return {Fault::bound, "minimum"};
    if (!schema.maximum.empty() && compare_numbers(token, schema.maximum) > 0) return {Fault::bound, "maximum"};
    if (!schema.exclusive_minimum.empty() && compare_numbers(token, schema.exclusive_minimum) <= 0) {
        return {Fault::bound, "exclusiveMinimum"};
    }
    if (!schema.exclusive_maximum.empty() && compare_numbers(token, schema.exclusive_maximum) >= 0) {
        return {Fault::bound, "exclusiveMaximum"};
    }
    if (schema.multiple_of > 1) {
        // A number that is too large to be divided is not known to be a multiple.
        std::int64_t number = 0;
        const auto read = std::from_chars(token.data(), token.data() + token.size(), number);
        if (read.ec != std::errc{} || number % schema.multiple_of != 0) return {Fault::bound, "multipleOf"};
    }
    return {};
}

}  // namespace

bool in_set(const Subschema& schema, const Document& schema_document, const Document& document, NodeId node) {
    if (!schema.words.empty()) {
        const Node& value = document.node(node);
        if (value.kind != Node::Kind::string) return false;
        return std::find(schema.words.begin(), schema.words.end(), value.text) != schema.words.end();
    }
    return std::any_of(schema.allowed.begin(), schema.allowed.end(),
                       [&](NodeId allowed) { return equal(schema_document, allowed, document, node); });
}

Types type_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return null_type;
        case Node::Kind::boolean:
            return boolean_type;
        case Node::Kind::number:
            return number_type;
        case Node::Kind::string:
            return string_type;
        case Node::Kind::array:
            return array_type;
        case Node::Kind::object:
            return object_type;
    }
    return any_type;
}

Complaint complaint(const Subschema& schema, const Document& schema_document, const Document& document, NodeId node) {
    if (schema.never) return {Fault::never, "false"};
    const Node& value = document.node(node);
    if (!has_type(schema, value)) return {Fault::type, "type"};
    if (schema.has_set() && !in_set(schema, schema_document, document, node)) {
        return {Fault::set, schema.set_keyword};
    }
    switch (value.kind) {
        case Node::Kind::string:
            return about_string(schema, value.text);
        case Node::Kind::number:
            return about_number(schema, value.text);
        case Node::Kind::array:
            return within(value.size, schema.min_items, "minItems", schema.max_items, "maxItems");
        case Node::Kind::object:
            return within(value.size, schema.min_properties, "minProperties", schema.max_properties, "maxProperties");
        default:
            return {};
    }
}

bool equal(const Document& a, NodeId in_a, const Document& b, NodeId in_b) {
    const Node& left = a.node(in_a);
    const Node& right = b.node(in_b);
    if (left.kind != right.kind || left.size != right.size) return false;
    switch (left.kind) {
        case Node::Kind::number:
            return compare_numbers(left.text, right.text) == 0;
        case Node::Kind::array:
            for (NodeId l = left.first, r = right.first; l != no_node; l = a.node(l).next, r = b.node(r).next) {
                if (!equal(a, l, b, r)) return false;
            }
            return true;
        case Node::Kind::object:
            for (NodeId l = left.first; l != no_node; l = a.node(l).next) {
                const NodeId r = b.member(in_b, a.node(l).key);
                if (r == no_node || !equal(a, l, b, r)) return false;
            }
            return true;
        default:
            return left.text == right.text;
    }
}

NodeId repeated_later(const Document& document, NodeId from) {
    for (NodeId later = document.node(from).next; later != no_node; later = document.node(later).next) {
        if (equal(document, from, document, later)) return later;
    }
    return no_node;
}

bool has_repeats(const Document& document, NodeId array) {
    std::unordered_set<std::string_view> texts;
    for (NodeId item = document.node(array).first; item != no_node; item = document.node(item).next) {
        const Node& node = document.node(item);
        const bool repeated = node.kind == Node::Kind::string ? !texts.insert(node.text).second
                                                              : repeated_later(document, item) != no_node;
        if (repeated) return true;
    }
    return false;
}

}  // namespace muster
