// The law of findings: rules run layer by layer, an error makes what it touches unknown for all later layers, and what
// has one cause becomes one finding.
#pragma once

#include <string>
#include <vector>

#include "layers/examined.hpp"
#include "layers/namer.hpp"
#include "layers/selection.hpp"
#include "record/directory.hpp"
#include "record/record_check.hpp"
#include "record/summary.hpp"

namespace muster {

/// A finding that is not reported.
struct Held {
    const Suppression* suppression = nullptr;  ///< null: it is known
    KnownFinding known;                        ///< without its dataset
};

struct Outcome {
    std::vector<Finding> findings;  ///< in order of place
    std::vector<Held> held;
    std::vector<Dangling> dangling;
    std::size_t undecided = 0;
    std::vector<std::string> rules_failed;
    std::optional<RecordSummary> summary;   ///< exchanges and series only
    std::optional<records::Record> record;  ///< as values, if anybody wants to see them and it can be read
};

/// Layers 3 to 5 on a document that was examined, and its findings of layers 1 to 5. `occurrence` tells documents of
/// the same record id apart; `nameless` serves documents without a record id, for a whole dataset.
Outcome run_layers(Examined& examined, const Directory& directory, const Selection& selection, std::size_t occurrence,
                   Fingerprints& nameless);

/// Layers 3 and 4 only, without findings: what another record may use of this one.
void settle(Examined& examined, const Directory& directory, const Selection& selection, std::size_t occurrence,
            const std::string& dataset);

}  // namespace muster
