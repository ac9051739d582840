#include "schema/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>

#include "core/suggestion.hpp"
#include "core/words.hpp"
#include "parse/parse.hpp"
#include "parse/unicode.hpp"
#include "schema/assertions.hpp"
#include "schema/keywords.hpp"
#include "schema/linter.hpp"
#include "schema/number.hpp"
#include "schema/phrases.hpp"
#include "schema/recoded.hpp"

namespace muster {
namespace {

constexpr std::string_view largest_exact = "9007199254740992";  // 2^53

bool says_nothing_about_values(std::string_view keyword) {
    static const std::set<std::string_view> notes{"$schema",     "$id",     "$comment", "title",
                                                  "description", "default", "examples"};
    return notes.count(keyword) > 0;
}

SchemaProblem placed(const std::string& text, Where at, SchemaProblem problem) {
    const std::string_view before = std::string_view(text).substr(0, std::min<std::size_t>(at, text.size()));
    problem.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    problem.column = 1 + code_points(before.substr(line_begin));
    return problem;
}

}  // namespace

std::vector<Linter::Found> Linter::run() {
    schema(Document::root);
    for (const NodeId reference : references_) check_reference(reference);
    check_cycles();
    return std::move(found_);
}

void Linter::problem(NodeId at, std::string message, std::string remedy, bool harmless) {
    const Node& where = node(at);
    found_.push_back({where.key_begin != nowhere ? where.key_begin : where.begin,
                      {document_.pointer(at), 1, 1, std::move(message), std::move(remedy), harmless}});
}

void Linter::schema(NodeId at) {
    if (node(at).kind != Node::Kind::object && node(at).kind != Node::Kind::boolean) {
        problem(at, "a schema is an object, or true or false", "Write a schema here.");
        return;
    }
    schemas_.insert(at);
    each_child(at, [&](NodeId value) { keyword(at, value); });
    if (node(at).kind == Node::Kind::object) together(at);
}

void Linter::keyword(NodeId owner, NodeId value) {
    const std::string_view name = node(value).key;
    const SupportedKeyword* known = supported_keyword(name);
    if (known == nullptr) {
        unknown_keyword(value);
        return;
    }
    if (!takes(known->takes, value)) return;
    if (name == "$ref") {
        references_.push_back(value);
    } else if (name == "$schema") {
        draft(value);
    } else if (name == "$id" && owner != Document::root) {
        problem(value, "$id inside a schema changes what the references below it mean, and engines differ in how",
                "Leave it out; give the whole schema one $id at its top.");
    } else if (name == "$comment") {
        recodes(owner, value);
    } else if (name == "pattern") {
        pattern(value, text(value));
    } else if (known->takes == Takes::number) {
        bound(value);
    }
}

void Linter::pattern(NodeId value, std::string_view written) {
    if (Pattern::compile(written)) return;
    problem(value, fmt::format("the pattern {} is not a regular expression that can be compiled", quoted(written)),
            "Write it in the part of ECMAScript that all engines know: no look-behind, no \\p, no named groups.");
}

void Linter::bound(NodeId value) {
    std::string_view magnitude = text(value);
    if (magnitude[0] == '-') magnitude.remove_prefix(1);
    if (compare_numbers(magnitude, largest_exact) <= 0) return;
    problem(value,
            fmt::format("{} {} is beyond 2^53: an engine that computes in floating point rounds it", node(value).key,
                        text(value)),
            "Write a bound between -9007199254740992 and 9007199254740992.");
}

void Linter::unknown_keyword(NodeId value) {
    const std::string_view name = node(value).key;
    if (const UnsupportedKeyword* known = unsupported_keyword(name)) {
        if (known->harmless) ignored_.insert(value);
        problem(value, fmt::format("{} is not supported: {}", quoted(name), known->why), std::string(known->remedy),
                known->harmless);
        return;
    }
    // What may be a slip is no note: whoever wrote it meant it to check something.
    const std::string_view meant = nearest(name, supported_keywords());
    if (meant.empty()) ignored_.insert(value);
    problem(value, quoted(name) + " is not a keyword of draft-07: an engine ignores it without a word",
            meant.empty() ? "Leave it out, or say it in $comment." : "Did you mean " + quoted(meant) + "?",
            meant.empty());
}

/// What keywords mean beside each other.
void Linter::together(NodeId at) {
    const auto has = [&](std::string_view keyword) { return member(at, keyword) != no_node; };
    if (has("$ref")) {
        each_child(at, [&](NodeId value) {
            const std::string_view name = node(value).key;
            if (name == "$ref" || name == "definitions" || !supported_keyword(name)) return;
            if (says_nothing_about_values(name)) return;
            problem(value,
                    fmt::format("{} stands beside $ref: in draft-07 an engine ignores it without a word", quoted(name)),
                    "Put the reference into allOf: {\"allOf\": [{\"$ref\": ...}], ...}.");
        });
        return;
    }
    if (has("pattern")) pattern_has_limit(at);
    if (has("uniqueItems") && text(member(at, "uniqueItems")) == "true" && !has("maxItems")) {
        harmless(member(at, "uniqueItems"),
                 "uniqueItems without maxItems: an engine compares every item with every other",
                 "Write maxItems beside it.");
    }
    if (has("enum") && has("const")) {
        problem(member(at, "enum"), "enum beside const says the same thing twice, or what cannot be",
                "Leave one of them out.");
    }
    for (const std::string_view branch : {"then", "else"}) {
        if (has(branch) && !has("if")) {
            harmless(member(at, branch), fmt::format("{} without if: an engine ignores it without a word", branch),
                     "Write the condition beside it.");
        }
    }
    if (has("if") && !has("then") && !has("else")) {
        harmless(member(at, "if"), "if without then or else checks nothing", "Write what follows from it.");
    }
    if (has("additionalItems") && (!has("items") || node(member(at, "items")).kind != Node::Kind::array)) {
        harmless(member(at, "additionalItems"),
                 "additionalItems without a list of schemas in items: an engine ignores it without a word",
                 "Leave it out, or write a list of schemas in items.");
    }
    factor_of_integers(at);
    idle_keywords(at);
    reversed(at, "minLength", "maxLength");
    reversed(at, "minItems", "maxItems");
    reversed(at, "minProperties", "maxProperties");
    reversed(at, "minimum", "maximum");
    required_are_declared(at);
}

void Linter::pattern_has_limit(NodeId at) {
    const NodeId limit = member(at, "maxLength");
    std::uint32_t length = 0;
    if (limit != no_node) std::from_chars(text(limit).data(), text(limit).data() + text(limit).size(), length);
    if (limit != no_node && length <= longest_for_pattern) return;
    harmless(member(at, "pattern"),
             "pattern without a maxLength of at most 10,000 beside it: a long text can overflow an engine's stack",
             "Write maxLength beside it.");
}

void Linter::reversed(NodeId at, std::string_view least, std::string_view most) {
    const NodeId low = member(at, least);
    const NodeId high = member(at, most);
    if (low == no_node || high == no_node) return;
    if (node(low).kind != Node::Kind::number || node(high).kind != Node::Kind::number) return;
    if (compare_numbers(text(low), text(high)) <= 0) return;
    harmless(low, fmt::format("{} is above {}: nothing can satisfy both", least, most), "Correct one of them.");
}

/// Keywords that say something only about other types than those allowed.
void Linter::idle_keywords(NodeId at) {
    const NodeId type = member(at, "type");
    if (type == no_node) return;
    std::uint8_t types = any_type;
    if (node(type).kind == Node::Kind::string) types = type_of_name(text(type));
    each_child(type, [&](NodeId each) { types = static_cast<std::uint8_t>(types | type_of_name(text(each))); });
    each_child(at, [&](NodeId value) {
        const SupportedKeyword* known = supported_keyword(node(value).key);
        if (known == nullptr || known->types == any_type || types == any_type || (known->types & types) != 0) return;
        harmless(value,
                 fmt::format("{} says nothing about the type given here: an engine ignores it without a word",
                             quoted(known->name)),
                 "Leave it out, or correct the type.");
    });
}

/// An engine cuts a fraction off before it divides.
void Linter::factor_of_integers(NodeId at) {
    const NodeId factor = member(at, "multipleOf");
    const NodeId type = member(at, "type");
    if (factor == no_node || (type != no_node && text(type) == "integer")) return;
    problem(factor, "multipleOf without type integer beside it: engines get fractions wrong",
            "Write \"type\": \"integer\" beside it, or leave it out.");
}

void Linter::required_are_declared(NodeId at) {
    const NodeId closed = member(at, "additionalProperties");
    if (closed == no_node || text(closed) != "false") return;
    const NodeId properties = member(at, "properties");
    std::vector<std::string_view> declared;
    if (properties != no_node) each_child(properties, [&](NodeId each) { declared.push_back(node(each).key); });
    const auto matches = [&](std::string_view name) {
        bool any = false;
        const NodeId patterns = member(at, "patternProperties");
        if (patterns == no_node) return any;
        each_child(patterns, [&](NodeId each) {
            const std::optional<Pattern> pattern = Pattern::compile(node(each).key);
            any = any || (pattern && pattern->found_in(name));
        });
        return any;
    };
    const auto check = [&](NodeId name) {
        if (std::find(declared.begin(), declared.end(), text(name)) != declared.end() || matches(text(name))) return;
        const std::string_view meant = nearest(text(name), declared);
        harmless(name,
                 fmt::format("{} is required, but this closed object does not declare it: nothing can satisfy both",
                             quoted(text(name))),
                 meant.empty() ? "Declare it in properties." : "Did you mean " + quoted(meant) + "?");
    };
    if (const NodeId required = member(at, "required"); required != no_node) each_child(required, check);
}

Linted lint(std::string_view json) {
    Linted result;
    Parsed parsed = parse(json);
    std::vector<Linter::Found> found;
    static const std::set<std::string_view> harmless{"byte_order_mark", "not_nfc", "number_not_portable",
                                                     "unbalanced_bidi", "control_character"};
    for (const Draft& draft : parsed.drafts) {
        if (harmless.count(draft.rule) > 0) continue;
        std::string pointer;
        if (parsed.document) pointer = parsed.document->pointer(parsed.document->node_at(draft.at));
        const bool twice = draft.rule == "duplicate_key";
        found.push_back({draft.at,
                         {std::move(pointer), 1, 1, render(draft.message, draft.args),
                          twice ? "Leave one of the two out: an engine keeps one without a word." : "Correct it."}});
    }
    if (parsed.document) {
        Linter linter(*parsed.document);
        std::vector<Linter::Found> more = linter.run();
        result.ignored = linter.take_ignored();
        found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        result.document = parsed.document;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Linter::Found& a, const Linter::Found& b) { return a.at < b.at; });
    for (Linter::Found& each : found) result.problems.push_back(placed(parsed.text, each.at, std::move(each.problem)));
    return result;
}

}  // namespace muster
