#include <fmt/format.h>

#include <charconv>

#include "core/suggestion.hpp"
#include "schema/assertions.hpp"
#include "schema/linter.hpp"
#include "schema/number.hpp"
#include "schema/recoded.hpp"

namespace muster {

/// The value has the form the keyword asks for; what is schemas in it is looked at, too.
bool Linter::takes(Takes form, NodeId value) {
    const Node::Kind kind = node(value).kind;
    const auto must = [&](bool holds, std::string_view form_in_words) {
        if (!holds) {
            problem(value,
                    fmt::format("{} takes {}: engines refuse or ignore anything else", quoted(node(value).key),
                                form_in_words),
                    fmt::format("Write {}.", form_in_words));
        }
        return holds;
    };
    const bool list = kind == Node::Kind::array;
    const auto texts = [&](NodeId array) {
        bool all = node(array).kind == Node::Kind::array;
        each_child(array, [&](NodeId item) { all = all && node(item).kind == Node::Kind::string; });
        return all && !has_repeats(document_, array);
    };
    switch (form) {
        case Takes::anything:
            return true;
        case Takes::text:
            return must(kind == Node::Kind::string, "a text");
        case Takes::list:
            return must(list, "a list");
        case Takes::boolean:
            return must(kind == Node::Kind::boolean, "true or false");
        case Takes::number:
            return must(kind == Node::Kind::number, "a number");
        case Takes::size: {
            std::uint32_t size = 0;
            const std::string_view token = text(value);
            const auto read = std::from_chars(token.data(), token.data() + token.size(), size);
            return must(kind == Node::Kind::number && read.ec == std::errc{} && read.ptr == token.data() + token.size(),
                        "a whole number from 0, without fraction or exponent");
        }
        case Takes::types:
            return types(value);
        case Takes::values:
            return must(list && node(value).size > 0 && !has_repeats(document_, value),
                        "a list of values, at least one and each once");
        case Takes::names:
            return must(texts(value), "a list of keys, each once");
        case Takes::needs:
            return needs(value);
        case Takes::factor: {
            const bool whole = kind == Node::Kind::number && written_as_integer(text(value)) && text(value)[0] != '-' &&
                               text(value) != "0" && text(value).size() < 16;
            return must(whole, "a whole number from 1, of at most 15 digits");
        }
        case Takes::schema:
            schema(value);
            return true;
        case Takes::items:
            return items(value);
        case Takes::schemas:
            if (!must(list && node(value).size > 0, "a list of schemas, at least one")) return false;
            each_child(value, [&](NodeId each) { schema(each); });
            return true;
        case Takes::schemas_by_key:
            if (!must(kind == Node::Kind::object, "an object of schemas")) return false;
            each_child(value, [&](NodeId each) { schema(each); });
            return true;
        case Takes::schemas_by_pattern:
            return patterns(value);
    }
    return true;
}

bool Linter::items(NodeId value) {
    if (node(value).kind == Node::Kind::array) {
        each_child(value, [&](NodeId each) { schema(each); });
    } else {
        schema(value);
    }
    return true;
}

bool Linter::patterns(NodeId value) {
    if (node(value).kind != Node::Kind::object) {
        problem(value, "\"patternProperties\" takes an object of schemas: engines refuse or ignore anything else",
                "Write an object of schemas.");
        return false;
    }
    each_child(value, [&](NodeId each) {
        pattern(each, node(each).key);
        schema(each);
    });
    return true;
}

bool Linter::needs(NodeId value) {
    bool all = node(value).kind == Node::Kind::object;
    each_child(value, [&](NodeId each) {
        if (node(each).kind != Node::Kind::array) return schema(each);
        bool texts = !has_repeats(document_, each);
        each_child(each, [&](NodeId name) { texts = texts && node(name).kind == Node::Kind::string; });
        all = all && texts;
    });
    if (!all) {
        problem(
            value,
            "\"dependencies\" takes an object of lists of keys, or of schemas: engines refuse or ignore anything else",
            "Write an object of lists of keys, or of schemas.");
    }
    return all;
}

bool Linter::types(NodeId value) {
    static const std::vector<std::string_view> names{"null",   "boolean", "integer", "number",
                                                     "string", "array",   "object"};
    bool all = true;
    const auto one = [&](NodeId name) {
        if (node(name).kind == Node::Kind::string && type_of_name(text(name)) != any_type) return;
        const bool word = node(name).kind == Node::Kind::string;
        const std::string_view meant = word ? nearest(text(name), names) : "";
        problem(name,
                word ? quoted(text(name)) + " is not a type" : "a type is given by its name, or by a list of names",
                meant.empty() ? "Write one of null, boolean, integer, number, string, array, object."
                              : "Did you mean " + quoted(meant) + "?");
        all = false;
    };
    if (node(value).kind == Node::Kind::array && node(value).size > 0) {
        each_child(value, one);
    } else {
        one(value);
    }
    return all;
}

void Linter::draft(NodeId value) {
    std::string_view said = text(value);
    if (!said.empty() && said.back() == '#') said.remove_suffix(1);
    if (said == "http://json-schema.org/draft-07/schema") return;
    problem(value, fmt::format("this schema says it is written for {}, but is read as draft-07", quoted(text(value))),
            "Write \"http://json-schema.org/draft-07/schema#\".");
}

void Linter::recodes(NodeId owner, NodeId value) {
    for (const auto& [keyword, rule] : recodes_in(text(value))) {
        if (keyword.empty()) {
            problem(value, fmt::format("{} is not of the form KEYWORD=RULE", quoted(rule)),
                    "Write \"muster KEYWORD=RULE\", with more such pairs behind it if need be.");
        } else if (member(owner, keyword) == no_node) {
            problem(value, fmt::format("the comment names {}, which is not in this schema", quoted(keyword)),
                    "Name a keyword that stands beside the comment.");
        } else if (!has_words_of_its_own(rule)) {
            problem(value,
                    fmt::format("the comment names {}, which is no rule that a schema can stand for", quoted(rule)),
                    "Name a rule that muster knows, or leave the comment out.");
        }
    }
}

}  // namespace muster
