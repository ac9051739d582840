// Claims that tell the same thing: those joined by `corroborates`, and a claim with its confirmations. Several voices
// for a number are not several numbers.
#pragma once

#include <map>
#include <set>

#include "record/record_check.hpp"

namespace muster {

class Voices {
public:
    explicit Voices(const RecordCheck& check) : check_(check) { add(check.record()); }

    /// Takes note of the relations of a record, and of the records they lead to.
    void add(const Record& record);
    /// The same claim for all that tell the same thing.
    const Claim* of(const Claim& claim) const;

private:
    void join(const Record& from, const Claim& claim, const Value<ClaimRef>& reference);

    const RecordCheck& check_;
    std::set<const Record*> added_;
    std::map<const Claim*, const Claim*> leads_to_;
};

}  // namespace muster
