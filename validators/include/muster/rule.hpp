// A rule: what it is called, how grave it is, and why it exists. The catalogue of all rules is generated from the
// files in validators/rules; codes are permanent.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "muster/finding.hpp"

namespace muster {

class RecordCheck;
class DatasetCheck;

/// When a rule runs. What an earlier layer found wrong is unknown to the later ones.
enum class Layer : std::uint8_t {
    bytes,
    schema,
    references,
    claim,
    breakdowns,
    derived_totals,
    stated_totals,
    disagreement,
    dataset,
};

/// The number of a layer in reports: 1 to 6, the four layers inside a record being 5.
int number_of(Layer layer);

/// What a rule has to see: one record (with its registries), the whole dataset, or two versions of it (then it is no
/// part of a check, but of a comparison).
enum class Needs : std::uint8_t { record, dataset, versions };
std::string_view to_string(Needs needs);

/// A rule of muster's. Its texts are static.
struct Rule {
    std::string_view code;                ///< family and three digits: TOT004
    std::string_view name;                ///< snake_case; also the name of its file, symbol, fixtures and page
    Severity severity = Severity::error;  ///< of its findings, if they do not say otherwise
    Layer layer = Layer::claim;           ///< when it runs
    Needs needs = Needs::record;          ///< what it sees
    std::string_view since;               ///< the version that it came with
    std::string_view summary;             ///< one sentence: what is wrong
    std::string_view rationale;           ///< why it matters, and the standard or published case it comes from
    std::string_view remedy;              ///< what to do about it
    /// Runs once per record; null for what reading, parsing and the schema see by themselves.
    void (*check)(RecordCheck&) = nullptr;
    /// Runs once per dataset.
    void (*check_dataset)(DatasetCheck&) = nullptr;
};

/// All rules, ordered by code.
std::span<const Rule* const> all_rules();

/// The rule of that code or name; null if there is none.
const Rule* find_rule(std::string_view code_or_name);

}  // namespace muster
