// The NDJSON form: each line is JSON by itself, a finding as in the JSON form, the last one the summary;
// definitions/ndjson_line in schema/report.schema.json describes it.
#include <fmt/format.h>

#include "report/json_parts.hpp"

namespace muster {
namespace {

class NdjsonReport final : public Report {
public:
    using Report::Report;

private:
    void write(const Finding& finding, std::size_t) override { output().write(json_of(finding) + "\n"); }

    void end(const Summary& summary, std::size_t shown) override {
        std::string members;
        for (const std::string& member : json_members_of(summary, shown)) {
            members += (members.empty() ? "" : ", ") + member;
        }
        output().write(fmt::format("{{\"muster\": {}, \"summary\": {{{}}}}}\n", json_of(options()), members));
    }
};

}  // namespace

extern const Format format_ndjson;
const Format format_ndjson{"ndjson", make_report<NdjsonReport>};

}  // namespace muster
