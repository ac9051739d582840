// The text form: for a person who reads it in a terminal or in a log.
#include "report/finding_text.hpp"
#include "report/report.hpp"
#include "report/summary.hpp"

namespace muster {
namespace {

class TextReport final : public Report {
public:
    TextReport(Output& output, ReportOptions options)
        : Report(output, std::move(options)), paint_(this->options().color) {}

private:
    void write(const Finding& finding, std::size_t number) override {
        output().write((number > 0 ? "\n" : "") + finding_text(finding, paint_));
    }

    void end(const Summary& summary, std::size_t shown) override {
        if (!options().summary) return;
        const bool clean = summary.errors + summary.warnings + summary.infos == 0;
        std::string text = (shown > 0 ? "\n" : "") + what_was_checked(summary, options());
        for (const Remark& remark : remarks(summary, shown)) text += (clean ? " " : "\n") + remark.text;
        output().write(text + "\n");
    }

    Paint paint_;
};

}  // namespace

extern const Format format_text;
const Format format_text{"text", make_report<TextReport>};

}  // namespace muster
