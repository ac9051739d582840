#include "dataset/dataset_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace muster {

DatasetRun::DatasetRun(Documents documents, const Selection& selection, const CheckOptions& options, Sink& sink,
                       Summary& summary)
    : selection_(selection), options_(options), sink_(sink), summary_(summary), documents_(std::move(documents)) {
    documents_.stop_if(options.cancelled);
}

void DatasetRun::learn() {
    documents_.for_each([&](const std::shared_ptr<Examined>& examined) { index_.add(*examined); });
    if (documents_.mixed()) index_.note_unreadable();
    if (index_.needs_others()) {
        documents_.for_each([&](const std::shared_ptr<Examined>& examined) {
            // Kept apart: what is judged later must not see what was settled here.
            if (index_.wanted(*examined)) index_.keep(std::make_shared<Examined>(*examined));
        });
        for (const auto& [number, examined] : index_.kept()) settle(*examined, index_, selection_);
    }
    summary_.files += documents_.files();
    summary_.skipped_files.insert(summary_.skipped_files.end(), documents_.skipped().begin(),
                                  documents_.skipped().end());
    summary_.troubles.insert(summary_.troubles.end(), documents_.troubles().begin(), documents_.troubles().end());
}

void DatasetRun::judge() {
    documents_.for_each([&](const std::shared_ptr<Examined>& examined) {
        Outcome outcome = run_layers(*examined, index_, selection_, index_.occurrence(*examined), nameless_);
        failed_.insert(outcome.rules_failed.begin(), outcome.rules_failed.end());
        if (outcome.summary) check_.summaries.push_back(std::move(*outcome.summary));
        if (options_.progress && examined->record.is_record()) options_.progress(++records_read_);
        if (!examined->reported) return;
        reported_paths_.insert(examined->origin().path);
        count(*examined);
        note_uses(*examined, outcome.dangling);
        summary_.undecided += outcome.undecided;
        for (const Finding& finding : outcome.findings) report(finding);
        if (options_.record && outcome.record) options_.record(*outcome.record);
    });
}

void DatasetRun::compare() {
    check_.covers = index_.covers();
    check_.covers_storage = index_.covers_storage();
    check_.unreadable_documents = index_.has_unreadable_documents();
    for (const Rule* rule : all_rules()) {
        if (documents_.stops()) return;
        if (rule->check_dataset != nullptr && selection_.runs(*rule) && !check_.run(*rule)) {
            failed_.insert(std::string(rule->code));
        }
    }
    std::vector<Finding> findings;
    for (const DatasetDraft& draft : check_.drafts) findings.push_back(finding_of(draft));
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.place.path, a.place.index, a.place.line, a.place.column, a.code) <
               std::tie(b.place.path, b.place.index, b.place.line, b.place.column, b.code);
    });
    for (const Finding& finding : findings) {
        if (reported_paths_.count(finding.place.path) > 0) report(finding);
    }
    summary_.undecided += check_.undecided_checks;
    summary_.rules_not_run.insert(summary_.rules_not_run.end(), check_.not_run.begin(), check_.not_run.end());
    for (const std::string& code : failed_) {
        if (std::find(summary_.rules_failed.begin(), summary_.rules_failed.end(), code) ==
            summary_.rules_failed.end()) {
            summary_.rules_failed.push_back(code);
        }
    }
}

void DatasetRun::report(const Finding& finding) {
    std::size_t& counter = finding.severity == Severity::error     ? summary_.errors
                           : finding.severity == Severity::warning ? summary_.warnings
                                                                   : summary_.infos;
    ++counter;
    sink_.take(finding);
}

void DatasetRun::count(const Examined& examined) {
    if (!examined.record.is_record()) return;
    ++summary_.records;
    summary_.claims += examined.record.claims.size();
}

void DatasetRun::note_uses(const Examined& examined, const std::vector<Dangling>& dangling) {
    for (const Dangling& use : dangling) {
        const auto [found, fresh] = check_.dangling.emplace(std::pair(std::string(use.rule), use.id), DanglingUse{});
        if (fresh) found->second.first = examined.site(use.where);
        ++found->second.uses;
    }
}

Finding DatasetRun::finding_of(const DatasetDraft& draft) const {
    Finding finding;
    finding.code = draft.rule->code;
    finding.name = draft.rule->name;
    finding.severity = draft.severity;
    finding.layer = number_of(Layer::dataset);
    finding.message = render(draft.message, draft.args);
    finding.args = draft.args;
    finding.remedy = std::string(draft.rule->remedy);
    finding.place = draft.site.place;
    finding.excerpt = draft.site.excerpt;
    finding.related = draft.related;
    finding.fingerprint = fingerprint(fmt::format("{}|{}|{}|{}", draft.rule->code, index_.dataset_id(),
                                                  draft.site.place.record.value_or(""), draft.subject));
    return finding;
}

}  // namespace muster
