#include "schema/recoded.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/suggestion.hpp"
#include "schema/number.hpp"

namespace muster {
namespace {

struct Wording {
    std::string message;
    Args args;
};

using Explain = Wording (*)(const Violation&, const Phrases&);

bool lacks_something(const Violation& violation) {
    return !violation.keys.empty();
}

std::string value_of(const Violation& violation, const Phrases& phrases) {
    return phrases.value(violation.node);
}

Wording count_not_integer(const Violation& violation, const Phrases& phrases) {
    Args args{{"field", phrases.label(violation.node)}, {"value", value_of(violation, phrases)}};
    if (const std::optional<std::string> integer = as_integer(phrases.node(violation.node).text)) {
        args.emplace_back("integer", *integer);
        return {"{field} is {value}; a count is written without fraction and exponent: {integer}", std::move(args)};
    }
    return {"{field} is {value}; a count is a whole number", std::move(args)};
}

Wording negative_count(const Violation& violation, const Phrases& phrases) {
    return {"{field} is {value}; a count is never below 0",
            {{"field", phrases.label(violation.node)}, {"value", grouped(value_of(violation, phrases))}}};
}

Wording count_out_of_range(const Violation& violation, const Phrases& phrases) {
    return {"{field} is {value}; a count is at most {most}",
            {{"field", phrases.label(violation.node)},
             {"value", grouped(value_of(violation, phrases))},
             {"most", grouped(phrases.plan()[violation.schema].maximum)}}};
}

Wording claim_without_speaker(const Violation&, const Phrases&) {
    return {"the claim has no \"speaker\": who says this?", {}};
}

Wording claim_without_appearance(const Violation& violation, const Phrases&) {
    return {lacks_something(violation) ? "the claim has no \"appearances\": where was this published?"
                                       : "\"appearances\" is empty: where was this published?",
            {}};
}

Wording editors_may_only_compute(const Violation& violation, const Phrases& phrases) {
    const bool too_much = !lacks_something(violation) || !violation.members.empty();
    const std::string_view what = !lacks_something(violation) ? "it has \"appearances\""
                                  : too_much                  ? "it has \"appearances\" and no \"derivation\""
                                                              : "it has no \"derivation\"";
    const NodeId object =
        violation.kind == Violation::Kind::value ? phrases.node(violation.node).parent : violation.node;
    const NodeId speaker = phrases.member(object, "speaker");
    return {"this claim is the editors' own ({speaker}), who may only compute from other claims, but {what}",
            {{"speaker", speaker == no_node ? "\"dataset\"" : phrases.value(speaker)}, {"what", std::string(what)}}};
}

Wording anonymous_without_description(const Violation& violation, const Phrases& phrases) {
    if (violation.members.empty()) {
        return {"the anonymous agent has no \"description\": who is this, as far as readers may know?", {}};
    }
    std::vector<std::string_view> too_much;
    for (const NodeId member : violation.members) too_much.push_back(phrases.node(member).key);
    return {"the anonymous agent has {fields}, but no \"description\": who is this, as far as readers may know?",
            {{"fields", quoted_list(too_much)}}};
}

Wording person_without_public_role(const Violation& violation, const Phrases& phrases) {
    const NodeId name = phrases.member(violation.node, "name");
    if (name == no_node) return {"the person has no \"public_role\": in what role do they speak in public?", {}};
    return {"{person} has no \"public_role\": in what role do they speak in public?",
            {{"person", std::string(phrases.node(name).text)}}};
}

Wording relay_repeats(const Violation& violation, const Phrases& phrases) {
    return {"{agent} stands twice in {field}: nobody relays to themselves",
            {{"agent", value_of(violation, phrases)}, {"field", phrases.label(phrases.node(violation.node).parent)}}};
}

Wording window_without_end(const Violation& violation, const Phrases& phrases) {
    return {"the window {window} has no end: nobody can vouch for the future",
            {{"window", value_of(violation, phrases)}}};
}

/// "muster/exchange/2" -> ("muster/exchange/", 2).
std::optional<std::int64_t> version_of(std::string_view name, std::string_view& kind) {
    const std::size_t slash = name.rfind('/');
    if (slash == std::string_view::npos) return std::nullopt;
    std::int64_t version = 0;
    const auto read = std::from_chars(name.data() + slash + 1, name.data() + name.size(), version);
    if (read.ec != std::errc{} || read.ptr != name.data() + name.size()) return std::nullopt;
    kind = name.substr(0, slash + 1);
    return version;
}

Wording unknown_document(const Violation& violation, const Phrases& phrases) {
    if (lacks_something(violation)) return {"the document does not say what it is: it has no \"schema\"", {}};
    const Node& value = phrases.node(violation.node);
    const std::vector<std::string> known = phrases.allowed(violation);
    Args args{{"value", phrases.typed_value(violation.node)}, {"known", known}};
    if (value.kind != Node::Kind::string) {
        return {"\"schema\" is {value}; it must name one of {known}", std::move(args)};
    }
    args[0].second = quoted(value.text);
    std::string_view kind;
    const std::optional<std::int64_t> version = version_of(value.text, kind);
    for (const std::string& name : known) {
        std::string_view known_kind;
        const std::optional<std::int64_t> known_version = version_of(name, known_kind);
        if (!version || !known_version || kind != known_kind || *version <= *known_version) continue;
        args.emplace_back("newest", name);
        return {"{value} is newer than this muster, which knows {newest}", std::move(args)};
    }
    const std::vector<std::string_view> words(known.begin(), known.end());
    const std::string_view meant = nearest(value.text, words);
    if (meant.empty())
        return {"{value} is no kind of document that muster knows; write one of {known}", std::move(args)};
    args.emplace_back("meant", std::string(meant));
    return {"{value} is no kind of document that muster knows; did you mean \"{meant}\"?", std::move(args)};
}

struct Recoded {
    std::string_view rule;
    Explain explain;
};

constexpr auto recoded = std::to_array<Recoded>({
    {"anonymous_without_description", anonymous_without_description},
    {"claim_without_appearance", claim_without_appearance},
    {"claim_without_speaker", claim_without_speaker},
    {"count_not_integer", count_not_integer},
    {"count_out_of_range", count_out_of_range},
    {"editors_may_only_compute", editors_may_only_compute},
    {"negative_count", negative_count},
    {"person_without_public_role", person_without_public_role},
    {"relay_repeats", relay_repeats},
    {"unknown_document", unknown_document},
    {"window_without_end", window_without_end},
});

const Recoded* find(std::string_view rule) {
    const auto found = std::find_if(recoded.begin(), recoded.end(), [&](const Recoded& it) { return it.rule == rule; });
    return found == recoded.end() ? nullptr : &*found;
}

}  // namespace

bool has_words_of_its_own(std::string_view rule) {
    return find(rule) != nullptr;
}

Said words_of_rule(const Violation& violation, const Phrases& phrases) {
    const Recoded& known = *find(violation.rule);
    Wording words = known.explain(violation, phrases);
    // The name as static text: a draft may outlive the schema.
    return {known.rule, std::move(words.message), std::move(words.args)};
}

}  // namespace muster
