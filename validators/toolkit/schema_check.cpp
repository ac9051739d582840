#include "toolkit/schema_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "core/fingerprint.hpp"
#include "dataset/dataset_run.hpp"
#include "dataset/documents.hpp"
#include "layers/fold.hpp"
#include "layers/layers.hpp"
#include "muster/rule.hpp"

namespace muster {
namespace {

struct PlainRemedy {
    std::string_view rule;
    std::string_view remedy;
};

/// What to do about it where the rule's own remedy speaks of records.
constexpr auto plain_remedies = std::to_array<PlainRemedy>({
    {"missing_field", "Add the field that the message names."},
    {"missing_one_of", "Add one of the fields that the message names."},
    {"unknown_field", "Correct the spelling, or remove the field."},
    {"field_not_allowed_here", "Remove the field, or correct what forbids it."},
    {"too_long", "Shorten it."},
    {"value_not_allowed", "Take a value that the message allows."},
});

std::string remedy_of(const Draft& draft, const Rule& rule) {
    if (!draft.remedy.empty()) return draft.remedy;
    for (const PlainRemedy& plain : plain_remedies) {
        if (plain.rule == rule.name) return std::string(plain.remedy);
    }
    return std::string(rule.remedy);
}

class SchemaCheck {
public:
    SchemaCheck(const Schema& schema, Sink& sink) : schema_(schema), sink_(sink) {
        for (const Rule* rule : all_rules()) {
            if (rule->layer == Layer::bytes || rule->layer == Layer::schema) summary_.rules_run.push_back(rule->code);
        }
    }

    void run(Dataset dataset) {
        std::vector<Input>& inputs = dataset.inputs;
        inputs.erase(std::remove_if(inputs.begin(), inputs.end(), [](const Input& input) { return !input.reported; }),
                     inputs.end());
        // What a folder holds is what is to be checked, whatever it is.
        for (Input& input : inputs) input.named_by_user = true;
        Documents documents(dataset, 0, &schema_);
        documents.for_each([&](const std::shared_ptr<Examined>& examined) { judge(*examined); });
        summary_.files += documents.files();
        summary_.troubles.insert(summary_.troubles.end(), documents.troubles().begin(), documents.troubles().end());
    }

    Summary& summary() { return summary_; }

private:
    void judge(const Examined& examined) {
        if (examined.document() != nullptr) ++summary_.records;
        std::vector<Draft> drafts = examined.drafts;
        std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.at < b.at; });
        for (const Draft& draft : fold(merge_same(std::move(drafts)))) report(examined, draft);
    }

    void report(const Examined& examined, const Draft& draft) {
        const Rule& rule = *find_rule(draft.rule);
        Finding finding;
        finding.code = rule.code;
        finding.name = rule.name;
        finding.severity = draft.severity.value_or(rule.severity);
        finding.layer = number_of(rule.layer);
        finding.message = render(draft.message, draft.args);
        finding.args = draft.args;
        finding.remedy = remedy_of(draft, rule);
        Site site = examined.site(draft.at, draft.end);
        finding.place = std::move(site.place);
        finding.place.record.reset();
        finding.excerpt = std::move(site.excerpt);
        for (const Note& note : draft.notes) {
            if (const Where* where = std::get_if<Where>(&note.at)) {
                finding.related.push_back({examined.site(*where).place, note.message});
                finding.related.back().place.record.reset();
            }
        }
        std::string subject = fmt::format("{}|{}", rule.code, examined.stable_name(draft.at));
        const std::size_t before = seen_[subject]++;
        if (before > 0) subject += fmt::format("|{}", before + 1);
        finding.fingerprint = fingerprint(subject);
        count(finding, summary_);
        sink_.take(finding);
    }

    const Schema& schema_;
    Sink& sink_;
    Summary summary_;
    std::map<std::string, std::size_t> seen_;  ///< by what a finding is about
};

}  // namespace

Summary check_by_schema(const Schema& schema, const std::vector<std::string>& paths, Sink& sink) {
    Found found = find_inputs(paths, "");
    SchemaCheck check(schema, sink);
    for (const ReadProblem& problem : found.problems) {
        check.summary().troubles.push_back({problem.path, problem.message});
    }
    for (Dataset& dataset : found.datasets) check.run(std::move(dataset));
    return std::move(check.summary());
}

}  // namespace muster
