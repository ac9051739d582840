#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/words.hpp"
#include "record/circles.hpp"
#include "record/dataset_check.hpp"
#include "record/record_check.hpp"

namespace muster {
namespace {

std::string_view message_about(Leading kind) {
    switch (kind) {
        case Leading::derivation:
            return "{members} are computed from one another in a circle, so none of them has a number to begin with";
        case Leading::supersedes:
            return "{members} replace one another in a circle, so none of them is the last word";
        case Leading::syndicated_from:
            return "{members} are said to be copies of one another in a circle, so none of them is the original";
        case Leading::revision_of:
            return "{members} are said to be later states of one another in a circle, so none of them is the first";
        case Leading::part_of:
            return "{members} are said to be part of one another in a circle, so none of them is the whole";
    }
    return "";
}

std::string_view word_of(Leading kind) {
    constexpr std::array<std::string_view, all_leading.size()> words{"derivation", "supersedes", "syndicated_from",
                                                                     "revision_of", "part_of"};
    return words[static_cast<std::size_t>(kind)];
}

std::string_view owner_of(std::string_view claim) {
    return claim.substr(0, claim.find('#'));
}

/// As readers of this record know it.
std::string words_of(const RecordCheck& check, Leading kind, const std::string& member, bool within_record) {
    if (kind == Leading::part_of) return "\"" + check.title(member) + "\"";
    return "\"" + (within_record && of_claims(kind) ? member.substr(member.find('#') + 1) : member) + "\"";
}

/// Two have the id of a member: which of them leads round cannot be known.
bool in_doubt(const RecordCheck& check, Leading kind, const std::vector<std::string>& members) {
    return std::any_of(members.begin(), members.end(), [&](const std::string& member) {
        if (kind == Leading::part_of) return check.directory().has_two_records(member);
        return of_claims(kind) ? check.directory().has_two_records(owner_of(member)) : check.has_two_sources(member);
    });
}

void report(RecordCheck& check, const Lead& lead, const std::vector<std::string>& members) {
    if (in_doubt(check, lead.kind, members)) return check.undecided();
    const bool within = std::all_of(members.begin(), members.end(),
                                    [&](const std::string& member) { return owner_of(member) == owner_of(lead.from); });
    std::vector<std::string> words;
    // Sources of a record are known in it alone.
    const bool own_sources = check.record().is_record() && !of_claims(lead.kind) && lead.kind != Leading::part_of;
    std::string key(word_of(lead.kind));
    if (own_sources && check.record().id.known()) key += " in " + std::string(*check.record().id);
    for (const std::string& member : members) {
        words.push_back(words_of(check, lead.kind, member, within));
        key += "|" + member;
    }
    Dangling& wrong = check.dangling(std::move(key), lead.where);
    wrong.message = message_about(lead.kind);
    wrong.args = {{"members", joined(words)}};
    wrong.again = "the circle goes on here";
}

void check(RecordCheck& check) {
    const std::vector<Lead> leads = leads_of(check.record());
    for (const Leading kind : all_leading) {
        Circles own;
        bool leaves = false;
        for (const Lead& lead : leads) {
            if (lead.kind != kind) continue;
            own.add(lead);
            leaves = leaves || lead.leaves;
        }
        const bool known = check.record().id.known();
        const bool shared =
            (leaves && known) || kind == Leading::part_of || check.record().type == DocumentType::sources;
        const Circles* circles = shared ? check.directory().circles(kind) : &own;
        if (!shared) own.find();
        for (const Lead& lead : leads) {
            if (lead.kind != kind || circles == nullptr) continue;
            if (const std::vector<std::string>* members = circles->around(lead)) report(check, lead, *members);
        }
    }
}

void check_dataset(DatasetCheck& check) {
    check.report_dangling("");
}

}  // namespace

extern const Rule circular_reference;
const Rule circular_reference{
    .code = "REF010",
    .name = "circular_reference",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "References lead round in a circle: sums of one another, copies of one another, parts of one another.",
    .rationale =
        "On 28 March 2025 the total 952 was the sum of 43 and 909. Were the 43 in turn given as 952 less 909, each "
        "number would rest on the other, and the arithmetic would hold for any mistake. A chain of copies ends at an "
        "original, a chain of corrections at the first word, and an agreement's stages at the agreement; what leads "
        "round in a circle ends nowhere.",
    .remedy =
        "Take out the reference that is not so: a number that somebody said needs no derivation, and the first report "
        "is a copy of none.",
    .check = check,
    .check_dataset = check_dataset,
};

}  // namespace muster
