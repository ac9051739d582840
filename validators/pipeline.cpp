// The whole story: find the files, learn what they define, judge each document, then the dataset.
#include <algorithm>
#include <set>

#include "dataset/dataset_run.hpp"
#include "muster/check.hpp"
#include "record/edtf_date.hpp"

namespace muster {
namespace {

std::optional<Error> unusable(const CheckOptions& options, const Selection& selection) {
    const ParsedDate as_of = parse_date(options.as_of);
    if (as_of.problem || options.as_of.size() != 10 || as_of.date.earliest != as_of.date.latest) {
        return Error{"the as-of date \"" + options.as_of + "\" is not a day; write it as 2026-01-31"};
    }
    std::set<std::string_view> names;
    for (const Buffer& buffer : options.buffers) {
        if (!names.insert(buffer.name).second) return Error{"two buffers are named \"" + buffer.name + "\""};
    }
    return selection.problem();
}

}  // namespace

Result<Summary> check(const CheckOptions& options, Sink& sink) {
    const Selection selection(options);
    if (std::optional<Error> error = unusable(options, selection)) return *error;
    const Found found = find_inputs(options.paths, options.dataset, options.buffers);

    Summary summary;
    summary.rules_run = selection.codes();
    summary.rules_not_run = selection.not_run();
    for (const ReadProblem& problem : found.problems) summary.troubles.push_back({problem.path, problem.message});

    for (const Dataset& dataset : found.datasets) {
        DatasetRun run(Documents(dataset), selection, options, sink, summary);
        run.learn();    // registries, ids, who refers to whom
        run.judge();    // layers 1 to 5, document by document
        run.compare();  // layer 6
        if (run.stopped()) return Error{"the check was cancelled"};
    }
    std::sort(summary.rules_not_run.begin(), summary.rules_not_run.end());
    summary.rules_not_run.erase(std::unique(summary.rules_not_run.begin(), summary.rules_not_run.end()),
                                summary.rules_not_run.end());
    return summary;
}

std::string_view version() {
    return MUSTER_VERSION;
}

}  // namespace muster
