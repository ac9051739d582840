#include "record/record_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "record/sayings.hpp"

namespace muster {
namespace {

std::string name_of(const Agent* agent, std::string_view id) {
    if (id == "dataset") return "the editors";
    if (agent == nullptr) return std::string(id);
    if (agent->name.known()) return std::string(*agent->name);
    return std::string(agent->description.known() ? *agent->description : id);
}

}  // namespace

const Named& RecordCheck::named(const Record& record) const {
    return named_.try_emplace(&record, record).first->second;
}

const Agent* RecordCheck::agent(std::string_view id, const Record& from) const {
    const Agent* own = named(from).agent(id);
    return own != nullptr ? own : directory_.agent(id);
}

const Source* RecordCheck::source(std::string_view id, const Record& from) const {
    const Source* own = named(from).source(id);
    return own != nullptr ? own : directory_.source(id);
}

bool RecordCheck::has_two_agents(std::string_view id) const {
    const bool registry = record_.type == DocumentType::agents;
    return named(record_).has_two_agents(id) || directory_.has_two_agents(id) ||
           (!registry && named(record_).agent(id) != nullptr && directory_.agent(id) != nullptr);
}

bool RecordCheck::has_two_sources(std::string_view id) const {
    const bool registry = record_.type == DocumentType::sources;
    return named(record_).has_two_sources(id) || directory_.has_two_sources(id) ||
           (!registry && named(record_).source(id) != nullptr && directory_.source(id) != nullptr);
}

ClaimFound RecordCheck::find(const ClaimRef& reference, const Record& from) const {
    using Outcome = ClaimFound::Outcome;
    const Record* record = &from;
    // Nothing is left in a tombstone that could be found.
    const auto withdrawn = [&] { return record != nullptr && record->type == DocumentType::tombstone; };
    if (!reference.record.empty() && !from.id.is(reference.record)) {
        record = record_.id.is(reference.record) ? &record_ : directory_.record(reference.record);
    }
    if (withdrawn()) return {Outcome::missing_record, nullptr, nullptr, 0};
    if (record == nullptr) {
        const bool may_be_there = directory_.has_record(reference.record) || !directory_.records_complete();
        return {may_be_there ? Outcome::undecided : Outcome::missing_record, nullptr, nullptr, 0};
    }
    if (const Claim* claim = named(*record).claim(reference.claim)) {
        return {Outcome::found, record, claim, static_cast<std::uint32_t>(claim - record->claims.items.data())};
    }
    return {named(*record).holds_unknown_claim() ? Outcome::undecided : Outcome::missing, nullptr, nullptr, 0};
}

std::string RecordCheck::name(std::string_view id) const {
    return name_of(agent(id), id);
}

std::string RecordCheck::page(const Source& source) const {
    const std::string outlet = source.outlet.known() ? name(*source.outlet) : "an unknown outlet";
    return source.title.known() ? fmt::format("{} (\"{}\")", outlet, *source.title) : outlet;
}

std::string RecordCheck::title(std::string_view id) const {
    const std::string_view title = directory_.title(id);
    return std::string(title.empty() ? id : title);
}

std::string RecordCheck::speaker(const ClaimFound& found) const {
    if (!found || !found.claim->speaker.known()) return "an unknown speaker";
    return name_of(agent(*found.claim->speaker, *found.record), *found.claim->speaker);
}

std::string RecordCheck::speaker(const Claim& claim) const {
    return claim.speaker.known() ? name(*claim.speaker) : "an unknown speaker";
}

std::string RecordCheck::figure(const Claim& claim) const {
    return fmt::format("{} ({})", say(claim.quantity), speaker(claim));
}

std::string RecordCheck::figure(const ClaimFound& found) const {
    return fmt::format("{} ({})", found ? say(found.claim->quantity) : "an unknown number", speaker(found));
}

std::uint32_t RecordCheck::last_by_id(const std::vector<std::uint32_t>& claims) const {
    const auto key = [&](std::uint32_t number) { return std::pair(*claim(number).id, number); };
    return *std::max_element(claims.begin(), claims.end(), [&](auto a, auto b) { return key(a) < key(b); });
}

const Accounts& RecordCheck::accounts() {
    return once<Accounts>([&] { return Accounts(record_); });
}

const std::vector<BreakdownVerdict>& RecordCheck::breakdowns() {
    return once<std::vector<BreakdownVerdict>>([&] {
        std::vector<BreakdownVerdict> verdicts;
        for (const Claim& claim : record_.claims) {
            verdicts.push_back(judge_breakdowns(claim));
            undecided(verdicts.back().undecided);
        }
        return verdicts;
    });
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

void RecordCheck::forget() {
    kept_.clear();
    named_.clear();
}

Participant value_at(Where where) {
    return {Participant::Kind::value, where, 0};
}

Participant claim_at(const Record& record, std::uint32_t number) {
    return {Participant::Kind::claim, record.claims.items[number].where, number};
}

Participant flow_at(const Record& record, std::uint32_t number) {
    return {Participant::Kind::flow, record.flows.items[number].where, number};
}

}  // namespace muster
