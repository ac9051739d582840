#include "dataset/index.hpp"

#include <utility>

#include "core/suggestion.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

template <class Map>
auto* find_in(Map& map, std::string_view id) {
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

void Index::offer(Definition& first, const Definition& other) {
    if (first.reported && !other.reported) first = other;
}

void Index::add(const Examined& examined) {
    const Record& record = examined.record;
    if (!examined.readable()) {
        unreadable_ = true;
        return;
    }
    mentions_.add(examined);
    if (record.type == DocumentType::agents || record.type == DocumentType::sources) return add_registries(examined);
    if (record.type == DocumentType::dataset) {
        if (record.id.known()) dataset_id_ = std::string(*record.id);
        has_dataset_ = true;
        covers_ = record.covers.items;
        covers_storage_ = record.storage;
        return;
    }
    if (!record.id.known()) {
        unknown_records_ = true;
    } else {
        add_record(examined);
    }
    add_references(record);
    add_leads(record);
}

void Index::add_record(const Examined& examined) {
    const Record& record = examined.record;
    const std::string id(*record.id);
    const std::size_t before = times_[id]++;
    if (before > 0) occurrences_[examined.number] = before;
    const Definition here{examined.number, record.id.where, examined.site(record.id.where), examined.reported};
    if (record.type == DocumentType::tombstone) {
        const std::string replaced_by(record.replaced_by.known() ? *record.replaced_by : "");
        offer(tombstones_.try_emplace(id, Tombstone{here, replaced_by}).first->second.definition, here);
        return;
    }
    offer(records_.try_emplace(id, here).first->second, here);
    if (record.type == DocumentType::series && record.title.known()) titles_.emplace(id, *record.title);
}

void Index::add_registries(const Examined& examined) {
    const Record& record = examined.record;
    storages_.push_back(record.storage);
    add_leads(record);
    const auto add = [&](const auto& list, auto& registry, auto& two, bool& unknown) {
        unknown = unknown || list.unknown();
        for (const auto& item : list) {
            if (!item.id.known()) {
                unknown = true;
                continue;
            }
            const Definition here{examined.number, item.id.where, examined.site(item.id.where), examined.reported};
            const auto [found, fresh] = registry.try_emplace(std::string(*item.id), item, here);
            offer(found->second.second, here);
            if (!fresh) two.insert(found->first);
        }
    };
    if (record.type == DocumentType::agents) add(record.agents, agents_, two_agents_, unknown_agents_);
    if (record.type == DocumentType::sources) add(record.sources, sources_, two_sources_, unknown_sources_);
}

void Index::add_references(const Record& record) {
    for_each_claim_reference(record, [&](const Value<ClaimRef>& reference) {
        if (reference.known() && !reference->record.empty()) referred_.insert(std::string(reference->record));
    });
    for (const Flow& flow : record.flows) {
        for (const Text& returned : flow.returns) {
            if (returned.known()) referred_.insert(std::string(returned->substr(0, returned->find('#'))));
        }
    }
}

void Index::add_leads(const Record& record) {
    if (record.is_record() && !record.id.known()) return;
    const std::vector<Lead> leads = leads_of(record);
    std::array<bool, all_leading.size()> leaves{};
    for (const Lead& lead : leads) leaves[static_cast<std::size_t>(lead.kind)] |= lead.leaves;
    for (const Lead& lead : leads) {
        const auto kind = static_cast<std::size_t>(lead.kind);
        // A circle within one record is found there.
        const bool shared = of_claims(lead.kind) ? leaves[kind] : lead.kind == Leading::part_of || !record.is_record();
        if (shared) circles_[kind].add(lead);
    }
}

std::vector<Unused> Index::unused_agents(const std::set<std::size_t>& in_doubt) const {
    std::vector<Unused> unused = mentions_.unused_own_agents(in_doubt);
    for (const auto& [id, entry] : agents_) {
        if (mentions_.names_agent(id)) continue;
        const auto& [agent, first] = entry;
        unused.push_back({id, agent.name.known() ? std::string(*agent.name) : "", first.site, true,
                          unreadable_ || !in_doubt.empty(), first.reported});
    }
    return unused;
}

std::vector<Unused> Index::unused_sources(const std::set<std::size_t>& in_doubt) const {
    std::vector<Unused> unused = mentions_.unused_own_sources(in_doubt);
    const std::set<std::string, std::less<>> used = mentions_.sources_with_kin();
    for (const auto& [id, entry] : sources_) {
        // Of a page and its copies the page stands for all.
        if (used.find(id) != used.end() || mentions_.is_kin(id)) continue;
        const Definition& first = entry.second;
        unused.push_back({id, "", first.site, true, unreadable_ || !in_doubt.empty(), first.reported});
    }
    return unused;
}

void Index::find_circles() {
    for (Circles& circles : circles_) circles.find();
}

bool Index::wanted(const Examined& examined) const {
    const Text& id = examined.record.id;
    return examined.record.is_record() && id.known() && referred_.find(*id) != referred_.end();
}

void Index::keep(std::shared_ptr<Examined> examined) {
    kept_by_id_.emplace(std::string(*examined->record.id), examined->number);
    kept_[examined->number] = std::move(examined);
}

std::size_t Index::occurrence(const Examined& examined) const {
    const auto found = occurrences_.find(examined.number);
    return found == occurrences_.end() ? 0 : found->second;
}

const Agent* Index::agent(std::string_view id) const {
    const auto* found = find_in(agents_, id);
    return found == nullptr ? nullptr : &found->first;
}

const Source* Index::source(std::string_view id) const {
    const auto* found = find_in(sources_, id);
    return found == nullptr ? nullptr : &found->first;
}

bool Index::has_record(std::string_view id) const {
    return first_record(id) != nullptr || tombstone(id) != nullptr;
}

bool Index::has_two_records(std::string_view id) const {
    const std::size_t* times = find_in(times_, id);
    return times != nullptr && *times > 1;
}

std::string_view Index::title(std::string_view id) const {
    const std::string* found = find_in(titles_, id);
    return found == nullptr ? std::string_view{} : *found;
}

std::string Index::meant(const Dangling& use, const Record& from) const {
    if (use.rule == "withdrawn_id_used") return find_in(tombstones_, use.id)->replaced_by;
    std::vector<std::string_view> ids;
    const auto add_own = [&](const auto& list) {
        for (const auto& item : list) {
            if (item.id.known()) ids.push_back(*item.id);
        }
    };
    const auto add_all = [&](const auto& map) {
        for (const auto& entry : map) ids.push_back(entry.first);
    };
    if (use.rule == "unknown_agent") {
        add_own(from.agents);
        add_all(agents_);
    } else if (use.rule == "unknown_source") {
        add_own(from.sources);
        add_all(sources_);
    } else {
        add_all(records_);
    }
    return std::string(nearest(use.id, ids));
}

const Record* Index::record(std::string_view id) const {
    const std::size_t* number = find_in(kept_by_id_, id);
    return number == nullptr ? nullptr : &kept_.at(*number)->record;
}

const Definition* Index::first_agent(std::string_view id) const {
    const auto* found = find_in(agents_, id);
    return found == nullptr ? nullptr : &found->second;
}

const Definition* Index::first_source(std::string_view id) const {
    const auto* found = find_in(sources_, id);
    return found == nullptr ? nullptr : &found->second;
}

const Definition* Index::first_record(std::string_view id) const {
    return find_in(records_, id);
}

const Definition* Index::tombstone(std::string_view id) const {
    const Tombstone* found = find_in(tombstones_, id);
    return found == nullptr ? nullptr : &found->definition;
}

}  // namespace muster
