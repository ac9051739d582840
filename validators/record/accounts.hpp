// Who says how many went by which flows: the counts of a record that compete, the accounts they make, and the view
// that follows. An account is what one speaker says of one set of flows; a view is what all of them leave possible.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/record.hpp"

namespace muster {

/// Numbers of flows of a record, ascending.
using FlowSet = std::vector<std::uint32_t>;

struct Account {
    std::string speaker;                ///< id; "" if unknown
    Interval interval;                  ///< unknown if a claim behind it is
    std::vector<std::uint32_t> claims;  ///< numbers of the claims behind it; two or more for a sum
    bool preferred = false;             ///< of a claim, never of a sum
    bool certain = true;                ///< of a sum: there is one, whatever is unknown
};

struct View {
    Interval interval;  ///< unknown if an account is
    std::optional<std::int64_t> best;
    std::vector<std::uint32_t> claims;  ///< every claim that was used
};

/// How a claim takes part in accounts.
enum class Competing : std::uint8_t { no, yes, unknown };

/// Whether a `contradicts` joins two claims or accounts.
enum class Joined : std::uint8_t { no, yes, unknown };

/// Self-contained: it may outlive the record.
class Accounts {
public:
    /// Looks at the record as it is now: what an earlier error made unknown gives unknown accounts.
    explicit Accounts(const Record& record);

    Competing competes(std::uint32_t claim) const { return counts_[claim].competing; }
    /// Whether another claim of the record takes its place; said of claims of every type.
    Competing superseded(std::uint32_t claim) const { return counts_[claim].superseded; }
    /// The sets that a claim stands for, whether it competes or not: the named flows, or one set per direction for
    /// `each`; none if it is unclear or cannot be known.
    const std::vector<FlowSet>& sets_of(std::uint32_t claim) const { return counts_[claim].sets; }
    /// What the claim says, unknown if it cannot be used.
    const Interval& interval(std::uint32_t claim) const { return counts_[claim].interval; }

    /// Every set that a competing claim stands for.
    std::vector<FlowSet> sets() const;
    /// All accounts of one set: each interval claimed for exactly that set, and per speaker the sum of that speaker's
    /// own counts of its flows, if there is one for each.
    std::vector<Account> of(const FlowSet& flows) const;
    /// What one speaker's own counts of the flows of a set add up to; nullopt if one flow has none. Unknown while a
    /// count may be that speaker's, or of one of these flows, and cannot be told to be.
    std::optional<Account> sum_of(std::string_view speaker, const FlowSet& flows) const;
    /// Of each flow of a set there is a count of the speaker, or one that may be the speaker's.
    bool may_sum(std::string_view speaker, const FlowSet& flows) const;
    /// Nullopt if nobody speaks of the set, nor of each of its flows.
    std::optional<View> view(const FlowSet& flows) const;

    /// Accounts are joined if any claim behind the one is joined to any behind the other.
    Joined joined(const Account& one, const Account& other) const;
    Joined joined(std::uint32_t one, std::uint32_t other) const;
    /// That two accounts do not fit was seen: they are joined, or one of them is preferred.
    Joined noted(const Account& one, const Account& other) const;

private:
    struct Count {
        Competing competing = Competing::no;
        Competing superseded = Competing::no;
        std::string speaker;
        Interval interval;
        bool preferred = false;
        std::vector<FlowSet> sets;
    };
    /// What one speaker says of a single flow: from the least to the greatest.
    struct Own {
        Interval interval;
        std::vector<std::uint32_t> claims;
        bool certain = false;  ///< one of them competes for sure
    };

    void add(std::uint32_t claim, bool anywhere);
    const Own* own(std::string_view speaker, std::uint32_t flow) const;
    bool may_say_more(std::string_view speaker, std::uint32_t flow) const;

    std::vector<Count> counts_;                                ///< one per claim of the record
    std::map<FlowSet, std::vector<std::uint32_t>> claims_of_;  ///< competing or possibly competing, in order
    std::vector<std::uint32_t> anywhere_;  ///< claims whose flows are unknown: they may stand for any set
    std::map<std::uint32_t, std::map<std::string, Own, std::less<>>> own_;  ///< by flow and speaker ("" if unknown)
    std::set<std::pair<std::uint32_t, std::uint32_t>> contradictions_;      ///< the lesser number first
    std::set<std::uint32_t> contradict_unknown_;  ///< claims that contradict one that cannot be known
};

/// The number of the claim of that id in the record; nullopt if there is none.
std::optional<std::uint32_t> claim_number(const Record& record, std::string_view id);
std::optional<std::uint32_t> flow_number(const Record& record, std::string_view id);

/// The claim's own arithmetic is that of a text known to be wrong.
bool is_misprint(const Claim& claim);
/// It is one, or its relations cannot be used and might say so.
bool may_be_misprint(const Claim& claim);

/// The flows that a claim names, ascending, each once; those that cannot be found are left out.
FlowSet named_flows(const Record& record, const Claim& claim);

/// Some flow that a claim names cannot be found or used, or it cannot be known how its number applies to them.
bool flows_unknown(const Record& record, const Claim& claim);

/// The sets of flows that a claim stands for: all that it names, or one per direction for `each`; none for `unclear`,
/// and where they cannot be known.
std::vector<FlowSet> named_sets(const Record& record, const Claim& claim);

}  // namespace muster
