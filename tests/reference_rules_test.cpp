// What rules on references do where something else is wrong too: they leave open what cannot be known, and one cause
// gives one finding.
#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "in_memory.hpp"
#include "record/circles.hpp"

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
std::string record_of(const std::string& id, const std::string& more = "", const std::string& claims = count,
                      const std::string& flow_more = "") {
    return R"({"schema": "muster/exchange/1", "id": ")" + id + R"(", "status": "carried_out", "date": "2025-03-14",
        "flows": [{"id": "f", "from": "s", "to": "n", "kind": "remains")" +
           flow_more + R"(}], "claims": [)" + claims + "]" + more + "}";
}

/// Two records of one stage may well be one exchange recorded twice; of that other tests speak.
CheckOptions without_same_event() {
    CheckOptions options = testing::options_for_tests();
    options.ignored = {"same_event_twice"};
    return options;
}

struct Ran {
    std::string text;  ///< "CODE message", one a line
    std::size_t undecided = 0;
};

Ran ran(const std::vector<NamedText>& files) {
    Summary summary;
    const Collected found = testing::run(files, summary, without_same_event());
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
        "sources": [{"id": "own", "outlet": "o", "syndicated_from": "a"}])";
    const std::string in_two = ran({{"a.json", registries()}, {"b.json", record_of("e", own)}}).text;
    EXPECT_EQ(in_two, "REF007 the agent \"o\" is defined a second time\n");
}

TEST(relation_to_itself, is_left_open_where_two_records_have_the_id) {
    const std::string series = R"({"schema": "muster/series/1", "id": "e", "title": "T", "date": "2025"})";
    const std::string own = record_of("e", R"(, "part_of": "e")");
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", series}, {"c.json", own}}).text,
              "REF006 another record of this dataset has the id \"e\"\n");
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", own}, {"c.json", series}}).text,
              "REF006 another record of this dataset has the id \"e\"\n");
}

TEST(relation_to_itself, is_left_open_where_two_sources_have_the_id) {
    const std::string copy = R"(, {"id": "a", "outlet": "o", "syndicated_from": "a", "revision_of": "a"})";
    EXPECT_EQ(ran({{"a.json", registries("", copy)}}).text, "REF007 the source \"a\" is defined a second time\n");
    const std::string own = R"(, "sources": [{"id": "a", "outlet": "o", "syndicated_from": "a"}])";
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", record_of("e", own)}}).text,
              "REF007 the source \"a\" is defined a second time\n");
}

TEST(relation_to_itself, makes_the_relation_unknown) {
    const std::string claims = count + R"(, {"id": "d", "type": "count", "flows": ["f"], "quantity": {"amount": 7},
        "derivation": {"method": "sum", "of": ["d", "c"]}, "speaker": "o", "appearances": [{"source": "a"}]})";
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", record_of("e", "", claims)}}).text,
              "REF009 the claim \"d\" is said to be computed from itself\n");
}

TEST(returns_of_its_own, is_left_open_where_two_records_have_the_id) {
    const std::string other = record_of("e");
    const std::string own = record_of("e", "", count, R"(, "returns": ["e#f"])");
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", own}, {"c.json", other}}).text,
              "REF006 another record of this dataset has the id \"e\"\n");
}

std::string stage(const std::string& id, const std::string& number, const std::string& status = "carried_out") {
    std::string text = record_of(id, R"(, "part_of": "spring", "stage": )" + number);
    return text.replace(text.find("carried_out"), 11, status);
}

std::string stages_of_series(const std::string& stages) {
    return R"({"schema": "muster/series/1", "id": "spring", "title": "Spring", "date": "2025", "stages": )" + stages +
           "}";
}

TEST(stage_out_of_series, is_left_open_where_a_stage_cannot_be_read) {
    const Ran left_open = ran({{"a.json", registries()},
                               {"b.json", stages_of_series("1")},
                               {"c.json", stage("one", "1")},
                               {"d.json", stage("two", R"("2")")}});
    EXPECT_EQ(left_open.text.find("REF011"), std::string::npos) << left_open.text;
    EXPECT_EQ(left_open.undecided, 1U);
    const Ran series_unknown =
        ran({{"a.json", registries()}, {"b.json", stages_of_series(R"("1")")}, {"c.json", stage("one", "7")}});
    EXPECT_EQ(series_unknown.text.find("REF011"), std::string::npos) << series_unknown.text;
    EXPECT_EQ(series_unknown.undecided, 1U);
}

TEST(stage_out_of_series, is_left_open_where_it_is_not_known_whether_a_stage_took_place) {
    const Ran left_open =
        ran({{"a.json", registries()}, {"c.json", stage("one", "1")}, {"d.json", stage("two", "1", "qqq")}});
    EXPECT_EQ(left_open.text.find("REF011"), std::string::npos) << left_open.text;
}

TEST(stage_out_of_series, does_not_say_again_that_a_record_stands_there_twice) {
    const Ran twice = ran({{"a.json", registries()},
                           {"b.json", stages_of_series("3")},
                           {"c.json", stage("one", "1")},
                           {"d.json", stage("one", "1")}});
    EXPECT_EQ(twice.text, "REF006 another record of this dataset has the id \"one\"\n");
    EXPECT_EQ(twice.undecided, 1U);
}

TEST(stage_out_of_series, is_shown_where_somebody_asked) {
    Dataset dataset;
    const std::vector<NamedText> files{{"a.json", registries()},       {"b.json", stages_of_series("3")},
                                       {"c.json", stage("one", "2")},  {"d.json", stage("two", "2")},
                                       {"e.json", stage("four", "4")}, {"f.json", stage("five", "5")}};
    for (const NamedText& file : files) dataset.inputs.push_back(memory_input(file.path, file.text));
    const auto shown_in = [&](const std::set<std::string>& given) {
        for (Input& input : dataset.inputs) input.reported = given.count(input.path) > 0;
        Summary summary;
        std::string paths;
        for (const Finding& finding : testing::run(dataset, summary, without_same_event()).findings)
            paths += finding.place.path + " ";
        return paths;
    };
    EXPECT_EQ(shown_in({"c.json"}), "c.json ");
    EXPECT_EQ(shown_in({"d.json"}), "d.json ");
    EXPECT_EQ(shown_in({"c.json", "d.json"}), "d.json ");
    EXPECT_EQ(shown_in({"f.json"}), "f.json ");
    EXPECT_EQ(shown_in({"e.json", "f.json"}), "e.json ");
    EXPECT_EQ(shown_in({"b.json"}), "");
}

Circles circles_of(const std::vector<std::pair<std::string, std::string>>& leads) {
    Circles circles;
    for (const auto& [from, to] : leads) circles.add({Leading::part_of, from, to, 0, false});
    circles.find();
    return circles;
}

std::string around(const Circles& circles, const std::string& from, const std::string& to) {
    std::string all;
    const std::vector<std::string>* members = circles.around({Leading::part_of, from, to, 0, false});
    if (members == nullptr) return "none";
    for (const std::string& member : *members) all += member;
    return all;
}

TEST(circles, hold_those_who_lead_to_one_another_and_nobody_else) {
    const Circles circles = circles_of({{"in", "c"},
                                        {"a", "b"},
                                        {"b", "c"},
                                        {"c", "a"},
                                        {"c", "x"},
                                        {"x", "y"},
                                        {"y", "x"},
                                        {"y", "out"},
                                        {"self", "self"}});
    EXPECT_EQ(around(circles, "a", "b"), "abc");
    EXPECT_EQ(around(circles, "c", "a"), "abc");
    EXPECT_EQ(around(circles, "y", "x"), "xy");
    EXPECT_EQ(around(circles, "c", "x"), "none") << "from one circle to another";
    EXPECT_EQ(around(circles, "in", "c"), "none");
    EXPECT_EQ(around(circles, "y", "out"), "none");
    EXPECT_EQ(around(circles, "self", "self"), "none");
    EXPECT_EQ(around(circles_of({{"a", "b"}, {"b", "a"}, {"a", "a"}}), "a", "a"), "none") << "it leads to itself";
}

TEST(circles, may_be_as_long_as_a_dataset) {
    std::vector<std::pair<std::string, std::string>> leads;
    for (int i = 0; i < 20'000; ++i) leads.emplace_back(std::to_string(i), std::to_string(i + 1));
    EXPECT_EQ(around(circles_of(leads), "5", "6"), "none");
    leads.emplace_back("20000", "0");
    EXPECT_EQ(circles_of(leads).around({Leading::part_of, "5", "6", 0, false})->size(), 20'001U);
}

std::string series(const std::string& id, const std::string& part_of) {
    return R"({"schema": "muster/series/1", "id": ")" + id + R"(", "title": ")" + id +
           R"(", "date": "2025", "part_of": ")" + part_of + R"("})";
}

TEST(circular_reference, is_left_open_where_two_have_the_id_of_a_member) {
    const std::string two_records =
        ran({{"b.json", series("one", "two")},
             {"c.json", series("two", "one")},
             {"d.json", R"({"schema": "muster/series/1", "id": "two", "title": "T", "date": "2025"})"}})
            .text;
    EXPECT_EQ(two_records, "REF006 another record of this dataset has the id \"two\"\n");
    const std::string sources =
        R"(, {"id": "b", "outlet": "o", "syndicated_from": "c"}, {"id": "c", "outlet": "o", "syndicated_from": "b"},
        {"id": "c", "outlet": "o"})";
    EXPECT_EQ(ran({{"a.json", registries("", sources)}}).text, "REF007 the source \"c\" is defined a second time\n");
    const auto derived = [](const std::string& id, const std::string& of) {
        return R"(, {"id": ")" + id + R"(", "type": "count", "flows": ["f"], "quantity": {"amount": 7},
            "derivation": {"method": "sum", "of": [")" +
               of + R"("]}, "speaker": "o", "appearances": [{"source": "a"}]})";
    };
    const std::string claims = count + derived("d", "e") + derived("e", "d") + derived("d", "c");
    EXPECT_EQ(ran({{"a.json", registries()}, {"b.json", record_of("e", "", claims)}}).text,
              "REF006 a second claim of this record has the id \"d\"\n");
}

TEST(circular_reference, is_shown_where_somebody_asked_and_once) {
    Dataset dataset;
    for (const auto& [id, next] : {std::pair("a", "b"), {"b", "c"}, {"c", "a"}}) {
        dataset.inputs.push_back(memory_input(std::string(id) + ".json", series(id, next)));
    }
    for (Input& input : dataset.inputs) input.reported = input.path == "b.json";
    Summary summary;
    const Collected found = testing::run(dataset, summary, without_same_event());
    ASSERT_EQ(found.findings.size(), 1U) << found.text();
    EXPECT_EQ(found.findings[0].place.path, "b.json");
    ASSERT_EQ(found.findings[0].related.size(), 2U);
    EXPECT_EQ(found.findings[0].related[0].place.path, "a.json");
    EXPECT_EQ(found.findings[0].related[1].place.path, "c.json");
}

const std::string dataset = R"({"schema": "muster/dataset/1", "id": "d", "title": "T", "licence": "CC0-1.0",
    "maintainers": ["E"], "language": "en"})";
const std::string spare_agent = R"(, {"id": "spare", "type": "group", "name": "Nobody"})";
const std::string spare_source = R"(, {"id": "b", "outlet": "o"})";
const std::string unused_both =
    "REF013 Nobody is defined here, but nothing names the agent \"spare\"\n"
    "REF014 no claim appears in the source \"b\"\n";

/// A dataset with an agent and a source that nobody uses.
Ran with_spares(const std::vector<NamedText>& more) {
    std::vector<NamedText> files{{"a.json", dataset}, {"b.json", registries(spare_agent, spare_source)}};
    files.insert(files.end(), more.begin(), more.end());
    return ran(files);
}

TEST(unused, is_left_open_where_a_reference_may_be_lost) {
    EXPECT_EQ(with_spares({{"c.json", record_of("e")}}).text, unused_both);
    std::string misspelt =
        record_of("e", "", R"({"id": "m", "type": "mediation", "mediatorz": ["spare"], "speaker": "o",
        "appearances": [{"source": "a"}]})");
    const std::string nowhere = record_of("e", "", R"({"id": "m", "type": "mediation", "mediators": ["spar"],
        "speaker": "o", "appearances": [{"source": "a"}]})");
    for (const std::string& broken :
         {std::string("{"), misspelt, nowhere, std::string(R"({"schema": "muster/exchange/2"})")}) {
        const Ran left_open = with_spares({{"c.json", broken}});
        EXPECT_EQ(left_open.text.find("REF013"), std::string::npos) << left_open.text;
        EXPECT_EQ(left_open.text.find("REF014"), std::string::npos) << left_open.text;
        EXPECT_GE(left_open.undecided, 2U) << broken;
    }
}

TEST(unused, of_a_record_is_left_open_where_that_record_is_in_doubt_only) {
    const std::string own = R"(, "agents": [{"id": "own", "type": "group", "name": "Own"}])";
    const std::string said = "REF013 Own is defined here, but nothing names the agent \"own\"\n";
    const std::vector<NamedText> sound{{"a.json", registries()}, {"b.json", record_of("e", own)}};
    EXPECT_EQ(ran(sound).text, said);
    std::vector<NamedText> beside = sound;
    beside.push_back({"c.json", "{"});
    EXPECT_NE(ran(beside).text.find(said), std::string::npos) << "another document cannot name it";
    const Ran inside = ran({{"a.json", registries()}, {"b.json", record_of("e", own + R"(, "zzzzzzzz": 1)")}});
    EXPECT_EQ(inside.text.find("REF013"), std::string::npos) << inside.text;
    EXPECT_EQ(inside.undecided, 1U);
}

TEST(unused, of_a_registry_needs_a_dataset) {
    const auto not_run = [](const std::vector<NamedText>& files) {
        Summary summary;
        testing::run(files, summary, without_same_event());
        std::string all;
        for (const NotRun& rule : summary.rules_not_run) {
            if (rule.reason == "needs_dataset") all += std::string(rule.name) + rule.record + rule.scope + " ";
        }
        return all;
    };
    const NamedText record{"c.json", record_of("e")};
    EXPECT_EQ(not_run({{"b.json", registries(spare_agent, spare_source)}, record}), "unused_agent unused_source ");
    EXPECT_EQ(not_run({{"b.json", registries()}, record}), "") << "all of it is used, whatever else there is";
    EXPECT_EQ(not_run({{"a.json", dataset}, {"b.json", registries(spare_agent, spare_source)}, record}), "");
}

TEST(unused, is_said_of_what_was_given_only) {
    Dataset all;
    for (const NamedText& file : std::vector<NamedText>{
             {"a.json", dataset}, {"b.json", registries(spare_agent, spare_source)}, {"c.json", record_of("e")}}) {
        all.inputs.push_back(memory_input(file.path, file.text));
    }
    all.inputs[1].reported = false;
    Summary summary;
    EXPECT_TRUE(testing::run(all, summary, without_same_event()).findings.empty());
    EXPECT_EQ(summary.undecided, 0U);
    all.inputs[1].reported = true;
    all.inputs[2].reported = false;
    EXPECT_EQ(testing::run(all, summary, without_same_event()).findings.size(), 2U) << "the whole dataset was read";
}

}  // namespace
}  // namespace muster
