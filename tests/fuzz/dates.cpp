// Any text is a date or has a part that is wrong with it.
#include "fuzz/fuzz.hpp"
#include "record/edtf_date.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace muster;
    const std::string_view text = testing::text_of(data, size);
    const ParsedDate parsed = parse_date(text);
    if (!parsed.problem) {
        testing::must(parsed.date.earliest <= parsed.date.latest, "days are in order");
        testing::must(parsed.culprit.empty(), "nothing is wrong with what is a date");
        return 0;
    }
    testing::must(parsed.date.earliest == before_all_days && parsed.date.latest == after_all_days,
                  "what is no date may be any day");
    const bool inside = parsed.culprit.data() >= text.data() &&
                        parsed.culprit.data() + parsed.culprit.size() <= text.data() + text.size();
    testing::must(parsed.culprit.empty() || inside, "what is wrong is a part of the text");
    return 0;
}
