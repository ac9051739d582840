// Rules of those who build on the library, beside muster's own.
#include <gtest/gtest.h>

#include <algorithm>
#include <muster/rule.hpp>

#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "library_checked.hpp"

namespace {

using namespace muster::outside;

using muster::OwnCheck;
using muster::OwnRule;
using muster::Severity;

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
    options.paths = {(dataset() / "records" / "ua-ru-2025-03-28-remains.json").string()};
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
    EXPECT_EQ(checked.summary.errors, 0U) << checked.text();
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

/// Those that `check` runs: not those that compare two versions of a dataset.
std::size_t rules_of_check() {
    const auto rules = muster::all_rules();
    return static_cast<std::size_t>(std::count_if(
        rules.begin(), rules.end(), [](const muster::Rule* rule) { return rule->needs != muster::Needs::versions; }));
}

TEST(own_rule, is_selected_and_counted_like_ours) {
    const std::string text = exchange(count("c1", "a", R"({ "amount": 7 })"));
    CheckOptions options = with_buffer(text);
    options.own_rules = {rule([](OwnCheck& check) { report(check, ""); }, Severity::error)};
    const Checked checked = run(options);
    EXPECT_EQ(checked.summary.errors, 1U);
    EXPECT_EQ(checked.summary.rules_run.size(), rules_of_check() + 1);
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

}  // namespace
