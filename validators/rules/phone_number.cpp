#include "core/words.hpp"
#include "record/private_numbers.hpp"

namespace muster {
namespace {

void check(RecordCheck& check) {
    for (const PrivateText& text : private_texts(check, true)) {
        // The number itself is not said again: reports are published too.
        Draft& draft = check.report(
            text.where,
            "this text seems to hold a telephone number: it begins with {beginning} and has {digits} digits",
            {{"beginning", std::string(text.first.beginning)},
             {"digits", static_cast<std::int64_t>(text.first.digits)}});
        draft.participants = {value_at(text.where)};
        if (text.more == 0) continue;
        draft.message += text.more == 1 ? "; there is {more} more" : "; there are {more} more";
        draft.args.emplace_back("more", in_words(static_cast<std::int64_t>(text.more)));
    }
}

}  // namespace

extern const Rule phone_number;
const Rule phone_number{
    .code = "PRV001",
    .name = "phone_number",
    .severity = Severity::warning,
    .layer = Layer::claim,
    .since = "0.1.0",
    .summary = "A text seems to hold a telephone number.",
    .rationale =
        "Reports of exchanges are full of lines for relatives to call, and posts on social networks of numbers that "
        "relatives left there. In a dataset they would be copied for ever. A telephone number is no part of who said "
        "what, and that of a person does not become public by having been printed once.",
    .remedy =
        "Take the number out; of a quote keep the words before or after it. If it is the published line of an office "
        "and has to stand, suppress the warning with a reason in muster.toml.",
    .check = check,
};

}  // namespace muster
