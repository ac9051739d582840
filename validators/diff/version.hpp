// One version of a dataset, read from front to back: what has an id in it, with a digest of what it says, so that
// memory holds ids and not records. What turns out to differ is read once more.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "dataset/documents.hpp"
#include "diff/diff.hpp"

namespace muster {

/// What is compared as one: a record, an agent or source of a registry, dataset.json, another field of a registry.
struct ItemKey {
    ItemKind kind = ItemKind::record;
    std::string id;
    auto operator<=>(const ItemKey&) const = default;
};

/// All items of one key; more than one if an id stands twice.
struct Item {
    std::array<std::uint64_t, 4> sum{};  ///< of their digests
    std::uint32_t copies = 0;
    std::uint32_t bytes = 0;

    bool same_as(const Item& other) const { return copies == other.copies && sum == other.sum; }
};

/// An item as it stands in its document, which is but text: taken apart, it would be fifteen times as large.
struct StoredItem {
    std::shared_ptr<const std::string> text;
    Origin origin;
    NodeId node = Document::root;
};

/// An item in its document, taken apart.
struct LoadedItem {
    std::shared_ptr<const Examined> examined;
    NodeId node = Document::root;
};

/// Takes documents apart again; the last one stays so, since a registry holds many items.
class Opener {
public:
    LoadedItem open(const StoredItem& item);

private:
    std::shared_ptr<const std::string> text_;
    std::shared_ptr<const Examined> examined_;
};

/// The part of a version that belongs to one dataset.
class DatasetVersion {
public:
    explicit DatasetVersion(Dataset dataset);

    void learn(VersionRead& read);
    /// All items of these keys.
    std::map<ItemKey, std::vector<StoredItem>> load(const std::set<ItemKey>& wanted);

    const std::map<ItemKey, Item>& items() const { return items_; }
    /// The id in its dataset.json, else its folder.
    std::string id() const { return id_.empty() ? dataset_->folder : id_; }
    /// Of an agent of the registries; its id if it has none.
    std::string agent_name(const std::string& id) const;

private:
    void learn(const Examined& examined, VersionRead& read);

    std::unique_ptr<const Dataset> dataset_;
    Documents documents_;
    std::string id_;
    std::map<ItemKey, Item> items_;
    std::map<std::string, std::string> agent_names_;
};

/// All datasets below a path.
struct Version {
    explicit Version(const std::string& path);

    VersionRead read;
    std::deque<DatasetVersion> datasets;
};

}  // namespace muster
