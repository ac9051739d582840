#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/words.hpp"
#include "report/inert.hpp"
#include "stats/stats_report.hpp"

namespace muster {
namespace {

std::string words_of(std::string word) {
    for (char& c : word) c = c == '_' ? ' ' : c;
    return word.empty() ? "of unknown status" : word;
}

std::string words_of(std::int64_t low, const std::optional<std::int64_t>& high) {
    if (!high) return with_commas(low) + " or more";
    return low == *high ? with_commas(low) : fmt::format("{} to {}", with_commas(low), with_commas(*high));
}

std::string words_of(const Range& range) {
    const std::string words = words_of(range.low, range.high);
    if (!range.best || (range.high && range.low == *range.high)) return words;
    return fmt::format("{}, best {}", words, with_commas(*range.best));
}

std::string figure_of(const SaidFigure& said) {
    if (said.figure) return words_of(said.figure->low, said.figure->high);
    return said.absent.empty() ? "a number that cannot be used" : words_of(said.absent);
}

/// "1,245 (Coordination Headquarters), 1,248 (Russian Ministry of Defence)": each figure once, with all who say so.
std::vector<std::string> figures_of(const std::vector<SaidFigure>& said) {
    std::vector<std::pair<std::string, std::vector<std::string>>> figures;
    for (const SaidFigure& one : said) {
        const std::string figure = figure_of(one);
        auto found =
            std::find_if(figures.begin(), figures.end(), [&](const auto& item) { return item.first == figure; });
        if (found == figures.end()) found = figures.insert(figures.end(), {figure, {}});
        found->second.push_back(one.name);
    }
    std::vector<std::string> words;
    for (const auto& [figure, speakers] : figures)
        words.push_back(fmt::format("{} ({})", figure, fmt::join(speakers, "; ")));
    return words;
}

std::string words_of(const Receipt& receipt) {
    const std::string number = receipt.range ? words_of(*receipt.range) : "no number of";
    const std::vector<std::string> figures = figures_of(receipt.said);
    std::string text = fmt::format("{}: {} {}", receipt.to_name, number, receipt.kind);
    if (figures.empty()) return text + " (nobody gives one)";
    // One figure that is all there is need not be said twice.
    if (figures.size() == 1 && figures.front().rfind(number + " (", 0) == 0)
        return text + figures.front().substr(number.size());
    return text + ": " + fmt::format("{}", fmt::join(figures, ", "));
}

std::string share(std::size_t part, std::size_t all) {
    return all == 0
               ? "none"
               : fmt::format("{} ({} %)", with_commas(static_cast<std::int64_t>(part)), (part * 200 + all) / (all * 2));
}

std::string counted_plain(std::size_t number, std::string_view what) {
    return counted(static_cast<std::int64_t>(number), what);
}

class StatsText {
public:
    StatsText(const Stats& stats, Output& output) : stats_(stats), output_(output) {}

    void write() {
        begin();
        received();
        disagreements();
        attribution();
        timeline();
    }

private:
    void line(const std::string& text) { output_.write(inert_path(text) + "\n"); }
    void heading(const std::string& text) { output_.write("\n" + inert(text) + "\n"); }

    void begin() {
        std::vector<std::string> by_status;
        for (const auto& [status, number] : stats_.by_status)
            by_status.push_back(fmt::format("{} {}", number, words_of(status)));
        line(fmt::format("{}{}{}", counted_plain(stats_.exchanges(), "exchange"), by_status.empty() ? "" : ": ",
                         joined(by_status)));
        if (stats_.series > 0) line(fmt::format("{} series", stats_.series));
        if (stats_.tombstones > 0) line(fmt::format("{} withdrawn", counted_plain(stats_.tombstones, "record")));
        if (stats_.unknown > 0) {
            line(fmt::format("In {} something cannot be used and is left out: muster check says what",
                             counted_plain(stats_.unknown, "record")));
        }
    }

    void received() {
        if (!stats_.received.empty()) heading("Received, in the exchanges that were carried out");
        for (const Received& one : stats_.received) {
            const std::size_t with_number = one.exchanges - one.without_number;
            line(fmt::format("  {}, {}: {} in {}", one.to_name, one.kind,
                             with_number > 0 ? words_of(one.range) : "no number",
                             counted_plain(with_number > 0 ? with_number : one.exchanges, "exchange")));
            if (with_number > 0 && one.without_number > 0)
                line(fmt::format("    and {} of which no number is known",
                                 counted_plain(one.without_number, "exchange")));
            std::vector<std::string> speakers;
            for (const SpeakerShare& share : one.speakers)
                speakers.push_back(fmt::format("{} ({})", share.name, share.exchanges));
            if (!speakers.empty()) line("    says who: " + joined(speakers));
        }
    }

    void disagreements() {
        if (!stats_.disagreements.empty()) heading("Counts that do not meet");
        for (const StatedDisagreement& one : stats_.disagreements) {
            line(fmt::format("  {} ({}): {}; {}", one.record, joined(one.flows),
                             fmt::format("{}", fmt::join(figures_of(one.said), ", ")),
                             one.declared ? "noted in the record" : "not noted in the record"));
        }
    }

    void attribution() {
        const Attribution& claims = stats_.attribution;
        heading(counted_plain(claims.claims, "claim"));
        line("  through somebody between the speaker and the source: " + share(claims.relayed, claims.claims));
        line("  also said by somebody whose word comes from elsewhere: " + share(claims.second_origin, claims.claims));
        line("  with words of the source: " + share(claims.quoted, claims.claims));
        line("  computed by the editors: " + share(claims.editors, claims.claims));
    }

    void timeline() {
        if (!stats_.timeline.empty()) heading("Timeline");
        for (const TimelineRow& row : stats_.timeline) {
            const std::string status = row.status == "carried_out" ? "" : ", " + words_of(row.status);
            line(fmt::format("  {}  {}{}", row.date.empty() ? "no date" : row.date, row.record, status));
            for (const Receipt& receipt : row.received) line("    " + words_of(receipt));
        }
    }

    const Stats& stats_;
    Output& output_;
};

}  // namespace

void write_stats_text(const Stats& stats, Output& output) {
    StatsText(stats, output).write();
}

}  // namespace muster
