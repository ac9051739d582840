// What a configuration and a baseline say, and that nobody can write one that is misunderstood.
#include "config/configuration.hpp"

#include <gtest/gtest.h>
// rapidcheck needs gtest before it
#include <rapidcheck/gtest.h>

#include "config/uses.hpp"
#include "muster/baseline.hpp"

namespace muster {
namespace {

std::string refusal(std::string_view text) {
    const Result<Configuration> result = parse_configuration("muster.toml", text);
    return result ? "understood" : result.error().message;
}

TEST(configuration, an_empty_file_changes_nothing) {
    const Result<Configuration> read = parse_configuration("muster.toml", "# nothing\n");
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->as_of);
    EXPECT_TRUE(read->levels.empty());
    EXPECT_TRUE(read->suppressions.empty());
    EXPECT_EQ(read->largest_document, largest_document);
}

TEST(configuration, everything_that_can_be_said) {
    const Result<Configuration> read = parse_configuration("d/muster.toml", R"(as_of = 2025-06-30
[severity]
SER001 = "error"
SER = "info"
[limits]
document_bytes = 2048
[[suppress]]
rule = "TOT004"
record = "one"
claim = "total"
reason = "Both sums were printed."
until = 2025-12-31
)");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->path, "d/muster.toml");
    EXPECT_EQ(read->as_of, "2025-06-30");
    EXPECT_EQ(read->levels, (Levels{{"ordinal_disagrees", Level::error},
                                    {"cumulative_disagrees", Level::info},
                                    {"previous_disagrees", Level::info},
                                    {"record_lost", Level::info},
                                    {"same_event_twice", Level::info},
                                    {"withdrawn_id_used", Level::info}}));
    EXPECT_EQ(read->largest_document, 2048U);
    ASSERT_EQ(read->suppressions.size(), 1U);
    const Suppression& suppression = read->suppressions[0];
    EXPECT_EQ(suppression.rule->code, "TOT004");
    EXPECT_EQ(suppression.record, "one");
    EXPECT_EQ(suppression.claim, "total");
    EXPECT_EQ(suppression.reason, "Both sums were printed.");
    EXPECT_EQ(suppression.until, day_from({2025, 12, 31}));
    EXPECT_EQ(suppression.until_site.place.line, 12U);
    EXPECT_EQ(suppression.until_site.place.column, 9U);
    EXPECT_EQ(suppression.until_site.excerpt.text, "until = 2025-12-31");
    EXPECT_EQ(suppression.until_site.excerpt.text.substr(suppression.until_site.excerpt.mark_begin), "2025-12-31");
}

TEST(configuration, places_count_characters_and_excerpts_bytes) {
    const Result<Configuration> read = parse_configuration(
        "muster.toml", "suppress = [{ reason = \"\u0416\u0416\", rule = \"TOT004\", record = \"r\" }]\n");
    ASSERT_TRUE(read) << read.error().message;
    const Site& site = read->suppressions[0].rule_site;
    EXPECT_EQ(site.place.column, 37U);
    EXPECT_EQ(site.excerpt.text.substr(site.excerpt.mark_begin, site.excerpt.mark_end - site.excerpt.mark_begin),
              "\"TOT004\"");
}

TEST(configuration, mistakes_are_told_in_plain_words) {
    EXPECT_EQ(refusal("a = \"\xFF\""),
              "muster.toml:1:5: the file is not text in UTF-8; save it again with this encoding");
    EXPECT_EQ(refusal("as_of = 2025-13-01"), "muster.toml:1:16: 2025-13-01 is no day of the calendar");
    EXPECT_EQ(refusal("as_of = 2025-06-30T10:00:00Z"),
              "muster.toml:1:9: as_of is a day without quotation marks, as in as_of = 2025-06-30");
    EXPECT_EQ(refusal("[severity]\nTOT004 = \"off\n"),
              "muster.toml:2:14: the quotation mark at the beginning or the end of this text is missing");
    EXPECT_EQ(refusal("[severity]\n[severity]\n"),
              "muster.toml:2:1: [severity] stands here a second time; the first is in line 1");
    EXPECT_EQ(refusal("suppress = [1]"),
              "muster.toml:1:13: write [[suppress]] on a line of its own and rule, record and reason below it");
    EXPECT_EQ(refusal("limits = 1"),
              "muster.toml:1:1: limits is a table: write [limits] on a line of its own, the limits below it");
    EXPECT_EQ(refusal("[[suppress]]\nrule = \"CFG001\"\nrecord = \"r\"\nreason = \"x\"\n"),
              "muster.toml:2:8: CFG001 watches over this file and cannot be suppressed in it");
    EXPECT_EQ(refusal("[[suppress]]\nrule = 4\nrecord = \"r\"\nreason = \"x\"\n"),
              "muster.toml:2:8: rule is a text, in quotation marks");
    EXPECT_EQ(refusal(std::string(100, '[')).substr(0, 14), "muster.toml:1:");
}

TEST(configuration, letters_of_other_scripts_where_keys_stand_are_refused) {
    for (const char* text : {"правило = 1\n", "[правило]\n", "é\n", "as_of = é\n", "[severity]\nTOT é = \"off\"\n"}) {
        EXPECT_EQ(refusal(text).rfind("muster.toml:", 0), 0U) << text;
    }
}

RC_GTEST_PROP(configuration, any_text_is_understood_or_refused_with_its_place, (const std::string& text)) {
    const std::string said = refusal(text);
    RC_ASSERT(said == "understood" || said.rfind("muster.toml:", 0) == 0);
}

TEST(levels, what_is_said_of_a_rule_wins_over_its_family) {
    const Result<Levels> levels = levels_meant({"SER001=off", "SER=info"});
    ASSERT_TRUE(levels);
    EXPECT_EQ(*levels, (Levels{{"ordinal_disagrees", Level::off},
                               {"cumulative_disagrees", Level::info},
                               {"previous_disagrees", Level::info},
                               {"record_lost", Level::info},
                               {"same_event_twice", Level::info},
                               {"withdrawn_id_used", Level::info}}));
}

Baseline of(const std::vector<KnownFinding>& list) {
    Baseline baseline;
    for (const KnownFinding& known : list) baseline.emplace(known.fingerprint, known);
    return baseline;
}

TEST(baseline, one_line_for_each_sorted_and_with_nothing_unseen) {
    const std::string text = baseline_text(of({{"f1", "TOT004", "d", "two", "a \"sum\""},
                                               {"f2", "CNT005", "d", "one", "turned \u202E\n\xFF"},
                                               {"f0", "TOT004", "d", "two", "b"}}));
    EXPECT_EQ(text, R"([{"muster": "baseline", "version": 1}
,{"code": "CNT005", "dataset": "d", "record": "one", "message": "turned \u202e\u000a\ufffd", "fingerprint": "f2"}
,{"code": "TOT004", "dataset": "d", "record": "two", "message": "b", "fingerprint": "f0"}
,{"code": "TOT004", "dataset": "d", "record": "two", "message": "a \"sum\"", "fingerprint": "f1"}
]
)");
    EXPECT_EQ(baseline_text({}), "[{\"muster\": \"baseline\", \"version\": 1}\n]\n");
}

TEST(baseline, lines_of_two_versions_can_stand_side_by_side) {
    const Result<Baseline> read = parse_baseline("k", R"([{"muster": "baseline", "version": 1}
,{"code": "TOT004", "dataset": "d", "record": "two", "message": "b", "fingerprint": "f0"}
,{"code": "TOT004", "dataset": "d", "record": "two", "message": "b", "fingerprint": "f0"}
,{"code": "TOT003", "dataset": "d", "record": "one", "message": "c", "fingerprint": "f1"}
]
)");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, of({{"f0", "TOT004", "d", "two", "b"}, {"f1", "TOT003", "d", "one", "c"}}));
}

RC_GTEST_PROP(baseline, is_read_as_it_was_written, (const std::vector<std::vector<char>>& entries)) {
    Baseline baseline;
    for (const std::vector<char>& bytes : entries) {
        std::string text;
        for (const char c : bytes) text += static_cast<char>(' ' + static_cast<unsigned char>(c) % 95);
        baseline.emplace("f" + text, KnownFinding{"f" + text, "TOT004", text, text, text});
    }
    const Result<Baseline> read = parse_baseline("k", baseline_text(baseline));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == baseline);
}

TEST(stale, only_what_was_looked_for) {
    const Baseline baseline = of({{"f0", "TOT004", "d", "one", ""},
                                  {"f1", "TOT004", "d", "two", ""},
                                  {"f2", "TOT003", "d", "one", ""},
                                  {"f3", "TOT004", "e", "one", ""},
                                  {"f4", "HYG003", "d", "", ""}});
    const auto fingerprints = [&](const Uses& uses) {
        std::string found;
        for (const KnownFinding& entry : stale_entries(baseline, uses)) found += entry.fingerprint + " ";
        return found;
    };
    Uses uses;
    EXPECT_EQ(fingerprints(uses), "");
    uses.looked.push_back({"d", false, nullptr, {"one"}, {"TOT004", "HYG003"}});
    EXPECT_EQ(fingerprints(uses), "f0 ");
    uses.looked[0].whole = true;
    EXPECT_EQ(fingerprints(uses), "f4 f0 f1 ");
    uses.seen = of({{"f1", "TOT004", "d", "two", ""}});
    EXPECT_EQ(fingerprints(uses), "f4 f0 ");
}

}  // namespace
}  // namespace muster
