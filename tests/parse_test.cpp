// Bytes to documents: what is wrong with bytes and JSON, one cause, one finding, at its place; and the places of
// values.
#include "parse/parse.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "parse/unicode.hpp"

namespace muster {
namespace {

using nlohmann::json;

/// "rule at `marked text`: message", one a line.
std::string found(const std::string& text) {
    const Parsed parsed = parse(text);
    std::string all;
    for (const Draft& draft : parsed.drafts) {
        const Where end = draft.end == nowhere ? draft.at : draft.end;
        all += std::string(draft.rule) + " at `" + text.substr(draft.at, end - draft.at) + "`: ";
        all += render(draft.message, draft.args) + "\n";
    }
    return all;
}

struct NotJson {
    const char* text;
    const char* found;
};

class not_json : public ::testing::TestWithParam<NotJson> {};

TEST_P(not_json, is_explained_once) {
    EXPECT_EQ(found(GetParam().text), std::string("not_json at ") + GetParam().found + "\n");
    EXPECT_EQ(parse(GetParam().text).document, nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    all, not_json,
    ::testing::Values(
        NotJson{"{\"a\": 1, // why\n}",
                "`// why`: a comment stands here; JSON has none. Put the remark into a \"note\" or remove it"},
        NotJson{"{\"a\": 1,}", "`,`: the comma before this } is one too many: after a comma another entry must follow"},
        NotJson{"[1, 2, ]", "`,`: the comma before this ] is one too many: after a comma another entry must follow"},
        NotJson{"{'a': 1}", "`'`: single quotes stand here; in JSON texts and field names stand in double quotes (\")"},
        NotJson{"{“a”: 1}", "`“`: typographic quotes (“) stand here; JSON needs the plain double quote (\")"},
        NotJson{"{\"a\": NaN}",
                "`NaN`: NaN stands here; JSON has no such value. Leave the field out if nothing is known"},
        NotJson{"{\"a\": True}", "`True`: True stands here; JSON writes true and false in small letters"},
        NotJson{"{a: 1}", "`a`: the field name a must stand in double quotes"},
        NotJson{"{\"a\": yes}", "`yes`: the text yes must stand in double quotes"},
        NotJson{"{\"a\": +1}", "`+1`: \"+1\" is not how JSON writes a number; write digits only, as 43 or 1200"},
        NotJson{"{\"a\": 0250}", "`0250`: 0250 begins with a zero; write 250"},
        NotJson{"{\"a\": 1 \"b\": 2}", "`\"b\"`: a comma is missing before this"},
        NotJson{"[{} {}]", "`{`: a comma is missing before this"},
        NotJson{"{\"a\" 1}", "`1`: 1 stands here, where a colon between the field name and its value was expected"},
        NotJson{"{\"a\": [1, 2}", "`}`: this } does not fit: the bracket that is open is ["},
        NotJson{"{\"a\": \"x\\y\"}", "`\\y`: \\y is not an escape that JSON knows; write \\\\ for a backslash"},
        NotJson{"{\"a\": \"x,\n \"b\": 1}", "`\"x,`: the text that begins with this quote is not closed on its line"},
        NotJson{"{\"a\": 1", "`1`: the text ends here, where a comma or } was expected"}));

TEST(parse, mends_what_can_be_mended_and_goes_on) {
    EXPECT_EQ(found("{\"a\": \"x\ty\", \"b\": \"\\ud800\"}"),
              "control_character at `\t`: a tab stands inside this text\n"
              "unpaired_surrogate at `\\ud800`: \\ud800 is one half of a character whose other half is missing\n");
    const Parsed parsed = parse("{\"a\": \"caf\xE9\", \"n\": 7}");
    ASSERT_NE(parsed.document, nullptr);
    ASSERT_EQ(parsed.drafts.size(), 1U);
    EXPECT_EQ(parsed.drafts[0].rule, "invalid_utf8");
    EXPECT_EQ(parsed.document->node(parsed.document->member(Document::root, "n")).text, "7");
}

TEST(parse, keeps_the_first_of_a_key_that_stands_twice_and_makes_it_unknown) {
    const Parsed parsed = parse("{\"a\": 1, \"\\u0061\": {\"b\": 2}, \"c\": 3}");
    ASSERT_NE(parsed.document, nullptr);
    ASSERT_EQ(parsed.drafts.size(), 1U);
    EXPECT_EQ(parsed.drafts[0].rule, "duplicate_key");
    const Document& document = *parsed.document;
    EXPECT_TRUE(document.node(document.member(Document::root, "a")).unknown);
    EXPECT_FALSE(document.node(document.member(Document::root, "c")).unknown);
    EXPECT_EQ(document.node(Document::root).size, 2U);
}

TEST(parse, limits_nesting) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(parse(nested(deepest_nesting)).drafts.empty());
    const Parsed parsed = parse(nested(deepest_nesting + 1));
    ASSERT_EQ(parsed.drafts.size(), 1U);
    EXPECT_EQ(parsed.drafts[0].rule, "nesting_too_deep");
    EXPECT_EQ(parsed.drafts[0].at, deepest_nesting);
}

TEST(parse, keeps_the_tokens_of_numbers_that_no_double_holds) {
    const Parsed parsed = parse("[1e400, 18446744073709551616, -0, 1.50]");
    ASSERT_NE(parsed.document, nullptr);
    EXPECT_TRUE(parsed.drafts.empty());
    std::string tokens;
    for (NodeId id = parsed.document->node(0).first; id != no_node; id = parsed.document->node(id).next) {
        tokens += std::string(parsed.document->node(id).text) + " ";
    }
    EXPECT_EQ(tokens, "1e400 18446744073709551616 -0 1.50 ");
}

TEST(parse, names_what_follows_the_end) {
    EXPECT_EQ(found("{} {}"), "trailing_content at `{}`: a second document begins here\n");
    EXPECT_EQ(found("{} }"), "trailing_content at `}`: the document has ended, but something more stands here\n");
}

TEST(unicode, knows_well_formed_text) {
    EXPECT_EQ(utf8_length("\xC0\x80"), 0U);
    EXPECT_EQ(utf8_length("\xED\xA0\x80"), 0U);
    EXPECT_EQ(utf8_length("\xF4\x90\x80\x80"), 0U);
    EXPECT_EQ(utf8_length("\xF0\x9F\x98\x80"), 4U);
    EXPECT_TRUE(bidi_balanced("a \u2067b\u2069 c"));
    EXPECT_FALSE(bidi_balanced("a \u202Eb"));
    EXPECT_FALSE(is_nfc("и\u0306"));
    EXPECT_TRUE(is_nfc("й"));
}

json random_value(int depth) {
    const int kind = *rc::gen::inRange(0, depth > 0 ? 7 : 5);
    switch (kind) {
        case 0:
            return nullptr;
        case 1:
            return *rc::gen::arbitrary<bool>();
        case 2:
            return *rc::gen::arbitrary<std::int64_t>();
        case 3:
            return *rc::gen::inRange(-1000, 1000) / 8.0;
        case 4:
            return *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc \\\"/\n~\x7E")));
        case 5: {
            json list = json::array();
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i) list.push_back(random_value(depth - 1));
            return list;
        }
        default: {
            json object = json::object();
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
                object[*rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc~/")))] =
                    random_value(depth - 1);
            }
            return object;
        }
    }
}

RC_GTEST_PROP(parse, gives_every_value_its_place, ()) {
    const json value = random_value(4);
    const std::string text = value.dump(*rc::gen::inRange(-1, 4));
    const Parsed parsed = parse(text);
    RC_ASSERT(parsed.document != nullptr);
    const Document& document = *parsed.document;
    for (NodeId id = 0; id < document.nodes().size(); ++id) {
        const Node& node = document.node(id);
        const json expected = value.at(json::json_pointer(document.pointer(id)));
        RC_ASSERT(json::parse(text.substr(node.begin, node.end - node.begin)) == expected);
        RC_ASSERT(document.node_at(node.begin) == id);
    }
}

RC_GTEST_PROP(parse, of_any_bytes_gives_a_document_or_one_reason, (const std::string& noise)) {
    std::string text = R"({"schema": "muster/series/1", "id": "s", "list": [1, {"a": "é"}, null]})";
    for (const char byte : noise) text[*rc::gen::inRange<std::size_t>(0, text.size())] = byte;
    const Parsed parsed = parse(text);
    for (const Draft& draft : parsed.drafts) RC_ASSERT(draft.at <= text.size());
    if (parsed.document == nullptr) RC_ASSERT(parsed.drafts.size() == 1U);
}

}  // namespace
}  // namespace muster
