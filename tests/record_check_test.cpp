// What a rule sees of a record: what references lead to, names of speakers, and what it may report.
#include <gtest/gtest.h>

#include <stdexcept>

#include "record/record_check.hpp"
#include "record_in_memory.hpp"

namespace muster {
namespace {

using testing::Checked;
using testing::decoded;
using testing::exchange;
using Outcome = ClaimFound::Outcome;

const std::string claims =
    R"({"id": "one", "type": "count", "flows": ["a"], "quantity": {"amount": 1212}, "speaker": "x"},
    {"id": "two", "type": "count", "flows": ["b"], "quantity": {"absent": "withheld"}, "speaker": "voice"})";
const std::string agents = R"(, "agents": [{"id": "x", "type": "institution", "name": "X House"},
    {"id": "voice", "type": "anonymous", "description": "an official"}], "sources": [{"id": "s", "outlet": "o"}])";

Value<ClaimRef> reference(const std::string& written) {
    const Record record = decoded(exchange(R"({"claims": [")" + written + R"("]})"));
    static std::vector<Record> kept;
    kept.push_back(record);
    return record.claims.items[0].claims.items[0];
}

TEST(record_check, finds_claims_here_and_elsewhere) {
    Checked checked(exchange(claims, agents));
    checked.directory.add(decoded(R"({"schema": "muster/series/1", "id": "there", "title": "T", "date": "2025",
        "claims": [{"id": "one", "type": "statement", "text": "t", "speaker": "z", "relations": [{"type": "corroborates",
        "claim": "one"}]}, {"id": "last", "type": "statement", "text": "t", "speaker": "x"}],
        "agents": [{"id": "x", "type": "group", "name": "another X"}]})"));
    const auto find = [&](const std::string& written) { return checked.check.find(*reference(written)); };
    EXPECT_EQ(find("one").claim, &checked.record.claims.items[0]);
    EXPECT_EQ(find("two").number, 1U);
    EXPECT_EQ(find("here#two").claim, &checked.record.claims.items[1]);
    EXPECT_EQ(find("here#two").record, &checked.record);
    const ClaimFound foreign = find("there#last");
    EXPECT_EQ(foreign.outcome, Outcome::found);
    EXPECT_EQ(foreign.record, checked.directory.record("there"));
    EXPECT_EQ(foreign.number, 1U);
    // Another record's reference without a record means its own claim.
    EXPECT_EQ(checked.check.find(*reference("one"), *foreign.record).record, foreign.record);
    EXPECT_EQ(checked.check.find(*reference("here#one"), *foreign.record).record, &checked.record);
    EXPECT_EQ(checked.check.speaker(foreign), "another X");
    EXPECT_EQ(checked.check.speaker(find("there#one")), "z");
}

TEST(record_check, tells_what_is_missing_from_what_cannot_be_known) {
    Checked checked(exchange(claims));
    checked.directory.add(decoded(R"({"schema": "muster/series/1", "id": "there", "title": "T", "date": "2025"})"));
    checked.directory.add(decoded(
        R"({"schema": "muster/series/1", "id": "broken", "title": "T", "date": "2025", "claims": [{"id": 5}]})"));
    checked.directory.add(
        decoded(R"({"schema": "muster/series/1", "id": "lost", "title": "T", "date": "2025", "claims": 5})"));
    const auto outcome = [&](const std::string& written) {
        const ClaimFound found = checked.check.find(*reference(written));
        EXPECT_FALSE(found);
        EXPECT_EQ(found.record, nullptr);
        return found.outcome;
    };
    EXPECT_EQ(outcome("three"), Outcome::missing);
    EXPECT_EQ(outcome("there#three"), Outcome::missing);
    EXPECT_EQ(outcome("nowhere#one"), Outcome::missing_record);
    EXPECT_EQ(outcome("broken#three"), Outcome::undecided);
    EXPECT_EQ(outcome("lost#three"), Outcome::undecided);
    checked.directory.complete = false;
    EXPECT_EQ(outcome("nowhere#one"), Outcome::undecided);
    EXPECT_EQ(outcome("three"), Outcome::missing);
    Checked with_unknown(exchange(claims + R"(, {"type": "status"})"));
    EXPECT_EQ(with_unknown.check.find(*reference("three")).outcome, Outcome::undecided);
    EXPECT_EQ(with_unknown.check.find(*reference("two")).outcome, Outcome::found);
}

TEST(record_check, of_two_claims_with_one_id_the_first_is_found_until_neither_is_known) {
    Checked checked(exchange(R"({"id": "one", "type": "status"}, {"id": "one", "type": "date"})"));
    EXPECT_EQ(checked.check.find(*reference("one")).number, 0U);
    for (Claim& claim : checked.record.claims.items) claim.id.state = State::unknown;
    checked.check.forget();
    EXPECT_EQ(checked.check.find(*reference("one")).outcome, Outcome::undecided);
}

TEST(record_check, names_agents_as_readers_know_them) {
    Checked checked(exchange(claims, agents));
    checked.directory.add(
        decoded(R"({"schema": "muster/agents/1", "agents": [{"id": "ru", "type": "party", "name": "Russia"},
        {"id": "nameless", "type": "party"}, {"id": "x", "type": "party", "name": "not this one"}]})"));
    checked.directory.add(decoded(R"({"schema": "muster/sources/1", "sources": [{"id": "t", "outlet": "o"}]})"));
    EXPECT_EQ(checked.check.name("x"), "X House");
    EXPECT_EQ(checked.check.name("voice"), "an official");
    EXPECT_EQ(checked.check.name("ru"), "Russia");
    EXPECT_EQ(checked.check.name("nameless"), "nameless");
    EXPECT_EQ(checked.check.name("nobody"), "nobody");
    EXPECT_EQ(checked.check.name("dataset"), "the editors");
    EXPECT_EQ(checked.check.figure(checked.record.claims.items[0]), "1,212 (X House)");
    EXPECT_EQ(checked.check.figure(checked.record.claims.items[1]), "no number (withheld) (an official)");
    EXPECT_EQ(checked.check.figure(ClaimFound()), "an unknown number (an unknown speaker)");
    EXPECT_EQ(checked.check.figure(checked.check.find(*reference("one"))), "1,212 (X House)");
    EXPECT_NE(checked.check.source("s"), nullptr);
    EXPECT_NE(checked.check.source("t"), nullptr);
    EXPECT_EQ(checked.check.source("u"), nullptr);
    EXPECT_EQ(checked.check.agent("nobody"), nullptr);
}

TEST(record_check, the_sets_of_a_claim_whose_flows_are_in_doubt_cannot_be_known) {
    const Record record = decoded(exchange(
        R"({"id": "one", "type": "count", "flows": ["a", "nowhere"], "applies": "together", "quantity": {"amount": 1}})"));
    EXPECT_EQ(named_flows(record, record.claims.items[0]), FlowSet{0});
    EXPECT_TRUE(flows_unknown(record, record.claims.items[0]));
    EXPECT_TRUE(named_sets(record, record.claims.items[0]).empty());
}

const Rule reporting = testing::probe([](RecordCheck& check) {
    check.report(7, "{what} stands here", {{"what", "something"}}).participants = {value_at(7)};
    check.dangling("id", 9);
    check.undecided(2);
});
const Rule breaking_down = testing::probe([](RecordCheck& check) {
    check.report(8, "half a finding", {});
    throw std::logic_error("a bug in a rule");
});

TEST(record_check, takes_what_rules_report_and_survives_one_that_breaks_down) {
    Checked checked(exchange(claims));
    EXPECT_TRUE(checked.check.run(reporting));
    EXPECT_FALSE(checked.check.run(breaking_down));
    const std::vector<Draft> drafts = checked.check.take_drafts();
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].rule, "probe");
    EXPECT_EQ(drafts[0].at, 7U);
    EXPECT_EQ(render(drafts[0].message, drafts[0].args), "something stands here");
    const std::vector<Dangling> dangling = checked.check.take_dangling();
    ASSERT_EQ(dangling.size(), 1U);
    EXPECT_EQ(dangling[0].id, "id");
    EXPECT_EQ(dangling[0].where, 9U);
    EXPECT_EQ(checked.check.undecided_checks(), 2U);
    EXPECT_TRUE(checked.check.take_drafts().empty());
}

TEST(record_check, works_out_once_what_a_layer_shares) {
    Checked checked(exchange(claims));
    int made = 0;
    const auto once = [&] { return checked.check.once<std::string>([&] { return std::to_string(++made); }); };
    EXPECT_EQ(once(), "1");
    EXPECT_EQ(once(), "1");
    checked.check.forget();
    EXPECT_EQ(once(), "2");
    const Accounts* accounts = &checked.check.accounts();
    EXPECT_EQ(&checked.check.accounts(), accounts);
}

}  // namespace
}  // namespace muster
