// A muster.toml, understood: how grave rules are, findings that are suppressed, the clock, limits.
// docs/configuration.md is its reference.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/rules_meant.hpp"
#include "config/toml.hpp"
#include "core/draft.hpp"
#include "read/read.hpp"
#include "record/edtf_date.hpp"

namespace muster {

/// Findings of one rule in one record, or in one claim of it, that somebody looked at and lets stand.
struct Suppression {
    const Rule* rule = nullptr;
    std::string record;
    std::string claim;  ///< "": all of the record
    std::string reason;
    std::optional<Day> until;  ///< the last day on which it holds
    Site rule_site, record_site, claim_site, until_site;
};

struct Configuration {
    std::string path;
    std::optional<std::string> as_of;
    TomlPlace as_of_place;
    std::size_t largest_document = muster::largest_document;
    Levels levels;
    std::vector<Suppression> suppressions;
};

/// Error: with path, line and column, the first thing that cannot be understood.
Result<Configuration> parse_configuration(const std::string& path, std::string_view text);
Result<Configuration> read_configuration(const std::string& path);

}  // namespace muster
