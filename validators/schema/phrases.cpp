#include "schema/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/suggestion.hpp"
#include "core/words.hpp"
#include "parse/unicode.hpp"

namespace muster {

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < longest; ++count) next_character(text, end);
    return fmt::format("\"{}{}\"", text.substr(0, end), end < text.size() ? "…" : "");
}

std::string quoted_list(const std::vector<std::string_view>& words, std::string_view last) {
    std::vector<std::string> all;
    for (const std::string_view word : words) all.push_back(quoted(word));
    return joined(all, last);
}

std::string types_in_words(std::uint8_t types) {
    std::vector<std::string> words;
    if ((types & string_type) != 0) words.emplace_back("a text");
    if ((types & number_type) != 0) words.emplace_back("a number");
    if ((types & integer_type) != 0) words.emplace_back("a whole number");
    if ((types & boolean_type) != 0) words.emplace_back("true or false");
    if ((types & array_type) != 0) words.emplace_back("a list");
    if ((types & object_type) != 0) words.emplace_back("an object");
    if ((types & null_type) != 0) words.emplace_back("null");
    return joined(words, "or");
}

std::string grouped(std::string_view token) {
    std::int64_t number = 0;
    const auto read = std::from_chars(token.data(), token.data() + token.size(), number);
    const bool whole = read.ec == std::errc{} && read.ptr == token.data() + token.size();
    return whole ? with_commas(number) : std::string(token);
}

std::string look_alike_in_words(std::string_view text, std::string_view it) {
    const std::optional<LookAlike> found = look_alike(text);
    if (!found) return {};
    if (found->script.empty()) return fmt::format("the dash \"{}\" in {} is not a hyphen", found->character, it);
    return fmt::format("the letter \"{}\" in {} is {}", found->character, it, found->script);
}

std::string continued(std::string_view sentence) {
    std::string text(sentence);
    if (text.back() == '.') text.pop_back();
    const bool capital =
        text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && (text[1] >= 'a' || (text[0] == 'A' && text[1] == ' '));
    if (capital) text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string_view bare(std::string_view noun) {
    for (const std::string_view article : {"a ", "an ", "the "}) {
        if (noun.substr(0, article.size()) == article) return noun.substr(article.size());
    }
    return noun;
}

std::string Phrases::label(NodeId id) const {
    const Node& it = node(id);
    if (it.key_begin != nowhere) return quoted(it.key);
    if (it.parent == no_node) return "the document";
    return "an entry of " + label(it.parent);
}

std::string Phrases::value(NodeId id) const {
    const Node& it = node(id);
    switch (it.kind) {
        case Node::Kind::string:
            return quoted(it.text);
        case Node::Kind::array:
            return it.size == 0 ? "an empty list" : "a list";
        case Node::Kind::object:
            return it.size == 0 ? "an empty object" : "an object";
        default:
            return std::string(it.text);
    }
}

std::string Phrases::typed_value(NodeId id) const {
    const Node::Kind kind = node(id).kind;
    return (kind == Node::Kind::string ? "the text " : kind == Node::Kind::number ? "the number " : "") + value(id);
}

NodeId Phrases::member(NodeId object, std::string_view key) const {
    for (NodeId child = node(object).first; child != no_node; child = node(child).next) {
        const bool corrected = std::any_of(corrections_.begin(), corrections_.end(), [&](const auto& correction) {
            return correction.node == child && correction.key == key;
        });
        if (corrected || node(child).key == key) return child;
    }
    return no_node;
}

std::string Phrases::object(const Violation& violation, NodeId object) const {
    std::string type;
    std::vector<std::string> with;
    const auto add = [&](std::string words) {
        if (std::find(with.begin(), with.end(), words) == with.end()) with.push_back(std::move(words));
    };
    for (const SchemaId condition : violation.conditions) {
        for (const KeyId key : plan_[condition].declared) {
            const std::string_view name = plan_.key_names[key];
            const Subschema& tested = plan_[plan_[condition].property(key)];
            const NodeId found = member(object, name);
            if (found == no_node) continue;
            if (tested.has_set() && name == "type") {
                type = " of type " + value(found);
            } else if (tested.has_set()) {
                add(fmt::format("{} {}", quoted(name), value(found)));
            } else if (tested.min_items > 0 || tested.max_items != UINT32_MAX) {
                const auto size = static_cast<std::int64_t>(node(found).size);
                add(fmt::format("{} in {}", size == 1 ? "one entry" : with_commas(size) + " entries", quoted(name)));
            } else {
                add(quoted(name));
            }
        }
    }
    return std::string(bare(noun(violation.object))) + type + (with.empty() ? "" : " with " + joined(with));
}

std::vector<std::string> Phrases::allowed(const Violation& violation) const {
    std::vector<std::string> words;
    for (const NodeId allowed : violation.allowed) {
        const Node& it = plan_.document->node(allowed);
        const std::string& text = plan_.document->text();
        words.push_back(it.kind == Node::Kind::string ? std::string(it.text)
                                                      : text.substr(it.begin, it.end - it.begin));
    }
    return words;
}

std::string_view Phrases::description_of(SchemaId schema) const {
    while (plan_[schema].reference != no_schema && plan_[schema].description.empty()) schema = plan_[schema].reference;
    return plan_[schema].description;
}

std::string_view Phrases::description(const Violation& violation, std::string_view key) const {
    for (const SchemaId schema : {violation.object, violation.schema}) {
        if (schema == no_schema) continue;
        const SchemaId property = plan_[schema].property(plan_.key(key));
        if (property == no_schema) continue;
        if (const std::string_view said = description_of(property); !said.empty()) return said;
    }
    return {};
}

}  // namespace muster
