// What the dataset must remember of a record after it was checked: enough to tell whether it belongs to a scope, what
// it counts for there, and which of its claims speak of many exchanges.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "record/accounts.hpp"
#include "record/record_check.hpp"

namespace muster {

/// A claim about many exchanges: an ordinal, a cumulative, or which one was the last before.
struct ScopeClaim {
    std::string id;       ///< of the claim; "" if it has no usable one
    std::string subject;  ///< the claim and what it says, for fingerprints
    ClaimType type = ClaimType::ordinal;
    std::string speaker_id;
    std::string speaker;  ///< by name
    Scope scope;          ///< views into the document that `RecordSummary::storage` keeps alive
    std::string scope_words;
    std::int64_t ordinal = 0;
    Interval interval;
    std::string figure;  ///< "6,057", as said
    EdtfDate date;       ///< of the one that was the last before
    std::string date_words;
    std::optional<EdtfDate> stated_on;
    Site site;
    bool misprint = false;
    bool unknown = false;  ///< it cannot be judged
};

struct Leg {
    std::string from, to;      ///< "" if unknown
    std::optional<Kind> kind;  ///< nullopt if unknown
    bool returns = false;
    std::vector<std::string> returned_from;  ///< the records by which what goes back had come
};

/// Which stage of its series a record is, or how many stages a series has.
struct Stages {
    std::optional<std::int64_t> number;  ///< nullopt if unknown
    Site site;
};

struct RecordSummary {
    explicit RecordSummary(Accounts made) : accounts(std::move(made)) {}

    DocumentType type = DocumentType::exchange;
    bool reported = true;  ///< it is among what was given to be checked
    std::string id;
    std::string title;                   ///< of a series; its id if it has none
    Site site;                           ///< of its date
    std::optional<RecordStatus> status;  ///< nullopt if unknown
    EdtfDate date;                       ///< unbounded if unknown
    bool date_unknown = false;
    std::string date_words;
    std::string date_written;
    std::string part_of;
    bool part_of_unknown = false;
    std::optional<std::int64_t> stage;
    std::optional<Stages> stages;  ///< if it says any
    std::vector<std::string> mediators;
    bool mediators_unknown = false;
    std::vector<Leg> legs;
    bool legs_unknown = false;
    Accounts accounts;
    std::vector<std::string> figures;  ///< of each claim: "1,212 (Coordination Headquarters)"
    std::vector<ScopeClaim> claims;
    std::shared_ptr<const void> storage;  ///< only where `claims` needs it
};

/// Sums up a record in its present state. `site_of` resolves places in its document.
RecordSummary summarize(RecordCheck& check, const std::function<Site(Where)>& site_of);

}  // namespace muster
