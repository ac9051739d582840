#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/words.hpp"
#include "record/origin.hpp"

namespace muster {
namespace {

using Voices = std::vector<ClaimFound>;

/// One number each, with all who are said to give it: claims joined by `corroborates`, and confirmations by others.
class Classes {
public:
    explicit Classes(const RecordCheck& check) : check_(check) { add(check.record()); }

    /// Something cannot be read that may add a voice to any of them.
    bool may_be_larger() const { return unknown_; }

    std::vector<Voices> all() const {
        std::map<std::size_t, Voices> by_top;
        for (std::size_t i = 0; i < claims_.size(); ++i) by_top[top(i)].push_back(claims_[i]);
        for (const auto& [by, number] : confirmed_) {
            Voices& voices = by_top[top(number)];
            if (voices.back().claim != by.claim) voices.push_back(by);
        }
        std::vector<Voices> all;
        for (auto& [number, voices] : by_top) all.push_back(std::move(voices));
        return all;
    }

private:
    void add(const Record& record) {
        if (!added_.insert(&record).second) return;
        for (std::uint32_t i = 0; i < record.claims.size(); ++i) {
            const Claim& claim = record.claims.items[i];
            const ClaimFound here{ClaimFound::Outcome::found, &record, &claim, i};
            unknown_ = unknown_ || claim.type.unknown() || claim.relations.unknown() || claim.claims.unknown();
            for (const Relation& relation : claim.relations) {
                unknown_ = unknown_ || relation.type.unknown();
                if (!relation.type.is(RelationType::corroborates)) continue;
                if (const ClaimFound other = find(relation.claim, record)) {
                    const std::size_t one = top(number_of(here));
                    leads_to_[one] = top(number_of(other));
                }
            }
            if (!claim.type.is(ClaimType::confirmation)) continue;
            for (const Value<ClaimRef>& reference : claim.claims) {
                const ClaimFound other = find(reference, record);
                // Who repeats an own claim is no voice more.
                const bool own = other && claim.speaker.known() && other.claim->speaker.is(*claim.speaker);
                if (other && !own) confirmed_.emplace_back(here, number_of(other));
            }
        }
    }

    ClaimFound find(const Value<ClaimRef>& reference, const Record& from) {
        const ClaimFound found = reference.known() ? check_.find(*reference, from) : ClaimFound();
        unknown_ = unknown_ || !found;
        if (found) add(*found.record);
        return found;
    }

    std::size_t number_of(const ClaimFound& found) {
        const auto [known, fresh] = numbers_.emplace(found.claim, claims_.size());
        if (fresh) {
            leads_to_.push_back(claims_.size());
            claims_.push_back(found);
        }
        return known->second;
    }

    std::size_t top(std::size_t number) const {
        while (leads_to_[number] != number) number = leads_to_[number];
        return number;
    }

    const RecordCheck& check_;
    std::set<const Record*> added_;
    Voices claims_;
    std::map<const Claim*, std::size_t> numbers_;
    std::vector<std::size_t> leads_to_;
    std::vector<std::pair<ClaimFound, std::size_t>> confirmed_;
    bool unknown_ = false;
};

/// Where a claim is said to stand beside another.
Where joined_at(const Claim& claim) {
    if (claim.type.is(ClaimType::confirmation)) return claim.claims.where;
    for (const Relation& relation : claim.relations) {
        if (relation.type.is(RelationType::corroborates)) return relation.claim.where;
    }
    return nowhere;
}

std::string say_voice(const RecordCheck& check, const ClaimFound& voice) {
    if (voice.claim->quantity.present()) return check.figure(voice);
    const bool confirms = voice.claim->type.is(ClaimType::confirmation);
    return fmt::format("{} by {}", confirms ? "a confirmation" : "a claim", check.speaker(voice));
}

void report(RecordCheck& check, const Voices& voices, const std::vector<std::uint32_t>& joining,
            const std::string& origin) {
    const std::uint32_t shown = check.last_by_id(joining);
    std::vector<std::string> said;
    for (const ClaimFound& voice : voices) said.push_back(say_voice(check, voice));
    const std::string many = voices.size() == 2 ? "both come" : "all of them come";
    Draft& draft = check.report(joined_at(check.claim(shown)),
                                "{voices} stand here as {number} voices, but " + many + " from {origin}",
                                {{"voices", joined(said)},
                                 {"number", in_words(static_cast<std::int64_t>(voices.size()))},
                                 {"origin", check.name(origin)}});
    draft.participants = {claim_at(check.record(), shown)};
    for (const ClaimFound& voice : voices) {
        if (voice.record != &check.record() || voice.number == shown) continue;
        draft.participants.push_back(claim_at(check.record(), voice.number));
        draft.notes.push_back({voice.claim->where, say_voice(check, voice) + " stands here"});
    }
}

void check(RecordCheck& check) {
    const Classes classes(check);
    for (const Voices& voices : classes.all()) {
        if (voices.size() < 2) continue;
        std::vector<std::uint32_t> joining;
        std::set<std::string> origins;
        for (const ClaimFound& voice : voices) {
            origins.insert(origin_of(check, voice));
            if (voice.record == &check.record() && joined_at(*voice.claim) != nowhere) joining.push_back(voice.number);
        }
        const bool unknown = origins.erase("") > 0 || classes.may_be_larger();
        if (joining.empty() || origins.size() > 1) continue;
        if (unknown) {
            check.undecided();
        } else {
            report(check, voices, joining, *origins.begin());
        }
    }
}

}  // namespace

extern const Rule corroboration_by_one_origin;
const Rule corroboration_by_one_origin{
    .code = "ATT008",
    .name = "corroboration_by_one_origin",
    .severity = Severity::warning,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "Claims that corroborate each other all come from one place.",
    .rationale =
        "The article on the exchange of 28 March 2025 stands on a second site word for word: two pages, one origin. "
        "Two outlets that print one agency's figure are one voice, and a reader who counts two believes the number "
        "too easily. Two officials quoted in one article are two.",
    .remedy =
        "Make one claim of it, with an appearance for each page. If an outlet counted by itself, take out the station "
        "or the copy that is named; if it quotes somebody, that is the speaker.",
    .check = check,
};

}  // namespace muster
