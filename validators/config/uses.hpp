// What a run learned about suppressions and known findings: which held something back, which no longer do.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "config/configuration.hpp"
#include "muster/baseline.hpp"
#include "muster/check.hpp"

namespace muster {

/// A part of a dataset that was looked at.
struct Looked {
    std::string dataset;  ///< its id
    bool whole = false;   ///< all its files were given and could be read
    const Configuration* configuration = nullptr;
    std::set<std::string, std::less<>> records;  ///< those in the files given; left empty if all were
    std::set<std::string_view> rules;            ///< codes of those that ran
};

struct Uses {
    std::map<const Suppression*, std::size_t> held;  ///< how many findings, in the files given
    std::set<const Suppression*> met;                ///< their records are there
    std::set<const Suppression*> certain;            ///< their records were looked at in full
    Baseline seen;                                   ///< known findings that are still there
    Baseline fresh;                                  ///< findings that are to become known
    std::vector<Looked> looked;

    void add(Uses&& other);
};

/// The findings about the suppressions of one configuration, in the order of its lines.
std::vector<Finding> judge_suppressions(const Configuration& configuration, const Uses& uses, Day today);

/// The entries of a baseline that are no longer found, ordered by dataset, record and code. What could not be looked
/// for is not among them.
std::vector<KnownFinding> stale_entries(const Baseline& baseline, const Uses& uses);

}  // namespace muster
