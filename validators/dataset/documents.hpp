// The documents of a dataset, one after the other, as often as they are needed. A small dataset is read once and kept;
// a large one is read again, so that memory does not grow with it.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "layers/examined.hpp"
#include "muster/check.hpp"
#include "read/read.hpp"

namespace muster {

class Documents {
public:
    /// Keeps up to `most_kept` bytes of text in memory. `schema` as for Examined.
    explicit Documents(const Dataset& dataset, std::size_t most_kept = std::size_t{4} << 20,
                       const Schema* schema = &document_schema());
    /// Documents that were examined already.
    explicit Documents(std::vector<std::shared_ptr<Examined>> examined);

    /// Asked before each document; true ends for_each(), now and from then on. May be empty.
    void stop_if(std::function<bool()> cancelled) { cancelled_ = std::move(cancelled); }
    bool stops();
    bool stopped() const { return stopped_; }

    /// Some file holds documents of muster's and others, which are found wrong in the second pass.
    bool mixed() const { return !mixed_.empty(); }

    /// Calls for every document in order. What it is given may be kept.
    void for_each(const std::function<void(const std::shared_ptr<Examined>&)>& visit);

    /// Files that hold nothing of muster's; known after the first pass.
    const std::vector<SkippedFile>& skipped() const { return skipped_; }
    /// Files that could not be opened; known after the first pass.
    const std::vector<Trouble>& troubles() const { return troubles_; }
    /// Files with documents, of those reported on; known after the first pass.
    std::size_t files() const { return files_; }

private:
    void read(const std::function<void(const std::shared_ptr<Examined>&)>& visit);
    void read_file(const Input& input, std::size_t& number,
                   const std::function<void(const std::shared_ptr<Examined>&)>& visit);

    const Dataset* dataset_ = nullptr;
    std::size_t most_kept_ = 0;
    const Schema* schema_ = nullptr;
    bool first_pass_ = true;
    bool all_kept_ = true;
    std::size_t kept_bytes_ = 0;
    std::vector<std::shared_ptr<Examined>> kept_;
    std::vector<SkippedFile> skipped_;
    std::vector<Trouble> troubles_;
    std::size_t files_ = 0;
    std::function<bool()> cancelled_;
    bool stopped_ = false;
    std::set<std::string> mixed_;  ///< files that hold documents of muster's and others
};

}  // namespace muster
