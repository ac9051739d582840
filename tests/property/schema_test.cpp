#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "parse/parse.hpp"
#include "schema/lint.hpp"
#include "schema/schema.hpp"
#include "schema/verdict.hpp"
#include "schema/walk.hpp"

namespace muster {
namespace {

/// A document taken apart, so that it can be changed anywhere.
struct Value {
    std::string key;
    std::string token;  ///< of a scalar; "" for lists and objects
    bool list = false;
    std::vector<Value> children;
};

Value taken_apart(const Document& document, NodeId id) {
    const Node& node = document.node(id);
    Value value;
    value.key = std::string(node.key);
    value.list = node.kind == Node::Kind::array;
    const bool scalar = node.kind != Node::Kind::array && node.kind != Node::Kind::object;
    if (scalar) value.token = document.text().substr(node.begin, node.end - node.begin);
    for (NodeId child = node.first; child != no_node; child = document.node(child).next) {
        value.children.push_back(taken_apart(document, child));
    }
    return value;
}

void write(const Value& value, std::string& text) {
    if (!value.token.empty()) {
        text += value.token;
        return;
    }
    text += value.list ? '[' : '{';
    for (std::size_t i = 0; i < value.children.size(); ++i) {
        if (i > 0) text += ", ";
        if (!value.list) text += "\"" + value.children[i].key + "\": ";
        write(value.children[i], text);
    }
    text += value.list ? ']' : '}';
}

void collect(Value& value, std::vector<Value*>& all) {
    all.push_back(&value);
    for (Value& child : value.children) collect(child, all);
}

/// Changes a document in one place, as people and programs do.
class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : random_(seed) {}

    void change(Value& root) {
        std::vector<Value*> all;
        collect(root, all);
        Value& parent = *all[below(all.size())];
        if (parent.children.empty()) return replace(parent, all);
        const std::size_t at = below(parent.children.size());
        const auto child = parent.children.begin() + static_cast<std::ptrdiff_t>(at);
        switch (below(6)) {
            case 0:
                parent.children.erase(child);
                return;
            case 1:
                rename(child->key, all);
                return;
            case 2: {
                Value copy = *child;
                // A key that stands twice is for the layer before.
                if (!parent.list) copy.key += "2";
                parent.children.insert(child, std::move(copy));
                return;
            }
            case 3:
                std::swap(child->children, parent.children.front().children);
                return;
            case 4: {
                Value copy = *all[below(all.size())];
                copy.key = child->key;
                *child = std::move(copy);
                return;
            }
            default:
                replace(*child, all);
                return;
        }
    }

private:
    std::size_t below(std::size_t count) { return random_() % count; }

    void rename(std::string& key, const std::vector<Value*>& all) {
        const std::string& other = all[below(all.size())]->key;
        if (below(2) == 0 && !other.empty()) {
            key = other;
        } else if (!key.empty()) {
            key.erase(below(key.size()), 1);
        }
    }

    void replace(Value& value, const std::vector<Value*>& all) {
        static const std::vector<std::string> tokens{"null",
                                                     "true",
                                                     "0",
                                                     "-5",
                                                     "1.0",
                                                     "1e2",
                                                     "43.5",
                                                     "1000000001",
                                                     "18446744073709551615",
                                                     "99999999999999999999",
                                                     "\"\"",
                                                     "\"43\"",
                                                     "\"x y\"",
                                                     "\"uа\"",
                                                     "\"dataset\"",
                                                     "\"2025-03-2X\"",
                                                     "\"2025-03/..\"",
                                                     "\"count\"",
                                                     "\"plan\"",
                                                     "\"status\"",
                                                     "\"anonymous\"",
                                                     "\"category\"",
                                                     "\"muster/series/1\"",
                                                     "[]",
                                                     "{}",
                                                     "[{}]"};
        const std::string key = value.key;
        const Value& other = *all[below(all.size())];
        if (below(3) == 0 && !other.token.empty()) {
            value.token = other.token;
        } else {
            value.token = tokens[below(tokens.size())];
        }
        value.children.clear();
    }

    std::mt19937 random_;
};

bool has_equal_keys(const Value& value) {
    for (std::size_t i = 0; i < value.children.size(); ++i) {
        if (has_equal_keys(value.children[i])) return true;
        for (std::size_t j = i + 1; j < value.children.size() && !value.list; ++j) {
            if (value.children[i].key == value.children[j].key) return true;
        }
    }
    return false;
}

const std::vector<std::string>& published() {
    static const std::vector<std::string> texts = [] {
        std::vector<std::filesystem::path> paths;
        const std::filesystem::path folder = std::filesystem::path(MUSTER_SOURCE_DIR) / "fixtures/datasets/ua-ru";
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.path().extension() == ".json") paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
        std::vector<std::string> read;
        for (const std::filesystem::path& path : paths) {
            std::ifstream file(path, std::ios::binary);
            read.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
        return read;
    }();
    return texts;
}

/// Both engines with the schema of muster's documents.
struct Engines {
    std::unique_ptr<const Plan> plan;
    std::unique_ptr<const Verdict> verdict;
};

const Engines& engines() {
    static const Engines both = [] {
        Engines made;
        for (const EmbeddedSchema& embedded : embedded_schemas()) {
            if (embedded.name != "muster") continue;
            const Linted linted = lint(embedded.json);
            made.plan = make_plan(linted.document);
            made.verdict = Verdict::compile(*linted.document);
        }
        return made;
    }();
    return both;
}

RC_GTEST_PROP(SchemaProperty, the_plan_is_silent_exactly_where_the_engine_accepts, ()) {
    const auto text_at = *rc::gen::inRange<std::size_t>(0, published().size());
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const auto changes = *rc::gen::inRange(0, 6);
    const Parsed original = parse(published()[text_at]);
    Value root = taken_apart(*original.document, Document::root);
    Mutator mutator(seed);
    for (int i = 0; i < changes; ++i) mutator.change(root);
    RC_PRE(!has_equal_keys(root));
    std::string text;
    write(root, text);
    RC_LOG() << "seed " << seed << ": " << text << "\n";

    const Parsed parsed = parse(text);
    RC_ASSERT(parsed.document != nullptr);
    Walk walk(*engines().plan, *parsed.document);
    walk.run();
    const bool valid = engines().verdict->valid(*parsed.document);
    RC_CLASSIFY(valid, "valid");
    RC_ASSERT(walk.violations().empty() == valid);
}

RC_GTEST_PROP(SchemaProperty, whatever_is_marked_is_told, ()) {
    const auto text_at = *rc::gen::inRange<std::size_t>(0, published().size());
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const Parsed original = parse(published()[text_at]);
    Value root = taken_apart(*original.document, Document::root);
    Mutator(seed).change(root);
    RC_PRE(!has_equal_keys(root));
    std::string text;
    write(root, text);
    RC_LOG() << "seed " << seed << ": " << text << "\n";

    Parsed parsed = parse(text);
    RC_ASSERT(parsed.document != nullptr);
    const std::vector<Draft> drafts = document_schema().judge(*parsed.document);
    const auto& nodes = parsed.document->nodes();
    const bool marked = std::any_of(nodes.begin(), nodes.end(), [](const Node& node) { return node.unknown; });
    RC_ASSERT(!marked || !drafts.empty());
    for (const Draft& draft : drafts) {
        RC_ASSERT(!draft.message.empty());
        RC_ASSERT(draft.at < text.size());
        RC_ASSERT(draft.end == nowhere || (draft.at < draft.end && draft.end <= text.size()));
        // Every name in the message has its argument.
        RC_ASSERT(draft.args.empty() || render(draft.message, draft.args) != draft.message);
    }
    RC_ASSERT(std::is_sorted(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.at < b.at; }));
}

/// Small schemas of every supported keyword, and small documents that may fit them.
class Inventor {
public:
    explicit Inventor(std::uint32_t seed) : random_(seed) {}

    std::string schema(int depth) {
        switch (below(depth == 0 ? 3 : 13)) {
            case 0:
                return below(6) == 0 ? (below(2) == 0 ? "true" : "false") : R"({"type": ")" + one_of(types_) + "\"}";
            case 1:
                return R"({"enum": [)" + value(0) + "]}";
            case 2:
                return bounds();
            case 3:
                return object(depth - 1);
            case 4:
                return R"({"type": "array", "maxItems": 3, "uniqueItems": )" + one_of({"true", "false"}) +
                       R"(, "items": )" + schema(depth - 1) + "}";
            case 5:
                return "{\"" + one_of({"allOf", "anyOf", "oneOf"}) + "\": [" + schema(depth - 1) + ", " +
                       schema(depth - 1) + "]}";
            case 6:
                return R"({"if": )" + schema(depth - 1) + ", \"" + one_of({"then", "else"}) +
                       "\": " + schema(depth - 1) + "}";
            case 7:
                return R"({"not": )" + schema(depth - 1) + "}";
            case 8:
                return R"({"contains": )" + schema(depth - 1) + "}";
            case 9:
                return R"({"items": [)" + schema(depth - 1) + ", " + schema(depth - 1) + R"(], "additionalItems": )" +
                       schema(depth - 1) + "}";
            case 10:
                return R"({"dependencies": {"alpha": )" + schema(depth - 1) + R"(, "beta": )" + schema(depth - 1) +
                       R"(, "gamma": ["kind"]}})";
            case 11:
                return open_object(depth - 1);
            default:
                return object(depth - 1);
        }
    }

    std::string value(int depth) {
        switch (below(depth == 0 ? 2 : 5)) {
            case 0:
                return one_of({"null", "true", "0", "1", "2.5", "-3", "6"});
            case 1:
                return "\"" + one_of({"", "a", "ab", "abc", "x"}) + "\"";
            case 2: {
                std::string items;
                for (std::size_t i = below(4); i > 0; --i) items += (items.empty() ? "" : ", ") + value(depth - 1);
                return "[" + items + "]";
            }
            default: {
                std::string members;
                for (const std::string& key : keys_) {
                    if (below(2) == 0) continue;
                    members += (members.empty() ? "\"" : ", \"") + key + "\": " + value(depth - 1);
                }
                return "{" + members + "}";
            }
        }
    }

private:
    std::size_t below(std::size_t count) { return random_() % count; }
    std::string one_of(const std::vector<std::string>& words) { return words[below(words.size())]; }

    std::string bounds() {
        return one_of({R"({"minLength": 1, "maxLength": 2})", R"({"pattern": "^a", "maxLength": 9})",
                       R"({"minimum": 0, "maximum": 2})", R"({"minItems": 1, "maxItems": 2})",
                       R"({"minProperties": 1, "maxProperties": 2})", R"({"required": ["alpha"]})",
                       R"({"dependencies": {"alpha": ["beta"]}})", R"({"const": "a"})", R"({"exclusiveMinimum": 0})",
                       R"({"exclusiveMaximum": 2.5})", R"({"type": "integer", "multipleOf": 3})",
                       R"({"format": "date", "x-note": 1})"});
    }

    std::string open_object(int depth) {
        return R"({"properties": {"alpha": )" + schema(depth) + R"(, "kind": )" + schema(depth) +
               R"(}, "patternProperties": {")" + one_of({"^g", "m", "a$"}) + R"(": )" + schema(depth) + R"(, "^k": )" +
               schema(depth) + R"(}, "required": [")" + one_of(keys_) + R"("], "additionalProperties": )" +
               schema(depth) + "}";
    }

    std::string object(int depth) {
        std::string properties;
        std::string required;
        for (const std::string& key : keys_) {
            if (below(3) == 0) continue;
            properties += (properties.empty() ? "\"" : ", \"") + key + "\": " + schema(depth);
            if (below(3) == 0) required += (required.empty() ? "\"" : ", \"") + key + "\"";
        }
        return R"({"type": "object", "properties": {)" + properties + R"(}, "required": [)" + required +
               R"(], "additionalProperties": )" + one_of({"true", "false"}) + "}";
    }

    const std::vector<std::string> types_{"null", "boolean", "integer", "number", "string", "array", "object"};
    const std::vector<std::string> keys_{"alpha", "beta", "gamma", "gamme", "kind"};
    std::mt19937 random_;
};

RC_GTEST_PROP(SchemaProperty, the_engines_agree_on_schemas_of_others, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    Inventor inventor(seed);
    const std::string schema = inventor.schema(3);
    RC_LOG() << "seed " << seed << ": " << schema << "\n";
    const Linted linted = lint(schema);
    RC_ASSERT(std::all_of(linted.problems.begin(), linted.problems.end(),
                          [](const SchemaProblem& problem) { return problem.harmless; }));
    const std::unique_ptr<const Plan> plan = make_plan(linted.document);
    const std::unique_ptr<const Verdict> verdict = Verdict::compile(*linted.document, linted.ignored);
    RC_ASSERT(verdict != nullptr);
    for (int i = 0; i < 20; ++i) {
        const std::string text = inventor.value(3);
        RC_LOG() << text << "\n";
        const Parsed parsed = parse(text);
        RC_ASSERT(parsed.document != nullptr);
        Walk walk(*plan, *parsed.document);
        walk.run();
        RC_ASSERT(walk.violations().empty() == verdict->valid(*parsed.document));
    }
}

}  // namespace
}  // namespace muster
