// What a rule sees while it looks at a whole dataset: the summaries of all records, what the dataset says it covers,
// and a way to report.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/check.hpp"
#include "muster/rule.hpp"
#include "record/membership.hpp"

namespace muster {

/// A finding of layer 6 before it gets its fingerprint.
struct DatasetDraft {
    const Rule* rule = nullptr;
    Severity severity = Severity::error;
    Site site;
    std::string message;
    Args args;
    std::vector<Related> related;
    std::string claim;      ///< id of the claim it is shown in; "" if there is none
    std::string subject;    ///< what the finding is about, for its fingerprint
    bool anywhere = false;  ///< the fingerprint does not depend on the record it is shown in
    /// Of several findings with one cause, over all rules, the gravest stays, then the earliest; "" if it is alone.
    std::string cause;
    Day day = before_all_days;  ///< which of them is the earliest
};

/// The references with one id that cannot be used.
struct DanglingUse {
    std::optional<Site> first;     ///< in what was given to be checked
    std::int64_t uses = 0;         ///< in the whole dataset
    std::string meant;             ///< the id that was most likely meant, or that has replaced it; "" if there is none
    std::string message;           ///< that of the first, if it has one
    Args args;                     ///< of the message
    std::vector<Related> related;  ///< what else the first says, and what the others say
};

/// An agent or a source that nothing refers to.
struct Unused {
    std::string id;
    std::string name;          ///< of an agent; "" if it has none
    Site site;                 ///< of its definition
    bool of_registry = false;  ///< else of the record it stands in
    bool in_doubt = false;     ///< some reference that cannot be read may be to it
    bool reported = true;
};

/// An exchange that belongs, or may belong, to a scope.
struct Member {
    const RecordSummary* summary = nullptr;
    Membership membership = Membership::no;
    bool unknown = false;        ///< it may belong only because something of it cannot be read
    const View* view = nullptr;  ///< of its flows that the scope means; null if nobody counts them
};

class DatasetCheck {
public:
    std::vector<RecordSummary> summaries;
    std::vector<Scope> covers;
    std::shared_ptr<const void> covers_storage;
    std::map<std::pair<std::string, std::string>, DanglingUse> dangling;  ///< by name of rule and id
    std::vector<Unused> unused_agents, unused_sources;
    bool whole = true;                  ///< these documents are known to be all of a dataset
    bool unreadable_documents = false;  ///< some record may be missing: counts have no upper end

    /// Whether a finding about a claim is held back; empty: none is.
    std::function<bool(const Rule&, const RecordSummary&, const ScopeClaim&)> held;
    bool is_held(const RecordSummary& owner, const ScopeClaim& claim) const {
        return held && held(*rule_, owner, claim);
    }

    /// All members of the scope of a claim, by date, and what the scope reaches.
    std::vector<Member> members(const RecordSummary& owner, const ScopeClaim& claim) const {
        return members(owner, claim, reach(owner, claim));
    }
    std::vector<Member> members(const RecordSummary& owner, const ScopeClaim& claim, const Reach& reach) const;
    Reach reach(const RecordSummary& owner, const ScopeClaim& claim) const;
    /// The dataset says that it holds every exchange of the scope.
    bool covered(const RecordSummary& owner, const ScopeClaim& claim) const;

    /// An exchange or a series; null if there is none of that id.
    const RecordSummary* find(std::string_view id) const;

    /// One finding of the rule at work for each id: with the message of its first reference, else with this one, with
    /// more words where there are several references, and with those about the id that was meant where one is known.
    /// These may name {id}, {uses} and {meant}.
    void report_dangling(std::string_view message, std::string_view several = {},
                         std::string_view meant = "; did you mean \"{meant}\"?");
    /// What nothing refers to. Of a registry it can only be said where the whole dataset is known. The message may name
    /// {id} and {name}.
    void report_unused(const std::vector<Unused>& unused, std::string_view message);
    DatasetDraft& report(const Site& site, std::string message, Args args);
    void undecided(const RecordSummary& owner) { undecided_checks += owner.reported ? 1 : 0; }
    void not_covered(const RecordSummary& owner, const ScopeClaim& claim);

    bool run(const Rule& rule);

    std::vector<DatasetDraft> drafts;
    std::vector<NotRun> not_run;
    std::size_t undecided_checks = 0;

private:
    /// What was worked out for the summaries that are there now.
    struct Prepared {
        std::size_t summaries = 0;
        std::map<std::string, std::size_t, std::less<>> by_id;
        std::vector<std::size_t> by_date;                    ///< exchanges, the earliest first
        Day last = before_all_days;                          ///< of the exchanges whose date is known
        std::map<std::string, std::vector<InScope>> scopes;  ///< in the order of `by_date`, by key_of()
    };

    Prepared& prepared() const;
    const std::vector<InScope>& in_scope(const Scope& scope) const;
    Membership within_series(const RecordSummary& summary, const Text& series) const;

    mutable Prepared prepared_;
    const Rule* rule_ = nullptr;
};

}  // namespace muster
