// The library as those who build on it see it: public headers only.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "library_checked.hpp"
#include "temporary_folder.hpp"

namespace {

using namespace muster::outside;

// ------------------------------------------------------------------------------------------------------- buffers

TEST(buffer, is_checked_as_a_file_of_its_name_would_be) {
    const std::string text = exchange(count("c1", "a", R"({ "amount": -7 })"));
    EXPECT_EQ(
        run(with_buffer(text)).text(),
        "CNT002 x.json:6:25 /claims/0/quantity/amount: \"amount\" is -7; a count is never below 0; help: Write the "
        "number without the minus. If none came, write 0; if no number was given, write absent instead of "
        "amount.\n");
    std::string line = exchange(count("c1", "a", R"({ "amount": 7 })"));
    for (char& c : line) c = c == '\n' ? ' ' : c;
    CheckOptions lines;
    const std::string two = line + "\n" + "{}\n";
    lines.buffers = {{"x.ndjson", two}};
    const Checked checked = run(lines);
    EXPECT_EQ(checked.summary.records, 1U);
    ASSERT_EQ(checked.findings.size(), 1U);
    EXPECT_EQ(checked.findings[0].place.line, 2U);
}

TEST(buffer, does_not_touch_the_current_folder) {
    const std::string text = exchange(count("c1", "a", R"({ "amount": 7 })"));
    const Checked checked = run(with_buffer(text));
    EXPECT_EQ(checked.summary.files, 1U);
    EXPECT_EQ(checked.summary.records, 1U);
    EXPECT_TRUE(checked.findings.empty()) << checked.text();
}

TEST(buffer, stands_in_the_place_of_a_file_of_the_dataset) {
    const std::string path = (dataset() / "records" / "ua-ru-2025-03-28-remains.json").string();
    std::string text = muster::text_of(path);
    const std::size_t total = text.find("\"amount\": 952");
    ASSERT_NE(total, std::string::npos);
    text.replace(total, 13, "\"amount\": 953");
    CheckOptions options;
    options.dataset = dataset().string();
    options.buffers = {{path, text}};
    const Checked alone = run(options);
    ASSERT_EQ(alone.findings.size(), 1U) << alone.text();
    EXPECT_EQ(alone.findings[0].code, "TOT004");
    EXPECT_EQ(alone.summary.files, 1U);

    options.paths = {dataset().string()};
    const Checked whole = run(options);
    EXPECT_EQ(whole.summary.files, documents()) << "the file and the buffer are one";
    CheckOptions files;
    files.paths = {dataset().string()};
    EXPECT_EQ(run(files).summary.errors, 0U);
    EXPECT_EQ(whole.summary.errors, 1U) << whole.text();
}

TEST(buffer, names_differ) {
    CheckOptions options;
    options.buffers = {{"x.json", "{}"}, {"x.json", "{}"}};
    EXPECT_EQ(run(options).error, "two buffers are named \"x.json\"");
}

// ------------------------------------------------------------------------------------------------------- records

TEST(records, say_what_the_document_says) {
    const std::string text = exchange(
        count("c1", "a", R"({ "amount": 40, "qualifier": "more_than", "as_printed": "over forty" })",
              R"(, "stated_on": "2025-03-28", "note": "n", "breakdowns": [{ "dimension": "place", "shape": "subsets",
"parts": [{ "label": "north", "quantity": { "amount": 3 } }] }])") +
        "," + count("c2", "b", R"({ "amount": 2 })"));
    const Checked checked = run(with_buffer(text));
    EXPECT_TRUE(checked.findings.empty()) << checked.text();
    ASSERT_EQ(checked.records.size(), 1U);
    const Record& record = checked.records[0];
    EXPECT_EQ(record.path, "x.json");
    EXPECT_EQ(record.type, "exchange");
    EXPECT_EQ(record.id, "x1");
    EXPECT_FALSE(record.unknown);
    ASSERT_TRUE(record.date && record.date->earliest);
    EXPECT_EQ(*record.date->earliest, std::chrono::sys_days(std::chrono::year(2025) / 3 / 28));
    EXPECT_EQ(record.flows[1].label, "later");
    ASSERT_EQ(record.claims.size(), 2U);
    const muster::records::Claim& claim = record.claims[0];
    EXPECT_EQ(claim.type, "count");
    EXPECT_EQ(claim.note, "n");
    EXPECT_EQ(claim.flows, std::vector<std::string>{"a"});
    ASSERT_TRUE(claim.quantity && claim.quantity->interval);
    EXPECT_EQ(claim.quantity->qualifier, "more_than");
    EXPECT_EQ(claim.quantity->interval->low, 41);
    EXPECT_FALSE(claim.quantity->interval->high.has_value());
    EXPECT_EQ(claim.breakdowns.at(0).parts.at(0).quantity->amount, 3);
    EXPECT_EQ(claim.appearances.at(0).source, "s1");
    EXPECT_FALSE(claim.appearances.at(0).quote.has_value());
    EXPECT_EQ(record.agents.size(), 4U);
    EXPECT_EQ(record.sources.at(0).published->text, "2025-03-28");
}

TEST(records, say_who_counts_which_flows) {
    const std::string text =
        exchange(count("c1", "a", R"({ "amount": 40 })") + "," + count("c2", "b", R"({ "amount": 2 })") + "," +
                 count("c3", "a", R"({ "amount": 41 })", R"(, "relations": [{ "type": "contradicts", "claim": "c1" }])",
                       "daily"));
    const Checked checked = run(with_buffer(text));
    ASSERT_EQ(checked.records.size(), 1U);
    const std::vector<muster::records::Counted>& counted = checked.records[0].counted;
    ASSERT_EQ(counted.size(), 3U) << "flow a, all that went from east to west, flow b";
    EXPECT_EQ(counted[0].flows, (std::vector<std::size_t>{0}));
    ASSERT_EQ(counted[0].accounts.size(), 2U);
    EXPECT_EQ(counted[0].accounts[1].speaker, "daily");
    ASSERT_TRUE(counted[0].view);
    EXPECT_EQ(counted[0].view->interval.low, 40);
    EXPECT_EQ(counted[0].view->interval.high, 41);
    EXPECT_EQ(counted[0].view->best, std::nullopt) << "two figures, none preferred";
    EXPECT_EQ(counted[1].flows, (std::vector<std::size_t>{0, 1}));
    ASSERT_EQ(counted[1].accounts.size(), 1U);
    EXPECT_EQ(counted[1].accounts[0].claims, (std::vector<std::size_t>{0, 1})) << "the office's own sum";
    ASSERT_TRUE(counted[2].view);
    EXPECT_EQ(counted[2].view->best, 2);
}

TEST(records, leave_out_what_is_wrong_and_say_so) {
    const std::string text = exchange(
        count("c1", "a", R"({ "amount": 40.5 })") + "," + count("c2", "b", R"({ "amount": 2 })"), "2025-02-30");
    const Checked checked = run(with_buffer(text));
    EXPECT_EQ(checked.findings.size(), 2U) << checked.text();
    ASSERT_EQ(checked.records.size(), 1U);
    const Record& record = checked.records[0];
    EXPECT_TRUE(record.unknown);
    ASSERT_TRUE(record.date);
    EXPECT_TRUE(record.date->unknown);
    EXPECT_FALSE(record.date->earliest || record.date->latest);
    ASSERT_TRUE(record.claims[0].quantity);
    EXPECT_EQ(record.claims[0].quantity->amount, std::nullopt);
    EXPECT_EQ(record.claims[0].quantity->interval, std::nullopt);
    EXPECT_TRUE(record.claims[0].quantity->unknown);
    EXPECT_TRUE(record.claims[0].unknown);
    EXPECT_FALSE(record.claims[1].unknown);
    ASSERT_EQ(record.counted.size(), 3U);
    EXPECT_FALSE(record.counted[0].view) << "flow a cannot be known";
    EXPECT_FALSE(record.counted[1].view) << "nor can all that went from east to west";
    EXPECT_EQ(record.counted[2].view->best, 2);
}

TEST(records, are_given_once_each_and_only_for_what_is_named) {
    CheckOptions options;
    options.paths = {dataset().string()};
    const Checked whole = run(options);
    EXPECT_EQ(whole.records.size(), documents());
    std::size_t claims = 0;
    for (const Record& record : whole.records) claims += record.claims.size();
    EXPECT_EQ(claims, whole.summary.claims);
    options.paths = {(dataset() / "records" / "ua-ru-2025-03-28-remains.json").string()};
    const Checked one = run(options);
    ASSERT_EQ(one.records.size(), 1U);
    EXPECT_EQ(one.records[0].id, "ua-ru-2025-03-28-remains");
}

// -------------------------------------------------------------------------------------------------- the rest

TEST(options, that_cannot_be_used_are_refused) {
    CheckOptions options = with_buffer("{}");
    options.ignored = {"TOT999"};
    EXPECT_EQ(run(options).error, "there is no rule \"TOT999\"");
    options.ignored = {};
    options.as_of = "yesterday";
    EXPECT_EQ(run(options).error, "the as-of date \"yesterday\" is not a day; write it as 2026-01-31");
}

TEST(options, name_rules_by_code_or_name) {
    const std::string text = exchange(count("c1", "a", R"({ "amount": -7 })"));
    CheckOptions options = with_buffer(text);
    options.only = {"CNT002"};
    EXPECT_EQ(run(options).findings.size(), 1U);
    options.ignored = {"CNT002"};
    EXPECT_EQ(run(options).findings.size(), 0U);
}

TEST(cancelled, at_any_moment_gives_no_verdict) {
    CheckOptions options;
    options.paths = {dataset().string()};
    int asked = 0;
    options.cancelled = [&] { return ++asked < 0; };
    EXPECT_EQ(run(options).error, "");
    const int all = asked;
    ASSERT_GT(all, static_cast<int>(2 * documents())) << "each document twice, and the rules of the dataset";
    for (const int moment : {1, 2, all / 3, all / 2, all - 1, all}) {
        asked = 0;
        // Only once: an answer is not forgotten.
        options.cancelled = [&] { return ++asked == moment; };
        EXPECT_EQ(run(options).error, "the check was cancelled") << moment << " of " << all;
        EXPECT_EQ(asked, moment) << "nothing goes on after it";
    }
}

TEST(sink, may_throw) {
    struct Throwing : muster::Sink {
        void take(const muster::Finding&) override { throw std::runtime_error("enough"); }
    } sink;
    const std::string text = exchange(count("c1", "a", R"({ "amount": -7 })"));
    CheckOptions options = with_buffer(text);
    options.as_of = "2030-01-01";
    EXPECT_THROW((void)muster::check(options, sink), std::runtime_error);
}

}  // namespace
