#include "diff/version.hpp"

#include <algorithm>
#include <utility>

#include "diff/canonical.hpp"
#include "diff/digest.hpp"
#include "muster/rule.hpp"

namespace muster {
namespace {

constexpr std::size_t most_kept = std::size_t{4} << 20;

void visit_registry(const Document& document, ItemKind kind, std::string_view list,
                    const std::function<void(ItemKey, NodeId)>& visit) {
    for (NodeId member = document.node(Document::root).first; member != no_node; member = document.node(member).next) {
        const Node& node = document.node(member);
        if (node.key == "schema" || node.key == "$schema") continue;
        if (node.key != list || node.kind != Node::Kind::array) {
            visit({ItemKind::registry, std::string(list) + "." + std::string(node.key)}, member);
            continue;
        }
        for (NodeId element = node.first; element != no_node; element = document.node(element).next) {
            const NodeId id = document.member(element, "id");
            const bool usable = id != no_node && document.node(id).kind == Node::Kind::string;
            visit({kind, usable ? std::string(document.node(id).text) : ""}, element);
        }
    }
}

/// Everything in a document that is compared as one. What has no id has the id "".
void visit_items(const Examined& examined, const std::function<void(ItemKey, NodeId)>& visit) {
    const Record& record = examined.record;
    const Document& document = *examined.document();
    if (record.is_record()) {
        visit({ItemKind::record, record.id.known() ? std::string(*record.id) : ""}, Document::root);
    } else if (record.type == DocumentType::dataset) {
        visit({ItemKind::dataset, "dataset.json"}, Document::root);
    } else if (record.type == DocumentType::agents) {
        visit_registry(document, ItemKind::agent, "agents", visit);
    } else {
        visit_registry(document, ItemKind::source, "sources", visit);
    }
}

void add_unread(VersionRead& read, Site site, std::string_view code, std::string message) {
    read.unread.push_back({std::move(site.place), std::string(code), std::move(message)});
}

/// What cannot be read for certain is said, since it cannot be compared for certain.
void note_unread(const Examined& examined, VersionRead& read) {
    bool said = false;
    for (const Draft& draft : examined.drafts) {
        const Rule& rule = *find_rule(draft.rule);
        if (rule.layer != Layer::bytes || draft.severity.value_or(rule.severity) != Severity::error) continue;
        add_unread(read, examined.site(draft.at, draft.end), rule.code, render(draft.message, draft.args));
        read.may_hold_more = read.may_hold_more || rule.name == "trailing_content";
        said = true;
    }
    if (examined.readable()) return;
    read.may_hold_more = true;
    if (!said) {
        add_unread(read, examined.site(0, 0), "SCH011",
                   "this document does not say what it is: \"schema\" is missing "
                   "or names nothing that this muster knows");
    }
}

}  // namespace

LoadedItem Opener::open(const StoredItem& item) {
    if (text_ != item.text) {
        Input input;
        input.path = item.origin.path;
        Frame frame;
        frame.bytes = *item.text;
        frame.line = item.origin.line;
        frame.column = item.origin.column;
        frame.index = item.origin.index;
        frame.standalone = item.origin.whole_lines;
        examined_ = std::make_shared<const Examined>(input, frame, 0, true, nullptr);
        text_ = item.text;
    }
    return {examined_, item.node};
}

DatasetVersion::DatasetVersion(Dataset dataset)
    : dataset_(std::make_unique<const Dataset>(std::move(dataset))), documents_(*dataset_, most_kept, nullptr) {}

void DatasetVersion::learn(VersionRead& read) {
    const VersionRead before = read;
    const auto learn_all = [&] {
        documents_.for_each([&](const std::shared_ptr<Examined>& examined) { learn(*examined, read); });
    };
    learn_all();
    if (documents_.mixed()) {
        // What was passed over in a file that holds documents of muster's is seen from the second pass on.
        read = before;
        items_.clear();
        learn_all();
    }
    read.files += documents_.files();
    for (const SkippedFile& file : documents_.skipped()) read.skipped_files.push_back(file.path);
    read.troubles.insert(read.troubles.end(), documents_.troubles().begin(), documents_.troubles().end());
}

void DatasetVersion::learn(const Examined& examined, VersionRead& read) {
    const Record& record = examined.record;
    if (record.type == DocumentType::dataset && record.id.known()) id_ = std::string(*record.id);
    if (record.type == DocumentType::agents) {
        for (const Agent& agent : record.agents) {
            const Text& name = agent.name.known() ? agent.name : agent.description;
            if (agent.id.known() && name.known()) agent_names_.emplace(*agent.id, *name);
        }
    }
    if (!examined.reported) return;
    note_unread(examined, read);
    if (!examined.readable()) return;
    if (record.is_record()) {
        ++read.records;
        read.claims += record.claims.size();
    }
    const Document& document = *examined.document();
    visit_items(examined, [&](ItemKey key, NodeId node) {
        if (key.id.empty()) {
            read.may_hold_more = read.may_hold_more || key.kind == ItemKind::record;
            const Where where = document.node(node).begin;
            return add_unread(read, examined.site(where, where + 1), "SCH001",
                              "this has no usable id, so nothing in the other version can be set beside it");
        }
        const std::string text = canonical(document, node);
        const Digest digest = digest_of(text);
        Item& item = items_[std::move(key)];
        // As numbers, not as bits: two copies must not cancel each other out.
        for (std::size_t i = 0; i < item.sum.size(); ++i) {
            item.sum[i] += (std::uint64_t{digest[2 * i]} << 32) | digest[2 * i + 1];
        }
        ++item.copies;
        item.bytes += static_cast<std::uint32_t>(text.size());
    });
}

std::map<ItemKey, std::vector<StoredItem>> DatasetVersion::load(const std::set<ItemKey>& wanted) {
    std::map<ItemKey, std::vector<StoredItem>> loaded;
    documents_.for_each([&](const std::shared_ptr<Examined>& examined) {
        if (!examined->reported || !examined->readable()) return;
        visit_items(*examined, [&](const ItemKey& key, NodeId node) {
            if (wanted.count(key) > 0) loaded[key].push_back({examined->text(), examined->origin(), node});
        });
    });
    return loaded;
}

std::string DatasetVersion::agent_name(const std::string& id) const {
    const auto found = agent_names_.find(id);
    return found == agent_names_.end() ? id : found->second;
}

Version::Version(const std::string& path) {
    read.path = path;
    Found found = find_inputs({path}, "");
    for (const ReadProblem& problem : found.problems) read.troubles.push_back({problem.path, problem.message});
    for (Dataset& dataset : found.datasets) {
        datasets.emplace_back(std::move(dataset));
        datasets.back().learn(read);
    }
}

}  // namespace muster
