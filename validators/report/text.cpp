// The text form: for a person who reads it in a terminal or in a log.
#include <fmt/format.h>

#include "core/words.hpp"
#include "report/frame.hpp"
#include "report/inert.hpp"
#include "report/report.hpp"
#include "report/summary.hpp"

namespace muster {
namespace {

/// A person reads no longer list.
constexpr std::size_t most_notes = 20;

std::string place_of(const Place& place) {
    return fmt::format("{}:{}:{}:", inert_path(place.path), place.line, place.column);
}

class TextReport final : public Report {
public:
    TextReport(Output& output, ReportOptions options)
        : Report(output, std::move(options)), paint_(this->options().color) {}

private:
    void write(const Finding& finding, std::size_t number) override {
        std::string text = number > 0 ? "\n" : "";
        text +=
            fmt::format("{} {} {}\n", paint_.place(place_of(finding.place)),
                        paint_.by(finding.severity, fmt::format("{}[{}]", to_string(finding.severity), finding.code)),
                        inert(finding.message));
        text += code_frame(finding.excerpt, finding.place.line, finding.severity, paint_);
        const std::size_t many = finding.related.size();
        const std::size_t printed = many > most_notes ? most_notes - 1 : many;
        for (std::size_t i = 0; i < printed; ++i) {
            const Related& related = finding.related[i];
            text += fmt::format("  note: {} {}\n", paint_.place(place_of(related.place)), inert(related.message));
        }
        if (printed < many) {
            text += fmt::format("  note: {} more places take part; --format json lists them all\n",
                                with_commas(static_cast<std::int64_t>(many - printed)));
        }
        if (!finding.remedy.empty()) text += fmt::format("  help: {}\n", inert(finding.remedy));
        output().write(text);
    }

    void end(const Summary& summary, std::size_t shown) override {
        if (!options().summary) return;
        const std::vector<std::string> lines = sentences(summary, shown, options());
        const bool clean = summary.errors + summary.warnings + summary.infos == 0;
        std::string text = shown > 0 ? "\n" : "";
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0) text += clean ? " " : "\n";
            text += lines[i];
        }
        output().write(text + "\n");
    }

    Paint paint_;
};

}  // namespace

std::unique_ptr<Report> make_text_report(Output& output, ReportOptions options) {
    return std::make_unique<TextReport>(output, std::move(options));
}

}  // namespace muster
