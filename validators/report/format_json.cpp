// The JSON form: one document, one finding a line, so that it can be streamed and read with line tools;
// schema/report.schema.json describes it.
#include <fmt/format.h>

#include "report/json_parts.hpp"

namespace muster {
namespace {

class JsonReport final : public Report {
public:
    using Report::Report;

private:
    void begin() override { output().write(fmt::format("{{\"muster\": {},\n\"findings\": [", json_of(options()))); }

    void write(const Finding& finding, std::size_t number) override {
        output().write((number > 0 ? ",\n" : "\n") + json_of(finding));
    }

    void end(const Summary& summary, std::size_t shown) override {
        std::string text = shown > 0 ? "\n],\n" : "],\n";
        text += "\"summary\": {";
        std::string_view before = "\n  ";
        for (const std::string& member : json_members_of(summary, shown)) {
            text += before;
            text += member;
            before = ",\n  ";
        }
        output().write(text + "\n}}\n");
    }
};

}  // namespace

extern const Format format_json;
const Format format_json{"json", make_report<JsonReport>};

}  // namespace muster
