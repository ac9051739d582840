#include <fmt/format.h>

#include "report/inert.hpp"
#include "report/json_parts.hpp"
#include "stats/stats_report.hpp"

namespace muster {
namespace {

std::string number_of(const std::optional<std::int64_t>& number) {
    return number ? std::to_string(*number) : "null";
}

std::string members_of(const Range& range) {
    return fmt::format(R"("low": {}, "high": {}, "best": {})", range.low, number_of(range.high), number_of(range.best));
}

std::string object_of(const SaidFigure& said) {
    std::string text =
        fmt::format(R"({{"speaker": {}, "name": {}, )", json_string(said.speaker), json_string(said.name));
    if (said.figure) text += fmt::format(R"("low": {}, "high": {}, )", said.figure->low, number_of(said.figure->high));
    if (!said.absent.empty()) text += fmt::format(R"("absent": {}, )", json_string(said.absent));
    return text + fmt::format(R"("claims": [{}]}})", json_list(said.claims, json_string));
}

std::string list_of(const std::vector<SaidFigure>& said) {
    return "[" + json_list(said, [](const SaidFigure& one) { return object_of(one); }) + "]";
}

std::string object_of(const Receipt& receipt) {
    return fmt::format(R"({{"to": {}, "name": {}, "kind": {}, {}"said": {}}})", json_string(receipt.to),
                       json_string(receipt.to_name), json_string(receipt.kind),
                       receipt.range ? members_of(*receipt.range) + ", " : "", list_of(receipt.said));
}

std::string object_of(const TimelineRow& row) {
    return fmt::format(R"({{"record": {}, "date": {}, "status": {}, "received": [{}]}})", json_string(row.record),
                       json_string(row.date), json_string(row.status),
                       json_list(row.received, [](const Receipt& receipt) { return object_of(receipt); }));
}

std::string object_of(const Received& received) {
    const auto speaker = [](const SpeakerShare& share) {
        return fmt::format(R"({{"speaker": {}, "name": {}, "exchanges": {}}})", json_string(share.speaker),
                           json_string(share.name), share.exchanges);
    };
    return fmt::format(
        R"({{"to": {}, "name": {}, "kind": {}, "exchanges": {}, "without_number": {}, {}, "speakers": [{}]}})",
        json_string(received.to), json_string(received.to_name), json_string(received.kind), received.exchanges,
        received.without_number, members_of(received.range), json_list(received.speakers, speaker));
}

std::string object_of(const StatedDisagreement& disagreement) {
    return fmt::format(R"({{"record": {}, "date": {}, "flows": [{}], "declared": {}, "said": {}}})",
                       json_string(disagreement.record), json_string(disagreement.date),
                       json_list(disagreement.flows, json_string), disagreement.declared, list_of(disagreement.said));
}

std::string object_of(const std::map<std::string, std::size_t>& counts) {
    const auto member = [](const auto& item) { return fmt::format("{}: {}", json_string(item.first), item.second); };
    return "{" + json_list(counts, member) + "}";
}

std::string object_of(const Attribution& claims) {
    return fmt::format(
        R"({{"all": {}, "by_editors": {}, "with_relay": {}, "with_second_origin": {}, "with_quote": {}}})",
        claims.claims, claims.editors, claims.relayed, claims.second_origin, claims.quoted);
}

/// One item a line, so that line tools can read it too.
template <class Items>
std::string lines_of(std::string_view name, const Items& items) {
    const std::string list = json_list(
        items, [](const auto& item) { return object_of(item); }, ",\n");
    return fmt::format("\"{}\": [{}],\n", name, list.empty() ? "" : "\n" + list + "\n");
}

}  // namespace

void write_stats_json(const Stats& stats, std::string_view version, Output& output) {
    output.write(fmt::format("{{\"muster\": {{\"version\": {}, \"stats\": 1}},\n", json_string(version)));
    output.write(fmt::format(
        "\"records\": {{\"exchanges\": {}, \"series\": {}, \"tombstones\": {}, \"with_something_unusable\": {}}},\n",
        stats.exchanges(), stats.series, stats.tombstones, stats.unknown));
    output.write(fmt::format("\"exchanges\": {{\"by_status\": {}, \"carried_out_by_kind\": {}}},\n",
                             object_of(stats.by_status), object_of(stats.by_kind)));
    output.write(lines_of("received", stats.received));
    output.write(lines_of("disagreements", stats.disagreements));
    output.write(lines_of("timeline", stats.timeline));
    output.write(fmt::format("\"claims\": {}}}\n", object_of(stats.attribution)));
}

}  // namespace muster
