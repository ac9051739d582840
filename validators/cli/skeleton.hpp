// A record to begin with. What is not known yet stands in it as an empty value: `muster check` has one finding for
// each.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace muster {

struct SkeletonWanted {
    std::string id;    ///< "" for one made of the parties, the date and the kind, where they are known
    std::string date;  ///< as it is written in a record; this and all below: "" is left open
    std::string giver;
    std::string receiver;
    std::string kind = "remains";
    bool one_way = false;                        ///< nothing goes back
    std::set<std::string, std::less<>> defined;  ///< ids of agents that the dataset defines
};

std::string skeleton_of(const SkeletonWanted& wanted);

}  // namespace muster
