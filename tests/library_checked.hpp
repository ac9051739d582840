// Checks through the public headers, with all that they give kept.
#pragma once

#include <muster/check.hpp>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace muster::outside {

using muster::CheckOptions;
using muster::records::Record;

inline std::filesystem::path dataset() {
    return std::filesystem::path(MUSTER_SOURCE_DIR) / "fixtures" / "datasets" / "ua-ru";
}

/// How many documents it has: one a file.
inline std::size_t documents() {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dataset())) {
        if (entry.path().extension() == ".json") ++files;
    }
    return files;
}

/// An exchange of two flows with these claims.
inline std::string exchange(const std::string& claims, const std::string& date = "2025-03-28") {
    return R"({
"schema": "muster/exchange/1", "id": "x1", "status": "carried_out", "date": ")" +
           date + R"(",
"flows": [{ "id": "a", "from": "east", "to": "west", "kind": "remains" },
          { "id": "b", "from": "east", "to": "west", "kind": "remains", "label": "later" }],
"claims": [)" +
           claims + R"(],
"agents": [{ "id": "east", "type": "party", "name": "East" }, { "id": "west", "type": "party", "name": "West" },
           { "id": "office", "type": "institution", "name": "The office" },
           { "id": "daily", "type": "outlet", "name": "The Daily" }],
"sources": [{ "id": "s1", "outlet": "daily", "url": "https://example.org/1", "published": "2025-03-28" }]
})";
}

inline std::string count(const std::string& id, const std::string& flow, const std::string& quantity,
                         const std::string& more = "", const std::string& speaker = "office") {
    return R"({ "id": ")" + id + R"(", "type": "count", "flows": [")" + flow + R"("],
"quantity": )" +
           quantity + R"(, "speaker": ")" + speaker + R"(", "appearances": [{ "source": "s1" }])" + more + " }";
}

struct Checked : muster::Sink {
    void take(const muster::Finding& finding) override { findings.push_back(finding); }
    /// "CNT002 x.json:9:25 /claims/0/quantity/amount: message; help: remedy", one a line.
    std::string text() const {
        std::string all;
        for (const muster::Finding& finding : findings) {
            all += std::string(finding.code) + " " + finding.place.path + ":" + std::to_string(finding.place.line) +
                   ":" + std::to_string(finding.place.column) + " " + finding.place.pointer + ": " + finding.message +
                   "; help: " + finding.remedy + "\n";
        }
        return all;
    }

    std::vector<muster::Finding> findings;
    std::vector<Record> records;
    muster::Summary summary;
    std::string error;
};

inline Checked run(CheckOptions options) {
    Checked checked;
    if (!options.as_of) options.as_of = "2030-01-01";
    options.record = [&checked](const Record& record) { checked.records.push_back(record); };
    const muster::Result<muster::Summary> summary = muster::check(options, checked);
    if (summary) checked.summary = *summary;
    if (!summary) checked.error = summary.error().message;
    return checked;
}

inline CheckOptions with_buffer(const std::string& text) {
    CheckOptions options;
    options.buffers = {{"x.json", text}};
    return options;
}

}  // namespace muster::outside
