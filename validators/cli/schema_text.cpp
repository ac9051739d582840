#include "cli/schema_text.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "schema/schema.hpp"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 6> documents{"exchange", "series", "tombstone", "dataset", "agents", "sources"};
constexpr std::string_view to_definitions = "#/definitions/";

std::string_view embedded(std::string_view name) {
    for (const EmbeddedSchema& schema : embedded_schemas()) {
        if (schema.name == name) return schema.json;
    }
    return "";
}

void add_references(const Json& schema, std::set<std::string>& names) {
    for (const auto& [key, value] : schema.items()) {
        if (schema.is_object() && key == "$ref" && value.is_string()) {
            const std::string reference = value.get<std::string>();
            if (reference.compare(0, to_definitions.size(), to_definitions) == 0) {
                names.insert(reference.substr(to_definitions.size()));
            }
        } else if (value.is_structured()) {
            add_references(value, names);
        }
    }
}

/// Names of the definitions that one of them needs, itself included.
std::set<std::string> reachable(const Json& definitions, const std::string& from) {
    std::set<std::string> names;
    std::set<std::string> next{from};
    while (!next.empty()) {
        std::set<std::string> found;
        for (const std::string& name : next) {
            names.insert(name);
            add_references(definitions.at(name), found);
        }
        next.clear();
        std::set_difference(found.begin(), found.end(), names.begin(), names.end(), std::inserter(next, next.end()));
    }
    return names;
}

std::string schema_of_document(const std::string& name) {
    const Json all = Json::parse(embedded("muster"), nullptr, false);
    const Json& definitions = all.at("definitions");
    const Json& own = definitions.at(name);
    Json schema;
    schema["$schema"] = all.at("$schema");
    schema["$id"] = all.at("$id").get<std::string>() + ":" + name;
    for (const char* key : {"title", "description"}) {
        if (own.contains(key)) schema[key] = own.at(key);
    }
    schema["allOf"] = Json::array({Json{{"$ref", std::string(to_definitions) + name}}});
    const std::set<std::string> names = reachable(definitions, name);
    for (const auto& [key, value] : definitions.items()) {
        if (names.count(key) > 0) schema["definitions"][key] = value;
    }
    return schema.dump(2) + "\n";
}

}  // namespace

std::vector<std::string_view> schema_names() {
    std::vector<std::string_view> names(documents.begin(), documents.end());
    for (const EmbeddedSchema& schema : embedded_schemas()) names.push_back(schema.name);
    return names;
}

std::string schema_text(std::string_view name) {
    if (std::find(documents.begin(), documents.end(), name) != documents.end()) {
        return schema_of_document(std::string(name));
    }
    return std::string(embedded(name));
}

}  // namespace muster
