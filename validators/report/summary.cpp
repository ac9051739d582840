#include "report/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/words.hpp"
#include "report/inert.hpp"

namespace muster {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t longest_list = 5;

std::string count(std::size_t number, std::string_view singular) {
    if (number == 0) return fmt::format("no {}s", singular);
    return counted(static_cast<std::int64_t>(number), singular);
}

/// All of a short list; of a long one the first few and how many more there are.
std::string short_list(Texts items) {
    if (items.size() > longest_list + 1) {
        const std::size_t left_out = items.size() - longest_list;
        items.resize(longest_list);
        items.push_back(counted(static_cast<std::int64_t>(left_out), "other"));
    }
    return joined(items);
}

std::string checked(const Summary& summary) {
    const std::string files = count(summary.files, "file");
    if (summary.files == 0) return files;
    if (summary.records == 0 && summary.claims == 0) return files + " with no records";
    return fmt::format("{} with {} and {}", files, count(summary.records, "record"), count(summary.claims, "claim"));
}

std::string found(const Summary& summary) {
    Texts parts;
    if (summary.errors > 0) parts.push_back(count(summary.errors, "error"));
    if (summary.warnings > 0) parts.push_back(count(summary.warnings, "warning"));
    if (summary.infos > 0) parts.push_back(count(summary.infos, "info"));
    return parts.empty() ? "no findings" : joined(parts);
}

void add_capped(Texts& lines, const Summary& summary, std::size_t shown) {
    const std::size_t all = summary.errors + summary.warnings + summary.infos;
    if (shown >= all) return;
    if (shown == 0) {
        lines.push_back(fmt::format("{} not shown, as --max-findings asks.",
                                    all == 1 ? "The finding is" : "The " + count(all, "finding") + " are"));
    } else {
        lines.push_back(fmt::format("Shown {} the first {} of {}, as --max-findings asks.", shown == 1 ? "is" : "are",
                                    shown == 1 ? "one" : with_commas(static_cast<std::int64_t>(shown)),
                                    count(all, "finding")));
    }
}

void add_skipped(Texts& lines, const Summary& summary) {
    std::map<std::string, Texts> by_reason;
    for (const SkippedFile& file : summary.skipped_files) by_reason[file.reason].push_back(inert_path(file.path));
    for (const auto& [reason, paths] : by_reason) {
        lines.push_back(
            fmt::format("Skipped {} ({}): {}.", count(paths.size(), "file"), inert(reason), short_list(paths)));
    }
}

void add_troubles(Texts& lines, const Summary& summary) {
    if (summary.troubles.empty()) return;
    Texts paths;
    for (const Trouble& trouble : summary.troubles) {
        paths.push_back(fmt::format("{} ({})", inert_path(trouble.path), inert(trouble.message)));
    }
    lines.push_back("Could not be checked: " + short_list(std::move(paths)) + ".");
}

void add_counts(Texts& lines, const Summary& summary) {
    if (summary.suppressed > 0) {
        lines.push_back(fmt::format("{} suppressed.", summary.suppressed == 1
                                                          ? "1 finding is"
                                                          : count(summary.suppressed, "finding") + " are"));
    }
    if (summary.undecided > 0) {
        lines.push_back(fmt::format("{} undecided, because a value {} not known.",
                                    summary.undecided == 1 ? "1 check is" : count(summary.undecided, "check") + " are",
                                    summary.undecided == 1 ? "it needs is" : "they need is"));
    }
}

std::string by(const std::string& config) {
    return config.empty() ? "by --severity" : "by " + inert_path(config);
}

Texts inert_paths(const Texts& paths) {
    Texts shown;
    for (const std::string& path : paths) shown.push_back(inert_path(path));
    return shown;
}

/// What somebody configured is told in full, however long it is: a gate may be switched off by it.
void add_configured(Texts& lines, const Summary& summary) {
    if (!summary.configs.empty())
        lines.push_back(fmt::format("Configured by {}.", joined(inert_paths(summary.configs))));
    if (!summary.configs_not_used.empty()) {
        lines.push_back(fmt::format("Not used, because --isolated leaves it out: {}.",
                                    joined(inert_paths(summary.configs_not_used))));
    }
    std::map<std::string, std::set<std::string>> switched_off;
    for (const NotRun& rule : summary.rules_not_run) {
        if (rule.reason == "switched_off") switched_off[rule.config].insert(inert(rule.name));
    }
    for (const auto& [config, names] : switched_off)
        lines.push_back(fmt::format("Switched off {}: {}.", by(config), joined(Texts(names.begin(), names.end()))));
    std::map<std::string, Texts> changed;
    for (const ChangedSeverity& rule : summary.severities_changed) {
        changed[rule.config].push_back(
            fmt::format("{} is {} instead of {}", inert(rule.name), to_string(rule.to), to_string(rule.from)));
    }
    for (const auto& [config, rules] : changed)
        lines.push_back(fmt::format("Severity changed {}: {}.", by(config), joined(rules)));
}

void add_baseline(Texts& lines, const Summary& summary) {
    if (!summary.baseline) return;
    const BaselineUse& use = *summary.baseline;
    const std::string path = inert_path(use.path);
    if (use.updated) {
        lines.push_back(fmt::format("{} holds {}: {} added, {} taken out.", path,
                                    count(use.entries.size(), "known finding"), use.added, use.stale.size()));
        return;
    }
    lines.push_back(fmt::format("{} holds {} back.", path, count(use.known, "known finding")));
    if (use.stale.empty()) return;
    Texts stale;
    for (const KnownFinding& entry : use.stale) {
        stale.push_back(entry.record.empty() ? inert(entry.code)
                                             : fmt::format("{} in {}", inert(entry.code), inert(entry.record)));
    }
    lines.push_back(fmt::format(
        "{} of {} {} no longer found: {}; --update-baseline takes {} out.",
        use.stale.size() == 1 ? "1 entry" : with_commas(static_cast<std::int64_t>(use.stale.size())) + " entries", path,
        use.stale.size() == 1 ? "is" : "are", short_list(std::move(stale)), use.stale.size() == 1 ? "it" : "them"));
}

void add_not_run_anywhere(Texts& lines, const Summary& summary) {
    std::map<std::string, std::set<std::string>> by_reason;
    for (const NotRun& rule : summary.rules_not_run) {
        if (rule.reason != "not_covered" && rule.reason != "switched_off")
            by_reason[rule.reason].insert(inert(rule.name));
    }
    for (const auto& [reason, names] : by_reason) {
        const Texts list(names.begin(), names.end());
        if (reason == "ignored") {
            lines.push_back(fmt::format("Not run, because ignored: {}.", short_list(list)));
        } else if (reason == "not_selected") {
            lines.push_back(fmt::format("Not run, because not selected by --rule: {}.", count(list.size(), "rule")));
        } else if (reason == "needs_dataset") {
            lines.push_back(fmt::format("Not run, because only the whole dataset can show it: {}.", short_list(list)));
        } else {
            lines.push_back(fmt::format("Not run ({}): {}.", inert(reason), short_list(list)));
        }
    }
}

void add_not_covered(Texts& lines, const Summary& summary) {
    std::map<std::pair<std::string, std::string>, std::size_t> records;
    for (const NotRun& rule : summary.rules_not_run) {
        if (rule.reason == "not_covered") ++records[{std::string(rule.name), rule.scope}];
    }
    if (records.empty()) return;
    Texts places;
    for (const auto& [rule_and_scope, number] : records) {
        places.push_back(fmt::format("{} for {} ({})", inert(rule_and_scope.first),
                                     rule_and_scope.second.empty() ? "its scope" : inert(rule_and_scope.second),
                                     count(number, "record")));
    }
    lines.push_back(
        "Not run where the dataset does not say that it has every exchange: " + short_list(std::move(places)) + ".");
}

void add_broken_rules(Texts& lines, const Summary& summary) {
    for (const std::string& code : summary.rules_failed) {
        lines.push_back(fmt::format(
            "Rule {} broke down and its verdict is missing: a defect of muster, please report it.", inert(code)));
    }
}

}  // namespace

std::string what_was_checked(const Summary& summary, const ReportOptions& options) {
    if (!options.schema.empty()) {
        return fmt::format("Checked {} with {} by {}: {}.", count(summary.files, "file"),
                           count(summary.records, "document"), inert_path(options.schema), found(summary));
    }
    return fmt::format("Checked {}, as of {}: {}.", checked(summary), inert(options.as_of), found(summary));
}

std::vector<Remark> remarks(const Summary& summary, std::size_t shown) {
    std::vector<Remark> all;
    Texts lines;
    const auto add = [&](Severity severity) {
        for (std::string& line : lines) all.push_back({severity, std::move(line)});
        lines.clear();
    };
    add_capped(lines, summary, shown);
    add(Severity::warning);
    add_skipped(lines, summary);
    add(Severity::info);
    add_troubles(lines, summary);
    add(Severity::error);
    add_configured(lines, summary);
    add_counts(lines, summary);
    add_baseline(lines, summary);
    add_not_run_anywhere(lines, summary);
    add_not_covered(lines, summary);
    add(Severity::info);
    add_broken_rules(lines, summary);
    add(Severity::error);
    return all;
}

}  // namespace muster
