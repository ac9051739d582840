// Every rule proves itself: its metadata is complete, its invalid fixtures give it and nothing else, its valid ones
// nothing at all.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "diff/diff.hpp"
#include "in_memory.hpp"
#include "muster/check.hpp"
#include "muster/rule.hpp"

namespace muster {
namespace {

namespace fs = std::filesystem;
using testing::Collected;

const fs::path fixtures = fs::path(MUSTER_SOURCE_DIR) / "fixtures" / "rules";

/// No document that a person can write makes the two engines disagree.
const std::set<std::string_view> without_invalid_fixture{"schema_disagreement"};

/// What a rule speaks of is itself a finding of another rule's, and both are to be told.
const std::map<std::string_view, std::string_view> in_company_of{{"total_follows_one_side", "declared_disagreement"},
                                                                 {"two_preferred", "declared_disagreement"}};

std::vector<fs::path> files_beginning_with(const fs::path& folder, const std::string& beginning) {
    std::vector<fs::path> files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().filename().string().rfind(beginning, 0) == 0) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The fixtures of a rule that compares two versions hold both of them.
Collected compare_fixture(const fs::path& path) {
    Collected collected;
    const Result<Diff> diff = compare_versions((path / "old").string(), (path / "new").string());
    EXPECT_TRUE(diff.has_value()) << path;
    if (!diff) return collected;
    EXPECT_TRUE(diff->before.complete() && diff->after.complete()) << path;
    for (const Finding& finding : diff->findings) collected.take(finding);
    return collected;
}

Collected check_file(const fs::path& path, const std::set<std::string, std::less<>>& ignored = {}) {
    CheckOptions options = testing::options_for_tests();
    options.paths = {path.string()};
    options.ignored = ignored;
    Collected collected;
    const Result<Summary> summary = check(options, collected);
    EXPECT_TRUE(summary.has_value()) << path;
    if (summary) {
        EXPECT_TRUE(summary->troubles.empty()) << path;
        EXPECT_TRUE(summary->rules_failed.empty()) << path;
    }
    return collected;
}

TEST(rules, are_complete_and_named_like_their_files) {
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(fs::path(MUSTER_SOURCE_DIR) / "validators" / "rules")) {
        if (entry.path().extension() == ".cpp") files.insert(entry.path().stem().string());
    }
    std::set<std::string> names;
    std::set<std::string_view> codes;
    for (const Rule* rule : all_rules()) {
        names.insert(std::string(rule->name));
        EXPECT_TRUE(codes.insert(rule->code).second) << rule->code << " is used twice";
        EXPECT_EQ(rule->code.size(), 6U) << rule->code;
        for (const std::string_view text : {rule->since, rule->summary, rule->rationale, rule->remedy}) {
            EXPECT_FALSE(text.empty()) << rule->name;
        }
        EXPECT_EQ(find_rule(rule->code), rule);
        EXPECT_EQ(find_rule(rule->name), rule);
    }
    EXPECT_EQ(names, files);
}

TEST(rules, keep_their_codes_for_ever) {
    std::ifstream list(fs::path(MUSTER_SOURCE_DIR) / "tests" / "rule_codes.txt");
    ASSERT_TRUE(list.is_open());
    std::map<std::string, std::string> known;
    for (std::string code, name; list >> code >> name;) known[code] = name;
    for (const auto& [code, name] : known) {
        const Rule* rule = find_rule(code);
        ASSERT_NE(rule, nullptr) << code << " (" << name << ") was given out and may not be taken away";
        EXPECT_EQ(rule->name, name) << code << " may not be given to another rule";
    }
    for (const Rule* rule : all_rules()) {
        EXPECT_EQ(known.count(std::string(rule->code)), 1U)
            << rule->code << " is not in tests/rule_codes.txt: run `make docs`";
    }
}

TEST(rules, have_fixtures_and_no_folder_is_orphaned) {
    for (const Rule* rule : all_rules()) {
        const fs::path folder = fixtures / rule->name;
        EXPECT_FALSE(files_beginning_with(folder, "valid_").empty()) << "no valid fixture: " << rule->name;
        if (without_invalid_fixture.count(rule->name) == 0) {
            EXPECT_FALSE(files_beginning_with(folder, "invalid_").empty()) << "no invalid fixture: " << rule->name;
        }
    }
    for (const auto& entry : fs::directory_iterator(fixtures)) {
        EXPECT_NE(find_rule(entry.path().filename().string()), nullptr) << "no rule for " << entry.path();
    }
}

class fixture_of_rule : public ::testing::TestWithParam<const Rule*> {};

TEST_P(fixture_of_rule, invalid_gives_the_rule_and_nothing_else) {
    const Rule& rule = *GetParam();
    for (const fs::path& file : files_beginning_with(fixtures / rule.name, "invalid_")) {
        const bool versions = rule.needs == Needs::versions;
        const Collected found = versions ? compare_fixture(file) : check_file(file);
        const auto company = in_company_of.find(rule.name);
        const auto expected = [&](const Finding& finding) {
            return company != in_company_of.end() && finding.name == company->second;
        };
        std::size_t own = 0;
        for (const Finding& finding : found.findings) {
            own += finding.name == rule.name ? 1U : 0U;
            EXPECT_TRUE(finding.name == rule.name || expected(finding)) << file << "\n" << found.text();
        }
        EXPECT_GT(own, 0U) << file << " should give " << rule.name;
        if (versions) continue;
        const Collected without = check_file(file, {std::string(rule.name)});
        EXPECT_TRUE(std::all_of(without.findings.begin(), without.findings.end(), expected))
            << file << " with the rule ignored:\n"
            << without.text();
    }
}

TEST_P(fixture_of_rule, valid_gives_nothing) {
    for (const fs::path& file : files_beginning_with(fixtures / GetParam()->name, "valid_")) {
        const bool versions = GetParam()->needs == Needs::versions;
        const Collected found = versions ? compare_fixture(file) : check_file(file);
        EXPECT_TRUE(found.findings.empty()) << file << "\n" << found.text();
    }
}

INSTANTIATE_TEST_SUITE_P(all, fixture_of_rule, ::testing::ValuesIn(all_rules().begin(), all_rules().end()),
                         [](const auto& rule) { return std::string(rule.param->name); });

}  // namespace
}  // namespace muster
