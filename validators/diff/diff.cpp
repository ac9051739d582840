#include "diff/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/fingerprint.hpp"
#include "core/words.hpp"
#include "diff/canonical.hpp"
#include "diff/record_change.hpp"
#include "diff/version.hpp"
#include "layers/layers.hpp"
#include "muster/rule.hpp"

namespace muster {
namespace {

/// How much of what differs is held in memory at once, in bytes of its text.
constexpr std::size_t most_at_once = std::size_t{64} << 20;

Finding lost_finding(const Examined& examined, const std::string& dataset) {
    const Rule& rule = *find_rule("record_lost");
    Finding finding;
    finding.code = rule.code;
    finding.name = rule.name;
    finding.severity = rule.severity;
    finding.layer = number_of(rule.layer);
    finding.args = {{"record", std::string(*examined.record.id)}, {"about", about(examined)}};
    finding.message =
        render("{record} ({about}) is gone from the newer version and has left no tombstone", finding.args);
    finding.remedy = std::string(rule.remedy);
    Site site = examined.site(examined.record.id.where);
    finding.place = std::move(site.place);
    finding.excerpt = std::move(site.excerpt);
    finding.fingerprint = fingerprint(fmt::format("{}|{}|{}", rule.code, dataset, *examined.record.id));
    return finding;
}

/// Takes away what is the same in both; sorted by what it says, so that both directions agree.
void leave_what_differs(std::vector<LoadedItem>& before, std::vector<LoadedItem>& after) {
    const auto text = [](const LoadedItem& item) { return canonical(*item.examined->document(), item.node); };
    for (auto item = before.begin(); item != before.end();) {
        const std::string wanted = text(*item);
        const auto same =
            std::find_if(after.begin(), after.end(), [&](const LoadedItem& other) { return text(other) == wanted; });
        if (same == after.end()) {
            ++item;
        } else {
            after.erase(same);
            item = before.erase(item);
        }
    }
}

bool is_tombstone(const LoadedItem& item) {
    return item.examined->record.type == DocumentType::tombstone;
}

/// One dataset in both versions; either may be missing.
class DatasetPair {
public:
    DatasetPair(DatasetVersion* before, DatasetVersion* after, std::string name, Diff& diff)
        : before_(before), after_(after), name_(std::move(name)), diff_(diff) {}

    void compare() {
        std::set<ItemKey> batch;
        std::size_t bytes = 0;
        for (const auto& [key, size] : differing()) {
            if (bytes > 0 && bytes + size > most_at_once) {
                compare(batch);
                batch.clear();
                bytes = 0;
            }
            batch.insert(key);
            bytes += size;
        }
        if (!batch.empty()) compare(batch);
    }

private:
    std::map<ItemKey, std::size_t> differing() const {
        static const std::map<ItemKey, Item> none;
        const std::map<ItemKey, Item>& a = before_ == nullptr ? none : before_->items();
        const std::map<ItemKey, Item>& b = after_ == nullptr ? none : after_->items();
        std::map<ItemKey, std::size_t> keys;
        const auto collect = [&keys](const std::map<ItemKey, Item>& from, const std::map<ItemKey, Item>& other) {
            for (const auto& [key, item] : from) {
                const auto found = other.find(key);
                if (found == other.end() || !item.same_as(found->second)) keys[key] += item.bytes;
            }
        };
        collect(a, b);
        collect(b, a);
        return keys;
    }

    void compare(const std::set<ItemKey>& keys) {
        using Stored = std::map<ItemKey, std::vector<StoredItem>>;
        Stored before = before_ == nullptr ? Stored{} : before_->load(keys);
        Stored after = after_ == nullptr ? Stored{} : after_->load(keys);
        Opener of_before;
        Opener of_after;
        for (const ItemKey& key : keys) compare(key, opened(of_before, before[key]), opened(of_after, after[key]));
    }

    static std::vector<LoadedItem> opened(Opener& opener, const std::vector<StoredItem>& items) {
        std::vector<LoadedItem> loaded;
        for (const StoredItem& item : items) loaded.push_back(opener.open(item));
        return loaded;
    }

    void compare(const ItemKey& key, std::vector<LoadedItem> a, std::vector<LoadedItem> b) {
        const bool twice = a.size() > 1 || b.size() > 1;
        if (twice) {
            note_twice(key, a, diff_.before);
            note_twice(key, b, diff_.after);
            leave_what_differs(a, b);
            // Which of several is meant cannot be told.
            if (a.size() > 1 || b.size() > 1) return;
        }
        if (a.empty() && b.empty()) return;
        if (key.kind == ItemKind::record) {
            compare_records(key.id, a.empty() ? nullptr : &a.front(), b.empty() ? nullptr : &b.front(), twice);
        } else {
            compare_items(key, a.empty() ? nullptr : &a.front(), b.empty() ? nullptr : &b.front());
        }
    }

    static void note_twice(const ItemKey& key, const std::vector<LoadedItem>& items, VersionRead& read) {
        if (items.size() < 2) return;
        std::vector<Place> places;
        for (const LoadedItem& item : items) {
            places.push_back(item.examined->site(item.examined->document()->node(item.node).begin).place);
        }
        const auto number = static_cast<std::int64_t>(items.size());
        read.unread.push_back({places.front(), key.kind == ItemKind::record ? "REF006" : "REF007",
                               fmt::format("{} stands here and in {} more, so it cannot be told which is meant", key.id,
                                           counted(number - 1, "place"))});
    }

    void compare_records(const std::string& id, const LoadedItem* a, const LoadedItem* b, bool twice) {
        RecordChange change;
        if (a == nullptr || b == nullptr) {
            // Another of the same id is left: nothing is lost that anybody could name.
            if (twice) return;
            change = a == nullptr ? RecordChange{} : gone(*a);
            if (a == nullptr) change.fate = Fate::added;
            change.about = about(a == nullptr ? *b->examined : *a->examined);
        } else if (is_tombstone(*a) != is_tombstone(*b)) {
            change.fate = is_tombstone(*b) ? Fate::withdrawn : Fate::restored;
            change.about = about(*b->examined);
        } else {
            change = change_of({*a, *before_}, {*b, *after_});
        }
        change.dataset = name_;
        change.record = id;
        diff_.records.push_back(std::move(change));
    }

    RecordChange gone(const LoadedItem& item) {
        RecordChange change;
        change.fate = diff_.after.may_hold_more || !diff_.after.troubles.empty() ? Fate::missing : Fate::lost;
        if (change.fate == Fate::lost) diff_.findings.push_back(lost_finding(*item.examined, name_));
        return change;
    }

    void compare_items(const ItemKey& key, const LoadedItem* a, const LoadedItem* b) {
        ItemChange change;
        change.kind = key.kind;
        change.dataset = name_;
        change.id = key.id;
        const LoadedItem& last = b == nullptr ? *a : *b;
        const Document& document = *last.examined->document();
        for (const char* field : {"name", "description", "title"}) {
            const NodeId member = document.member(last.node, field);
            if (change.name.empty() && member != no_node) change.name = std::string(document.node(member).text);
        }
        if (a == nullptr || b == nullptr) {
            change.change = a == nullptr ? Change::added : Change::dropped;
        } else {
            const Document& before = *a->examined->document();
            for (const Difference& difference : differences(before, a->node, document, b->node)) {
                change.fields.push_back(field_change(difference, before, document));
            }
        }
        diff_.items.push_back(std::move(change));
    }

    DatasetVersion* before_;
    DatasetVersion* after_;
    std::string name_;
    Diff& diff_;
};

struct Sides {
    DatasetVersion* before = nullptr;
    DatasetVersion* after = nullptr;
};

/// Datasets that belong together, by name: their ids, or "" if there is one on each side, whatever it is called.
std::map<std::string, std::vector<Sides>> paired(Version& before, Version& after) {
    std::map<std::string, std::vector<Sides>> pairs;
    if (before.datasets.size() == 1 && after.datasets.size() == 1) {
        pairs[""].push_back({&before.datasets.front(), &after.datasets.front()});
        return pairs;
    }
    for (DatasetVersion& dataset : before.datasets) pairs[dataset.id()].push_back({&dataset, nullptr});
    for (DatasetVersion& dataset : after.datasets) {
        std::vector<Sides>& same = pairs[dataset.id()];
        const auto free = std::find_if(same.begin(), same.end(), [](const Sides& s) { return s.after == nullptr; });
        if (free == same.end()) {
            same.push_back({nullptr, &dataset});
        } else {
            free->after = &dataset;
        }
    }
    return pairs;
}

bool by_place(const Place& a, const Place& b) {
    return std::tie(a.path, a.index, a.line, a.column) < std::tie(b.path, b.index, b.line, b.column);
}

}  // namespace

Result<Diff> compare_versions(const std::string& before, const std::string& after) {
    if (before == "-" && after == "-") return Error{"standard input can be one of the two versions, not both"};
    Version a(before);
    Version b(after);
    Diff diff;
    diff.before = std::move(a.read);
    diff.after = std::move(b.read);
    for (const auto& [name, list] : paired(a, b)) {
        for (const Sides& sides : list) DatasetPair(sides.before, sides.after, name, diff).compare();
    }
    const auto order = [](const auto& one, const auto& other) { return by_place(one.place, other.place); };
    std::stable_sort(diff.findings.begin(), diff.findings.end(), order);
    std::stable_sort(diff.before.unread.begin(), diff.before.unread.end(), order);
    std::stable_sort(diff.after.unread.begin(), diff.after.unread.end(), order);
    return diff;
}

std::size_t Diff::count(Fate fate) const {
    return static_cast<std::size_t>(
        std::count_if(records.begin(), records.end(), [&](const RecordChange& record) { return record.fate == fate; }));
}

std::size_t Diff::changed_figures() const {
    std::size_t number = 0;
    for (const RecordChange& record : records) number += record.figures.size();
    return number;
}

std::string_view to_string(Change change) {
    switch (change) {
        case Change::added:
            return "added";
        case Change::dropped:
            return "dropped";
        case Change::changed:
            return "changed";
        case Change::reordered:
            return "reordered";
    }
    return "";
}

std::string_view to_string(Fate fate) {
    switch (fate) {
        case Fate::added:
            return "added";
        case Fate::lost:
            return "lost";
        case Fate::missing:
            return "missing";
        case Fate::withdrawn:
            return "withdrawn";
        case Fate::restored:
            return "restored";
        case Fate::changed:
            return "changed";
    }
    return "";
}

std::string_view to_string(ItemKind kind) {
    switch (kind) {
        case ItemKind::record:
            return "record";
        case ItemKind::agent:
            return "agent";
        case ItemKind::source:
            return "source";
        case ItemKind::dataset:
            return "dataset";
        case ItemKind::registry:
            return "registry";
    }
    return "";
}

}  // namespace muster
