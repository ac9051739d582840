// What the generators make: sound records give neither an error nor a warning, broken ones what is wrong with them, and
// whatever changes nothing of what is said changes no finding.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "in_memory.hpp"
#include "muster/testing.hpp"

namespace muster {
namespace {

using testing::BrokenText;
using testing::Collected;
using testing::DatasetPlan;
using testing::ExchangePlan;
using testing::NamedText;
using testing::Text;
using Json = nlohmann::ordered_json;

/// What is said of the data, places and prints aside.
std::multiset<std::string> said(const Collected& collected) {
    std::multiset<std::string> all;
    for (const Finding& finding : collected.findings) all.insert(std::string(finding.code) + " " + finding.message);
    return all;
}

std::vector<NamedText> files_of(const std::vector<std::string>& documents) {
    std::vector<NamedText> files;
    for (const std::string& document : documents) {
        files.push_back({(files.size() < 9 ? "0" : "") + std::to_string(files.size() + 1) + ".json", document});
    }
    return files;
}

void expect_sound(const Collected& collected) {
    if (collected.count(Severity::error) + collected.count(Severity::warning) > 0) RC_FAIL(collected.text());
}

RC_GTEST_PROP(generated, sound_records_give_no_error_and_no_warning, ()) {
    const Text record = *testing::sound_record();
    expect_sound(testing::run({{"a.json", record.json}}));
}

RC_GTEST_PROP(generated, sound_datasets_give_no_error_and_no_warning, ()) {
    const DatasetPlan plan = *testing::dataset_plan();
    expect_sound(testing::run(files_of(written(plan))));
}

RC_GTEST_PROP(generated, broken_records_give_one_error_of_their_rule, ()) {
    const BrokenText broken = *testing::broken_record();
    const Collected collected = testing::run({{"a.json", broken.json}});
    if (collected.count(Severity::error) != 1 || collected.count(Severity::warning) != 0) RC_FAIL(collected.text());
    const auto error = std::find_if(collected.findings.begin(), collected.findings.end(),
                                    [](const Finding& finding) { return finding.severity == Severity::error; });
    RC_ASSERT(std::string(error->name) == broken.rule);
}

/// Claims in another order, references by id and so the same.
RC_GTEST_PROP(generated, the_order_of_claims_and_flows_changes_nothing, ()) {
    const ExchangePlan plan = *testing::exchange_plan();
    Json document = Json::parse(written(plan));
    const std::multiset<std::string> before = said(testing::run({{"a.json", document.dump()}}));
    std::reverse(document["claims"].begin(), document["claims"].end());
    std::reverse(document["sources"].begin(), document["sources"].end());
    RC_ASSERT(said(testing::run({{"a.json", document.dump()}})).size() == before.size());
}

RC_GTEST_PROP(generated, the_order_of_files_changes_nothing, ()) {
    std::vector<std::string> documents = written(*testing::dataset_plan());
    const std::multiset<std::string> before = said(testing::run(files_of(documents)));
    std::reverse(documents.begin(), documents.end());
    RC_ASSERT(said(testing::run(files_of(documents))) == before);
}

/// A third voice for a number is no number more.
RC_GTEST_PROP(generated, another_confirmation_changes_no_verdict, ()) {
    Json document = Json::parse(written(*testing::exchange_plan()));
    const std::multiset<std::string> before = said(testing::run({{"a.json", document.dump()}}));
    const Json first = document["claims"][0];
    document["claims"].push_back({{"id", "one-more"},
                                  {"type", "confirmation"},
                                  {"claims", {first["id"]}},
                                  {"speaker", "one-more"},
                                  {"appearances", first["appearances"]}});
    document["agents"].push_back({{"id", "one-more"}, {"type", "institution"}, {"name", "Border Service"}});
    RC_ASSERT(said(testing::run({{"a.json", document.dump()}})) == before);
}

/// All numbers of a record times ten, bounds and parts too.
void scale(Json& value) {
    static const std::set<std::string> counts{"amount", "lower", "upper"};
    for (auto& [key, inner] : value.items()) {
        if (counts.count(key) > 0) inner = inner.get<std::int64_t>() * 10;
        if (inner.is_structured()) scale(inner);
    }
    if (value.is_object()) value.erase("quote");
}

RC_GTEST_PROP(generated, all_numbers_times_ten_keep_every_verdict, ()) {
    Json document = Json::parse(written(*testing::exchange_plan()));
    const auto codes = [](const Json& record) {
        std::multiset<std::string> all;
        for (const Finding& finding : testing::run({{"a.json", record.dump()}}).findings)
            all.insert(std::string(finding.code) + " " + finding.place.pointer);
        return all;
    };
    for (Json& claim : document["claims"]) {
        for (Json& appearance : claim["appearances"]) appearance.erase("quote");
        // One more than a bound is not ten more.
        if (claim.contains("quantity") && claim["quantity"].contains("qualifier")) claim["quantity"].erase("qualifier");
    }
    const std::multiset<std::string> before = codes(document);
    scale(document);
    RC_ASSERT(codes(document) == before);
}

/// A wider bound says less, so it can contradict nothing that the narrower one did not.
RC_GTEST_PROP(generated, a_wider_bound_adds_no_error, ()) {
    Json document = Json::parse(written(*testing::exchange_plan()));
    const std::size_t before = testing::run({{"a.json", document.dump()}}).count(Severity::error);
    const std::size_t claim = *rc::gen::inRange<std::size_t>(0, document["claims"].size());
    Json& quantity = document["claims"][claim]["quantity"];
    if (!quantity.is_object() || !quantity.contains("amount") || quantity.contains("qualifier")) return;
    const std::int64_t amount = quantity["amount"];
    quantity = {{"lower", amount / 2}, {"upper", amount * 2 + 1}};
    document["claims"][claim]["appearances"][0].erase("quote");
    RC_ASSERT(testing::run({{"a.json", document.dump()}}).count(Severity::error) <= before);
}

/// What a record says does not hang on what stands beside it.
RC_GTEST_PROP(generated, findings_of_a_record_do_not_depend_on_its_neighbours, ()) {
    const BrokenText broken = *testing::broken_record();
    const Collected alone = testing::run({{"a.json", broken.json}});
    ExchangePlan other = *testing::exchange_plan();
    Json neighbour = Json::parse(written(other));
    neighbour["id"] = "the-neighbour";
    neighbour["date"] = "2023-01-05";
    for (Json& source : neighbour["sources"]) source["published"] = "2023-01-05";
    std::multiset<std::string> beside;
    for (const Finding& finding : testing::run({{"a.json", broken.json}, {"b.json", neighbour.dump()}}).findings) {
        if (finding.place.path == "a.json" && finding.layer < 6)
            beside.insert(std::string(finding.code) + finding.message);
    }
    std::multiset<std::string> expected;
    for (const Finding& finding : alone.findings) {
        if (finding.layer < 6) expected.insert(std::string(finding.code) + finding.message);
    }
    RC_ASSERT(beside == expected);
}

}  // namespace
}  // namespace muster
