// References that lead round in a circle: what is computed from itself by way of others, copied from its own copy.
// What leads to itself straight away is no circle.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace muster {

/// The references that must come to an end.
enum class Leading : std::uint8_t { derivation, supersedes, syndicated_from, revision_of, part_of };
inline constexpr std::array all_leading{Leading::derivation, Leading::supersedes, Leading::syndicated_from,
                                        Leading::revision_of, Leading::part_of};

constexpr bool of_claims(Leading kind) {
    return kind == Leading::derivation || kind == Leading::supersedes;
}

/// One of them: claims by record#id, all else by id.
struct Lead {
    Leading kind = Leading::derivation;
    std::string from, to;
    Where where = nowhere;  ///< of the reference
    bool leaves = false;    ///< to a claim of another record
};

/// All of a document. Of two claims with one id nobody knows which one leads where.
std::vector<Lead> leads_of(const Record& record);

class Circles {
public:
    void add(const Lead& lead) { leads_to_[lead.from].push_back(lead.to); }
    /// To be called when all is added, before around().
    void find();
    /// All who are in the circle of a reference, the least first, else in its order; null if it is in none.
    const std::vector<std::string>* around(const Lead& lead) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> leads_to_;
    std::vector<std::vector<std::string>> circles_;
    std::map<std::string, std::size_t, std::less<>> circle_of_;
};

}  // namespace muster
