// The law of findings: rules run layer by layer, an error makes what it touches unknown for all later layers, and what
// has one cause becomes one finding.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layers/examined.hpp"
#include "layers/selection.hpp"
#include "record/directory.hpp"
#include "record/record_check.hpp"
#include "record/summary.hpp"

namespace muster {

struct Outcome {
    std::vector<Finding> findings;  ///< in order of place
    std::vector<Dangling> dangling;
    std::size_t undecided = 0;
    std::vector<std::string> rules_failed;
    std::optional<RecordSummary> summary;   ///< exchanges and series only
    std::optional<records::Record> record;  ///< as values, if anybody wants to see them and it can be read
};

/// How often each subject of a fingerprint was met: what is found twice gets a number.
using Fingerprints = std::map<std::string, std::size_t>;

/// Layers 3 to 5 on a document that was examined, and its findings of layers 1 to 5. `occurrence` tells documents of
/// the same record id apart; `nameless` serves documents without a record id, for a whole dataset.
Outcome run_layers(Examined& examined, const Directory& directory, const Selection& selection, std::size_t occurrence,
                   Fingerprints& nameless);

/// Layers 3 and 4 only, without findings: what another record may use of this one.
void settle(Examined& examined, const Directory& directory, const Selection& selection);

/// 32 hexadecimal digits for what is found, independent of lines, order and file names.
std::string fingerprint(std::string_view text);

}  // namespace muster
