#include "record/named.hpp"

#include <algorithm>

namespace muster {
namespace {

template <class T, class Items>
void fill(Items& items, const List<T>& list, std::unordered_set<std::string_view>* two = nullptr) {
    for (const T& item : list) {
        if (item.id.known() && !items.emplace(*item.id, &item).second && two != nullptr) two->insert(*item.id);
    }
}

}  // namespace

Named::Named(const Record& record) {
    fill(agents_, record.agents, &two_agents_);
    fill(sources_, record.sources, &two_sources_);
    fill(claims_, record.claims);
    holds_unknown_claim_ = record.claims.unknown() || std::any_of(record.claims.begin(), record.claims.end(),
                                                                  [](const Claim& claim) { return !claim.id.known(); });
}

}  // namespace muster
