// What rules on references do where something else is wrong too: they leave open what cannot be known, and one cause
// gives one finding.
#include <gtest/gtest.h>

#include "in_memory.hpp"

namespace muster {
namespace {

using testing::Collected;
using testing::NamedText;

const std::string agents =
    R"({"id": "n", "type": "party", "name": "North"}, {"id": "s", "type": "party", "name": "South"},
    {"id": "o", "type": "outlet", "name": "The Outlet"})";
const std::string count = R"({"id": "c", "type": "count", "flows": ["f"], "quantity": {"amount": 7}, "speaker": "o",
    "appearances": [{"source": "a"}]})";

std::string registries(const std::string& more_agents = "", const std::string& sources = "") {
    return R"([{"schema": "muster/agents/1", "agents": [)" + agents + more_agents +
           R"(]}, {"schema": "muster/sources/1", "sources": [{"id": "a", "outlet": "o"})" + sources + "]}]";
}

/// An exchange that uses the registries.
std::string exchange(const std::string& id, const std::string& more = "", const std::string& claims = count,
                     const std::string& flow_more = "") {
    return R"({"schema": "muster/exchange/1", "id": ")" + id + R"(", "status": "carried_out", "date": "2025-03-14",
        "flows": [{"id": "f", "from": "s", "to": "n", "kind": "remains")" +
           flow_more + R"(}], "claims": [)" + claims + "]" + more + "}";
}

struct Ran {
    std::string text;  ///< "CODE message", one a line
    std::size_t undecided = 0;
};

Ran ran(const std::vector<NamedText>& files) {
    Summary summary;
    const Collected found = testing::run(files, summary);
    std::string text;
    for (const Finding& finding : found.findings) text += std::string(finding.code) + " " + finding.message + "\n";
    return {text, summary.undecided};
}

TEST(wrong_type_of_agent, is_left_open_where_the_type_cannot_be_read) {
    const std::string wrong = R"(, {"id": "x", "type": "qqq", "name": "X"})";
    const Ran left_open = ran({{"a.json", registries(wrong, R"(, {"id": "b", "outlet": "x"})")}});
    EXPECT_EQ(left_open.text.find("REF008"), std::string::npos) << left_open.text;
    EXPECT_EQ(left_open.undecided, 1U);
}

TEST(wrong_type_of_agent, is_left_open_where_two_agents_have_the_id) {
    const std::string second =
        R"(, {"id": "x", "type": "party", "name": "X"}, {"id": "x", "type": "outlet", "name": "Y"})";
    const std::string use = R"(, {"id": "b", "outlet": "x"})";
    const std::string in_one = ran({{"a.json", registries(second, use)}}).text;
    EXPECT_EQ(in_one, "REF007 the agent \"x\" is defined a second time\n");
    const std::string own = R"(, "agents": [{"id": "o", "type": "party", "name": "Z"}],
        "sources": [{"id": "own", "outlet": "o"}])";
    const std::string in_two = ran({{"a.json", registries()}, {"b.json", exchange("e", own)}}).text;
    EXPECT_EQ(in_two, "REF007 the agent \"o\" is defined a second time\n");
}

TEST(relation_to_itself, is_left_open_where_two_records_have_the_id) {
    const std::string series = R"({"schema": "muster/series/1", "id": "e", "title": "T", "date": "2025"})";
    const std::string own = exchange("e", R"(, "part_of": "e")");
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", series}, {"c.json", own}}).text,
              "REF006 another record of this dataset has the id \"e\"\n");
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", own}, {"c.json", series}}).text,
              "REF006 another record of this dataset has the id \"e\"\n");
}

TEST(relation_to_itself, is_left_open_where_two_sources_have_the_id) {
    const std::string copy = R"(, {"id": "a", "outlet": "o", "syndicated_from": "a", "revision_of": "a"})";
    EXPECT_EQ(ran({{"a.json", registries("", copy)}}).text, "REF007 the source \"a\" is defined a second time\n");
    const std::string own = R"(, "sources": [{"id": "a", "outlet": "o", "syndicated_from": "a"}])";
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", exchange("e", own)}}).text,
              "REF007 the source \"a\" is defined a second time\n");
}

TEST(relation_to_itself, makes_the_relation_unknown) {
    const std::string claims = count + R"(, {"id": "d", "type": "count", "flows": ["f"], "quantity": {"amount": 7},
        "derivation": {"method": "sum", "of": ["d", "c"]}, "speaker": "o", "appearances": [{"source": "a"}]})";
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", exchange("e", "", claims)}}).text,
              "REF009 the claim \"d\" is said to be computed from itself\n");
}

TEST(returns_of_its_own, is_left_open_where_two_records_have_the_id) {
    const std::string other = exchange("e");
    const std::string own = exchange("e", "", count, R"(, "returns": ["e#f"])");
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", own}, {"c.json", other}}).text,
              "REF006 another record of this dataset has the id \"e\"\n");
}

}  // namespace
}  // namespace muster
