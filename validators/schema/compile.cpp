#include <algorithm>
#include <charconv>

#include "schema/plan.hpp"

namespace muster {
namespace {

bool has_article(std::string_view noun) {
    return noun.substr(0, 2) == "a " || noun.substr(0, 3) == "an " || noun.substr(0, 4) == "one " ||
           noun.substr(0, 4) == "the ";
}

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

/// What the surroundings of a schema object say about it.
struct Surroundings {
    std::string noun;
    bool defined = false;
    std::string_view rule_if_false;  ///< recode of a violation, should the schema be `false`
};

class Compiler {
public:
    explicit Compiler(std::shared_ptr<const Document> document) : plan_(std::make_unique<Plan>()) {
        plan_->document = std::move(document);
    }

    std::unique_ptr<const Plan> run() {
        compile(Document::root, {"a document", false, {}});
        return std::move(plan_);
    }

private:
    const Document& document() const { return *plan_->document; }
    const Node& node(NodeId id) const { return document().node(id); }

    template <class Action>
    void each_child(NodeId parent, Action action) const {
        for (NodeId child = node(parent).first; child != no_node; child = node(child).next) action(child);
    }

    KeyId key(std::string_view name) {
        const auto [found, added] = plan_->keys.emplace(name, static_cast<KeyId>(plan_->key_names.size()));
        if (added) plan_->key_names.push_back(name);
        return found->second;
    }

    SchemaId compile(NodeId at, const Surroundings& around) {
        if (const auto known = compiled_.find(at); known != compiled_.end()) return known->second;
        const auto id = static_cast<SchemaId>(plan_->schemas.size());
        compiled_.emplace(at, id);
        plan_->schemas.emplace_back();
        Subschema made;
        if (node(at).kind == Node::Kind::boolean) {
            made.never = node(at).text == "false";
            made.trivial = !made.never;
            if (made.never && !around.rule_if_false.empty()) made.recodes.emplace_back("false", around.rule_if_false);
        } else {
            made = object(at, around);
        }
        plan_->schemas[id] = std::move(made);
        return id;
    }

    Subschema object(NodeId at, Surroundings around) {
        Subschema made;
        const NodeId title = document().member(at, "title");
        if (title != no_node) made.title = node(title).text;
        if (at != Document::root && title != no_node) {
            around.noun = has_article(made.title) ? std::string(made.title) : with_article(made.title);
        }
        made.noun = around.noun;
        made.defined = around.defined;
        if (const NodeId comment = document().member(at, "$comment"); comment != no_node) {
            made.recodes = recodes_in(node(comment).text);
        }
        around.rule_if_false = {};
        each_child(at, [&](NodeId child) { keyword(made, child, around); });
        if (!made.tuple.empty()) tuple(made, at, around);
        if (made.pattern != nullptr && made.max_length > longest_for_pattern) plan_->unlimited_patterns = true;
        if (!made.pattern_properties.empty()) plan_->unlimited_patterns = true;
        std::sort(made.properties.begin(), made.properties.end(),
                  [](const Subschema::Property& a, const Subschema::Property& b) { return a.key < b.key; });
        return made;
    }

    /// Takes over one keyword; what is left out here says nothing about values.
    void keyword(Subschema& made, NodeId value, const Surroundings& around) {
        const std::string_view name = node(value).key;
        if (name == "description") made.description = node(value).text;
        const bool asserts = assertion(made, name, value);
        if (combination(made, name, value, around) || asserts) made.trivial = false;
    }

    bool assertion(Subschema& made, std::string_view name, NodeId value) {
        const Node& given = node(value);
        if (name == "type") {
            if (given.kind == Node::Kind::string) made.types = type_of_name(given.text);
            each_child(value, [&](NodeId each) { made.types |= type_of_name(node(each).text); });
        } else if (name == "enum") {
            each_child(value, [&](NodeId each) { made.allowed.push_back(each); });
            close_set(made, "enum");
        } else if (name == "const") {
            made.allowed = {value};
            close_set(made, "const");
        } else if (name == "pattern") {
            if (std::optional<Pattern> pattern = Pattern::compile(given.text)) {
                made.pattern = &plan_->patterns.emplace_back(std::move(*pattern));
            }
        } else if (name == "minimum") {
            made.minimum = given.text;
        } else if (name == "maximum") {
            made.maximum = given.text;
        } else if (name == "exclusiveMinimum") {
            made.exclusive_minimum = given.text;
        } else if (name == "exclusiveMaximum") {
            made.exclusive_maximum = given.text;
        } else if (name == "multipleOf") {
            std::from_chars(given.text.data(), given.text.data() + given.text.size(), made.multiple_of);
        } else if (name == "uniqueItems") {
            made.unique_items = given.text == "true";
        } else if (name == "additionalProperties" && given.kind == Node::Kind::boolean) {
            made.closed = given.text == "false";
        } else if (name == "required") {
            each_child(value, [&](NodeId each) { made.required.push_back(key(node(each).text)); });
        } else if (name == "dependencies") {
            each_child(value, [&](NodeId each) {
                if (node(each).kind != Node::Kind::array) return;
                made.dependencies.push_back({key(node(each).key), {}});
                each_child(each, [&](NodeId need) { made.dependencies.back().needs.push_back(key(node(need).text)); });
            });
        } else if (std::uint32_t* limit = limit_of(made, name)) {
            std::from_chars(given.text.data(), given.text.data() + given.text.size(), *limit);
        } else {
            return false;
        }
        return true;
    }

    void close_set(Subschema& made, std::string_view keyword) {
        made.set_keyword = keyword;
        for (const NodeId allowed : made.allowed) {
            if (node(allowed).kind == Node::Kind::string) made.words.push_back(node(allowed).text);
        }
        if (made.words.size() != made.allowed.size()) made.words.clear();
    }

    static std::uint32_t* limit_of(Subschema& made, std::string_view name) {
        if (name == "minLength") return &made.min_length;
        if (name == "maxLength") return &made.max_length;
        if (name == "minItems") return &made.min_items;
        if (name == "maxItems") return &made.max_items;
        if (name == "minProperties") return &made.min_properties;
        if (name == "maxProperties") return &made.max_properties;
        return nullptr;
    }

    bool combination(Subschema& made, std::string_view name, NodeId value, const Surroundings& around) {
        const auto all = [&](std::vector<SchemaId>& into) {
            each_child(value, [&](NodeId each) { into.push_back(compile(each, around)); });
        };
        if (name == "properties") {
            each_child(value, [&](NodeId each) {
                const std::string_view property = node(each).key;
                const SchemaId schema =
                    compile(each, {with_article(spaced(property)), false, made.recode("properties")});
                made.properties.push_back({key(property), schema});
                made.declared.push_back(key(property));
            });
        } else if (name == "patternProperties") {
            each_child(value, [&](NodeId each) {
                std::optional<Pattern> pattern = Pattern::compile(node(each).key);
                if (!pattern) return;
                made.pattern_properties.push_back(
                    {&plan_->patterns.emplace_back(std::move(*pattern)), compile(each, {"a field", false, {}})});
            });
        } else if (name == "additionalProperties" && node(value).kind == Node::Kind::object) {
            made.additional = compile(value, {"a field", false, {}});
        } else if (name == "dependencies") {
            each_child(value, [&](NodeId each) {
                if (node(each).kind != Node::Kind::array) made.all_of.push_back(where_present(each, around));
            });
        } else if (name == "items" && node(value).kind == Node::Kind::array) {
            each_child(value, [&](NodeId each) { made.tuple.push_back(compile(each, {"an entry", false, {}})); });
        } else if (name == "items") {
            made.items = compile(value, {"an entry", false, {}});
        } else if (name == "contains") {
            made.contains = compile(value, {"an entry", false, {}});
        } else if (name == "not") {
            made.negated = compile(value, around);
        } else if (name == "$ref") {
            const NodeId target = resolve_reference(document(), node(value).text);
            const bool root = target == Document::root;
            made.reference = compile(target, {root ? "a document" : with_article(spaced(node(target).key)), !root, {}});
        } else if (name == "allOf") {
            all(made.all_of);
        } else if (name == "anyOf") {
            all(made.any_of);
        } else if (name == "oneOf") {
            all(made.one_of);
        } else if (name == "if") {
            made.condition = compile(value, around);
        } else if (name == "then") {
            made.consequence = compile(value, around);
        } else if (name == "else") {
            made.alternative = compile(value, around);
        } else {
            return false;
        }
        return true;
    }

    /// What may follow the items that are described one by one.
    void tuple(Subschema& made, NodeId at, const Surroundings&) {
        const NodeId rest = document().member(at, "additionalItems");
        if (rest == no_node) return;
        if (node(rest).text == "false") {
            made.max_items = std::min(made.max_items, static_cast<std::uint32_t>(made.tuple.size()));
        } else {
            made.items = compile(rest, {"an entry", false, {}});
        }
    }

    /// A schema that depends on a key is one whose `if` asks for that key.
    SchemaId where_present(NodeId dependent, const Surroundings& around) {
        const KeyId needed = key(node(dependent).key);
        const auto id = static_cast<SchemaId>(plan_->schemas.size());
        plan_->schemas.resize(id + 3);
        const SchemaId condition = id + 1;
        const SchemaId anything = id + 2;
        Subschema& present = plan_->schemas[condition];
        present.trivial = false;
        present.types = object_type;
        present.required = {needed};
        present.declared = {needed};
        present.properties = {{needed, anything}};
        present.noun = around.noun;
        const SchemaId consequence = compile(dependent, around);
        Subschema& made = plan_->schemas[id];
        made.trivial = false;
        made.noun = around.noun;
        made.condition = condition;
        made.consequence = consequence;
        return id;
    }

    std::unique_ptr<Plan> plan_;
    std::unordered_map<NodeId, SchemaId> compiled_;
};

}  // namespace

std::unique_ptr<const Plan> make_plan(std::shared_ptr<const Document> document) {
    return Compiler(std::move(document)).run();
}

}  // namespace muster
