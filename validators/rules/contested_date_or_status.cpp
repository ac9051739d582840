#include <fmt/format.h>

#include "core/words.hpp"
#include "record/names.hpp"
#include "record/record_check.hpp"

namespace muster {
namespace {

enum class Answer : std::uint8_t { no, yes, unknown };

/// Of an exchange that is still to come. Whatever became of it later, that was true when it was said.
bool to_come(RecordStatus status) {
    return status <= RecordStatus::postponed;
}

Answer dates_differ(const Record& record, const Claim& claim) {
    if (claim.date.absent() || record.date.absent()) return Answer::no;
    if (!claim.date.known() || !record.date.known()) return Answer::unknown;
    return claim.date->days.meets(record.date->days) ? Answer::no : Answer::yes;
}

Answer statuses_differ(const Record& record, const Claim& claim) {
    if (claim.status.absent() || record.status.absent()) return Answer::no;
    if (!claim.status.known() || !record.status.known()) return Answer::unknown;
    if (*claim.status == *record.status) return Answer::no;
    if (!to_come(*claim.status) || *claim.status > *record.status) return Answer::yes;
    if (claim.stated_on.absent()) return Answer::no;
    if (!claim.stated_on.known() || !record.date.known()) return Answer::unknown;
    return claim.stated_on->days.earliest > record.date->days.latest ? Answer::yes : Answer::no;
}

/// The claims of one type that say otherwise than the record.
std::vector<std::uint32_t> otherwise(RecordCheck& check, ClaimType type,
                                     Answer (*differ)(const Record&, const Claim&)) {
    std::vector<std::uint32_t> claims;
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        const Competing superseded = check.accounts().superseded(i);
        if (!claim.type.is(type) || claim.rank.is(Rank::deprecated) || may_be_misprint(claim)) continue;
        if (superseded == Competing::yes) continue;
        const Answer differs = differ(check.record(), claim);
        if (differs == Answer::no) continue;
        if (differs == Answer::unknown || claim.unknown || claim.rank.unknown() || superseded == Competing::unknown) {
            check.undecided();
        } else {
            claims.push_back(i);
        }
    }
    return claims;
}

std::string say_status(RecordStatus status) {
    return status == RecordStatus::carried_out ? "carried out" : std::string(word(status));
}

std::string say_otherwise(const RecordCheck& check, const Claim& claim) {
    const std::string what =
        claim.type.is(ClaimType::date) ? written_in_words(claim.date->text) : say_status(*claim.status);
    return fmt::format("{} says {}", check.speaker(claim), what);
}

void report(RecordCheck& check, const std::vector<std::uint32_t>& claims) {
    const std::uint32_t shown = check.last_by_id(claims);
    const Claim& claim = check.claim(shown);
    const bool of_date = claim.type.is(ClaimType::date);
    const Record& record = check.record();
    std::vector<std::string> others;
    for (const std::uint32_t number : claims) others.push_back(say_otherwise(check, check.claim(number)));
    Draft& draft = check.report(
        of_date ? claim.date.where : claim.status.where,
        of_date ? "the record's date is {own}, but {others}" : "the record's status is {own}, but {others}",
        {{"own", of_date ? written_in_words(record.date->text) : say_status(*record.status)},
         {"others", joined(others)}});
    draft.participants = {claim_at(record, shown)};
    for (const std::uint32_t number : claims) {
        if (number == shown) continue;
        draft.participants.push_back(claim_at(record, number));
        draft.notes.push_back({check.claim(number).where, say_otherwise(check, check.claim(number))});
    }
}

void check(RecordCheck& check) {
    for (const auto& claims :
         {otherwise(check, ClaimType::date, dates_differ), otherwise(check, ClaimType::status, statuses_differ)}) {
        if (!claims.empty()) report(check, claims);
    }
}

}  // namespace

extern const Rule contested_date_or_status;
const Rule contested_date_or_status{
    .code = "DIS005",
    .name = "contested_date_or_status",
    .severity = Severity::info,
    .layer = Layer::disagreement,
    .since = "0.1.0",
    .summary = "Somebody gives the exchange another date or status than the record.",
    .rationale =
        "One page of June 2022 is dated 8 June and says 9 June; a side may say that an exchange took place which the "
        "other calls off. Date and status of a record are the editors' reading, and whoever quotes them should know "
        "that somebody reads them otherwise. What was announced before the day is no other reading.",
    .remedy =
        "Nothing has to be done if both are as published. If the record's own date or status has become outdated, "
        "correct it.",
    .check = check,
};

}  // namespace muster
