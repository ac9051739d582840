#include "record/record_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "record/sayings.hpp"

namespace muster {
namespace {

template <class T>
const T* of_id(const List<T>& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id.is(id); });
    return found == list.end() ? nullptr : &*found;
}

/// A claim whose id cannot be read may be the one that is meant.
bool holds_unknown_claim(const Record& record) {
    return record.claims.unknown() ||
           std::any_of(record.claims.begin(), record.claims.end(), [](const Claim& claim) { return !claim.id.known(); });
}

std::string name_of(const Agent* agent, std::string_view id) {
    if (id == "dataset") return "the editors";
    if (agent == nullptr) return std::string(id);
    if (agent->name.known()) return std::string(*agent->name);
    return std::string(agent->description.known() ? *agent->description : id);
}

}  // namespace

const Agent* RecordCheck::agent(std::string_view id) const {
    const Agent* own = of_id(record_.agents, id);
    return own != nullptr ? own : directory_.agent(id);
}

const Source* RecordCheck::source(std::string_view id) const {
    const Source* own = of_id(record_.sources, id);
    return own != nullptr ? own : directory_.source(id);
}

ClaimFound RecordCheck::find(const ClaimRef& reference) const {
    using Outcome = ClaimFound::Outcome;
    const bool here = reference.record.empty() || record_.id.is(reference.record);
    const Record* record = here ? &record_ : directory_.record(reference.record);
    if (record == nullptr) {
        const bool may_be_there = directory_.has_record(reference.record) || !directory_.records_complete();
        return {may_be_there ? Outcome::undecided : Outcome::missing_record, nullptr, nullptr, 0};
    }
    if (const std::optional<std::uint32_t> number = claim_number(*record, reference.claim)) {
        return {Outcome::found, record, &record->claims.items[*number], *number};
    }
    return {holds_unknown_claim(*record) ? Outcome::undecided : Outcome::missing, record, nullptr, 0};
}

std::string RecordCheck::name(std::string_view id) const { return name_of(agent(id), id); }

std::string RecordCheck::speaker(const ClaimFound& found) const {
    if (!found.claim->speaker.known()) return "an unknown speaker";
    const std::string_view id = *found.claim->speaker;
    const Agent* own = of_id(found.record->agents, id);
    return name_of(own != nullptr ? own : directory_.agent(id), id);
}

std::string RecordCheck::speaker(const Claim& claim) const {
    return claim.speaker.known() ? name(*claim.speaker) : "an unknown speaker";
}

std::string RecordCheck::figure(const Claim& claim) const {
    return fmt::format("{} ({})", say(claim.quantity), speaker(claim));
}

std::string RecordCheck::figure(const ClaimFound& found) const {
    return fmt::format("{} ({})", say(found.claim->quantity), speaker(found));
}

const Accounts& RecordCheck::accounts() {
    if (!accounts_) accounts_.emplace(record_);
    return *accounts_;
}

const std::vector<BreakdownVerdict>& RecordCheck::breakdowns() {
    if (!breakdowns_) {
        breakdowns_.emplace();
        for (const Claim& claim : record_.claims) {
            breakdowns_->push_back(judge_breakdowns(claim));
            undecided(breakdowns_->back().undecided);
        }
    }
    return *breakdowns_;
}

Draft& RecordCheck::report(Where at, std::string message, Args args) {
    Draft draft;
    draft.rule = rule_->name;
    draft.at = at;
    draft.message = std::move(message);
    draft.args = std::move(args);
    return drafts_.emplace_back(std::move(draft));
}

bool RecordCheck::run(const Rule& rule) {
    rule_ = &rule;
    const std::size_t before = drafts_.size();
    try {
        rule.check(*this);
        return true;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        drafts_.resize(before);
        return false;
    }
}

void RecordCheck::forget() { accounts_.reset(); }

Participant value_at(Where where) { return {Participant::Kind::value, where, 0}; }

Participant claim_at(const Record& record, std::uint32_t number) {
    return {Participant::Kind::claim, record.claims.items[number].where, number};
}

Participant flow_at(const Record& record, std::uint32_t number) {
    return {Participant::Kind::flow, record.flows.items[number].where, number};
}

bool is_misprint(const Claim& claim) {
    return std::any_of(claim.relations.begin(), claim.relations.end(),
                       [](const Relation& relation) { return relation.type.is(RelationType::misprint_of); });
}

}  // namespace muster
