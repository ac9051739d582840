// The forms of the statistics. All text in them is inert.
#pragma once

#include "report/output.hpp"
#include "stats/stats.hpp"

namespace muster {

/// For a person at a terminal.
void write_stats_text(const Stats& stats, Output& output);
/// One document; schema/stats.schema.json describes it.
void write_stats_json(const Stats& stats, std::string_view version, Output& output);

}  // namespace muster
