#include "cli/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/inert.hpp"

namespace muster {
namespace {

constexpr std::string_view source = "source-1";

std::string id_of(const SkeletonWanted& wanted) {
    if (!wanted.id.empty()) return wanted.id;
    if (wanted.giver.empty() || wanted.receiver.empty() || wanted.date.empty() || wanted.kind.empty()) return "";
    // The order of the parties says nothing.
    const auto [first, second] = std::minmax(wanted.giver, wanted.receiver);
    return fmt::format("{}-{}-{}-{}", first, second, wanted.date, wanted.kind);
}

struct Way {
    std::string from, to, id;
};

std::string flow_of(const Way& way, const std::string& kind) {
    return fmt::format(R"(    {{ "id": {}, "from": {}, "to": {}, "kind": {} }})", json_string(way.id),
                       json_string(way.from), json_string(way.to), json_string(kind));
}

std::string claim_of(const Way& way) {
    constexpr std::string_view note =
        "To fill in: in quantity the number that was said, as { \\\"amount\\\": 43 }, with a qualifier such as "
        "at_least where the report has one; in speaker who said it, an agent's id. Then delete this note.";
    return fmt::format(
        R"(    {{
      "id": {},
      "type": "count",
      "flows": [{}],
      "quantity": {{}},
      "speaker": "",
      "appearances": [{{ "source": "{}" }}],
      "note": "{}"
    }})",
        json_string(way.id + "-count"), json_string(way.id), source, note);
}

std::string party_of(const std::string& id) {
    return fmt::format(R"(    {{ "id": {}, "type": "party", "name": "" }})", json_string(id));
}

}  // namespace

std::string skeleton_of(const SkeletonWanted& wanted) {
    const auto way = [](const std::string& from, const std::string& to, std::string_view else_called) {
        return Way{from, to, to.empty() ? std::string(else_called) : "to-" + to};
    };
    std::vector<Way> ways{way(wanted.giver, wanted.receiver, "there")};
    if (!wanted.one_way) ways.push_back(way(wanted.receiver, wanted.giver, "back"));
    std::vector<std::string> flows, claims, parties;
    for (const Way& one : ways) {
        flows.push_back(flow_of(one, wanted.kind));
        claims.push_back(claim_of(one));
    }
    for (const std::string& party : {wanted.giver, wanted.receiver}) {
        if (!party.empty() && wanted.defined.count(party) == 0) parties.push_back(party_of(party));
    }
    const std::string agents =
        parties.empty() ? "" : fmt::format("  \"agents\": [\n{}\n  ],\n", fmt::join(parties, ",\n"));
    return fmt::format(
        R"({{
  "schema": "muster/exchange/1",
  "id": {},
  "status": "carried_out",
  "date": {},
  "flows": [
{}
  ],
  "claims": [
{}
  ],
{}  "sources": [
    {{ "id": "{}", "outlet": "", "url": "", "published": "" }}
  ]
}}
)",
        json_string(id_of(wanted)), json_string(wanted.date), fmt::join(flows, ",\n"), fmt::join(claims, ",\n"), agents,
        source);
}

}  // namespace muster
