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
#include "muster/finding.hpp"
#include "muster/result.hpp"

namespace muster {

/// How grave what a rule finds is; `off`: it does not run.
enum class Level : std::uint8_t { off, info, warning, error };

struct CheckOptions {
    /// Files, folders, "-" for standard input. Empty: the current folder.
    std::vector<std::string> paths;
    /// The folder of the dataset that a file or standard input belongs to; "" for the nearest dataset.json upward.
    std::string dataset;
    /// The file that standard input stands for, in its dataset and under its name; "" for none.
    std::string stdin_path;
    /// The day that counts as today, as YYYY-MM-DD; wins over that of a configuration.
    std::optional<std::string> as_of;
    /// The clock, as YYYY-MM-DD, for where neither says: the library asks none.
    std::string today;
    /// Names of the rules that run; empty: all.
    std::set<std::string, std::less<>> only;
    /// Names of rules that are switched off.
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
    /// Called now and then with the number of records read so far; may be empty.
    std::function<void(std::size_t records)> progress;
};

/// A rule that did not run, or not everywhere, and why.
struct NotRun {
    std::string_view code;
    std::string_view name;
    std::string reason;       ///< ignored, not_selected, switched_off, needs_dataset, not_covered
    std::string record;       ///< where the reason lies in one record: its id, else ""
    std::string scope;        ///< not_covered: the scope in words, else ""
    std::string config = {};  ///< switched_off: the configuration that says so; "" for the options

    auto operator<=>(const NotRun&) const = default;
};

/// A rule whose findings are graver or lighter than it has them.
struct ChangedSeverity {
    std::string_view code;
    std::string_view name;
    Severity from = Severity::error;
    Severity to = Severity::error;
    std::string config;  ///< the configuration that says so; "" for the options

    auto operator<=>(const ChangedSeverity&) const = default;
};

/// What became of a baseline.
struct BaselineUse {
    std::string path;
    std::size_t known = 0;            ///< findings that were not reported because they stand in it
    std::vector<KnownFinding> stale;  ///< entries of what is no longer found
    bool updated = false;
    std::size_t added = 0;  ///< of an update
    Baseline entries;       ///< of an update: what is to be written
};

struct SkippedFile {
    std::string path;
    std::string reason;
};

/// A path that could not be used: muster could not do its job there (exit code 2), nothing is said about its data.
struct Trouble {
    std::string path;
    std::string message;
};

struct Summary {
    std::string as_of;        ///< the day that counted as today
    std::size_t files = 0;    ///< files read and reported on
    std::size_t records = 0;  ///< exchanges, series and tombstones in them
    std::size_t claims = 0;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t infos = 0;
    std::size_t suppressed = 0;  ///< findings that a configuration holds back; they are not among those above
    std::size_t undecided = 0;   ///< checks whose verdict would have used a value that is unknown
    std::vector<SkippedFile> skipped_files;
    std::vector<std::string> configs;           ///< the configurations that were used
    std::vector<std::string> configs_not_used;  ///< those that `isolated` left out
    std::vector<ChangedSeverity> severities_changed;
    std::optional<BaselineUse> baseline;
    std::vector<std::string_view> rules_run;  ///< codes
    std::vector<NotRun> rules_not_run;
    std::vector<std::string> rules_failed;  ///< codes of rules that broke down: a bug in muster
    std::vector<Trouble> troubles;
};

/// Checks everything the options name. Findings reach the sink file by file in the order of paths, then those that
/// need the whole dataset. Error: the options themselves cannot be used (an unknown rule, a date that is none, a
/// configuration or baseline that cannot be understood).
Result<Summary> check(const CheckOptions& options, Sink& sink);

/// muster's own version, "0.1.0".
std::string_view version();

}  // namespace muster
