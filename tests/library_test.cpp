// The library as those who build on it see it: public headers only.
#include <gtest/gtest.h>
#include <muster/check.hpp>
#include <muster/rule.hpp>

#include <filesystem>
#include <fstream>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "temporary_folder.hpp"

namespace {

using muster::CheckOptions;
using muster::OwnCheck;
using muster::OwnRule;
using muster::Severity;
using muster::records::Record;

const std::filesystem::path dataset = std::filesystem::path(MUSTER_SOURCE_DIR) / "fixtures" / "datasets" / "ua-ru";

/// An exchange of two flows with these claims.
std::string exchange(const std::string& claims, const std::string& date = "2025-03-28") {
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

std::string count(const std::string& id, const std::string& flow, const std::string& quantity,
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

Checked run(CheckOptions options) {
    Checked checked;
    if (options.as_of.empty()) options.as_of = "2026-01-01";
    options.record = [&checked](const Record& record) { checked.records.push_back(record); };
    const muster::Result<muster::Summary> summary = muster::check(options, checked);
    if (summary) checked.summary = *summary;
    if (!summary) checked.error = summary.error().message;
    return checked;
}

CheckOptions with_buffer(const std::string& text) {
    CheckOptions options;
    options.buffers = {{"x.json", text}};
    return options;
}

OwnRule rule(std::function<void(OwnCheck&)> check, Severity severity = Severity::warning) {
    return {.code = "XAB001",
            .name = "not_ours",
            .severity = severity,
            .summary = "Something is not ours.",
            .remedy = "Make it ours.",
            .check = std::move(check)};
}

void report(OwnCheck& check, const std::string& pointer) {
    check.report({.pointer = pointer, .message = "{what} is not ours", .args = {{"what", "this"}}});
}

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
    const std::string path = (dataset / "records" / "ua-ru-2025-03-28-remains.json").string();
    std::string text = muster::text_of(path);
    const std::size_t total = text.find("\"amount\": 952");
    ASSERT_NE(total, std::string::npos);
    text.replace(total, 13, "\"amount\": 953");
    CheckOptions options;
    options.dataset = dataset.string();
    options.buffers = {{path, text}};
    const Checked alone = run(options);
    ASSERT_EQ(alone.findings.size(), 1U) << alone.text();
    EXPECT_EQ(alone.findings[0].code, "TOT004");
    EXPECT_EQ(alone.summary.files, 1U);

    options.paths = {dataset.string()};
    const Checked whole = run(options);
    EXPECT_EQ(whole.summary.files, 24U) << "the file and the buffer are one";
    CheckOptions files;
    files.paths = {dataset.string()};
    EXPECT_EQ(whole.findings.size(), run(files).findings.size() + 1) << whole.text();
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
    options.paths = {dataset.string()};
    const Checked whole = run(options);
    EXPECT_EQ(whole.records.size(), 24U);
    std::size_t claims = 0;
    for (const Record& record : whole.records) claims += record.claims.size();
    EXPECT_EQ(claims, whole.summary.claims);
    options.paths = {(dataset / "records" / "ua-ru-2025-03-28-remains.json").string()};
    const Checked one = run(options);
    ASSERT_EQ(one.records.size(), 1U);
    EXPECT_EQ(one.records[0].id, "ua-ru-2025-03-28-remains");
}

// ----------------------------------------------------------------------------------------------------- own rules

TEST(own_rule, finds_like_ours) {
    const std::string text = exchange(count("c1", "a", R"({ "amount": 7 })"));
    CheckOptions options = with_buffer(text);
    options.own_rules = {rule([](OwnCheck& check) {
        check.report({.pointer = "/claims/0/quantity/amount",
                      .message = "{amount} is not {whose}",
                      .args = {{"amount", std::int64_t{1212}}, {"whose", "ours"}},
                      .notes = {{"/flows/0", "of this flow"}}});
        report(check, "/claims/0/stated_on");
        report(check, "/no/such/place");
    })};
    const Checked checked = run(options);
    EXPECT_EQ(checked.text(),
              "XAB001 x.json:1:1 : this is not ours; help: Make it ours.\n"
              "XAB001 x.json:5:12 /claims/0: this is not ours; help: Make it ours.\n"
              "XAB001 x.json:6:25 /claims/0/quantity/amount: 1,212 is not ours; help: Make it ours.\n");
    EXPECT_EQ(checked.summary.warnings, 3U);
    const muster::Finding& last = checked.findings.at(2);
    EXPECT_EQ(last.name, "not_ours");
    EXPECT_EQ(last.layer, 5);
    EXPECT_EQ(last.place.record, "x1");
    EXPECT_EQ(last.excerpt.text.substr(last.excerpt.mark_begin, last.excerpt.mark_end - last.excerpt.mark_begin), "7");
    ASSERT_EQ(last.related.size(), 1U);
    EXPECT_EQ(last.related[0].place.pointer, "/flows/0");
    EXPECT_EQ(last.related[0].message, "of this flow");
    EXPECT_NE(last.fingerprint, checked.findings[1].fingerprint);
    EXPECT_EQ(last.fingerprint.size(), 32U);
}

TEST(own_rule, sees_the_document_and_its_registries) {
    CheckOptions options;
    options.paths = {(dataset / "records" / "ua-ru-2025-03-28-remains.json").string()};
    std::vector<std::string> seen;
    options.own_rules = {rule([&](OwnCheck& check) {
        if (check.record().type != "exchange" || check.record().id != "ua-ru-2025-03-28-remains") return;
        const auto agent = check.agent(check.record().claims.at(0).speaker);
        const auto source = check.source(check.record().claims.at(0).appearances.at(0).source);
        seen = {agent ? agent->name : "",
                source ? source->outlet : "",
                std::string(check.json("/claims/0/quantity/amount").value_or("")),
                std::string(check.json("/claims/0/flows").value_or("")),
                std::string(check.json("/claims/000").value_or("none")),
                check.agent("nobody") ? "somebody" : "nobody"};
    })};
    const Checked checked = run(options);
    EXPECT_EQ(seen, (std::vector<std::string>{"Vladimir Rogov", "mt", "43", "[\"to-ru\"]", "none", "nobody"}));
    EXPECT_TRUE(checked.findings.empty()) << checked.text();
}

TEST(own_rule, takes_part_in_one_cause_one_finding) {
    const std::string text = exchange(count("c1", "a", R"({ "amount": -7 })"));
    CheckOptions options = with_buffer(text);
    options.own_rules = {rule([](OwnCheck& check) {
        if (check.record().claims.at(0).quantity->unknown) check.undecided();
        report(check, "/claims/0/quantity/amount");
    })};
    const Checked checked = run(options);
    ASSERT_EQ(checked.findings.size(), 1U) << checked.text();
    EXPECT_EQ(checked.findings[0].code, "CNT002");
    ASSERT_EQ(checked.findings[0].related.size(), 1U) << "the warning is a note of the error";
    EXPECT_EQ(checked.findings[0].related[0].message, "this is not ours");
    EXPECT_EQ(checked.summary.undecided, 1U);
}

TEST(own_rule, is_selected_and_counted_like_ours) {
    const std::string text = exchange(count("c1", "a", R"({ "amount": 7 })"));
    CheckOptions options = with_buffer(text);
    options.own_rules = {rule([](OwnCheck& check) { report(check, ""); }, Severity::error)};
    const Checked checked = run(options);
    EXPECT_EQ(checked.summary.errors, 1U);
    EXPECT_EQ(checked.summary.rules_run.size(), muster::all_rules().size() + 1);
    EXPECT_EQ(checked.summary.rules_run.back(), "XAB001");

    options.ignored = {"XAB001"};
    const Checked ignored = run(options);
    EXPECT_TRUE(ignored.findings.empty()) << ignored.text();
    ASSERT_EQ(ignored.summary.rules_not_run.size(), 1U);
    EXPECT_EQ(ignored.summary.rules_not_run[0].name, "not_ours");
    EXPECT_EQ(ignored.summary.rules_not_run[0].reason, "ignored");

    options.ignored = {};
    options.only = {"not_ours"};
    EXPECT_EQ(run(options).summary.rules_run, std::vector<std::string_view>{"XAB001"});
}

TEST(own_rule, that_throws_has_failed_and_found_nothing) {
    const std::string text = exchange(count("c1", "a", R"({ "amount": 7 })"));
    CheckOptions options = with_buffer(text);
    options.own_rules = {rule([](OwnCheck& check) {
        report(check, "");
        throw std::runtime_error("a bug");
    })};
    const Checked failed = run(options);
    EXPECT_TRUE(failed.findings.empty()) << failed.text();
    EXPECT_EQ(failed.summary.rules_failed, std::vector<std::string>{"XAB001"});
    options.own_rules[0].check = [](OwnCheck&) { throw 7; };
    EXPECT_EQ(run(options).summary.rules_failed, std::vector<std::string>{"XAB001"});
    options.own_rules[0].check = [](OwnCheck&) { throw std::bad_alloc(); };
    EXPECT_THROW(run(options), std::bad_alloc);
}

TEST(own_rule, whose_code_or_name_is_taken_is_refused) {
    CheckOptions options = with_buffer("{}");
    const auto refusal = [&](std::string_view code, std::string_view name) {
        OwnRule own = rule([](OwnCheck&) {});
        own.code = code;
        own.name = name;
        options.own_rules = {rule([](OwnCheck&) {}), own};
        return run(options).error;
    };
    const std::string begin = "the rule of your own ";
    EXPECT_EQ(refusal("XAB001", "another"),
              begin + "XAB001 not_ours cannot be used: there is another rule XAB001 another");
    EXPECT_EQ(refusal("AAA001", "negative_count"),
              begin + "AAA001 negative_count cannot be used: there is another rule CNT002 negative_count");
    EXPECT_EQ(refusal("CNT002", "another"),
              begin + "CNT002 another cannot be used: there is another rule CNT002 negative_count");
    EXPECT_EQ(refusal("xab002", "another"), begin +
                                                "\"xab002\" cannot be used: a code is three capital letters and "
                                                "three digits, such as XAB001");
    EXPECT_EQ(refusal("XAB002", "an other"),
              begin +
                  "XAB002 cannot be used: \"an other\" is no name; a name is made of lower-case letters, digits and "
                  "_, and begins with a letter");
    options.own_rules = {rule(nullptr)};
    EXPECT_EQ(run(options).error, begin + "XAB001 cannot be used: it has no check");
}

TEST(own_rule, families_that_begin_with_x_are_never_ours) {
    for (const muster::Rule* rule : muster::all_rules()) EXPECT_NE(rule->code[0], 'X') << rule->name;
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
    options.paths = {dataset.string()};
    int asked = 0;
    options.cancelled = [&] { return ++asked < 0; };
    EXPECT_EQ(run(options).error, "");
    const int all = asked;
    ASSERT_GT(all, 48) << "each of 24 documents twice, and the rules of the dataset";
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
    options.as_of = "2026-01-01";
    EXPECT_THROW((void)muster::check(options, sink), std::runtime_error);
}

}  // namespace
