#include <fmt/format.h>

#include <algorithm>

#include "core/words.hpp"
#include "schema/explain.hpp"

namespace muster {
namespace {

/// What a schema is about, for those who do not read it: its title, or else its description.
std::string about_schema(const Subschema& schema) {
    if (!schema.title.empty()) return schema.noun;
    return schema.description.empty() ? "" : continued(schema.description);
}

/// It asks for keys, and for nothing else.
bool only_requires(const Subschema& schema) {
    return !schema.required.empty() && schema.properties.empty() && schema.all_of.empty() && schema.any_of.empty() &&
           schema.one_of.empty() && schema.condition == no_schema && schema.negated == no_schema &&
           schema.pattern_properties.empty() && schema.additional == no_schema && schema.reference == no_schema;
}

}  // namespace

Said nothing_contained(const Violation& violation, const Phrases& phrases) {
    const Subschema& wanted = phrases.plan()[phrases.plan()[violation.schema].contains];
    Said said{"value_not_allowed",
              "no entry of {field} has the form that one of them must have",
              {{"field", phrases.label(violation.node)}},
              "Add such an entry, or correct the one that is meant."};
    if (!violation.allowed.empty()) {
        const std::vector<std::string> allowed = phrases.allowed(violation);
        said.args.emplace_back("allowed", allowed);
        said.message = allowed.size() == 1 ? "{field} must hold {allowed}" : "{field} must hold one of {allowed}";
    } else if (const std::string what = about_schema(wanted); !what.empty()) {
        said.args.emplace_back("what", what);
        said.message = "{field} has no entry of the kind that must be among them: {what}";
    }
    return said;
}

Said ruled_out(const Violation& violation, const Phrases& phrases) {
    const Subschema& forbidden = phrases.plan()[phrases.plan()[violation.schema].negated];
    Said said{"value_not_allowed",
              "{field} has a form that the schema rules out",
              {{"field", phrases.label(violation.node)}, {"value", phrases.value(violation.node)}},
              "Change or remove what makes it so."};
    if (const std::string what = about_schema(forbidden); !what.empty()) {
        said.args.emplace_back("what", what);
        said.message = "{field} is what the schema rules out: {what}";
    } else if (forbidden.has_set()) {
        said.message = "{field} cannot be {value}";
    } else if (phrases.node(violation.node).kind == Node::Kind::object && only_requires(forbidden)) {
        std::vector<std::string_view> keys;
        for (const KeyId key : forbidden.required) keys.push_back(phrases.plan().key_names[key]);
        said.rule = "field_not_allowed_here";
        said.args.emplace_back("keys", quoted_list(keys));
        said.args.emplace_back("a_object", phrases.noun(violation.object));
        said.message =
            keys.size() == 1 ? "{keys} does not belong in {a_object}" : "{keys} may not stand together in {a_object}";
    }
    return said;
}

/// Each of the forms that a text or a number may have, in a few words.
Said none_of_the_forms(const Violation& violation, const Phrases& phrases) {
    std::vector<std::string> forms;
    for (const SchemaId id : violation.forms) {
        const Subschema& form = phrases.plan()[id];
        std::string words = about_schema(form);
        if (words.empty() && form.has_set()) {
            Violation set;
            set.allowed = form.allowed;
            words = joined(phrases.allowed(set), "or");
        }
        if (words.empty() && form.pattern != nullptr) words = fmt::format("the pattern {}", form.pattern->text());
        if (words.empty() && form.types != any_type) words = types_in_words(form.types);
        if (!words.empty() && std::find(forms.begin(), forms.end(), words) == forms.end()) forms.push_back(words);
    }
    return {"malformed_value",
            "{field} is {value}, which has none of the forms it may have: {forms}",
            {{"field", phrases.label(violation.node)},
             {"value", phrases.value(violation.node)},
             {"forms", joined(forms, "or")}}};
}

}  // namespace muster
