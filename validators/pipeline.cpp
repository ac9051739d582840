// The whole story: find the files and what is configured for them, learn what they define, judge each document, then
// the dataset.
#include <algorithm>
#include <set>

#include "config/settings.hpp"
#include "config/small_file.hpp"
#include "config/uses.hpp"
#include "dataset/dataset_run.hpp"
#include "muster/check.hpp"
#include "read/paths.hpp"
#include "record/edtf_date.hpp"

namespace muster {
namespace {

/// Findings that are no longer held back may show others; each round makes some of them known, so this is never met.
constexpr int most_rounds = 100;

std::optional<Error> unusable(const CheckOptions& options) {
    const std::string& day = options.as_of ? *options.as_of : options.today;
    const ParsedDate as_of = parse_date(day);
    if (as_of.problem || day.size() != 10 || as_of.date.earliest != as_of.date.latest) {
        return Error{"the as-of date \"" + day + "\" is not a day; write it as 2026-01-31"};
    }
    std::set<std::string_view> names;
    for (const Buffer& buffer : options.buffers) {
        if (!names.insert(buffer.name).second) return Error{"two buffers are named \"" + buffer.name + "\""};
    }
    return Selection(options).problem();
}

Result<Baseline> known_findings(const CheckOptions& options) {
    if (options.baseline.empty() || (options.update_baseline && !is_there(options.baseline))) return Baseline{};
    return read_baseline(options.baseline);
}

template <class T>
void sort_once(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// One check from beginning to end.
class Check {
public:
    Check(const CheckOptions& options, const Found& found, const Settings& settings, const Baseline& baseline)
        : options_(options), found_(found), settings_(settings), baseline_(baseline) {}

    /// Error: it was cancelled.
    Result<Summary> run(Sink& sink) {
        summary_.as_of = settings_.as_of;
        summary_.configs_not_used = settings_.not_used;
        for (const ReadProblem& problem : found_.problems) summary_.troubles.push_back({problem.path, problem.message});
        if (!options_.baseline.empty())
            summary_.baseline = BaselineUse{printed_path(options_.baseline), 0, {}, false, 0, {}};
        note(Selection(options_, nullptr, nullptr), found_.datasets.empty());
        for (const Dataset& dataset : found_.datasets) {
            const Selection selection(options_, settings_.of(dataset), &baseline_, settings_.as_of);
            note(selection, true);
            DatasetRun run(Documents(dataset), selection, options_, sink, summary_);
            run.learn();    // registries, ids, who refers to whom
            run.judge();    // layers 1 to 5, document by document
            run.compare();  // layer 6
            if (run.stopped()) return Error{"the check was cancelled"};
            Uses uses = run.take_uses();
            uses.looked.back().whole = uses.looked.back().whole && dataset.complete;
            uses_.add(std::move(uses));
        }
        judge_configurations(sink);
        close_baseline();
        sort_once(summary_.rules_run);
        sort_once(summary_.rules_not_run);
        sort_once(summary_.severities_changed);
        return std::move(summary_);
    }

    /// Findings that were to become known.
    Baseline& fresh() { return uses_.fresh; }

private:
    void note(const Selection& selection, bool runs) {
        if (!runs) return;
        const auto append = [](auto& list, const auto& more) { list.insert(list.end(), more.begin(), more.end()); };
        append(summary_.rules_run, selection.codes());
        append(summary_.rules_not_run, selection.not_run());
        append(summary_.severities_changed, selection.changed());
    }

    void judge_configurations(Sink& sink) {
        const Day today = parse_date(settings_.as_of).date.earliest;
        for (const auto& [path, configuration] : settings_.configurations) {
            summary_.configs.push_back(path);
            const Selection selection(options_, &configuration);
            for (Finding& finding : judge_suppressions(configuration, uses_, today)) {
                const Rule& rule = *find_rule(finding.code);
                if (!selection.runs(rule)) continue;
                finding.severity = selection.severity(rule, finding.severity);
                count(finding, summary_);
                sink.take(finding);
            }
        }
    }

    void close_baseline() {
        if (!summary_.baseline) return;
        summary_.baseline->stale = stale_entries(baseline_, uses_);
        // It was read, though not as records.
        auto& skipped = summary_.skipped_files;
        skipped.erase(std::remove_if(skipped.begin(), skipped.end(),
                                     [&](const SkippedFile& file) { return file.path == summary_.baseline->path; }),
                      skipped.end());
        if (!options_.update_baseline) return;
        summary_.baseline->entries = baseline_;
        for (const KnownFinding& entry : summary_.baseline->stale) summary_.baseline->entries.erase(entry.fingerprint);
        for (const auto& [fingerprint, entry] : uses_.seen) summary_.baseline->entries[fingerprint] = entry;
    }

    const CheckOptions& options_;
    const Found& found_;
    const Settings& settings_;
    const Baseline& baseline_;
    Summary summary_;
    Uses uses_;
};

/// Keeps findings until it is known whether they are the last.
class Waiting final : public Sink {
public:
    void take(const Finding& finding) override { findings.push_back(finding); }
    std::vector<Finding> findings;
};

Result<Summary> update(const CheckOptions& options, const Found& found, const Settings& settings, const Baseline& old,
                       Sink& sink) {
    Baseline baseline = old;
    for (int round = 0; round < most_rounds; ++round) {
        Waiting waiting;
        Check check(options, found, settings, baseline);
        Result<Summary> checked = check.run(waiting);
        if (!checked) return checked;
        if (!check.fresh().empty()) {
            baseline.merge(check.fresh());
            continue;
        }
        for (const Finding& finding : waiting.findings) sink.take(finding);
        Summary& summary = *checked;
        BaselineUse& use = *summary.baseline;
        use.updated = true;
        use.stale.clear();
        for (const auto& [fingerprint, entry] : old) {
            if (use.entries.count(fingerprint) == 0) use.stale.push_back(entry);
        }
        use.added = use.entries.size() + use.stale.size() - old.size();
        return checked;
    }
    return Error{"the baseline does not settle: new findings appear again and again; please report this"};
}

}  // namespace

Result<Summary> check(const CheckOptions& options, Sink& sink) {
    if (std::optional<Error> error = unusable(options)) return *error;
    Found found = find_inputs(options.paths, options.dataset, options.stdin_path, options.buffers);
    const Result<Settings> settings = settings_for(options, found.datasets);
    if (!settings) return settings.error();
    const Result<Baseline> baseline = known_findings(options);
    if (!baseline) return baseline.error();
    for (Dataset& dataset : found.datasets) {
        const Configuration* configuration = settings->of(dataset);
        for (Input& input : dataset.inputs) {
            if (configuration != nullptr) input.largest_document = configuration->largest_document;
        }
    }
    sink.as_of(settings->as_of);
    if (options.update_baseline) return update(options, found, *settings, *baseline, sink);
    return Check(options, found, *settings, *baseline).run(sink);
}

std::string_view version() {
    return MUSTER_VERSION;
}

}  // namespace muster
