// A baseline: findings that are known and need not be reported again, so that a gate can be set up for a dataset that
// is not clean yet. One line of JSON for each, so that people can review it and version control can merge it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "muster/result.hpp"

namespace muster {

/// A finding that is known.
struct KnownFinding {
    std::string fingerprint;  ///< of the finding
    std::string code;         ///< of its rule
    std::string dataset;      ///< id of the dataset; "" for what is in none
    std::string record;       ///< id of the record; "" for what is in none
    std::string message;      ///< for people

    /// All of it.
    bool operator==(const KnownFinding&) const = default;
};

/// By fingerprint.
using Baseline = std::map<std::string, KnownFinding, std::less<>>;

/// Reads a baseline. Error: with path and line, why the text is none.
Result<Baseline> parse_baseline(const std::string& path, std::string_view text);
/// The same from a file. Error: also, why it cannot be read.
Result<Baseline> read_baseline(const std::string& path);

/// The text of a baseline: the same bytes for the same findings.
std::string baseline_text(const Baseline& baseline);

}  // namespace muster
