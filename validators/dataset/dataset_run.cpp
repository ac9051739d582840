#include "dataset/dataset_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/fingerprint.hpp"
#include "layers/fold.hpp"

namespace muster {
namespace {

/// How many ids that lead nowhere get a look at all that exist.
constexpr std::size_t most_suggestions = 100;

/// What a document refers to may not be all known: something of it cannot be read, or leads nowhere.
bool loses_references(const Examined& examined, const Outcome& outcome) {
    return !outcome.dangling.empty() ||
           std::any_of(examined.drafts.begin(), examined.drafts.end(),
                       [](const Draft& draft) { return severity_of(draft) == Severity::error; });
}

}  // namespace

void count(const Finding& finding, Summary& summary) {
    std::size_t& counter = finding.severity == Severity::error     ? summary.errors
                           : finding.severity == Severity::warning ? summary.warnings
                                                                   : summary.infos;
    ++counter;
}

DatasetRun::DatasetRun(Documents documents, const Selection& selection, const CheckOptions& options, Sink& sink,
                       Summary& summary)
    : selection_(selection), options_(options), sink_(sink), summary_(summary), documents_(std::move(documents)) {
    documents_.stop_if(options.cancelled);
}

void DatasetRun::learn() {
    documents_.for_each([&](const std::shared_ptr<Examined>& examined) { index_.add(*examined); });
    if (documents_.mixed()) index_.note_unreadable();
    index_.find_circles();
    nameless_.dataset = index_.dataset_id();
    if (index_.needs_others()) {
        documents_.for_each([&](const std::shared_ptr<Examined>& examined) {
            // Kept apart: what is judged later must not see what was settled here.
            if (index_.wanted(*examined)) index_.keep(std::make_shared<Examined>(*examined));
        });
        for (const auto& [number, examined] : index_.kept())
            settle(*examined, index_, selection_, index_.occurrence(*examined), index_.dataset_id());
    }
    if (const Configuration* configuration = selection_.configuration()) {
        for (const Suppression& suppression : configuration->suppressions) {
            if (index_.has_record(suppression.record)) uses_.met.insert(&suppression);
        }
    }
    summary_.files += documents_.files();
    summary_.skipped_files.insert(summary_.skipped_files.end(), documents_.skipped().begin(),
                                  documents_.skipped().end());
    summary_.troubles.insert(summary_.troubles.end(), documents_.troubles().begin(), documents_.troubles().end());
}

void DatasetRun::judge() {
    documents_.for_each([&](const std::shared_ptr<Examined>& examined) {
        // Rules may make the id unknown: it is another record's too.
        const std::string record = examined->record_id();
        Outcome outcome = run_layers(*examined, index_, selection_, index_.occurrence(*examined), nameless_);
        failed_.insert(outcome.rules_failed.begin(), outcome.rules_failed.end());
        if (outcome.summary) {
            outcome.summary->reported = examined->reported;
            check_.summaries.push_back(std::move(*outcome.summary));
        }
        for (const Held& held : outcome.held) hold(held, examined->reported);
        note_uses(*examined, record, outcome.dangling);
        if (loses_references(*examined, outcome)) in_doubt_.insert(examined->number);
        if (options_.progress && examined->record.is_record()) options_.progress(++records_read_);
        if (!examined->reported) return;
        reported_paths_.insert(examined->origin().path);
        count_records(*examined);
        note_certain(record, outcome);
        summary_.undecided += outcome.undecided;
        for (const Finding& finding : outcome.findings) report(finding, record);
        if (options_.record && outcome.record) options_.record(*outcome.record);
    });
}

void DatasetRun::compare() {
    check_.covers = index_.covers();
    check_.covers_storage = index_.covers_storage();
    check_.unreadable_documents = index_.has_unreadable_documents();
    check_.whole = index_.has_dataset() || index_.has_unreadable_documents();
    check_.unused_agents = index_.unused_agents(in_doubt_);
    check_.unused_sources = index_.unused_sources(in_doubt_);
    check_.held = [this](const Rule& rule, const RecordSummary& owner, const ScopeClaim& claim) {
        return selection_.suppression(rule, owner.id, claim.id) != nullptr ||
               selection_.is_known(fingerprint_of(rule, owner.id, claim.subject));
    };
    for (const Rule* rule : all_rules()) {
        if (documents_.stops()) return;
        if (rule->check_dataset != nullptr && selection_.runs(*rule) && !check_.run(*rule)) {
            failed_.insert(std::string(rule->code));
        }
    }
    std::vector<Finding> findings;
    std::map<std::string, std::size_t> times;
    const auto is_reported = [&](const Finding& finding) { return reported_paths_.count(finding.place.path) > 0; };
    /// By cause: the finding that stands for it, and its day.
    std::map<std::string, std::pair<std::size_t, Day>> caused;
    for (const DatasetDraft& draft : check_.drafts) {
        Finding finding = finding_of(draft);
        // Two records of one id may say the same.
        const std::size_t before = times[finding.fingerprint]++;
        if (before > 0) finding.fingerprint = fingerprint(fmt::format("{}|{}", finding.fingerprint, before + 1));
        const std::string record = finding.place.record.value_or("");
        const Suppression* suppression = selection_.suppression(*draft.rule, record, draft.claim);
        if (suppression != nullptr || selection_.is_known(finding.fingerprint)) {
            hold({suppression, {finding.fingerprint, std::string(finding.code), "", record, finding.message}},
                 is_reported(finding));
            continue;
        }
        const auto [found, fresh] = draft.cause.empty() ? std::pair(caused.end(), true)
                                                        : caused.try_emplace(draft.cause, findings.size(), draft.day);
        if (fresh) {
            findings.push_back(std::move(finding));
            continue;
        }
        auto& [number, day] = found->second;
        Finding& same = findings[number];
        const auto weight = [&](const Finding& one, Day when) {
            return std::tuple(one.severity, is_reported(one), -std::int64_t{when});
        };
        if (weight(finding, draft.day) > weight(same, day)) {
            std::swap(finding, same);
            day = draft.day;
        }
        same.related.push_back({finding.place, finding.message});
    }
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.place.path, a.place.index, a.place.line, a.place.column, a.code) <
               std::tie(b.place.path, b.place.index, b.place.line, b.place.column, b.code);
    });
    for (const Finding& finding : findings) {
        if (is_reported(finding)) report(finding, finding.place.record.value_or(""));
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

Uses DatasetRun::take_uses() {
    Looked looked;
    looked.dataset = index_.dataset_id();
    looked.whole = documents_.troubles().empty() && !index_.has_unreadable_documents();
    looked.configuration = selection_.configuration();
    looked.records = std::move(records_);
    const std::vector<std::string_view> codes = selection_.codes();
    looked.rules.insert(codes.begin(), codes.end());
    uses_.looked.push_back(std::move(looked));
    return std::move(uses_);
}

void DatasetRun::report(const Finding& finding, const std::string& record) {
    if (options_.update_baseline) {
        KnownFinding known{finding.fingerprint, std::string(finding.code), index_.dataset_id(), record,
                           finding.message};
        uses_.fresh.emplace(finding.fingerprint, std::move(known));
        return;
    }
    count(finding, summary_);
    sink_.take(finding);
}

void DatasetRun::hold(const Held& held, bool reported) {
    if (held.suppression != nullptr) {
        if (!reported) return;
        ++summary_.suppressed;
        ++uses_.held[held.suppression];
        return;
    }
    KnownFinding known = held.known;
    known.dataset = index_.dataset_id();
    uses_.seen.emplace(known.fingerprint, std::move(known));
    if (reported) ++summary_.baseline->known;
}

void DatasetRun::count_records(const Examined& examined) {
    if (!examined.record.is_record()) return;
    ++summary_.records;
    summary_.claims += examined.record.claims.size();
}

/// What an error made unknown may hide what a suppression was for.
void DatasetRun::note_certain(const std::string& record, const Outcome& outcome) {
    if (record.empty()) return;
    if (summary_.baseline) records_.insert(record);
    const bool clear = outcome.undecided == 0 && outcome.dangling.empty() &&
                       std::none_of(outcome.findings.begin(), outcome.findings.end(),
                                    [](const Finding& finding) { return finding.severity == Severity::error; });
    if (!clear || selection_.configuration() == nullptr) return;
    for (const Suppression& suppression : selection_.configuration()->suppressions) {
        if (suppression.record == record) uses_.certain.insert(&suppression);
    }
}

void DatasetRun::note_uses(const Examined& examined, const std::string& record, const std::vector<Dangling>& dangling) {
    for (const Dangling& use : dangling) {
        const Rule& rule = *find_rule(use.rule);
        DanglingUse& noted = check_.dangling[{std::string(use.rule), use.id}];
        ++noted.uses;
        if (const Suppression* held = selection_.suppression(rule, record, examined.claim_id(use.where))) {
            // One record's word for an id does not speak for the others.
            if (selection_.runs(rule) && suppressed_uses_.emplace(rule.code, use.id, held).second)
                hold({held, {}}, examined.reported);
        } else if (!noted.first && examined.reported) {
            noted.first = examined.site(use.where);
            noted.message = use.message;
            noted.args = use.args;
            for (const Note& note : use.notes) {
                const Where* where = std::get_if<Where>(&note.at);
                noted.related.push_back(
                    {where != nullptr ? examined.site(*where).place : std::get<Site>(note.at).place, note.message});
            }
            // Where everything is amiss nobody needs each of them explained, and each costs a look at all ids.
            if (use.message.empty() && check_.dangling.size() <= most_suggestions)
                noted.meant = index_.meant(use, examined.record);
            const Definition* tombstone = use.rule == "withdrawn_id_used" ? index_.tombstone(use.id) : nullptr;
            if (tombstone != nullptr) noted.related = {{tombstone->site.place, "it was withdrawn here"}};
        } else if (!use.again.empty()) {
            noted.related.push_back({examined.site(use.where).place, use.again});
        }
    }
}

std::string DatasetRun::fingerprint_of(const Rule& rule, std::string_view record, std::string_view subject) const {
    return fingerprint(fmt::format("{}|{}|{}|{}", rule.code, index_.dataset_id(), record, subject));
}

Finding DatasetRun::finding_of(const DatasetDraft& draft) const {
    Finding finding;
    finding.code = draft.rule->code;
    finding.name = draft.rule->name;
    finding.severity = selection_.severity(*draft.rule, draft.severity);
    finding.layer = number_of(Layer::dataset);
    finding.message = render(draft.message, draft.args);
    finding.args = draft.args;
    finding.remedy = std::string(draft.rule->remedy);
    finding.place = draft.site.place;
    finding.excerpt = draft.site.excerpt;
    finding.related = draft.related;
    finding.fingerprint =
        fingerprint_of(*draft.rule, draft.anywhere ? "" : draft.site.place.record.value_or(""), draft.subject);
    return finding;
}

}  // namespace muster
