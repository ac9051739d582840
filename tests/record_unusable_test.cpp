// From a document to the typed record: what becomes of that which is missing or cannot be used.
#include <gtest/gtest.h>

#include "record/names.hpp"
#include "record_in_memory.hpp"

namespace muster {
namespace {

using testing::decoded;
using testing::exchange;

TEST(decode_unusable, what_does_not_say_what_it_is) {
    for (const std::string_view json : {R"({"id": "x"})", R"({"schema": "muster/exchange/2"})", R"({"schema": 1})",
                                        R"([])", R"("muster/series/1")"}) {
        const Record record = decoded(json);
        EXPECT_EQ(record.type, DocumentType::unknown) << json;
        EXPECT_TRUE(record.id.absent()) << json;
    }
    EXPECT_EQ(decoded(R"({"schema": "muster/series/1"})", {"/schema"}).type, DocumentType::unknown);
}

TEST(decode_unusable, what_is_required_and_missing_is_unknown) {
    const Record record = decoded(R"({"schema": "muster/exchange/1"})");
    EXPECT_TRUE(record.id.unknown());
    EXPECT_TRUE(record.status.unknown());
    EXPECT_TRUE(record.date.unknown());
    EXPECT_TRUE(record.flows.unknown());
    EXPECT_TRUE(record.claims.unknown());
    EXPECT_TRUE(record.agents.absent());
    EXPECT_TRUE(record.part_of.absent());
    const Record series = decoded(R"({"schema": "muster/series/1"})");
    EXPECT_TRUE(series.title.unknown());
    EXPECT_TRUE(series.date.unknown());
    EXPECT_TRUE(series.claims.absent());
    EXPECT_TRUE(decoded(R"({"schema": "muster/tombstone/1"})").withdrawn_on.unknown());
    EXPECT_TRUE(decoded(R"({"schema": "muster/agents/1"})").agents.unknown());
    EXPECT_TRUE(decoded(R"({"schema": "muster/sources/1"})").sources.unknown());
    EXPECT_TRUE(decoded(R"({"schema": "muster/dataset/1"})").id.unknown());
}

TEST(decode_unusable, a_claim_lacks_what_its_type_requires) {
    const auto claim = [](const std::string& type) {
        return decoded(exchange(R"({"type": ")" + type + R"("})")).claims.items[0];
    };
    for (const ClaimType type : {ClaimType::count, ClaimType::confirmation, ClaimType::statement}) {
        const Claim empty = claim(std::string(word(type)));
        EXPECT_FALSE(empty.unknown);
        EXPECT_TRUE(empty.id.unknown());
        EXPECT_TRUE(empty.speaker.unknown());
        EXPECT_TRUE(empty.appearances.unknown());
        EXPECT_TRUE(empty.derivation.state == State::absent);
        EXPECT_TRUE(empty.rank.absent());
        EXPECT_TRUE(empty.relations.absent());
    }
    EXPECT_TRUE(claim("count").flows.unknown());
    EXPECT_TRUE(claim("count").quantity.unknown());
    EXPECT_TRUE(claim("count").applies.absent());
    EXPECT_TRUE(claim("plan").quantity.unknown());
    EXPECT_TRUE(claim("plan").scope.unknown());
    EXPECT_TRUE(claim("cumulative").scope.unknown());
    EXPECT_TRUE(claim("cumulative").quantity.unknown());
    EXPECT_TRUE(claim("ordinal").scope.unknown());
    EXPECT_TRUE(claim("ordinal").ordinal.unknown());
    EXPECT_TRUE(claim("previous").date.unknown());
    EXPECT_TRUE(claim("identification").result.unknown());
    EXPECT_TRUE(claim("identification").scope.unknown());
    EXPECT_FALSE(claim("identification").quantity.unknown());
    EXPECT_TRUE(claim("place").place_role.unknown());
    EXPECT_TRUE(claim("place").places.unknown());
    EXPECT_TRUE(claim("mediation").mediators.unknown());
    EXPECT_TRUE(claim("date").date.unknown());
    EXPECT_TRUE(claim("status").status.unknown());
    EXPECT_TRUE(claim("statement").text.unknown());
    EXPECT_TRUE(claim("denial").text.absent());
    EXPECT_TRUE(claim("denial").claims.absent());
    const Record two = decoded(exchange(R"({"id": "x", "type": "count", "flows": ["a", "b"], "quantity": {"amount": 1},
        "speaker": "dataset"})"));
    EXPECT_TRUE(two.claims.items[0].applies.unknown());
    EXPECT_TRUE(two.claims.items[0].derivation.state == State::unknown);
    EXPECT_TRUE(two.claims.items[0].appearances.absent());
}

TEST(decode_unusable, inner_objects_lack_what_they_require) {
    const Record record = decoded(exchange(R"({"type": "count", "breakdowns": [{"parts": [{}]}, {}], "relations": [{}],
        "appearances": [{"quote": {}}], "places": [{}], "derivation": {}, "quantity": {}})",
                                           R"(, "agents": [{}, {"type": "person"}, {"type": "anonymous"}],
                                              "sources": [{}])"));
    const Claim& claim = record.claims.items[0];
    const Breakdown& breakdown = claim.breakdowns.items[0];
    EXPECT_TRUE(breakdown.dimension.unknown());
    EXPECT_TRUE(breakdown.shape.unknown());
    EXPECT_TRUE(breakdown.parts.items[0].label.unknown());
    EXPECT_TRUE(breakdown.parts.items[0].quantity.unknown());
    EXPECT_TRUE(claim.breakdowns.items[1].parts.unknown());
    EXPECT_TRUE(claim.relations.items[0].type.unknown());
    EXPECT_TRUE(claim.relations.items[0].claim.unknown());
    EXPECT_TRUE(claim.appearances.items[0].source.unknown());
    EXPECT_TRUE(claim.appearances.items[0].quote.exact.unknown());
    EXPECT_TRUE(claim.places.items[0].label.unknown());
    EXPECT_TRUE(claim.derivation.method.unknown());
    EXPECT_TRUE(claim.derivation.of.unknown());
    EXPECT_TRUE(claim.quantity.unknown());
    EXPECT_TRUE(record.agents.items[0].type.unknown());
    EXPECT_TRUE(record.agents.items[0].name.absent());
    EXPECT_TRUE(record.agents.items[1].name.unknown());
    EXPECT_TRUE(record.agents.items[1].public_role.unknown());
    EXPECT_TRUE(record.agents.items[2].name.absent());
    EXPECT_TRUE(record.agents.items[2].description.unknown());
    EXPECT_TRUE(record.sources.items[0].outlet.unknown());
}

TEST(decode_unusable, a_claim_of_unknown_type_is_unknown) {
    for (const std::string& json :
         {exchange(R"({"id": "x", "type": "cuont", "relations": [{"type": "supersedes", "claim": "y"}]})"),
          exchange(R"({"id": "x", "relations": [{"type": "supersedes", "claim": "y"}]})")}) {
        const Record record = decoded(json);
        EXPECT_TRUE(record.claims.items[0].unknown);
        EXPECT_TRUE(record.claims.items[0].id.known());
        EXPECT_TRUE(record.claims.items[0].relations.known());
    }
    const Record record = decoded(exchange(R"("count", {"type": "count"})"));
    ASSERT_EQ(record.claims.size(), 2U);
    EXPECT_TRUE(record.claims.items[0].unknown);
    EXPECT_TRUE(record.claims.items[0].relations.unknown());
}

TEST(decode_unusable, a_field_that_nobody_knows_makes_its_claim_unknown) {
    const std::string json = exchange(R"({"id": "x", "type": "statement", "text": "t", "speaker": "s", "zzz": 1,
        "appearances": [{"source": "s"}]})");
    EXPECT_FALSE(decoded(json).claims.items[0].unknown);
    EXPECT_TRUE(decoded(json, {"/claims/0/zzz"}).claims.items[0].unknown);
    EXPECT_TRUE(decoded(json, {"/claims/0"}).claims.items[0].unknown);
    EXPECT_FALSE(decoded(json, {"/claims/0/text"}).claims.items[0].unknown);
    const std::string extended = exchange(R"({"id": "x", "type": "statement", "text": "t", "extensions": 1})");
    EXPECT_FALSE(decoded(extended, {"/claims/0/extensions"}).claims.items[0].unknown);
}

TEST(decode_unusable, values_of_another_kind_are_unknown) {
    const Record record = decoded(R"({"schema": "muster/exchange/1", "id": 1, "status": "done", "date": "2025-13",
        "stage": "1", "flows": {}, "claims": [7, {"quantity": [], "scope": 5, "ordinal": 1.0, "relations": {}}]})");
    EXPECT_TRUE(record.id.unknown());
    EXPECT_TRUE(record.status.unknown());
    EXPECT_TRUE(record.date.unknown());
    EXPECT_EQ(record.date->problem, DateProblem::impossible);
    EXPECT_EQ(record.date->culprit, "2025-13");
    EXPECT_EQ(record.date->days.earliest, before_all_days);
    EXPECT_TRUE(record.stage.unknown());
    EXPECT_TRUE(record.flows.unknown());
    ASSERT_EQ(record.claims.size(), 2U);
    EXPECT_TRUE(record.claims.items[0].unknown);
    EXPECT_TRUE(record.claims.items[1].quantity.unknown());
    EXPECT_TRUE(record.claims.items[1].scope.unknown());
    EXPECT_TRUE(record.claims.items[1].ordinal.unknown());
    EXPECT_TRUE(record.claims.items[1].relations.unknown());
}

TEST(decode_unusable, only_counts_are_numbers) {
    const auto amount = [](const std::string& token) {
        return decoded(exchange(R"({"quantity": {"amount": )" + token + "}}")).claims.items[0].quantity.amount;
    };
    EXPECT_TRUE(amount("0").is(0));
    EXPECT_TRUE(amount("1000000000").is(1000000000));
    for (const char* token :
         {"1000000001", "-1", "-0", "1.0", "1e2", "18446744073709551616", "\"1\"", "null", "true"}) {
        EXPECT_TRUE(amount(token).unknown()) << token;
    }
}

TEST(decode_unusable, of_a_key_that_stands_twice_nothing_is_known) {
    const Record record = decoded(exchange(R"({"id": "x", "id": "y", "type": "count", "quantity": {"amount": 1},
        "quantity": {"amount": 2}})"));
    EXPECT_TRUE(record.claims.items[0].id.unknown());
    EXPECT_TRUE(record.claims.items[0].quantity.unknown());
}

}  // namespace
}  // namespace muster
