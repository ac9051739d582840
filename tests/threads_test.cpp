// Several threads check at once, from the first use of the library on. Meant for the preset `tsan`, and true
// everywhere.
#include <gtest/gtest.h>
#include <muster/check.hpp>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

/// All that a check gives, as text.
class Told final : public muster::Sink {
public:
    void take(const muster::Finding& finding) override {
        text += std::string(finding.code) + finding.place.path + finding.place.pointer + finding.message +
                finding.fingerprint + "\n";
    }
    std::string text;
};

muster::CheckOptions options() {
    const std::filesystem::path fixtures = std::filesystem::path(MUSTER_SOURCE_DIR) / "fixtures";
    muster::CheckOptions options;
    options.as_of = "2030-01-01";
    for (const char* path : {"datasets/ua-ru", "rules/not_json", "rules/derived_total_does_not_hold",
                             "rules/document_too_large/invalid_second_line.ndjson.gz", "rules/malformed_value"}) {
        options.paths.push_back((fixtures / path).string());
    }
    options.buffers = {{"draft.json", R"({"schema": "muster/exchange/1"})"}};
    options.own_rules = {{.code = "XTH001",
                          .name = "every_claim",
                          .severity = muster::Severity::info,
                          .summary = "There is a claim.",
                          .remedy = "None is needed.",
                          .check = [](muster::OwnCheck& check) {
                              for (std::size_t i = 0; i < check.record().claims.size(); ++i) {
                                  check.report({.pointer = "/claims/" + std::to_string(i), .message = "a claim"});
                              }
                          }}};
    return options;
}

std::string told(const muster::CheckOptions& options) {
    Told told;
    const muster::Result<muster::Summary> summary = muster::check(options, told);
    return told.text + (summary ? std::to_string(summary->records) : summary.error().message);
}

TEST(threads, that_check_at_once_find_the_same) {
    const muster::CheckOptions shared = options();
    constexpr std::size_t count = 4;
    std::vector<std::string> results(count);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
        threads.emplace_back([&shared, &result] {
            result = told(shared);
            if (told(options()) != result) result = "two checks of one thread differ";
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_NE(results[0].find("XTH001"), std::string::npos);
    EXPECT_NE(results[0].find("TOT004"), std::string::npos);
    for (const std::string& result : results) EXPECT_EQ(result, results[0]);
}

}  // namespace
