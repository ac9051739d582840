// The whole story: find the files, learn what they define, judge each document, then the dataset.
#include <algorithm>

#include "dataset/dataset_run.hpp"
#include "muster/check.hpp"
#include "record/edtf_date.hpp"

namespace muster {
namespace {

std::optional<Error> unusable(const CheckOptions& options) {
    const ParsedDate as_of = parse_date(options.as_of);
    if (as_of.problem || options.as_of.size() != 10 || as_of.date.earliest != as_of.date.latest) {
        return Error{"the as-of date \"" + options.as_of + "\" is not a day; write it as 2026-01-31"};
    }
    for (const auto* names : {&options.only, &options.ignored}) {
        for (const std::string& name : *names) {
            if (find_rule(name) == nullptr) return Error{"there is no rule \"" + name + "\""};
        }
    }
    return std::nullopt;
}

}  // namespace

Result<Summary> check(const CheckOptions& options, Sink& sink) {
    if (std::optional<Error> error = unusable(options)) return *error;
    const Found found = find_inputs(options.paths, options.dataset);

    const Selection selection(options);
    Summary summary;
    summary.rules_run = selection.codes();
    summary.rules_not_run = selection.not_run();
    for (const ReadProblem& problem : found.problems) summary.troubles.push_back({problem.path, problem.message});

    for (const Dataset& dataset : found.datasets) {
        DatasetRun run(Documents(dataset), selection, options, sink, summary);
        run.learn();    // registries, ids, who refers to whom
        run.judge();    // layers 1 to 5, document by document
        run.compare();  // layer 6
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
