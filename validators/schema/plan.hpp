// A schema made ready to be walked: each schema object once, references resolved, keys as numbers, patterns compiled.
// Made only from schemas in which lint found nothing. Immutable, may be shared between threads.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "parse/document.hpp"
#include "schema/pattern.hpp"

namespace muster {

using SchemaId = std::uint32_t;
inline constexpr SchemaId no_schema = UINT32_MAX;

/// The longest text that a pattern may meet, in bytes.
inline constexpr std::uint32_t longest_for_pattern = 10'000;

/// A key that the schema names somewhere.
using KeyId = std::uint32_t;
inline constexpr KeyId no_key = UINT32_MAX;

/// Types as bits of a set.
enum Types : std::uint8_t {
    any_type = 0,
    null_type = 1,
    boolean_type = 2,
    integer_type = 4,
    number_type = 8,
    string_type = 16,
    array_type = 32,
    object_type = 64,
};

/// The type of that name in a schema; any_type if there is none.
Types type_of_name(std::string_view name);

/// One schema object, or a schema that is true or false.
struct Subschema {
    struct Property {
        KeyId key;
        SchemaId schema;
    };
    struct PatternProperty {
        const Pattern* pattern;
        SchemaId schema;
    };
    struct Dependency {
        KeyId key;
        std::vector<KeyId> needs;
    };

    bool trivial = true;  ///< asserts nothing
    bool never = false;   ///< the schema `false`

    std::uint8_t types = any_type;
    std::string_view set_keyword;         ///< "enum" or "const" if there is a closed set of values
    std::vector<NodeId> allowed;          ///< the values of the set, in the schema's document
    std::vector<std::string_view> words;  ///< the same if all are strings, else empty

    std::uint32_t min_length = 0;
    std::uint32_t max_length = UINT32_MAX;
    std::uint32_t min_items = 0;
    std::uint32_t max_items = UINT32_MAX;
    std::uint32_t min_properties = 0;
    std::uint32_t max_properties = UINT32_MAX;
    bool unique_items = false;
    std::string_view minimum;  ///< number token; "" if there is none
    std::string_view maximum;
    std::string_view exclusive_minimum;
    std::string_view exclusive_maximum;
    std::int64_t multiple_of = 1;
    const Pattern* pattern = nullptr;

    bool closed = false;               ///< additionalProperties: false
    std::vector<Property> properties;  ///< ordered by key
    std::vector<KeyId> declared;       ///< the same keys as the schema lists them
    std::vector<KeyId> required;
    std::vector<Dependency> dependencies;
    std::vector<PatternProperty> pattern_properties;
    SchemaId additional = no_schema;  ///< additionalProperties, if they are neither free nor forbidden
    SchemaId items = no_schema;       ///< of a tuple: of what follows it
    std::vector<SchemaId> tuple;      ///< items, one by one
    SchemaId contains = no_schema;
    SchemaId negated = no_schema;

    SchemaId reference = no_schema;
    std::vector<SchemaId> all_of;
    std::vector<SchemaId> any_of;
    std::vector<SchemaId> one_of;
    SchemaId condition = no_schema;  ///< if
    SchemaId consequence = no_schema;
    SchemaId alternative = no_schema;

    std::string noun;      ///< what this describes, with its article: "a claim", "an id: lower-case letters"
    bool defined = false;  ///< the noun is that of a definition
    std::string_view title;
    std::string_view description;  ///< of this very object
    /// What the schema's comment says: a violation of the keyword goes by the name of that rule.
    std::vector<std::pair<std::string_view, std::string_view>> recodes;

    bool has_set() const { return !set_keyword.empty(); }
    SchemaId property(KeyId key) const;
    /// The object knows the key, by its name or by a pattern.
    bool knows(KeyId key, std::string_view name) const;
    /// Every schema that applies to a member.
    template <class Action>
    void each_for_member(KeyId key, std::string_view name, Action action) const {
        bool known = false;
        if (const SchemaId own = property(key); own != no_schema) {
            known = true;
            action(own);
        }
        for (const PatternProperty& each : pattern_properties) {
            if (!each.pattern->found_in(name)) continue;
            known = true;
            action(each.schema);
        }
        if (!known && additional != no_schema) action(additional);
    }
    /// The schema of the item at that place; no_schema if there is none.
    SchemaId item(std::size_t index) const { return index < tuple.size() ? tuple[index] : items; }
    /// The rule that a violation of the keyword is recoded to; "" if none.
    std::string_view recode(std::string_view keyword) const;
};

struct Plan {
    std::shared_ptr<const Document> document;
    std::vector<Subschema> schemas;  ///< the first is the root
    std::vector<std::string_view> key_names;
    std::unordered_map<std::string_view, KeyId> keys;
    std::deque<Pattern> patterns;
    bool unlimited_patterns = false;  ///< some pattern may meet a text of any length

    static constexpr SchemaId root = 0;
    const Subschema& operator[](SchemaId id) const { return schemas[id]; }
    KeyId key(std::string_view name) const;
};

/// The schema object that closes the member to a set of strings, by what applies without conditions; null if none does.
const Subschema* words_for(const Plan& plan, SchemaId schema, KeyId key);

/// The plan of a schema in which lint found nothing.
std::unique_ptr<const Plan> make_plan(std::shared_ptr<const Document> document);

/// The node a local reference ("#/definitions/id") points to, or no_node.
NodeId resolve_reference(const Document& document, std::string_view reference);

/// The recodes in a `$comment`: pairs of keyword and rule. A word that is no such pair has an empty keyword.
std::vector<std::pair<std::string_view, std::string_view>> recodes_in(std::string_view comment);

/// "a claim", "an exchange".
std::string with_article(std::string_view noun);

}  // namespace muster
