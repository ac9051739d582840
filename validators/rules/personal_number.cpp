#include "core/words.hpp"
#include "record/private_numbers.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for (const PrivateText& text : private_texts(check, false)) {
        // The number itself is not said again: reports are published too.
        Draft& draft = check.report(
            text.where,
            "this text may hold somebody's personal number: {digits} digits in a row, beginning with {beginning}",
            {{"beginning", std::string(text.first.beginning)},
             {"digits", static_cast<std::int64_t>(text.first.digits)}});
        draft.participants = {value_at(text.where)};
        if (text.more == 0) continue;
        draft.message += text.more == 1 ? "; there is {more} more" : "; there are {more} more";
        draft.args.emplace_back("more", in_words(static_cast<std::int64_t>(text.more)));
    }
}

}  // namespace

extern const Rule personal_number;
const Rule personal_number{
    .code = "PRV002",
    .name = "personal_number",
    .severity = Severity::warning,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A text holds eight or more digits in a row, as passports, tax numbers, accounts and telephones have.",
    .rationale =
        "Lists of prisoners and of the dead identify people by the numbers of their papers and tags. No count has so "
        "many digits without groups, and no date; what has them is most often the number of a person, an account or a "
        "telephone, and it is never needed to say how many were exchanged.",
    .remedy =
        "Take the number out. If it is a large figure, group its digits (12 500 000); if it is the number of a page or "
        "a post, write the address.",
    .check = check,
};

}  // namespace muster
