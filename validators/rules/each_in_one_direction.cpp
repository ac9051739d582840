#include <algorithm>
#include <map>
#include <utility>

#include "core/words.hpp"
#include "record/record_check.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

using Direction = std::pair<std::string_view, std::string_view>;

void report(RecordCheck& check, const Direction& direction, const std::vector<std::uint32_t>& claims) {
    const std::uint32_t shown = check.last_by_id(claims);
    std::vector<std::string> figures;
    for (const std::uint32_t number : claims) figures.push_back(check.figure(check.claim(number)));
    Draft& draft = check.report(
        check.claim(shown).applies.where,
        claims.size() == 1 ? "{figures} is said of each direction, but the flows it names all go from {from} to {to}"
                           : "{figures} are said of each direction, but the flows they name all go from {from} to {to}",
        {{"figures", joined(figures)}, {"from", check.name(direction.first)}, {"to", check.name(direction.second)}});
    draft.participants = {value_at(check.claim(shown).applies.where)};
    for (const std::uint32_t number : claims) {
        if (number == shown) continue;
        draft.participants.push_back(value_at(check.claim(number).applies.where));
        draft.notes.push_back({check.claim(number).applies.where, check.figure(check.claim(number)) + " stands here"});
    }
}

void check(RecordCheck& check) {
    const Record& record = check.record();
    // A flow whose ends were mistyped makes every such claim wrong: they are one finding.
    std::map<Direction, std::vector<std::uint32_t>> found;
    for (std::uint32_t i = 0; i < record.claims.size(); ++i) {
        const Claim& claim = record.claims.items[i];
        if (!claim.applies.is(Applies::each)) continue;
        std::vector<Direction> directions;
        bool unknown = flows_unknown(record, claim);
        for (const std::uint32_t number : named_flows(record, claim)) {
            const Flow& flow = record.flows.items[number];
            if (flow.unknown || !flow.from.known() || !flow.to.known()) continue;
            const Direction direction(*flow.from, *flow.to);
            if (std::find(directions.begin(), directions.end(), direction) == directions.end())
                directions.push_back(direction);
        }
        if (directions.size() > 1) continue;
        if (unknown) {
            check.undecided();
        } else if (directions.size() == 1) {
            found[directions.front()].push_back(i);
        }
    }
    for (const auto& [direction, claims] : found) report(check, direction, claims);
}

}  // namespace

extern const Rule each_in_one_direction;
const Rule each_in_one_direction{
    .code = "TOT008",
    .name = "each_in_one_direction",
    .severity = Severity::error,
    .layer = Layer::references,
    .since = "0.1.0",
    .summary = "A number is said of each direction, but the flows it names all go one way.",
    .rationale =
        "\"246 each\" of 19 April 2025 is 246 one way and 246 the other. Said of two legs of one way it is one number "
        "for both, or the flow that goes back is missing, and a sum would count it once where it counts twice.",
    .remedy =
        "Name the flows of both directions. If one number is meant for all the flows named, applies is together; if "
        "each leg had this number, give each a claim of its own. If a flow's ends were mistyped, correct from and to.",
    .check = check,
};

}  // namespace muster
