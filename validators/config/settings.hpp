// What was configured for one check: which muster.toml applies to which dataset, and the day that counts as today.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "config/configuration.hpp"
#include "muster/check.hpp"
#include "read/read.hpp"

namespace muster {

struct Settings {
    std::map<std::string, Configuration> configurations;  ///< by path
    std::map<std::string, std::string> paths;             ///< of configurations, by folder of the dataset
    std::vector<std::string> not_used;                    ///< that `isolated` left out
    std::string as_of;

    /// The configuration of a dataset; null if it has none.
    const Configuration* of(const Dataset& dataset) const;
};

/// Reads every configuration that applies. Error: one cannot be understood, or two of them name different days.
Result<Settings> settings_for(const CheckOptions& options, const std::vector<Dataset>& datasets);

}  // namespace muster
