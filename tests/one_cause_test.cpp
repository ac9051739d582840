// What has one cause is one finding, also where rules of several layers, or several rules about a whole dataset, see
// it.
#include <gtest/gtest.h>

#include <map>

#include "in_memory.hpp"

namespace muster {
namespace {

using testing::Collected;
using testing::NamedText;

const NamedText registries{"registries.json", R"([
    {"schema": "muster/agents/1", "agents": [
        {"id": "south", "type": "party", "name": "Southland"}, {"id": "north", "type": "party", "name": "Northland"},
        {"id": "office", "type": "institution", "name": "Office for the Missing"},
        {"id": "ledger", "type": "outlet", "name": "The Daily Ledger"},
        {"id": "gazette", "type": "outlet", "name": "Southland Gazette"}]},
    {"schema": "muster/sources/1", "sources": [
        {"id": "ledger", "outlet": "ledger"}, {"id": "gazette", "outlet": "gazette"},
        {"id": "march-2025", "outlet": "ledger", "published": "2025-03-14"},
        {"id": "june-2025", "outlet": "gazette", "published": "2025-06-03"}]}])"};
const NamedText covers{"dataset.json", R"({"schema": "muster/dataset/1", "id": "d", "title": "D", "licence": "CC0-1.0",
    "maintainers": ["Editors"], "language": "en",
    "covers": [{"kind": "remains", "to": "north", "window": "2025-01-01/2025-12-31"}]})"};

std::string count(const std::string& source = "ledger", const std::string& more = "") {
    return R"({"id": "count", "type": "count", "flows": ["to-north"], "quantity": {"amount": 100}, "speaker": "office",
        "appearances": [{"source": ")" +
           source + "\"}]" + more + "}";
}

std::string in_scope(const std::string& type, const std::string& value, const std::string& speaker) {
    return ", {\"id\": \"" + type + "\", \"type\": \"" + type +
           "\", \"scope\": {\"kind\": \"remains\", \"to\": \"north\", \"window\": \"2025\"}, " + value +
           ", \"speaker\": \"" + speaker + "\", \"appearances\": [{\"source\": \"ledger\"}]}";
}

NamedText exchange(const std::string& id, const std::string& date, const std::string& claims,
                   const std::string& more = "") {
    return {id + ".json", R"({"schema": "muster/exchange/1", "id": ")" + id +
                              R"(", "status": "carried_out", "date": ")" + date + "\", " + more +
                              R"("flows": [{"id": "to-north", "from": "south", "to": "north", "kind": "remains"}],
        "claims": [)" + claims +
                              "]}"};
}

NamedText series(const std::string& date) {
    return {"spring.json",
            R"({"schema": "muster/series/1", "id": "spring", "title": "Spring", "date": ")" + date + "\"}"};
}

NamedText tombstone(const std::string& id) {
    return {"withdrawn.json", R"({"schema": "muster/tombstone/1", "id": ")" + id +
                                  R"(", "withdrawn_on": "2025-05-02", "reason": "Recorded twice."})"};
}

std::vector<std::string> codes(const Collected& found) {
    std::vector<std::string> codes;
    for (const Finding& finding : found.findings) codes.emplace_back(finding.code);
    return codes;
}
using Codes = std::vector<std::string>;

/// Only the files named are reported on.
Collected run_reporting(const std::vector<NamedText>& files, const std::set<std::string>& reported) {
    Dataset dataset;
    for (const NamedText& file : files) {
        dataset.inputs.push_back(memory_input(file.path, file.text));
        dataset.inputs.back().reported = reported.count(file.path) > 0;
    }
    Summary summary;
    return testing::run(dataset, summary);
}

TEST(one_cause, a_date_in_the_future_makes_no_page_too_old_and_no_stage_stray) {
    const Collected found =
        testing::run({registries, series("2025-03-01/2025-03-31"),
                      exchange("a", "2052-03-14", count("march-2025"), R"("part_of": "spring", )")});
    EXPECT_EQ(codes(found), Codes{"TIM006"}) << found.text();
}

TEST(one_cause, the_day_that_counts_as_today_is_that_of_the_options) {
    Dataset dataset;
    for (const NamedText& file : {registries, exchange("a", "2025-06-03", count())})
        dataset.inputs.push_back(memory_input(file.path, file.text));
    const auto found_on = [&](const std::string& day) {
        CheckOptions options;
        options.as_of = day;
        options.today = "2000-01-01";
        Summary summary;
        return codes(testing::run(dataset, summary, options));
    };
    EXPECT_EQ(found_on("2025-06-01"), Codes{"TIM006"});
    EXPECT_EQ(found_on("2025-06-02"), Codes{});
    EXPECT_EQ(found_on("2025-06-03"), Codes{});
}

TEST(one_cause, a_date_that_does_not_exist_leaves_open_what_was_published_before) {
    Summary summary;
    const Collected found = testing::run({registries, exchange("a", "2026-02-30", count("march-2025"))}, summary);
    EXPECT_EQ(codes(found), Codes{"TIM001"}) << found.text();
    EXPECT_EQ(summary.undecided, 2U) << "whether it is in the future, and whether its page is older";
}

TEST(one_cause, a_page_dated_too_early_is_not_told_again_by_its_statement) {
    const Collected found =
        testing::run({registries, exchange("a", "2025-06-03", count("march-2025", R"(, "stated_on": "2025-06-03")"))});
    EXPECT_EQ(codes(found), Codes{"TIM004"}) << found.text();
}

TEST(one_cause, what_one_speaker_says_of_one_scope_is_one_finding_over_all_rules) {
    const NamedText last = exchange("c", "2025-03-28",
                                    count() + in_scope("ordinal", "\"ordinal\": 2", "ledger") +
                                        in_scope("previous", "\"date\": \"2025-01-17\"", "ledger") +
                                        in_scope("cumulative", "\"quantity\": {\"amount\": 200}", "ledger"));
    const std::vector<NamedText> files{registries, covers, exchange("a", "2025-01-17", count()),
                                       exchange("b", "2025-02-14", count()), last};
    const Collected found = testing::run(files);
    ASSERT_EQ(codes(found), Codes{"SER001"}) << found.text();
    std::vector<std::string> notes;
    for (const Related& related : found.findings[0].related) notes.push_back(related.message);
    EXPECT_EQ(notes,
              (std::vector<std::string>{
                  "17 January 2025: 100 (Office for the Missing)", "14 February 2025: 100 (Office for the Missing)",
                  "The Daily Ledger gives 200 for exchanges of remains to Northland in 2025; the 3 exchanges "
                  "recorded make 300, which is 100 too many",
                  "The Daily Ledger gives 17 January 2025 for the last of the exchanges of remains to Northland "
                  "in 2025 before this one, but it was that of 14 February 2025"}));

    CheckOptions options = testing::options_for_tests();
    const auto with = [&](const CheckOptions& given) {
        Dataset dataset;
        for (const NamedText& file : files) dataset.inputs.push_back(memory_input(file.path, file.text));
        Summary summary;
        return codes(testing::run(dataset, summary, given));
    };
    options.ignored = {"SER001", "REF013", "REF014"};
    EXPECT_EQ(with(options), Codes{"SER002"});
    options.ignored = {"SER001", "SER002", "REF013", "REF014"};
    EXPECT_EQ(with(options), Codes{"SER003"});
    options.ignored = {"REF013", "REF014"};
    options.levels = {{"ordinal_disagrees", Level::info}, {"cumulative_disagrees", Level::info}};
    EXPECT_EQ(with(options), Codes{"SER003"}) << "the lighter one must not hide the graver";
}

TEST(one_cause, what_two_speakers_say_of_one_scope_is_not) {
    const Collected found =
        testing::run({registries, covers, exchange("a", "2025-01-17", count()), exchange("b", "2025-02-14", count()),
                      exchange("c", "2025-03-28",
                               count() + in_scope("ordinal", "\"ordinal\": 2", "gazette") +
                                   in_scope("previous", "\"date\": \"2025-01-17\"", "ledger"))});
    EXPECT_EQ(codes(found), (Codes{"SER001", "SER003"})) << found.text();
}

TEST(one_cause, the_earliest_claim_stands_for_all_of_one_speaker) {
    const Collected found =
        testing::run({registries, covers, exchange("a", "2025-01-17", count()), exchange("b", "2025-02-14", count()),
                      exchange("c", "2025-03-07", count() + in_scope("previous", "\"date\": \"2025-01-17\"", "ledger")),
                      exchange("d", "2025-03-28", count() + in_scope("ordinal", "\"ordinal\": 2", "ledger"))});
    ASSERT_EQ(codes(found), Codes{"SER003"}) << found.text();
    EXPECT_EQ(found.findings[0].place.path, "c.json");
}

TEST(one_cause, an_unreadable_document_may_be_the_last_exchange) {
    const std::vector<NamedText> files{
        registries, covers,
        exchange("c", "2025-03-28", count() + in_scope("previous", "\"date\": \"2025-02-14\"", "ledger"))};
    EXPECT_EQ(codes(testing::run(files)), Codes{"SER003"});
    std::vector<NamedText> more = files;
    more.push_back({"x.json", R"({"schema": "muster/exchange/1", "id": )"});
    Summary summary;
    EXPECT_EQ(codes(testing::run(more, summary)), Codes{"HYG003"});
    more.push_back(exchange("b", "2025-03-07", count()));
    EXPECT_EQ(codes(testing::run(more)), (Codes{"HYG003", "SER003"})) << "one that is recorded is later in any case";
}

TEST(one_cause, only_what_came_since_the_day_that_is_given_is_listed) {
    const Collected found =
        testing::run({registries, covers, exchange("a", "2025-01-31", count()), exchange("b", "2025-03-07", count()),
                      exchange("c", "2025-03-28", count() + in_scope("previous", "\"date\": \"2025-02\"", "ledger"))});
    ASSERT_EQ(codes(found), Codes{"SER003"}) << found.text();
    ASSERT_EQ(found.findings[0].related.size(), 1U);
    EXPECT_EQ(found.findings[0].related[0].message, "7 March 2025: 100 (Office for the Missing)");
}

TEST(one_cause, a_withdrawn_id_taken_again_is_told_in_the_file_that_is_checked) {
    const std::vector<NamedText> files{registries, exchange("a", "2025-01-17", count()), tombstone("a")};
    const auto told = [&](const std::set<std::string>& reported) {
        const Collected found = run_reporting(files, reported);
        return found.text();
    };
    const std::string at_record =
        "SER005 a.json:1:39 the id \"a\" was withdrawn and cannot be given to another record\n";
    EXPECT_EQ(told({"a.json"}), at_record);
    EXPECT_EQ(told({"a.json", "withdrawn.json"}), at_record);
    EXPECT_EQ(told({"withdrawn.json"}),
              "SER005 withdrawn.json:1:40 this withdraws \"a\", but the dataset still holds a record of that id\n");
    EXPECT_EQ(told({"registries.json"}), "");
}

TEST(one_cause, two_tombstones_of_one_id_are_a_duplicate) {
    NamedText second = tombstone("a");
    second.path = "withdrawn-again.json";
    EXPECT_EQ(codes(testing::run({tombstone("a"), second})), Codes{"REF006"});
}

TEST(one_cause, stages_outside_of_their_series_are_told_in_the_file_that_is_checked) {
    const std::vector<NamedText> files{registries, series("2024-03-01/2024-03-31"),
                                       exchange("a", "2025-03-14", count(), R"("part_of": "spring", )"),
                                       exchange("b", "2025-03-28", count("gazette"), R"("part_of": "spring", )")};
    const auto shown_in = [&](const std::set<std::string>& reported) {
        std::vector<std::string> paths;
        for (const Finding& finding : run_reporting(files, reported).findings) paths.push_back(finding.place.path);
        return paths;
    };
    EXPECT_EQ(shown_in({"spring.json", "b.json"}), std::vector<std::string>{"spring.json"});
    EXPECT_EQ(shown_in({"b.json"}), std::vector<std::string>{"b.json"});
}

TEST(one_cause, a_record_whose_number_is_unusable_may_be_told_twice) {
    Summary summary;
    NamedText second = exchange("b", "2025-01-17", count());
    second.text.replace(second.text.find("100"), 3, "-10");
    EXPECT_EQ(codes(testing::run({registries, exchange("a", "2025-01-17", count()), second}, summary)),
              Codes{"CNT002"});
    EXPECT_EQ(summary.undecided, 1U);
}

/// Where an old page is told of: at the date of the exchange ("date"), or at the page.
std::vector<std::string> told_at(const std::string& claims) {
    const NamedText record = exchange("a", "2025-06-03", claims);
    std::vector<std::string> shown;
    for (const Finding& finding : testing::run({registries, record}).findings)
        shown.push_back(record.text.substr(finding.place.column - 1, 12).find("2025") != std::string::npos &&
                                finding.place.line == 1
                            ? "date"
                            : "page");
    return shown;
}

TEST(one_cause, old_pages_are_told_at_the_date_if_no_count_can_be_right) {
    const auto by = [](const std::string& id, const std::string& source) {
        return R"({"id": ")" + id + R"(", "type": "count", "flows": ["to-north"], "quantity": {"amount": 100},
            "speaker": "office", "appearances": [{"source": ")" +
               source + "\"}]}";
    };
    using Shown = std::vector<std::string>;
    EXPECT_EQ(told_at(by("a", "march-2025")), Shown{"date"});
    EXPECT_EQ(told_at(by("a", "march-2025") + "," + by("b", "march-2025")), Shown{"date"});
    EXPECT_EQ(told_at(by("a", "march-2025") + "," + by("b", "march-2025") + "," + by("c", "ledger")), Shown{"date"});
    EXPECT_EQ(told_at(by("a", "march-2025") + "," + by("b", "ledger")), Shown{"page"});
    EXPECT_EQ(told_at(by("a", "march-2025") + "," + by("b", "march-2025") + "," + by("c", "june-2025")), Shown{"page"});
}

/// The fixtures of the rules on dates and ids hold one cause each, and so one finding, unless they say otherwise.
TEST(one_cause, a_fixture_gives_one_finding) {
    const std::map<std::string, std::size_t> several{{"invalid_three_records.json", 2},
                                                     {"invalid_taken_again_by_two.json", 2}};
    for (const std::string rule :
         {"retrieved_before_published", "published_before_event", "stated_after_published", "carried_out_in_future",
          "stage_outside_series", "previous_disagrees", "same_event_twice", "withdrawn_id_used", "relay_repeats"}) {
        std::size_t fixtures = 0;
        for (const NamedText& file : testing::files_of(testing::source_folder() / "fixtures/rules" / rule)) {
            if (file.path.rfind("invalid_", 0) != 0) continue;
            ++fixtures;
            const Collected found = testing::run({file});
            const auto expected = several.find(file.path);
            EXPECT_EQ(found.findings.size(), expected == several.end() ? 1U : expected->second) << file.path << "\n"
                                                                                                << found.text();
        }
        EXPECT_GE(fixtures, 4U) << rule;
    }
}

}  // namespace
}  // namespace muster
