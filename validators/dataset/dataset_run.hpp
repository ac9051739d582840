// One dataset from beginning to end.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dataset/documents.hpp"
#include "dataset/index.hpp"
#include "layers/layers.hpp"
#include "muster/check.hpp"
#include "record/dataset_check.hpp"

namespace muster {

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

private:
    void report(const Finding& finding);
    void count(const Examined& examined);
    void note_uses(const Examined& examined, const std::vector<Dangling>& dangling);
    Finding finding_of(const DatasetDraft& draft) const;

    const Selection& selection_;
    const CheckOptions& options_;
    Sink& sink_;
    Summary& summary_;
    Documents documents_;
    Index index_;
    DatasetCheck check_;
    Fingerprints nameless_;
    std::set<std::string> reported_paths_;
    std::set<std::string> failed_;
    std::size_t records_read_ = 0;
};

}  // namespace muster
