// Any bytes give findings, never a crash: each with a code of the catalogue and a place, and as many as are counted.
#include <map>
#include <string>

#include "fuzz/fuzz.hpp"
#include "muster/check.hpp"
#include "muster/rule.hpp"

namespace muster {
namespace {

using testing::must;

class Counted final : public Sink {
public:
    void take(const Finding& finding) override {
        must(find_rule(finding.code) != nullptr, "a finding has a code of the catalogue");
        must(finding.place.line >= 1 && finding.place.column >= 1, "places count from 1");
        must(!finding.message.empty() && !finding.fingerprint.empty(), "a finding says what, and has a fingerprint");
        ++findings[finding.severity];
    }
    std::map<Severity, std::size_t> findings;
};

}  // namespace
}  // namespace muster

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace muster;
    static const char* const endings[] = {"json", "ndjson", "json.gz", "json.zst"};
    if (size == 0) return 0;
    CheckOptions options;
    options.buffers = {{std::string("a.") + endings[data[0] % 4], testing::text_of(data + 1, size - 1)}};
    options.as_of = "2026-01-01";
    options.isolated = true;
    Counted counted;
    const Result<Summary> summary = check(options, counted);
    must(summary.has_value(), "a check of bytes in memory can be made");
    must(summary->rules_failed.empty(), "no rule breaks down");
    must(summary->errors == counted.findings[Severity::error], "errors are counted");
    must(summary->warnings == counted.findings[Severity::warning], "warnings are counted");
    must(summary->infos == counted.findings[Severity::info], "infos are counted");
    return 0;
}
