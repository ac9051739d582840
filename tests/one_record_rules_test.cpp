// Rules that look inside one record: what they say, word for word, what they leave undecided, and that one cause is one
// finding. Their fixtures show what they find and what they leave alone.
#include <gtest/gtest.h>

#include "in_memory.hpp"

namespace muster {
namespace {

using testing::Collected;
using testing::NamedText;

const std::string agents = R"("agents": [
    {"id": "x", "type": "party", "name": "Westland"}, {"id": "y", "type": "party", "name": "Eastland"},
    {"id": "office", "type": "institution", "name": "Office", "party": "x"},
    {"id": "staff", "type": "institution", "name": "Staff", "party": "y"},
    {"id": "ledger", "type": "outlet", "name": "Ledger"}, {"id": "wire", "type": "outlet", "name": "Wire"}])";
const std::string sources = R"("sources": [{"id": "of-ledger", "outlet": "ledger"}, {"id": "of-wire", "outlet": "wire"},
    {"id": "copy", "outlet": "ledger", "syndicated_from": "of-wire"}])";
const std::string registries = agents + ",\n" + sources + "}";

/// The same for all records, and what then stands at the end of each.
const std::string all_agents = R"({"schema": "muster/agents/1", )" + agents + "}";
const std::string all_sources = R"({"schema": "muster/sources/1", )" + sources + "}";
const std::string bare = R"("note": "Agents and sources stand in the registries."})";

std::string record(const std::string& claims, const std::string& id = "here", const std::string& end = registries,
                   const std::string& kind = "remains") {
    return R"({"schema": "muster/exchange/1", "id": ")" + id + R"(", "status": "carried_out", "date": "2025-03-14",
  "flows": [{"id": "a", "from": "x", "to": "y", "kind": "remains"}, {"id": "b", "from": "y", "to": "x", "kind": ")" +
           kind + R"("}],
  "claims": [)" +
           claims + "],\n" + end;
}

std::string claim(const std::string& id, const std::string& speaker, const std::string& fields,
                  const std::string& source = "of-ledger") {
    return R"({"id": ")" + id + R"(", "speaker": ")" + speaker + R"(", "appearances": [{"source": ")" + source +
           R"("}], )" + fields + "}";
}

std::string count(const std::string& id, const std::string& speaker, const std::string& flows, int amount,
                  const std::string& more = "") {
    return claim(id, speaker,
                 R"("type": "count", "flows": [)" + flows + R"(], "quantity": {"amount": )" + std::to_string(amount) +
                     "}" + more);
}

const std::string together = R"(, "applies": "together")";
const std::string each = R"(, "applies": "each")";
std::string relation(const std::string& type, const std::string& to) {
    return R"(, "relations": [{"type": ")" + type + R"(", "claim": ")" + to + "\"}]";
}
std::string derivation(const std::string& method, const std::string& of) {
    return R"(, "derivation": {"method": ")" + method + R"(", "of": [)" + of + "]}";
}

struct Said {
    std::string text;  ///< "TOT005 error: message", one a line
    std::size_t undecided = 0;
    std::vector<Finding> findings;
};

Said judged(const std::vector<std::string>& records, const CheckOptions& options = testing::options_for_tests()) {
    std::vector<std::shared_ptr<Examined>> documents;
    for (const std::string& text : records) {
        documents.push_back(testing::examine({std::to_string(documents.size()) + ".json", text}, documents.size()));
    }
    Summary summary;
    Said said;
    said.findings = testing::run(documents, summary, options).findings;
    said.undecided = summary.undecided;
    for (const Finding& finding : said.findings) {
        said.text +=
            std::string(finding.code) + " " + std::string(to_string(finding.severity)) + ": " + finding.message + "\n";
    }
    return said;
}
Said judged(const std::string& text) {
    return judged(std::vector<std::string>{text});
}

const std::string a12 = count("a12", "office", "\"a\"", 12);
const std::string b30 = count("b30", "staff", "\"b\"", 30);

TEST(one_record, a_difference_below_zero_is_told_once_and_of_a_misprint_as_info) {
    const auto rest = [&](const std::string& of, int amount, const std::string& more = "") {
        return judged(record(a12 + "," + b30 + "," +
                             count("rest", "ledger", R"("a", "b")", amount,
                                   together + derivation("difference", of) + more)))
            .text;
    };
    EXPECT_EQ(rest(R"("a12", "b30")", 18),
              "TOT005 error: 12 (Office) less 30 (Staff) is 18 below zero. With 30 (Staff) first it holds\n");
    EXPECT_EQ(rest(R"("a12", "b30")", 17), "TOT005 error: 12 (Office) less 30 (Staff) is 18 below zero\n");
    EXPECT_EQ(rest(R"("a12", "b30")", 18, relation("misprint_of", "b30")),
              "TOT005 info: 12 (Office) less 30 (Staff) is 18 below zero. With 30 (Staff) first it holds\n");
}

TEST(one_record, unlike_units_are_told_once) {
    const std::string sum = derivation("sum", R"("a12", "b30")");
    EXPECT_EQ(judged(record(a12 + "," + b30 + "," + count("t", "ledger", R"("a", "b")", 42, together + sum), "here",
                            registries, "persons"))
                  .text,
              "TOT007 error: 42 (Ledger) is one number for remains from Westland to Eastland and persons from Eastland "
              "to Westland: they are not counted alike\n");
    const Said two = judged(record(a12 + "," + b30 + "," + count("t", "ledger", R"("a", "b")", 42, together + sum) +
                                       "," + count("u", "wire", R"("a", "b")", 99, together),
                                   "here", registries, "persons"));
    EXPECT_EQ(
        two.text,
        "TOT007 error: 99 (Wire) is one number for remains from Westland to Eastland and persons from Eastland to "
        "Westland: they are not counted alike\n");
    ASSERT_EQ(two.findings[0].related.size(), 1U);
    EXPECT_EQ(two.findings[0].related[0].message, "42 (Ledger) does the same");
    const auto fragments = [&](const std::string& more) {
        return judged(record(a12 + "," + count("b30", "staff", "\"b\"", 30, R"(, "unit": "fragment")") + "," +
                             count("t", "ledger", R"("a", "b")", 99, together + sum + more)));
    };
    EXPECT_EQ(
        fragments("").text,
        "TOT007 error: 99 bodies (Ledger) cannot be made of 12 bodies (Office) and 30 fragments (Staff): they are "
        "not counted alike\n");
    EXPECT_EQ(fragments(relation("misprint_of", "a12")).text.substr(0, 13), "TOT007 info: ");
    EXPECT_EQ(fragments("").undecided, 0U);
    // A unit that cannot be read may be the same one.
    const Said unknown = judged(record(a12 + "," + count("b30", "staff", "\"b\"", 30, R"(, "unit": "bodyy")") + "," +
                                       count("t", "ledger", R"("a", "b")", 42, together + sum)));
    EXPECT_EQ(unknown.findings.size(), 1U);
    EXPECT_EQ(unknown.findings[0].code, "SCH006");
    EXPECT_GT(unknown.undecided, 0U);
}

TEST(one_record, a_number_for_each_of_one_direction_makes_later_checks_undecided) {
    const std::string flows_of_one_way = R"({"schema": "muster/exchange/1", "id": "here", "status": "carried_out",
  "date": "2025-03-14", "flows": [{"id": "a", "from": "x", "to": "y", "kind": "persons"},
  {"id": "b", "from": "x", "to": "y", "kind": "persons", "label": "wounded"}], "claims": [)";
    const auto of = [&](const std::string& claims) { return judged(flows_of_one_way + claims + "],\n" + registries); };
    const Said two =
        of(count("one", "office", R"("a", "b")", 20, each) + "," + count("two", "staff", R"("a", "b")", 21, each));
    EXPECT_EQ(
        two.text,
        "TOT008 error: 20 (Office) and 21 (Staff) are said of each direction, but the flows they name all go from "
        "Westland to Eastland\n");
    ASSERT_EQ(two.findings[0].related.size(), 1U);
    EXPECT_EQ(two.findings[0].related[0].message, "20 (Office) stands here");
    const Said lost = of(count("one", "office", R"("a", "lost")", 20, each));
    ASSERT_EQ(lost.findings.size(), 1U);
    EXPECT_EQ(lost.findings[0].code, "REF003");
    EXPECT_EQ(lost.undecided, 1U);
}

TEST(one_record, a_confirmation_by_the_same_speaker) {
    const auto confirming = [&](const std::string& speaker, const std::string& claims) {
        return judged(record(a12 + "," + b30 + "," + count("b31", "office", "\"b\"", 30) + "," +
                             claim("c", speaker, R"("type": "confirmation", "claims": [)" + claims + "]")));
    };
    EXPECT_EQ(confirming("office", R"("a12")").text,
              "ATT009 warning: 12 (Office) is confirmed here by the same speaker\n");
    EXPECT_EQ(confirming("office", R"("b30", "a12", "b31")").text,
              "ATT009 warning: 12 (Office) and 30 (Office) are confirmed here by the same speaker\n");
    EXPECT_EQ(confirming("staff", R"("a12")").undecided, 0U);
    const Said lost = confirming("office", R"("b30", "nothing")");
    EXPECT_EQ(lost.findings.size(), 1U);
    EXPECT_EQ(lost.findings[0].code, "REF004");
    EXPECT_GT(lost.undecided, 0U);
}

TEST(one_record, a_sum_in_an_officials_mouth) {
    const auto total = [&](const std::string& speaker, const std::string& of) {
        return judged(
            record(a12 + "," + b30 + "," + count("t", speaker, R"("a", "b")", 42, together + derivation("sum", of))));
    };
    EXPECT_EQ(total("staff", R"("a12", "b30")").text,
              "ATT011 warning: 42 stands here as said by Staff, but it is made of 12 (Office) and 30 (Staff), and no "
              "quote shows it\n");
    EXPECT_EQ(total("ledger", R"("a12", "b30")").text, "");
    // What it is made of besides cannot be known, and may be another's.
    const Said lost = total("staff", R"("b30", "nothing")");
    ASSERT_EQ(lost.findings.size(), 1U);
    EXPECT_EQ(lost.findings[0].code, "REF004");
    EXPECT_GT(lost.undecided, total("ledger", R"("b30", "nothing")").undecided);
}

const std::string seven = R"("type": "count", "flows": ["a"], "quantity": {"amount": 7})";

TEST(one_record, voices_of_one_origin_also_in_another_record) {
    const std::string there = record(claim("w", "wire", seven, "of-wire"), "there", bare);
    const auto corroborated = [&](const std::string& speaker, const std::string& source) {
        const std::string fields = seven + relation("corroborates", "there#w");
        return judged({there, record(claim("l", speaker, fields, source), "here", bare), all_agents, all_sources}).text;
    };
    EXPECT_EQ(corroborated("ledger", "copy"),
              "ATT008 warning: 7 (Ledger) and 7 (Wire) stand here as two voices, but both come from Wire\n");
    EXPECT_EQ(corroborated("ledger", "of-ledger"), "");
    EXPECT_EQ(corroborated("office", "copy"), "");
}

TEST(one_record, an_origin_that_cannot_be_known_is_left_open) {
    const auto copied = [&](const std::string& pages) {
        return judged(record(claim("w", "wire", seven, "of-wire") + "," +
                                 claim("l", "ledger", seven + relation("corroborates", "w"), "copy"),
                             "here", agents + "," + pages));
    };
    const std::string pages = R"("sources": [{"id": "of-wire", "outlet": "wire"}, {"id": "copy", "outlet": "ledger", )";
    EXPECT_EQ(copied(pages + R"("syndicated_from": "of-wire"}]})").findings.size(), 1U);
    const Said lost = copied(pages + R"("syndicated_from": "nowhere"}]})");
    ASSERT_EQ(lost.findings.size(), 1U) << lost.text;
    EXPECT_EQ(lost.findings[0].code, "REF002");
    EXPECT_EQ(lost.undecided, 1U);
    const Said circle = copied(R"("sources": [{"id": "of-wire", "outlet": "wire", "syndicated_from": "copy"},
        {"id": "copy", "outlet": "ledger", "syndicated_from": "of-wire"}]})");
    EXPECT_EQ(circle.text.find("ATT008"), std::string::npos);
}

TEST(one_record, two_preferred_hold_the_disagreement) {
    const std::string preferred = R"(, "rank": "preferred")";
    const std::string claims = count("one", "office", "\"a\"", 1245, preferred) + "," +
                               count("two", "staff", "\"a\"", 1248, preferred) + "," +
                               count("z", "ledger", "\"a\"", 1250);
    const Said said = judged(record(claims));
    EXPECT_EQ(
        said.text,
        "DIS004 error: 1,245 (Office) and 1,248 (Staff) are both preferred for remains from Westland to Eastland, "
        "but differ\n");
    ASSERT_EQ(said.findings[0].related.size(), 4U);
    EXPECT_EQ(said.findings[0].related[0].message, "1,245 (Office) is preferred here");
    CheckOptions ignoring = testing::options_for_tests();
    ignoring.ignored = {"two_preferred", "unused_agent", "unused_source"};
    const Said without = judged({record(claims)}, ignoring);
    ASSERT_EQ(without.findings.size(), 1U);
    EXPECT_EQ(without.findings[0].code, "DIS002");
    EXPECT_EQ(
        judged(record(claims + "," + count("three", "wire", "\"a\"", 1251, preferred))).text,
        "DIS004 error: 1,245 (Office), 1,248 (Staff) and 1,251 (Wire) are all preferred for remains from Westland "
        "to Eastland, but differ\n");
}

TEST(one_record, a_plan_that_was_not_met) {
    const auto planned = [&](const std::string& id, int amount) {
        return claim(id, "staff",
                     R"("type": "plan", "flows": ["a"], "quantity": {"amount": )" + std::to_string(amount) + "}");
    };
    EXPECT_EQ(judged(record(planned("p", 160) + "," + a12)).text,
              "DIS006 info: the plan for remains from Westland to Eastland was 160 (Staff); what is reported is 12 "
              "(Office): 148 too few\n");
    EXPECT_EQ(judged(record(planned("p", 160) + "," + planned("q", 150) + "," + a12)).text,
              "DIS006 info: the plan for remains from Westland to Eastland was 160 (Staff) and 150 (Staff); what is "
              "reported is 12 (Office)\n");
    // Between two figures that were reported it may have been met.
    EXPECT_EQ(judged(record(planned("p", 14) + "," + a12 + "," +
                            count("a15", "staff", "\"a\"", 15, relation("contradicts", "a12"))))
                  .text,
              "DIS002 info: the figures for remains from Westland to Eastland differ: 12 (Office) and 15 (Staff); the "
              "record notes it\n");
    const Said broken = judged(record(planned("p", -5) + "," + a12));
    ASSERT_EQ(broken.findings.size(), 1U);
    EXPECT_EQ(broken.findings[0].code, "CNT002");
    EXPECT_EQ(broken.undecided, 1U);
}

TEST(one_record, another_date_or_status) {
    const std::string day = claim("d", "office", R"("type": "date", "date": "2025-03-15")");
    const std::string off = claim("s", "staff", R"("type": "status", "status": "aborted")");
    EXPECT_EQ(judged(record(a12 + "," + day + "," + off)).text,
              "DIS005 info: the record's date is 14 March 2025, but Office says 15 March 2025\n"
              "DIS005 info: the record's status is carried out, but Staff says aborted\n");
    const Said two =
        judged(record(a12 + "," + day + "," + claim("e", "staff", R"("type": "date", "date": "2025-03-13")")));
    EXPECT_EQ(two.text,
              "DIS005 info: the record's date is 14 March 2025, but Office says 15 March 2025 and Staff says 13 March "
              "2025\n");
    ASSERT_EQ(two.findings[0].related.size(), 1U);
    EXPECT_EQ(two.findings[0].related[0].message, "Office says 15 March 2025");
    const Said broken = judged(record(a12 + "," + claim("d", "office", R"("type": "date", "date": "2025-02-30")")));
    ASSERT_EQ(broken.findings.size(), 1U);
    EXPECT_EQ(broken.findings[0].code, "TIM001");
    EXPECT_EQ(broken.undecided, 1U);
}

TEST(one_record, descriptions_that_cannot_both_hold) {
    const auto described = [&](const std::string& one, const std::string& other) {
        return judged(record(count("one", "office", "\"b\"", 84, one) + "," + count("two", "staff", "\"b\"", 84, other),
                             "here", registries, "persons"));
    };
    const std::string parts = R"(, "breakdowns": [{"dimension": "category", "shape": "partition", "parts": [
        {"label": "soldiers", "code": "military", "quantity": {"amount": 33}},
        {"label": "others", "code": "civilian", "quantity": {"amount": 51}}]}])";
    const std::string soldiers = R"(, "category": "military")";
    EXPECT_EQ(
        described(R"(, "category": "mixed")" + parts, soldiers).text,
        "DIS003 warning: for persons from Eastland to Westland the numbers fit, but not the descriptions: 84 mixed, "
        "with 33 military and 51 civilian (Office) and 84 military (Staff); the record does not note it\n");
    EXPECT_EQ(
        described(R"(, "category": "civilian", "terms": "exchange")",
                  soldiers + R"(, "terms": "unilateral")" + relation("contradicts", "one"))
            .text,
        "DIS003 info: for persons from Eastland to Westland the numbers fit, but not the descriptions: 84 civilian "
        "in an exchange (Office) and 84 military unilaterally (Staff); the record notes it\n");
    const Said unknown = described(R"(, "category": "soldiers")", soldiers);
    ASSERT_EQ(unknown.findings.size(), 1U);
    EXPECT_EQ(unknown.findings[0].code, "SCH006");
    EXPECT_EQ(unknown.undecided, 1U);
    // Whether it was noted cannot be known.
    const Said lost = described(R"(, "category": "civilian")", soldiers + relation("contradicts", "nothing"));
    ASSERT_EQ(lost.findings.size(), 1U);
    EXPECT_EQ(lost.findings[0].code, "REF004");
    EXPECT_EQ(lost.undecided, 1U);
}

TEST(one_record, a_total_follows_a_side_only_where_the_disagreement_is_noted) {
    const auto total = [&](const std::string& noted, const std::string& more) {
        return judged(record(a12 + "," + count("a15", "staff", "\"a\"", 15, noted) + "," + b30 + "," +
                             count("t", "ledger", R"("a", "b")", 42, together + more)))
            .text;
    };
    const std::string differ =
        "DIS002 info: the figures for remains from Westland to Eastland differ: 12 (Office) and 15 (Staff); the record "
        "notes it\n";
    const std::string follows = "TOT011 info: 42 (Ledger) follows 12 (Office), not 15 (Staff)\n";
    const std::string sum = derivation("sum", R"("a12", "b30")");
    EXPECT_EQ(total(relation("contradicts", "a12"), ""), differ + follows);
    EXPECT_EQ(total(relation("contradicts", "a12"), sum), differ + follows);
    const std::string undeclared =
        "DIS001 warning: the figures for remains from Westland to Eastland do not fit each other: 12 (Office) and 15 "
        "(Staff); the record does not note it\n";
    EXPECT_EQ(total("", ""), undeclared);
    EXPECT_EQ(total("", sum), undeclared);
}

TEST(one_record, a_number_for_each_counts_only_where_the_total_does) {
    // On one flow it is a note: there the total itself is a figure in disagreement.
    const auto follows = [&](const std::string& flows, int amount, const std::string& applies) {
        const Said said = judged(record(count("each", "office", R"("a", "b")", 20, each) + "," +
                                        count("b21", "staff", "\"b\"", 21, relation("contradicts", "each")) + "," +
                                        count("t", "ledger", flows, amount, applies + derivation("sum", R"("each")"))));
        std::string all = said.text;
        for (const Finding& finding : said.findings) {
            for (const Related& note : finding.related) all += note.message + "\n";
        }
        return all.find(std::to_string(amount) + " (Ledger) follows 20 (Office), not 21 (Staff)\n") !=
               std::string::npos;
    };
    EXPECT_FALSE(follows("\"a\"", 20, ""));
    EXPECT_TRUE(follows("\"b\"", 20, ""));
    EXPECT_TRUE(follows(R"("a", "b")", 40, together));
    EXPECT_FALSE(follows(R"("a", "b")", 41, together));
}

TEST(one_record, a_total_follows_a_side_of_another_record) {
    const std::string there =
        record(a12 + "," + count("a15", "staff", "\"a\"", 15, relation("contradicts", "a12")), "there", bare);
    const auto so_far = [&](const std::string& quantity) {
        const std::string total = R"("type": "cumulative", "scope": {"to": "y", "window": "2025-03"}, "quantity": {)" +
                                  quantity + "}" + derivation("sum", R"("there#a12", "more")");
        const std::string claims = count("more", "office", "\"a\"", 5) + "," + claim("t", "ledger", total);
        return judged({there, record(claims, "here", bare), all_agents, all_sources}).text;
    };
    const std::string differ =
        "DIS002 info: the figures for remains from Westland to Eastland differ: 12 (Office) and 15 (Staff); the record "
        "notes it\n";
    EXPECT_EQ(so_far(R"("amount": 17)"), differ + "TOT011 info: 17 (Ledger) follows 12 (Office), not 15 (Staff)\n");
    // It fits with either.
    EXPECT_EQ(so_far(R"("amount": 16, "qualifier": "more_than")"), differ);
}

}  // namespace
}  // namespace muster
