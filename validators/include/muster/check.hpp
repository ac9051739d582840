// The main job: check files of exchange records and hand each finding to a sink, in the order of the report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "muster/baseline.hpp"
#include "muster/buffer.hpp"
#include "muster/finding.hpp"
#include "muster/own_rule.hpp"
#include "muster/records.hpp"
#include "muster/result.hpp"

namespace muster {

/// How grave what a rule finds is; `off`: it does not run.
enum class Level : std::uint8_t { off, info, warning, error };

/// What is checked, and how.
struct CheckOptions {
    /// Files, folders, "-" for standard input. Empty, and no buffers: the current folder.
    std::vector<std::string> paths;
    /// Texts in memory, checked beside the paths: as part of `dataset`, if given, else as one dataset of their own. One
    /// that is named as a file of `dataset` is stands in its place. No two have the same name.
    std::vector<Buffer> buffers;
    /// The folder of the dataset that a file or standard input belongs to; "" for the nearest dataset.json upward.
    std::string dataset;
    /// The file that standard input stands for, in its dataset and under its name; "" for none.
    std::string stdin_path;
    /// The day that counts as today, as YYYY-MM-DD; wins over that of a configuration.
    std::optional<std::string> as_of;
    /// The clock, as YYYY-MM-DD, for where neither says: the library asks none.
    std::string today;
    /// Codes or names of the rules that run; empty: all.
    std::set<std::string, std::less<>> only;
    /// Codes or names of rules that are switched off.
    std::set<std::string, std::less<>> ignored;
    /// Levels by name of rule; they win over those of a configuration.
    std::map<std::string, Level, std::less<>> levels;
    /// The configuration of everything that is checked; "" for the muster.toml beside each dataset.json.
    std::string config;
    /// No configuration at all.
    bool isolated = false;
    /// A file of known findings; "" for none.
    std::string baseline;
    /// All findings are to become known: instead of reporting them, the check is repeated until nothing new appears,
    /// and the summary's baseline holds what is to be written. The file need not exist yet.
    bool update_baseline = false;
    /// Rules of your own that run beside muster's.
    std::vector<OwnRule> own_rules;
    /// Called with each document that can be read and is reported on, after its own findings; may be empty. Not called
    /// for what `paths` do not name.
    std::function<void(const records::Record& record)> record;
    /// Called now and then with the number of records read so far; may be empty.
    std::function<void(std::size_t records)> progress;
    /// Asked before each document and each rule that needs the whole dataset; true ends the check. May be empty.
    std::function<bool()> cancelled;
};

/// A rule that did not run, or not everywhere, and why.
struct NotRun {
    std::string_view code;    ///< of the rule
    std::string_view name;    ///< of the rule
    std::string reason;       ///< ignored, not_selected, switched_off, needs_dataset, not_covered
    std::string record;       ///< where the reason lies in one record: its id, else ""
    std::string scope;        ///< not_covered: the scope in words, else ""
    std::string config = {};  ///< switched_off: the configuration that says so; "" for the options

    /// By code, then name, reason, record and scope.
    auto operator<=>(const NotRun&) const = default;
};

/// A rule whose findings are graver or lighter than it has them.
struct ChangedSeverity {
    std::string_view code;            ///< of the rule
    std::string_view name;            ///< of the rule
    Severity from = Severity::error;  ///< the rule's own
    Severity to = Severity::error;    ///< the one its findings have
    std::string config;               ///< the configuration that says so; "" for the options

    /// By code, then name, severities and configuration.
    auto operator<=>(const ChangedSeverity&) const = default;
};

/// What became of a baseline.
struct BaselineUse {
    std::string path;                 ///< of its file
    std::size_t known = 0;            ///< findings that were not reported because they stand in it
    std::vector<KnownFinding> stale;  ///< entries of what is no longer found
    bool updated = false;             ///< `entries` are to be written
    std::size_t added = 0;            ///< of an update
    Baseline entries;                 ///< of an update: what is to be written
};

/// A file that was met in a folder and holds nothing of muster's.
struct SkippedFile {
    std::string path;    ///< of it
    std::string reason;  ///< in words
};

/// A path that could not be used: muster could not do its job there (exit code 2), nothing is said about its data.
struct Trouble {
    std::string path;     ///< of it
    std::string message;  ///< why, in words
};

/// What was done, and what was not.
struct Summary {
    std::string as_of;                          ///< the day that counted as today
    std::size_t files = 0;                      ///< files read and reported on
    std::size_t records = 0;                    ///< exchanges, series and tombstones in them
    std::size_t claims = 0;                     ///< in them
    std::size_t errors = 0;                     ///< findings of that severity
    std::size_t warnings = 0;                   ///< findings of that severity
    std::size_t infos = 0;                      ///< findings of that severity
    std::size_t suppressed = 0;                 ///< findings that a configuration holds back; not among those above
    std::size_t undecided = 0;                  ///< checks whose verdict would have used a value that is unknown
    std::vector<SkippedFile> skipped_files;     ///< in the order of paths
    std::vector<std::string> configs;           ///< the configurations that were used
    std::vector<std::string> configs_not_used;  ///< those that `isolated` left out
    std::vector<ChangedSeverity> severities_changed;  ///< by code
    std::optional<BaselineUse> baseline;              ///< if one was given
    std::vector<std::string_view> rules_run;          ///< codes
    std::vector<NotRun> rules_not_run;                ///< and why
    std::vector<std::string>
        rules_failed;               ///< codes of rules that broke down: a bug, in muster or in a rule of your own
    std::vector<Trouble> troubles;  ///< paths that could not be used
};

/// Checks everything the options name. Findings reach the sink file by file in the order of paths, then those that
/// need the whole dataset.
///
/// Error: the options cannot be used (an unknown rule, a date that is none, a rule of your own whose code is taken, a
/// configuration or baseline that cannot be understood), or the check was cancelled; what reached the sink until then
/// is no verdict. What cannot be read is in Summary::troubles, and what is wrong in the data is a finding.
///
/// Several threads may check at once, each with a sink of its own; options may be shared if what they call may be. The
/// sink, the rules and the functions of the options are called by the thread that called check(), one at a time. What
/// the sink and these functions throw goes on to the caller, but for what a rule throws (OwnRule::check); muster itself
/// throws nothing but std::bad_alloc.
Result<Summary> check(const CheckOptions& options, Sink& sink);

/// muster's own version, "0.1.0".
std::string_view version();

}  // namespace muster
