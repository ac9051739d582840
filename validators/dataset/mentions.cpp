#include "dataset/mentions.hpp"

#include "record/walk.hpp"

namespace muster {
namespace {

template <class Ids, class Kin>
void add_kin(Ids& used, const Kin& kin) {
    for (bool more = true; more;) {
        more = false;
        for (const auto& [one, other] : kin) {
            const bool first = used.find(one) != used.end();
            if (first == (used.find(other) != used.end())) continue;
            used.insert(first ? other : one);
            more = true;
        }
    }
}

template <class T>
std::set<std::string_view> ids_of(const List<T>& list) {
    std::set<std::string_view> ids;
    for (const T& item : list) {
        if (item.id.known()) ids.insert(*item.id);
    }
    return ids;
}

Unused unused(const Examined& examined, const Text& id, const Text& name) {
    return {std::string(*id), name.known() ? std::string(*name) : "", examined.site(id.where), false, false,
            examined.reported};
}

std::vector<Unused> with_doubts(const std::vector<std::pair<std::size_t, Unused>>& own,
                                const std::set<std::size_t>& in_doubt) {
    std::vector<Unused> all;
    for (const auto& [document, entry] : own) {
        all.push_back(entry);
        all.back().in_doubt = in_doubt.count(document) > 0;
    }
    return all;
}

}  // namespace

void Mentions::add(const Examined& examined) {
    add_agents(examined);
    add_sources(examined);
}

void Mentions::add_agents(const Examined& examined) {
    const Record& record = examined.record;
    std::set<const Text*> of_itself;
    for (const Agent& agent : record.agents) {
        if (agent.id.known() && agent.party.is(*agent.id)) of_itself.insert(&agent.party);
    }
    std::set<std::string_view> named;
    for_each_agent_reference(record, [&](const Text& id) {
        if (id.known() && of_itself.count(&id) == 0) named.insert(*id);
    });
    const std::set<std::string_view> own = record.is_record() ? ids_of(record.agents) : std::set<std::string_view>();
    for (const std::string_view id : named) {
        if (own.count(id) == 0 && !names_agent(id)) agents_.emplace(id);
    }
    if (!record.is_record()) return;
    for (const Agent& agent : record.agents) {
        if (agent.id.known() && named.count(*agent.id) == 0)
            own_agents_.emplace_back(examined.number, unused(examined, agent.id, agent.name));
    }
}

void Mentions::add_sources(const Examined& examined) {
    const Record& record = examined.record;
    std::set<std::string_view> used;
    for (const Claim& claim : record.claims) {
        for (const Appearance& appearance : claim.appearances) {
            if (appearance.source.known()) used.insert(*appearance.source);
        }
    }
    const bool in_registry = !record.is_record();
    const std::set<std::string_view> own = in_registry ? std::set<std::string_view>() : ids_of(record.sources);
    std::vector<std::pair<std::string_view, std::string_view>> kin;
    std::set<std::string_view> is_kin;
    for (const Source& source : record.sources) {
        for (const Text* other : {&source.syndicated_from, &source.revision_of}) {
            if (!source.id.known() || !other->known() || source.id.is(**other)) continue;
            is_kin.insert(*source.id);
            kin.emplace_back(*source.id, **other);
            // A record that keeps a copy of a page of the registry names that page.
            if (!in_registry && own.count(**other) == 0) used.insert(**other);
        }
    }
    if (in_registry) {
        for (const auto& [one, other] : kin) kin_.emplace_back(one, other);
        for (const std::string_view id : is_kin) is_kin_.emplace(id);
    }
    add_kin(used, kin);
    for (const std::string_view id : used) {
        if (own.count(id) == 0 && sources_.find(id) == sources_.end()) sources_.emplace(id);
    }
    if (in_registry) return;
    for (const Source& source : record.sources) {
        if (source.id.known() && used.count(*source.id) == 0 && is_kin.count(*source.id) == 0)
            own_sources_.emplace_back(examined.number, unused(examined, source.id, {}));
    }
}

std::set<std::string, std::less<>> Mentions::sources_with_kin() const {
    Ids used = sources_;
    add_kin(used, kin_);
    return used;
}

std::vector<Unused> Mentions::unused_own_agents(const std::set<std::size_t>& in_doubt) const {
    return with_doubts(own_agents_, in_doubt);
}

std::vector<Unused> Mentions::unused_own_sources(const std::set<std::size_t>& in_doubt) const {
    return with_doubts(own_sources_, in_doubt);
}

}  // namespace muster
