#include "schema/keywords.hpp"

#include <algorithm>
#include <array>

#include "schema/plan.hpp"

namespace muster {
namespace {

constexpr std::uint8_t numbers = integer_type | number_type;

constexpr auto supported = std::to_array<SupportedKeyword>({
    {"$schema", Takes::text, any_type},
    {"$id", Takes::text, any_type},
    {"$comment", Takes::text, any_type},
    {"title", Takes::text, any_type},
    {"description", Takes::text, any_type},
    {"default", Takes::anything, any_type},
    {"examples", Takes::list, any_type},
    {"definitions", Takes::schemas_by_key, any_type},
    {"type", Takes::types, any_type},
    {"enum", Takes::values, any_type},
    {"const", Takes::anything, any_type},
    {"properties", Takes::schemas_by_key, object_type},
    {"required", Takes::names, object_type},
    {"additionalProperties", Takes::schema, object_type},
    {"patternProperties", Takes::schemas_by_pattern, object_type},
    {"minProperties", Takes::size, object_type},
    {"maxProperties", Takes::size, object_type},
    {"dependencies", Takes::needs, object_type},
    {"items", Takes::items, array_type},
    {"additionalItems", Takes::schema, array_type},
    {"contains", Takes::schema, array_type},
    {"minItems", Takes::size, array_type},
    {"maxItems", Takes::size, array_type},
    {"uniqueItems", Takes::boolean, array_type},
    {"minLength", Takes::size, string_type},
    {"maxLength", Takes::size, string_type},
    {"pattern", Takes::text, string_type},
    {"minimum", Takes::number, numbers},
    {"maximum", Takes::number, numbers},
    {"exclusiveMinimum", Takes::number, numbers},
    {"exclusiveMaximum", Takes::number, numbers},
    {"multipleOf", Takes::factor, numbers},
    {"allOf", Takes::schemas, any_type},
    {"anyOf", Takes::schemas, any_type},
    {"oneOf", Takes::schemas, any_type},
    {"not", Takes::schema, any_type},
    {"if", Takes::schema, any_type},
    {"then", Takes::schema, any_type},
    {"else", Takes::schema, any_type},
    {"$ref", Takes::text, any_type},
});

constexpr std::string_view later_draft = "it belongs to a later draft: a draft-07 engine ignores it without a word";
constexpr std::string_view note_only = "it checks nothing";

constexpr auto unsupported = std::to_array<UnsupportedKeyword>({
    {"format", "some engines check it, some do not, and no two check the same",
     "Say the form with pattern and maxLength, and in words in the description.", true},
    {"propertyNames", "valijson up to 1.1 applies it wrongly",
     "Write patternProperties with additionalProperties false, or name the keys in properties."},
    {"contentMediaType", note_only, "Leave it out, or say it in the description.", true},
    {"contentEncoding", note_only, "Leave it out, or say it in the description.", true},
    {"readOnly", note_only, "Leave it out, or say it in the description.", true},
    {"writeOnly", note_only, "Leave it out, or say it in the description.", true},
    {"deprecated", note_only, "Leave it out, or say it in the description.", true},
    {"nullable", "it belongs to OpenAPI: a JSON Schema engine ignores it", "Write \"null\" among the types."},
    {"discriminator", "it belongs to OpenAPI: a JSON Schema engine ignores it", "Write allOf of if and then."},
    {"id", "it is the draft-04 name of $id: an engine ignores it", "Write $id."},
    {"$defs", later_draft, "Write definitions."},
    {"$anchor", later_draft, "Refer to #/definitions/NAME."},
    {"$dynamicRef", later_draft, "Refer to #/definitions/NAME."},
    {"$recursiveRef", later_draft, "Refer to #."},
    {"prefixItems", later_draft, "Write items, with a list of schemas."},
    {"minContains", later_draft, "Use minItems, or contains."},
    {"maxContains", later_draft, "Use maxItems."},
    {"dependentRequired", later_draft, "Write dependencies, with lists of keys."},
    {"dependentSchemas", later_draft, "Write dependencies, with schemas."},
    {"unevaluatedProperties", later_draft, "Declare all keys in one object, with additionalProperties false."},
    {"unevaluatedItems", later_draft, "Describe all items with one schema."},
});

}  // namespace

const SupportedKeyword* supported_keyword(std::string_view name) {
    const auto found =
        std::find_if(supported.begin(), supported.end(), [&](const auto& it) { return it.name == name; });
    return found == supported.end() ? nullptr : &*found;
}

const UnsupportedKeyword* unsupported_keyword(std::string_view name) {
    const auto found =
        std::find_if(unsupported.begin(), unsupported.end(), [&](const auto& it) { return it.name == name; });
    return found == unsupported.end() ? nullptr : &*found;
}

std::vector<std::string_view> supported_keywords() {
    std::vector<std::string_view> names;
    for (const SupportedKeyword& keyword : supported) names.push_back(keyword.name);
    return names;
}

}  // namespace muster
