// What a dataset must know of all its documents before any of them can be judged: the registries, which records exist,
// and which of them others refer to.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/mentions.hpp"
#include "layers/examined.hpp"
#include "record/directory.hpp"
#include "record/record_check.hpp"

namespace muster {

class Index : public Directory {
public:
    /// Takes note of one document, in the order of the dataset.
    void add(const Examined& examined);
    /// Who is named nowhere, of the registries and of records. In the documents in doubt references may be lost.
    std::vector<Unused> unused_agents(const std::set<std::size_t>& in_doubt) const;
    std::vector<Unused> unused_sources(const std::set<std::size_t>& in_doubt) const;
    /// A dataset.json says that this is a dataset, and which.
    bool has_dataset() const { return has_dataset_; }

    /// To be called when all documents were added.
    void find_circles();
    /// Something that may be a document cannot be read.
    void note_unreadable() { unreadable_ = true; }
    /// The records that others refer to: to be read once more and kept.
    bool wanted(const Examined& examined) const;
    void keep(std::shared_ptr<Examined> examined);
    const std::map<std::size_t, std::shared_ptr<Examined>>& kept() const { return kept_; }

    /// How many documents before this one have the same record id.
    std::size_t occurrence(const Examined& examined) const;
    bool has_unreadable_documents() const { return unreadable_; }
    const std::string& dataset_id() const { return dataset_id_; }  ///< "" without a usable dataset.json
    /// What the dataset says it covers, with what keeps it alive.
    const std::vector<Scope>& covers() const { return covers_; }
    std::shared_ptr<const void> covers_storage() const { return covers_storage_; }
    /// The id that a reference which leads nowhere was most likely meant to be, or that has replaced it; "" if there is
    /// none.
    std::string meant(const Dangling& use, const Record& from) const;
    bool needs_others() const { return !referred_.empty(); }

    const Agent* agent(std::string_view id) const override;
    const Source* source(std::string_view id) const override;
    bool has_record(std::string_view id) const override;
    std::string_view title(std::string_view id) const override;
    const Record* record(std::string_view id) const override;
    const Definition* first_agent(std::string_view id) const override;
    const Definition* first_source(std::string_view id) const override;
    const Definition* first_record(std::string_view id) const override;
    const Definition* tombstone(std::string_view id) const override;
    bool has_two_agents(std::string_view id) const override { return two_agents_.find(id) != two_agents_.end(); }
    bool has_two_sources(std::string_view id) const override { return two_sources_.find(id) != two_sources_.end(); }
    bool has_two_records(std::string_view id) const override;
    const Circles* circles(Leading kind) const override { return &circles_[static_cast<std::size_t>(kind)]; }
    bool agents_complete() const override { return !unreadable_ && !unknown_agents_; }
    bool sources_complete() const override { return !unreadable_ && !unknown_sources_; }
    bool records_complete() const override { return !unreadable_ && !unknown_records_; }

private:
    /// Of several definitions of one id that which stands in the dataset already comes before those in the files given:
    /// who adds a file learns that its id is taken, not who took it first.
    static void offer(Definition& first, const Definition& other);
    template <class T>
    using Registry = std::map<std::string, std::pair<T, Definition>, std::less<>>;
    struct Tombstone {
        Definition definition;
        std::string replaced_by;  ///< "" for nothing
    };

    void add_record(const Examined& examined);
    void add_registries(const Examined& examined);
    void add_references(const Record& record);
    void add_leads(const Record& record);

    Registry<Agent> agents_;
    Registry<Source> sources_;
    std::set<std::string, std::less<>> two_agents_;           ///< ids that several definitions have
    std::set<std::string, std::less<>> two_sources_;          ///< likewise
    std::vector<std::shared_ptr<const void>> storages_;       ///< what agents and sources point into
    std::map<std::string, Definition, std::less<>> records_;  ///< exchanges and series
    std::map<std::string, Tombstone, std::less<>> tombstones_;
    std::map<std::string, std::string, std::less<>> titles_;  ///< of series, by id
    std::map<std::size_t, std::size_t> occurrences_;          ///< by document, where it is not the first
    std::map<std::string, std::size_t, std::less<>> times_;
    std::set<std::string, std::less<>> referred_;
    std::map<std::size_t, std::shared_ptr<Examined>> kept_;  ///< by document
    std::map<std::string, std::size_t, std::less<>> kept_by_id_;
    std::array<Circles, all_leading.size()> circles_;
    Mentions mentions_;
    bool has_dataset_ = false;
    std::string dataset_id_;
    std::vector<Scope> covers_;
    std::shared_ptr<const void> covers_storage_;
    bool unreadable_ = false;  ///< a document is not JSON, or does not say what it is
    bool unknown_agents_ = false;
    bool unknown_sources_ = false;
    bool unknown_records_ = false;
};

}  // namespace muster
