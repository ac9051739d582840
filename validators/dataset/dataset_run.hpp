// One dataset from beginning to end.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "config/uses.hpp"
#include "dataset/documents.hpp"
#include "dataset/index.hpp"
#include "layers/layers.hpp"
#include "muster/check.hpp"
#include "record/dataset_check.hpp"

namespace muster {

/// Counts a finding by its severity.
void count(const Finding& finding, Summary& summary);

class DatasetRun {
public:
    DatasetRun(Documents documents, const Selection& selection, const CheckOptions& options, Sink& sink,
               Summary& summary);

    /// Reads every document for what others may refer to.
    void learn();
    /// Judges each document and reports on it.
    void judge();
    /// Judges the dataset as a whole and reports on it.
    void compare();
    /// It was cancelled; what it found is incomplete.
    bool stopped() const { return documents_.stopped(); }

    /// What was held back, and what was looked at.
    Uses take_uses();

private:
    void report(const Finding& finding, const std::string& record);
    void hold(const Held& held, bool reported);
    void count_records(const Examined& examined);
    void note_certain(const std::string& record, const Outcome& outcome);
    void note_uses(const Examined& examined, const std::string& record, const std::vector<Dangling>& dangling);
    std::string fingerprint_of(const Rule& rule, std::string_view record, std::string_view subject) const;
    Finding finding_of(const DatasetDraft& draft) const;

    const Selection& selection_;
    const CheckOptions& options_;
    Sink& sink_;
    Summary& summary_;
    Documents documents_;
    Index index_;
    DatasetCheck check_;
    Fingerprints nameless_;
    Uses uses_;
    std::set<std::string, std::less<>> records_;  ///< in the files given; only where a baseline asks
    std::set<std::tuple<std::string_view, std::string, const Suppression*>> suppressed_uses_;
    std::set<std::string> reported_paths_;
    std::set<std::size_t> in_doubt_;  ///< documents of which references may be lost
    std::set<std::string> failed_;
    std::size_t records_read_ = 0;
};

}  // namespace muster
