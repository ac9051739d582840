#include <fmt/format.h>

#include <algorithm>

#include "core/suggestion.hpp"
#include "core/words.hpp"
#include "parse/unicode.hpp"
#include "schema/explain.hpp"
#include "schema/number.hpp"

namespace muster {
namespace {

std::string counted_characters(std::size_t count) {
    return counted(static_cast<std::int64_t>(count), "character");
}

std::string entries(std::size_t count) {
    return count == 1 ? "1 entry" : with_commas(static_cast<std::int64_t>(count)) + " entries";
}

/// The digits of a number in quotes, without what groups them; "" if it is none.
std::string number_in(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c == ',' || c == ' ') continue;
        if ((c < '0' || c > '9') && !(c == '-' && digits.empty())) return {};
        digits += c;
    }
    return digits.empty() || digits == "-" ? "" : digits;
}

Said null_for(const Violation& violation, const Phrases& phrases, const std::string& must_be, Args args) {
    args.emplace_back("field", phrases.label(violation.node));
    return {"wrong_type",
            "{field} is null, but must be " + must_be +
                (violation.needed ? "" : "; leave it out where there is nothing to say"),
            std::move(args)};
}

Said wrong_type(const Violation& violation, const Phrases& phrases, const std::string& must_be) {
    const Node& node = phrases.node(violation.node);
    const std::uint8_t types = violation.types;
    Args args{{"field", phrases.label(violation.node)}, {"value", phrases.typed_value(violation.node)}};
    const bool number_wanted = (types & (integer_type | number_type)) != 0;
    if (node.kind == Node::Kind::null) {
        return null_for(violation, phrases, "{must_be}", {{"must_be", must_be}});
    }
    if (node.kind == Node::Kind::string && number_wanted) {
        if (const std::string digits = number_in(node.text); !digits.empty()) {
            const bool count = !phrases.plan()[violation.schema].recode("type").empty();
            args[1].second = phrases.value(violation.node);
            args.emplace_back("a_number", count ? "a count" : "it");
            return {"wrong_type", "{field} is {value} in quotes; {a_number} is a bare number", std::move(args),
                    fmt::format("Write {}, without quotes.", digits)};
        }
    }
    args.emplace_back("must_be", must_be);
    if (node.kind == Node::Kind::number && number_wanted) {
        args[1].second = phrases.value(violation.node);
        if (const std::optional<std::string> integer = as_integer(node.text)) {
            args.emplace_back("integer", *integer);
            return {"wrong_type", "{field} is {value}; write {integer}", std::move(args)};
        }
        return {"wrong_type", "{field} is {value}, but must be {must_be}", std::move(args)};
    }
    std::string remedy;
    if (types == array_type && node.kind == Node::Kind::string) {
        remedy = fmt::format("Put it into brackets: [{}].", phrases.value(violation.node));
    }
    return {"wrong_type", "{field} is {value}, but must be {must_be}", std::move(args), std::move(remedy)};
}

Said not_even_a_text(const Violation& violation, const Phrases& phrases, const std::vector<std::string>& allowed) {
    const std::string must_be = allowed.size() == 1 ? "{allowed}" : "one of {allowed}";
    Args args{{"allowed", allowed}};
    if (phrases.node(violation.node).kind == Node::Kind::null) {
        return null_for(violation, phrases, must_be, std::move(args));
    }
    args.emplace_back("field", phrases.label(violation.node));
    args.emplace_back("value", phrases.typed_value(violation.node));
    return {"wrong_type", "{field} is {value}, but must be " + must_be, std::move(args)};
}

/// `"x" is not a status` where the set has a name of its own, else `"field" cannot be "x"`.
Said value_not_allowed(const Violation& violation, const Phrases& phrases) {
    const Node& node = phrases.node(violation.node);
    const std::vector<std::string> allowed = phrases.allowed(violation);
    const bool texts = std::all_of(violation.allowed.begin(), violation.allowed.end(), [&](NodeId each) {
        return phrases.plan().document->node(each).kind == Node::Kind::string;
    });
    if (texts && node.kind != Node::Kind::string) return not_even_a_text(violation, phrases, allowed);
    const Subschema& schema = phrases.plan()[violation.schema];
    // "a terms" is not English; a set of such a name goes by its field.
    const bool plural = schema.noun.back() == 's' && schema.noun.substr(schema.noun.size() - 2) != "us";
    std::string message = schema.defined && !plural ? "{value} is not {a_noun}" : "{field} cannot be {value}";
    Args args{{"field", phrases.label(violation.node)},
              {"value", phrases.value(violation.node)},
              {"a_noun", schema.noun},
              {"allowed", allowed}};
    const std::vector<std::string_view> words(allowed.begin(), allowed.end());
    const std::string_view meant = texts ? nearest(node.text, words) : std::string_view{};
    if (!meant.empty()) {
        args.emplace_back("meant", std::string(meant));
        if (const std::string odd = look_alike_in_words(node.text); !odd.empty()) {
            args.emplace_back("odd", odd);
            message += ": {odd}";
        }
        message += "; did you mean \"{meant}\"?";
        if (allowed.size() > 1) message += " It is one of {allowed}";
    } else {
        message += allowed.size() == 1 ? "; write {allowed}" : "; write one of {allowed}";
    }
    return {"value_not_allowed", std::move(message), std::move(args)};
}

Said empty(const Violation& violation, const Phrases& phrases, std::string_view what) {
    return {"empty_value",
            violation.needed ? "{field} is {what}, but is needed"
                             : "{field} is {what}; leave it out where there is nothing to say",
            {{"field", phrases.label(violation.node)}, {"what", std::string(what)}}};
}

Said wrong_size(const Violation& violation, const Phrases& phrases) {
    const Node& node = phrases.node(violation.node);
    const Subschema& schema = phrases.plan()[violation.schema];
    const bool text = node.kind == Node::Kind::string;
    const bool list = node.kind == Node::Kind::array;
    const std::size_t size = text ? code_points(node.text) : node.size;
    const std::size_t least = text ? schema.min_length : list ? schema.min_items : schema.min_properties;
    const std::size_t most = text ? schema.max_length : list ? schema.max_items : schema.max_properties;
    const auto in_words = [&](std::size_t count) {
        return text   ? counted_characters(count)
               : list ? entries(count)
                      : counted(static_cast<std::int64_t>(count), "field");
    };
    Args args{{"field", phrases.label(violation.node)}, {"size", in_words(size)}};
    if (size > most) {
        args.emplace_back("most", static_cast<std::int64_t>(most));
        return {"too_long", "{field} has {size}; at most {most} are allowed", std::move(args)};
    }
    if (size == 0) {
        return empty(violation, phrases, text ? "an empty text" : list ? "an empty list" : "an empty object");
    }
    args.emplace_back("least", static_cast<std::int64_t>(least));
    return {"value_not_allowed", "{field} has {size}; it needs at least {least}", std::move(args)};
}

Said out_of_bounds(const Violation& violation, const Phrases& phrases) {
    const Subschema& schema = phrases.plan()[violation.schema];
    const std::string_view keyword = violation.keyword;
    std::string_view message = "{field} is {value}; it must be a multiple of {bound}";
    std::string bound = with_commas(schema.multiple_of);
    const auto choose = [&](std::string_view name, std::string_view words, std::string_view token) {
        if (keyword != name) return;
        message = words;
        bound = grouped(token);
    };
    choose("minimum", "{field} is {value}; it must be at least {bound}", schema.minimum);
    choose("maximum", "{field} is {value}; it must be at most {bound}", schema.maximum);
    choose("exclusiveMinimum", "{field} is {value}; it must be more than {bound}", schema.exclusive_minimum);
    choose("exclusiveMaximum", "{field} is {value}; it must be less than {bound}", schema.exclusive_maximum);
    return {"value_not_allowed",
            std::string(message),
            {{"field", phrases.label(violation.node)},
             {"value", grouped(phrases.node(violation.node).text)},
             {"bound", bound}}};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// What would mend a text that has not the form it must have; "" if that is not plain.
std::string mistake_in(std::string_view text, const Pattern& pattern) {
    if (trimmed(text) != text && pattern.found_in(trimmed(text))) {
        return text.front() == ' ' ? "a space stands at its beginning" : "a space stands at its end";
    }
    if (pattern.found_in(without_look_alikes(text))) return look_alike_in_words(text, quoted(text));
    const std::string lower = lower_case(text);
    return pattern.found_in(lower) ? "did you mean " + quoted(lower) + "?" : "";
}

Said malformed(const Violation& violation, const Phrases& phrases) {
    const Node& node = phrases.node(violation.node);
    if (node.text.empty()) return empty(violation, phrases, "an empty text");
    const Subschema& schema = phrases.plan()[violation.schema];
    Args args{{"field", phrases.label(violation.node)}, {"value", phrases.value(violation.node)}};
    std::string message;
    if (!schema.title.empty()) {
        message = "{value} is not {form}";
        args.emplace_back("form", schema.noun);
    } else if (!schema.description.empty()) {
        message = "{field} cannot be {value}: {form}";
        args.emplace_back("form", continued(schema.description));
    } else {
        message = "{field} is {value}, which does not match the pattern {form}";
        args.emplace_back("form", std::string(schema.pattern->text()));
    }
    if (const std::string mistake = mistake_in(node.text, *schema.pattern); !mistake.empty()) {
        message += "; {mistake}";
        args.emplace_back("mistake", mistake);
    }
    return {"malformed_value", std::move(message), std::move(args)};
}

}  // namespace

Said words_of_value(const Violation& violation, const Phrases& phrases) {
    const std::string_view keyword = violation.keyword;
    if (keyword == "false") {
        return {"field_not_allowed_here",
                "{field} does not belong in {a_object}",
                {{"field", phrases.label(violation.node)},
                 {"a_object", with_article(phrases.object(violation, phrases.node(violation.node).parent))}}};
    }
    if (!violation.forms.empty()) return none_of_the_forms(violation, phrases);
    if (keyword == "type") return wrong_type(violation, phrases, types_in_words(violation.types));
    if (keyword == "enum" || keyword == "const") return value_not_allowed(violation, phrases);
    if (keyword == "contains") return nothing_contained(violation, phrases);
    if (keyword == "not") return ruled_out(violation, phrases);
    for (const std::string_view bound : {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}) {
        if (keyword == bound) return out_of_bounds(violation, phrases);
    }
    if (keyword == "pattern") return malformed(violation, phrases);
    return wrong_size(violation, phrases);
}

}  // namespace muster
