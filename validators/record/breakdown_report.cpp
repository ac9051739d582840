#include "record/breakdown_report.hpp"

#include <fmt/format.h>

#include "core/words.hpp"
#include "record/sayings.hpp"

namespace muster {
namespace {

/// "382 (first place), 56 (second place)": long lists are cut in the middle of what nobody reads.
std::string list_of_parts(const Breakdown& breakdown) {
    std::vector<std::string> parts;
    for (const Part& part : breakdown.parts) {
        if (parts.size() == 12) {
            parts.push_back(fmt::format("{} more", in_words(static_cast<std::int64_t>(breakdown.parts.size()) - 12)));
            break;
        }
        parts.push_back(fmt::format("{} ({})", say(part.quantity), part.label.known() ? *part.label : "no label"));
    }
    return joined(parts);
}

/// "Office for the Missing gives 206", or of a part that has parts: "the part \"Hill district\" is given as 60".
std::string given(const RecordCheck& check, const Claim& claim, const BreakdownFailure& failure) {
    if (failure.within == nullptr) return fmt::format("{} gives {}", check.speaker(claim), say(*failure.whole));
    const Text& label = failure.within->label;
    return fmt::format("the part \"{}\" is given as {}", label.known() ? *label : "without a label",
                       say(*failure.whole));
}

void report(RecordCheck& check, std::uint32_t number, const BreakdownFailure& failure, std::string_view message) {
    const Claim& claim = check.claim(number);
    const Breakdown& breakdown = *failure.breakdown;
    Draft& draft = check.report(
        failure.whole_suspect ? failure.whole->place() : breakdown.where, std::string(message),
        {{"given", given(check, claim, failure)},
         {"whole", say(*failure.whole)},
         {"sum", say(failure.sum)},
         {"gap", say_gap(failure.sum, failure.whole->interval())},
         {"parts", list_of_parts(breakdown)},
         {"label",
          std::string(failure.part != nullptr && failure.part->label.known() ? *failure.part->label : "a part")},
         {"dimension", std::string(breakdown.dimension.known() ? *breakdown.dimension : "")},
         {"speaker", check.speaker(claim)}});
    if (may_be_misprint(claim)) draft.severity = Severity::info;
    // Which of the numbers is wrong cannot be known; the claim as a whole is what later layers may not use.
    if (!failure.whole_suspect) draft.participants.push_back(value_at(breakdown.where));
    if (failure.whole_suspect && failure.within != nullptr)
        draft.participants.push_back(value_at(failure.whole->where));
    draft.participants.push_back(claim_at(check.record(), number));
    if (failure.part != nullptr) {
        draft.notes.push_back({failure.part->quantity.place(), say(failure.part->quantity) + " stands here"});
    } else {
        draft.notes.push_back({breakdown.where, "the parts stand here"});
    }
}

}  // namespace

void report_breakdowns(RecordCheck& check, Shape shape, std::string_view message) {
    const std::vector<BreakdownVerdict>& verdicts = check.breakdowns();
    for (std::uint32_t i = 0; i < verdicts.size(); ++i) {
        for (const BreakdownFailure& failure : verdicts[i].failures) {
            if (failure.shape == shape) report(check, i, failure, message);
        }
    }
}

}  // namespace muster
