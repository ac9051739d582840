#include "schema/explain.hpp"

#include <fmt/format.h>

#include "schema/recoded.hpp"

namespace muster {
namespace {

Said missing(const Violation& violation, const Phrases& phrases) {
    Args args{{"object", phrases.object(violation, violation.node)},
              {"field", std::string(violation.keys[0])},
              {"fields", quoted_list(violation.keys, violation.keys.size() == 2 ? "nor" : "or")}};
    if (violation.keys.size() > 1) {
        return {"missing_one_of",
                violation.keys.size() == 2 ? "the {object} has neither {fields}" : "the {object} has none of {fields}",
                std::move(args)};
    }
    const std::string_view description = phrases.description(violation, violation.keys[0]);
    std::string remedy;
    if (!description.empty()) remedy = fmt::format("Add \"{}\". {}", violation.keys[0], description);
    if (!violation.because.empty()) {
        args.emplace_back("because", std::string(violation.because));
        return {"missing_field", "the {object} has \"{because}\", which needs \"{field}\" beside it", std::move(args),
                std::move(remedy)};
    }
    return {"missing_field", "the {object} has no \"{field}\"", std::move(args), std::move(remedy)};
}

Said unknown_key(const Violation& violation, const Phrases& phrases) {
    constexpr std::size_t few = 8;
    const Node& node = phrases.node(violation.node);
    Args args{{"field", quoted(node.key)}, {"a_object", phrases.noun(violation.object)}};
    std::string message = "{field} is not a field of {a_object}";
    if (!violation.suggestion.empty()) {
        args.emplace_back("meant", std::string(violation.suggestion));
        if (const std::string odd = look_alike_in_words(node.key); !odd.empty()) {
            args.emplace_back("odd", odd);
            message += ": {odd}";
        }
        message += "; did you mean \"{meant}\"?";
    } else if (const auto& named = phrases.plan()[violation.schema].pattern_properties; !named.empty()) {
        std::vector<std::string> patterns;
        for (const auto& each : named) patterns.emplace_back(each.pattern->text());
        message += "; its name matches none of the patterns: {patterns}";
        args.emplace_back("patterns", std::move(patterns));
    } else if (!violation.keys.empty() && violation.keys.size() <= few) {
        message += "; what may still be added is {fields}";
        args.emplace_back("fields", quoted_list(violation.keys, "or"));
    }
    return {"unknown_field", std::move(message), std::move(args)};
}

std::vector<std::string_view> keys_of(const std::vector<NodeId>& members, const Phrases& phrases) {
    std::vector<std::string_view> keys;
    for (const NodeId member : members) keys.push_back(phrases.node(member).key);
    return keys;
}

Said misplaced(const Violation& violation, const Phrases& phrases) {
    const bool one = violation.members.size() == 1;
    return {"unknown_field",
            one ? "{fields} is not a field of {a_object}; it belongs inside \"{inside}\", which is missing"
                : "{fields} are not fields of {a_object}; they belong inside \"{inside}\", which is missing",
            {{"fields", quoted_list(keys_of(violation.members, phrases))},
             {"a_object", phrases.noun(violation.object)},
             {"inside", std::string(violation.suggestion)}}};
}

Said unfit(const Violation& violation, const Phrases& phrases) {
    Args args{{"fields", quoted_list(keys_of(violation.members, phrases))},
              {"a_object", with_article(phrases.object(violation, violation.node))}};
    const std::size_t count = violation.members.size();
    const bool unknown = violation.keyword == "additionalProperties";
    std::string_view rule = unknown ? "unknown_field" : "field_not_allowed_here";
    std::string message;
    if (count == 0) {
        const bool empty = phrases.node(violation.node).size == 0;
        rule = empty ? "empty_value" : "missing_field";
        message = empty ? "{value} is empty; {a_object} needs {needed}" : "{a_object} needs {needed}";
        args.emplace_back("value", phrases.label(violation.node));
    } else if (unknown) {
        message = count == 1 ? "{fields} is not a field of {a_object}" : "{fields} are not fields of {a_object}";
    } else {
        message = count == 1 ? "{fields} does not belong in {a_object}" : "{fields} do not belong in {a_object}";
    }
    if (!violation.keys.empty()) {
        if (count > 0) message += ", which needs {needed}";
        args.emplace_back("needed", quoted_list(violation.keys, violation.any_of_keys ? "or" : "and"));
    }
    if (!violation.because.empty()) {
        message += "; all would fit if \"{because}\" were {words}";
        args.emplace_back("because", std::string(violation.because));
        args.emplace_back("words", quoted_list(violation.words, "or"));
    }
    return {rule, std::move(message), std::move(args)};
}

Said in_words_of_its_kind(const Violation& violation, const Phrases& phrases) {
    switch (violation.kind) {
        case Violation::Kind::value:
            return words_of_value(violation, phrases);
        case Violation::Kind::repeated:
            return {"duplicate_item",
                    "{value} stands twice in {field}",
                    {{"value", phrases.value(violation.node)},
                     {"field", phrases.label(phrases.node(violation.node).parent)}}};
        case Violation::Kind::missing:
            return missing(violation, phrases);
        case Violation::Kind::unknown_key:
            return unknown_key(violation, phrases);
        case Violation::Kind::misplaced:
            return misplaced(violation, phrases);
        case Violation::Kind::unfit:
            return unfit(violation, phrases);
        case Violation::Kind::several_fit:
            return {"value_not_allowed",
                    "{field} fits more than one of the forms of which it must have one",
                    {{"field", phrases.label(violation.node)}}};
    }
    return {};
}

void place(const Violation& violation, const Phrases& phrases, Draft& draft) {
    const auto take = [&](NodeId id) {
        draft.participants.push_back({Participant::Kind::value, phrases.node(id).begin, 0});
    };
    const Node& node = phrases.node(violation.node);
    draft.at = node.begin;
    switch (violation.kind) {
        case Violation::Kind::missing:
            // What is not there has no place of its own; the object stays usable.
            draft.end = node.begin + 1;
            if (violation.blinds) take(violation.node);
            return;
        case Violation::Kind::unknown_key:
            draft.at = node.key_begin;
            draft.end = node.key_end;
            break;
        case Violation::Kind::misplaced:
        case Violation::Kind::unfit:
            for (const NodeId member : violation.members) take(member);
            if (!violation.because.empty()) take(violation.node);
            if (violation.members.empty()) {
                draft.end = node.begin + 1;
                return;
            }
            draft.at = phrases.node(violation.members[0]).begin;
            if (violation.keyword == "additionalProperties") {
                draft.at = phrases.node(violation.members[0]).key_begin;
                draft.end = phrases.node(violation.members[0]).key_end;
            }
            return;
        case Violation::Kind::repeated:
            draft.notes.push_back({phrases.node(violation.first).begin, "it stands here first"});
            break;
        default:
            break;
    }
    take(violation.node);
}

}  // namespace

Draft explain(const Violation& violation, const Phrases& phrases) {
    Draft draft;
    place(violation, phrases, draft);
    Said said = violation.rule.empty() ? in_words_of_its_kind(violation, phrases) : words_of_rule(violation, phrases);
    draft.rule = said.rule;
    draft.message = std::move(said.message);
    draft.args = std::move(said.args);
    draft.remedy = std::move(said.remedy);
    return draft;
}

}  // namespace muster
