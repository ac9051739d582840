#include "report/finding_text.hpp"

#include <fmt/format.h>

#include "core/words.hpp"
#include "report/frame.hpp"
#include "report/inert.hpp"

namespace muster {
namespace {

/// A person reads no longer list.
constexpr std::size_t most_notes = 20;

std::string place_of(const Place& place) {
    return fmt::format("{}:{}:{}:", inert_path(place.path), place.line, place.column);
}

}  // namespace

std::vector<std::string> finding_notes(const Finding& finding, const Paint& paint) {
    std::vector<std::string> lines;
    const std::size_t many = finding.related.size();
    const std::size_t printed = many > most_notes ? most_notes - 1 : many;
    for (std::size_t i = 0; i < printed; ++i) {
        const Related& related = finding.related[i];
        lines.push_back(fmt::format("note: {} {}", paint.place(place_of(related.place)), inert(related.message)));
    }
    if (printed < many) {
        lines.push_back(fmt::format("note: {} more places take part; --format json lists them all",
                                    with_commas(static_cast<std::int64_t>(many - printed))));
    }
    if (!finding.remedy.empty()) lines.push_back("help: " + inert(finding.remedy));
    return lines;
}

std::string finding_text(const Finding& finding, const Paint& paint) {
    std::string text =
        fmt::format("{} {} {}\n", paint.place(place_of(finding.place)),
                    paint.by(finding.severity, fmt::format("{}[{}]", to_string(finding.severity), finding.code)),
                    inert(finding.message));
    text += code_frame(finding.excerpt, finding.place.line, finding.severity, paint);
    for (const std::string& line : finding_notes(finding, paint)) text += "  " + line + "\n";
    return text;
}

}  // namespace muster
