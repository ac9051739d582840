// What a rule sees while it looks at one document: the typed record, what its references lead to, the accounts of its
// counts, and a way to report.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

#include "core/draft.hpp"
#include "muster/rule.hpp"
#include "record/accounts.hpp"
#include "record/breakdowns.hpp"
#include "record/directory.hpp"
#include "record/named.hpp"
#include "record/record.hpp"

namespace muster {

/// What a reference to a claim leads to.
struct ClaimFound {
    enum class Outcome : std::uint8_t {
        found,
        missing,         ///< the record is there, the claim is not
        missing_record,  ///< `record#claim` of a record that is not there
        undecided,       ///< nothing of that id, but something that could be it cannot be read
    };
    Outcome outcome = Outcome::undecided;
    const Record* record = nullptr;  ///< the record that holds it; null with the claim
    const Claim* claim = nullptr;
    std::uint32_t number = 0;  ///< of the claim in its record
    explicit operator bool() const { return claim != nullptr; }
};

/// A reference that cannot be used, with its place: it leads nowhere, to what it must not lead to, or round in a
/// circle. One cause may spoil many references, in many documents: of those with one id one finding is made when the
/// whole dataset has been seen, at the first of them.
struct Dangling {
    std::string_view rule;
    std::string id;           ///< what the references have in common
    Where where = nowhere;    ///< of this one
    std::string message;      ///< what the finding says if this is the first; "": what the rule says of all
    Args args;                ///< of the message
    std::vector<Note> notes;  ///< of the finding, if this is the first
    std::string again;        ///< what a note says of this one if it is not the first; "": there is none
};

class RecordCheck {
public:
    RecordCheck(const Record& record, const Directory& directory, std::size_t document, Day today = after_all_days)
        : record_(record), directory_(directory), document_(document), today_(today) {}

    const Record& record() const { return record_; }
    const Directory& directory() const { return directory_; }
    const Claim& claim(std::uint32_t number) const { return record_.claims.items[number]; }
    const std::vector<Claim>& claims() const { return record_.claims.items; }
    /// Running number of the document in its dataset, as in Definition.
    std::size_t document() const { return document_; }
    Day today() const { return today_; }

    /// The record's own, else the registries'; null if there is none of that id.
    const Agent* agent(std::string_view id) const { return agent(id, record_); }
    const Source* source(std::string_view id) const { return source(id, record_); }
    /// As another record names them.
    const Agent* agent(std::string_view id, const Record& from) const;
    const Source* source(std::string_view id, const Record& from) const;
    /// Two of that id can be meant here.
    bool has_two_agents(std::string_view id) const;
    bool has_two_sources(std::string_view id) const;
    /// A claim that this record refers to, or that another one does.
    ClaimFound find(const ClaimRef& reference) const { return find(reference, record_); }
    ClaimFound find(const ClaimRef& reference, const Record& from) const;

    /// An agent's name, or the description of an anonymous one, or its id.
    std::string name(std::string_view agent) const;
    /// The Daily Ledger ("Remains returned"): by outlet and title, a source as a reader would look for it.
    std::string page(const Source& source) const;
    /// Of a series of the dataset; its id if it has none.
    std::string title(std::string_view series) const;
    /// Who speaks, by name; a foreign claim's speaker is named by its own record. What was not found has no speaker.
    std::string speaker(const ClaimFound& found) const;
    std::string speaker(const Claim& claim) const;
    /// "43 (Vladimir Rogov)".
    std::string figure(const Claim& claim) const;
    std::string figure(const ClaimFound& found) const;

    /// Of several claims the one whose id comes last, so that their order changes nothing.
    std::uint32_t last_by_id(const std::vector<std::uint32_t>& claims) const;

    const Accounts& accounts();
    const std::vector<BreakdownVerdict>& breakdowns();
    /// What `make` makes, once for all rules of a layer: one thing of each type.
    template <class T, class Make>
    const T& once(Make make) {
        std::shared_ptr<const void>& kept = kept_[typeid(T)];
        if (!kept) kept = std::make_shared<const T>(make());
        return *static_cast<const T*>(kept.get());
    }

    /// A finding of the rule at work, shown at `at`. Add participants and notes to what it returns, at once.
    Draft& report(Where at, std::string message, Args args);
    /// A check whose verdict would have used an unknown value.
    void undecided(std::size_t checks = 1) { undecided_ += checks; }
    /// Say more of it in what is returned, at once.
    Dangling& dangling(std::string id, Where where) {
        return dangling_.emplace_back(Dangling{rule_->name, std::move(id), where, {}, {}, {}, {}});
    }

    /// Runs the checks of one rule. False if it broke down: a bug in muster, not in the data.
    bool run(const Rule& rule);
    /// What was seen may have changed: what was kept for a layer is made anew.
    void forget();

    std::vector<Draft> take_drafts() { return std::exchange(drafts_, {}); }
    std::vector<Dangling> take_dangling() { return std::exchange(dangling_, {}); }
    std::size_t undecided_checks() const { return undecided_; }

private:
    const Named& named(const Record& record) const;

    const Record& record_;
    const Directory& directory_;
    std::size_t document_;
    Day today_;
    const Rule* rule_ = nullptr;
    mutable std::map<const Record*, Named> named_;
    std::map<std::type_index, std::shared_ptr<const void>> kept_;
    std::vector<Draft> drafts_;
    std::vector<Dangling> dangling_;
    std::size_t undecided_ = 0;
};

/// Participants of a finding.
Participant value_at(Where where);
Participant claim_at(const Record& record, std::uint32_t number);
Participant flow_at(const Record& record, std::uint32_t number);

}  // namespace muster
