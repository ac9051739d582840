// What has an id in one record, for quick look-up. As the record was when this was made: an error may since have made
// an id unknown.
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "record/record.hpp"

namespace muster {

class Named {
public:
    explicit Named(const Record& record);

    /// Null if there is none of that id; of two the first.
    const Agent* agent(std::string_view id) const { return in(agents_, id); }
    const Source* source(std::string_view id) const { return in(sources_, id); }
    const Claim* claim(std::string_view id) const { return in(claims_, id); }
    /// Two of the list have the id.
    bool has_two_agents(std::string_view id) const { return two_agents_.count(id) > 0; }
    bool has_two_sources(std::string_view id) const { return two_sources_.count(id) > 0; }
    /// A claim whose id cannot be read may be the one that is meant.
    bool holds_unknown_claim() const { return holds_unknown_claim_; }

private:
    template <class T>
    using ById = std::unordered_map<std::string_view, const T*>;

    template <class T>
    static const T* in(const ById<T>& items, std::string_view id) {
        const auto found = items.find(id);
        return found == items.end() ? nullptr : found->second;
    }

    ById<Agent> agents_;
    ById<Source> sources_;
    ById<Claim> claims_;
    std::unordered_set<std::string_view> two_agents_, two_sources_;
    bool holds_unknown_claim_ = false;
};

}  // namespace muster
