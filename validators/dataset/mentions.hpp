// Which agents and sources of a dataset are named, and which stand there without anybody naming them.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layers/examined.hpp"
#include "record/dataset_check.hpp"

namespace muster {

class Mentions {
public:
    /// Takes note of what one document names.
    void add(const Examined& examined);

    /// Of the registries.
    bool names_agent(std::string_view id) const { return agents_.find(id) != agents_.end(); }
    /// The sources that claims appear in, and their kin: copies and originals, earlier and later states.
    std::set<std::string, std::less<>> sources_with_kin() const;
    /// The source is a copy or a later state of another one.
    bool is_kin(std::string_view id) const { return is_kin_.find(id) != is_kin_.end(); }

    /// Of records; all of what stands in the documents in doubt is in doubt.
    std::vector<Unused> unused_own_agents(const std::set<std::size_t>& in_doubt) const;
    std::vector<Unused> unused_own_sources(const std::set<std::size_t>& in_doubt) const;

private:
    using Ids = std::set<std::string, std::less<>>;
    using Kin = std::vector<std::pair<std::string, std::string>>;
    /// With the number of its document.
    using Own = std::vector<std::pair<std::size_t, Unused>>;

    void add_agents(const Examined& examined);
    void add_sources(const Examined& examined);

    Ids agents_, sources_, is_kin_;
    Kin kin_;
    Own own_agents_, own_sources_;
};

}  // namespace muster
