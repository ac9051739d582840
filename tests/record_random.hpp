// Small random exchanges: who said what about which flows. Kept apart from the typed record, so that a test can compute
// a second time, from the words of the model, what the accounts of such a record are.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <ostream>
#include <set>
#include <string>
#include <vector>

namespace muster::testing {

/// One claim of a random record.
struct Told {
    std::string type = "count";
    std::string speaker;
    std::set<int> flows;
    std::string applies;    ///< "together", "each", "unclear"; says nothing for a single flow
    std::string qualifier;  ///< "" for an exact number, "range" for bounds without an amount, "withheld" for none
    std::int64_t amount = 0;
    std::int64_t spread = 0;  ///< of a range
    std::string unit;
    std::string rank;
    std::vector<std::pair<std::string, int>> relations;  ///< to claims by their number
};

struct RandomRecord {
    std::vector<int> directions;  ///< of each flow: 0 or 1
    std::vector<Told> claims;

    std::string json() const;
};

inline std::string json_of_quantity(const Told& told) {
    const std::string amount = std::to_string(told.amount);
    if (told.qualifier == "withheld") return R"({"absent": "withheld"})";
    if (told.qualifier == "range") {
        return R"({"lower": )" + amount + R"(, "upper": )" + std::to_string(told.amount + told.spread) + "}";
    }
    return R"({"amount": )" + amount + (told.qualifier.empty() ? "" : R"(, "qualifier": ")" + told.qualifier + "\"") +
           "}";
}

inline std::string json_of_claim(const Told& told, const std::string& id) {
    std::string json = R"({"id": ")" + id + R"(", "type": ")" + told.type + R"(", "speaker": ")" + told.speaker +
                       R"(", "appearances": [{"source": "s"}], "quantity": )" + json_of_quantity(told);
    const auto list = [&](const std::string& key, const std::vector<std::string>& items) {
        if (items.empty()) return;
        json += ", \"" + key + "\": [";
        for (std::size_t i = 0; i < items.size(); ++i) json += (i > 0 ? ", " : "") + items[i];
        json += "]";
    };
    std::vector<std::string> flows, relations;
    for (const int flow : told.flows) flows.push_back("\"f" + std::to_string(flow) + "\"");
    for (const auto& [type, to] : told.relations) {
        relations.push_back(R"({"type": ")" + type + R"(", "claim": "c)" + std::to_string(to) + "\"}");
    }
    list("flows", flows);
    list("relations", relations);
    if (told.flows.size() > 1) json += R"(, "applies": ")" + told.applies + "\"";
    if (!told.unit.empty()) json += R"(, "unit": ")" + told.unit + "\"";
    if (!told.rank.empty()) json += R"(, "rank": ")" + told.rank + "\"";
    return json + "}";
}

inline std::string RandomRecord::json() const {
    std::string json =
        R"({"schema": "muster/exchange/1", "id": "r", "status": "carried_out", "date": "2025-03-28", "flows": [)";
    for (std::size_t i = 0; i < directions.size(); ++i) {
        json += (i > 0 ? ", " : "") + std::string(R"({"id": "f)") + std::to_string(i) +
                (directions[i] == 0 ? R"(", "from": "ru", "to": "ua", "kind": "remains"})"
                                    : R"(", "from": "ua", "to": "ru", "kind": "remains"})");
    }
    json += "], \"claims\": [";
    for (std::size_t i = 0; i < claims.size(); ++i) {
        json += (i > 0 ? ",\n" : "\n") + json_of_claim(claims[i], "c" + std::to_string(i));
    }
    return json + "]}";
}

inline void showValue(const RandomRecord& record, std::ostream& out) {
    out << record.json();
}

inline Told random_claim(std::size_t flows, std::size_t claims, std::size_t number) {
    using Words = std::vector<std::string>;
    const auto any = [](const Words& words) { return *rc::gen::elementOf(words); };
    Told told;
    told.type = any({"count", "count", "count", "count", "count", "count", "count", "plan"});
    told.speaker = any({"x", "y", "z"});
    // Mostly one flow, so that sums of single counts come about.
    const auto wanted =
        *rc::gen::inRange<std::size_t>(0, 2) == 0 ? std::size_t{1} : *rc::gen::inRange<std::size_t>(1, flows + 1);
    while (told.flows.size() < wanted) told.flows.insert(static_cast<int>(*rc::gen::inRange<std::size_t>(0, flows)));
    told.applies = any({"together", "together", "each", "unclear"});
    told.qualifier =
        any({"", "", "", "", "at_least", "more_than", "at_most", "fewer_than", "nearly", "range", "withheld"});
    told.amount = *rc::gen::inRange<std::int64_t>(0, 3 + 2 * static_cast<std::int64_t>(told.flows.size()));
    told.spread = *rc::gen::inRange<std::int64_t>(0, 3);
    told.unit = any({"", "", "", "", "", "body", "fragment"});
    told.rank = any({"", "", "", "", "preferred", "deprecated"});
    const int relations = *rc::gen::inRange(0, 5) == 0 ? 1 : 0;
    for (int i = 0; i < relations && claims > 1; ++i) {
        auto to = *rc::gen::inRange<std::size_t>(0, claims - 1);
        if (to >= number) ++to;
        told.relations.emplace_back(any({"supersedes", "misprint_of", "contradicts", "corroborates"}),
                                    static_cast<int>(to));
    }
    return told;
}

/// One to four flows in one or two directions, and up to eight claims.
inline rc::Gen<RandomRecord> random_record() {
    return rc::gen::resize(rc::kNominalSize, rc::gen::exec([] {
                               RandomRecord record;
                               const auto flows = *rc::gen::inRange<std::size_t>(1, 5);
                               for (std::size_t i = 0; i < flows; ++i) {
                                   record.directions.push_back(*rc::gen::inRange(0, 2));
                               }
                               const auto claims = *rc::gen::inRange<std::size_t>(0, 9);
                               for (std::size_t i = 0; i < claims; ++i) {
                                   record.claims.push_back(random_claim(flows, claims, i));
                               }
                               return record;
                           }));
}

/// Several at once, so that a property sees more of them.
inline rc::Gen<std::vector<RandomRecord>> random_records() {
    return rc::gen::container<std::vector<RandomRecord>>(10, random_record());
}

}  // namespace muster::testing
