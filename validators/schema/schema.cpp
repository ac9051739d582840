#include "schema/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "schema/explain.hpp"
#include "schema/lint.hpp"
#include "schema/plan.hpp"
#include "schema/verdict.hpp"
#include "schema/walk.hpp"

namespace muster {

namespace {

/// A regular expression that looks through a long text can overflow the stack of any engine, ours included.
std::vector<Draft> too_long_for_patterns(Document& document) {
    std::vector<Draft> drafts;
    for (NodeId id = 0; id < document.nodes().size(); ++id) {
        Node& node = document.node(id);
        const bool long_text = node.kind == Node::Kind::string && node.text.size() > longest_for_pattern;
        if (node.unknown || (!long_text && node.key.size() <= longest_for_pattern)) continue;
        node.unknown = true;
        Draft draft;
        draft.rule = "too_long";
        draft.at = long_text ? node.begin : node.key_begin;
        draft.end = draft.at + 1;
        draft.participants = {{Participant::Kind::value, node.begin, 0}};
        draft.message =
            "this text is longer than {most} bytes; the schema has patterns that set no limit, and a longer "
            "text cannot be compared with them";
        draft.args = {{"most", static_cast<std::int64_t>(longest_for_pattern)}};
        draft.remedy = "Shorten the text, or write a maxLength of at most 10,000 beside each pattern of the schema.";
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

}  // namespace

struct Schema::Compiled {
    std::unique_ptr<const Plan> plan;
    std::unique_ptr<const Verdict> verdict;
};

Schema::Schema(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Schema::~Schema() = default;

std::vector<SchemaProblem> lint_schema(std::string_view json) {
    return lint(json).problems;
}

Result<std::shared_ptr<const Schema>> Schema::compile(std::string_view json) {
    const Linted linted = lint(json);
    const auto first = std::find_if(linted.problems.begin(), linted.problems.end(),
                                    [](const SchemaProblem& problem) { return !problem.harmless; });
    if (first != linted.problems.end()) {
        return Error{fmt::format("the schema cannot be used: line {}, column {}: {}", first->line, first->column,
                                 first->message)};
    }
    auto compiled = std::make_unique<Compiled>();
    compiled->plan = make_plan(linted.document);
    compiled->verdict = Verdict::compile(*linted.document, linted.ignored);
    if (!compiled->verdict) return Error{"the schema cannot be used: the JSON Schema engine does not take it"};
    return std::shared_ptr<const Schema>(std::make_shared<Schema>(std::move(compiled)));
}

std::vector<Draft> Schema::judge(Document& document) const {
    std::vector<Draft> drafts;
    if (compiled_->plan->unlimited_patterns) drafts = too_long_for_patterns(document);
    Walk walk(*compiled_->plan, document);
    walk.run();
    const Phrases phrases(*compiled_->plan, document, walk.corrections());
    for (const Violation& violation : walk.violations()) drafts.push_back(explain(violation, phrases));
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.at < b.at; });
    for (const NodeId mark : walk.marks()) document.node(mark).unknown = true;
    for (const Walk::Correction& correction : walk.corrections()) document.node(correction.node).key = correction.key;

    const bool sound =
        std::none_of(document.nodes().begin(), document.nodes().end(), [](const Node& node) { return node.unknown; });
    if (!drafts.empty() || !sound || compiled_->verdict->valid(document)) return drafts;
    Draft draft;
    draft.rule = "schema_disagreement";
    draft.at = document.node(Document::root).begin;
    draft.end = draft.at + 1;
    draft.participants = {{Participant::Kind::value, draft.at, 0}};
    draft.message =
        "muster finds nothing wrong with the form of this document, but the JSON Schema engine beside it does not "
        "accept it";
    drafts.push_back(std::move(draft));
    return drafts;
}

const Schema& document_schema() {
    static const std::shared_ptr<const Schema> schema = [] {
        for (const EmbeddedSchema& embedded : embedded_schemas()) {
            if (embedded.name != "muster") continue;
            Result<std::shared_ptr<const Schema>> compiled = Schema::compile(embedded.json);
            assert(compiled.has_value());
            return compiled.value();
        }
        assert(false);
        return std::shared_ptr<const Schema>{};
    }();
    return *schema;
}

}  // namespace muster
