// Bytes and JSON: what can be mended, so that the rest is still checked, and what stands behind the end.
#include "parse/parse.hpp"

#include <gtest/gtest.h>

#include "parse_found.hpp"

namespace muster {
namespace {

using testing::found_in;
using testing::unknown_in;

struct Case {
    std::string text;
    std::string unknown;
    std::string found;
};

void compare(std::initializer_list<Case> cases) {
    for (const Case& each : cases) {
        EXPECT_EQ(found_in(each.text), each.found) << each.text;
        EXPECT_EQ(unknown_in(each.text), each.unknown) << each.text;
    }
}

std::string in_utf8(const std::string& byte, const std::string& more = "") {
    return "the byte " + byte + " here stands for no character in UTF-8, the encoding of JSON" + more;
}

TEST(parse, finds_nothing_in_sound_text) {
    for (const char* text : {
             R"({})",
             R"([])",
             R"(" ")",
             " \t\r\n{ \"a\" : [ 1 , -0.5e+3 , true , false , null ] } \n",
             R"({"a": "\"\\\/ \u0434 \ud83d\ude00 д 😀 ü"})",
             R"({"a": {"b": 1}, "b": {"a": 1}})",
             R"({"note": "{[}] // no comment, # no comment, 'quoted', NaN"})",
         }) {
        EXPECT_EQ(found_in(text), "") << text;
        EXPECT_EQ(unknown_in(text), "") << text;
    }
}

TEST(parse, bytes_that_are_not_utf_8_are_one_finding_and_their_texts_unknown) {
    compare({
        {"{\"a\": \"caf\xE9\", \"b\": \"fine\"}", "/a", "invalid_utf8 `\xE9`: " + in_utf8("0xE9")},
        {"{\"a\": \"\xCF\xF0\xE8\xE2\xE5\xF2\", \"b\": [\"\xEC\xE8\xF0\", 1]}", "/a /b/0",
         "invalid_utf8 `\xCF`: " + in_utf8("0xCF", "; there are 9 such bytes")},
        {"[\"\xC0\xAF\"]", "/0", "invalid_utf8 `\xC0`: " + in_utf8("0xC0", "; there are 2 such bytes")},
        {"[\"\xED\xA0\xBD\xED\xB8\x80\"]", "/0", "invalid_utf8 `\xED`: " + in_utf8("0xED", "; there are 6 such bytes")},
        {"[\"д\xD0\", \"\xD0\xB4\"]", "/0", "invalid_utf8 `\xD0`: " + in_utf8("0xD0")},
        {"[\"\xF5\", \"\xF4\x90\x80\x80\"]", "/0 /1",
         "invalid_utf8 `\xF5`: " + in_utf8("0xF5", "; there are 5 such bytes")},
        {"{\"caf\xE9\": 1, \"caf\xE8\": 2}", "/caf? /caf?",
         "invalid_utf8 `\xE9`: " + in_utf8("0xE9", "; there are 2 such bytes")},
        // One cause: what the same bytes do to the rest, and the rest itself, can be told when they are mended.
        {"{\"a\": \xA0 1}", "no document", "invalid_utf8 `\xA0`: " + in_utf8("0xA0")},
        {"{\"a\": \"caf\xE9\", \"t\": \"\t\",}", "no document", "invalid_utf8 `\xE9`: " + in_utf8("0xE9")},
        {"[\"\xE9\t\\ud800\"]", "/0", "invalid_utf8 `\xE9`: " + in_utf8("0xE9")},
        {"\xFF", "no document", "invalid_utf8 `\xFF`: " + in_utf8("0xFF")},
    });
    EXPECT_EQ(parse("[\"\xE9\", \"\xE8\xE9\", \"\"]").drafts[0].participants,
              (std::vector<Participant>{{Participant::Kind::value, 1, 0}, {Participant::Kind::value, 6, 0}}));
    EXPECT_EQ(parse("[\"\t\xE9\"]").drafts[1].participants[0].where, 1U);
    EXPECT_EQ(parse("[\"\xE9\", 1]").document->node(1).text, "?");
}

TEST(parse, characters_that_must_not_stand_in_a_text_are_one_finding_a_text) {
    const std::string nul(1, '\0');
    const std::string removed = " stands inside this text => Remove the character.";
    compare({
        {"{\"a\": \"x\ty\nz\", \"b\": 1}", "/a", "control_character `\t`: a tab stands inside this text"},
        {"[\"x\\ny\\t\"]", "/0", "control_character `\\n`: a line break stands inside this text"},
        {"[\"x\\ry\"]", "/0", "control_character `\\r`: a line break stands inside this text"},
        {"[\"x\ny\", \"\\u000D\"]", "/0 /1",
         "control_character `\n`: a line break stands inside this text\n"
         "control_character `\\u000D`: a line break stands inside this text"},
        {"[\"" + nul + "\"]", "/0", "control_character `" + nul + "`: the control character U+0000" + removed},
        {"[\"\\u0000\"]", "/0", "control_character `\\u0000`: the control character U+0000" + removed},
        {"[\"\\b\"]", "/0", "control_character `\\b`: the control character U+0008" + removed},
        {"[\"\\f\"]", "/0", "control_character `\\f`: the control character U+000C" + removed},
        {"[\"\x1B[31m\"]", "/0", "control_character `\x1B`: the control character U+001B" + removed},
        {"[\"\x7F\"]", "/0", "control_character `\x7F`: the control character U+007F" + removed},
        {"[\"\u0085\"]", "/0", "control_character `\u0085`: the control character U+0085" + removed},
        {"[\"\\u009f\"]", "/0", "control_character `\\u009f`: the control character U+009F" + removed},
        {"[\"\u2028\"]", "/0", "control_character `\u2028`: a line break stands inside this text"},
        {"[\"\\u2029\"]", "/0", "control_character `\\u2029`: a line break stands inside this text"},
        // Two names that differ only in what must not be there are not one name.
        {"{\"a\t\": 1, \"a\n\": 2, \"a \": 3}", "/a  /a ",
         "control_character `\t`: a tab stands inside this text\n"
         "control_character `\n`: a line break stands inside this text"},
    });
    EXPECT_EQ(parse("{\"k\\t\": 1}").drafts[0].participants[0].where, 1U);
}

TEST(parse, halves_of_characters_are_told_from_whole_ones_in_every_order) {
    const auto half = [](const std::string& escape) {
        return "unpaired_surrogate `" + escape + "`: " + escape +
               " is one half of a character whose other half is missing";
    };
    compare({
        {R"(["\ud83d\ude00"])", "", ""},
        {R"(["\ud83d\ude00\uD83D\uDE00\ud800\udc00\udbff\udfff"])", "", ""},
        {R"(["\ud800"])", "/0", half(R"(\ud800)")},
        {R"(["\uDFFF"])", "/0", half(R"(\uDFFF)")},
        {R"(["\ude00\ud83d"])", "/0", half(R"(\ude00)")},
        {R"(["\ud83d\ud83d\ude00"])", "/0", half(R"(\ud83d)")},
        {R"(["\ud83d\ude00\ude01"])", "/0", half(R"(\ude01)")},
        {R"(["\ud83d \ude00"])", "/0", half(R"(\ud83d)")},
        {R"(["\ud83d\n\ude00"])", "/0", half(R"(\ud83d)")},
        {R"(["\\ud83d", "\ud83d\u0434"])", "/1", half(R"(\ud83d)")},
        {R"({"\ud83d": 1, "\ud83e": 2})", "/\uFFFD /\uFFFD", half(R"(\ud83d)") + "\n" + half(R"(\ud83e)")},
    });
    EXPECT_EQ(parse(R"(["a\ud800b"])").document->node(1).text, "a\uFFFDb");
}

TEST(parse, changes_of_writing_direction_must_be_closed) {
    const auto opened = [](const std::string& mark, const std::string& name) {
        return "unbalanced_bidi `" + mark + "`: an invisible character (" + name +
               ") changes the writing direction here and is not closed within this text: what is shown may differ from "
               "what is stored";
    };
    const auto closed = [](const std::string& mark, const std::string& name) {
        return "unbalanced_bidi `" + mark + "`: an invisible character (" + name +
               ") closes a change of the writing direction here that was never opened";
    };
    compare({
        {"[\"a \u2067b\u2069 c \u202Bd\u202C\"]", "", ""},
        {"[\"\u2067a \u202Ab\u202C c\u2069\"]", "", ""},
        {"[\"\\u202eab\\u202c\"]", "", ""},
        {"[\"\u200E\u200F\u061C שלום\"]", "", ""},
        {"[\"a \u202Eb\"]", "/0", opened("\u202E", "U+202E")},
        {"[\"a \\u2068b\"]", "/0", opened("\\u2068", "U+2068")},
        {"[\"\u202Aa \u2066b\u2069\"]", "/0", opened("\u202A", "U+202A")},
        {"[\"a\u202C\"]", "/0", closed("\u202C", "U+202C")},
        {"[\"a\\u2069\"]", "/0", closed("\\u2069", "U+2069")},
        {"[\"\u2067a\u202C\u2069\"]", "/0", closed("\u202C", "U+202C")},
        {"[\"\u202Da\u2069\u202C\"]", "/0", closed("\u2069", "U+2069")},
        {"[\"\u202E\", \"\u202C\"]", "/0 /1", opened("\u202E", "U+202E") + "\n" + closed("\u202C", "U+202C")},
        {"{\"\u202Ea\": 1}", "/\u202Ea", opened("\u202E", "U+202E")},
        {"[\"\u202Ea\tb\"]", "/0", "control_character `\t`: a tab stands inside this text"},
    });
}

TEST(parse, the_form_of_letters_is_one_finding_a_document_and_makes_nothing_unknown) {
    const std::string message =
        "this text uses an uncommon form of its letters (not Unicode normal form C), which cannot be seen";
    compare({
        {"[\"й\", \"é\", \"뀀\"]", "", ""},
        {"[\"a\", \"и\u0306\"]", "", "not_nfc ``: " + message},
        {"{\"e\u0301\": \"\u212B\", \"a\": \"\\u0438\\u0306\"}", "",
         "not_nfc ``: " + message + "; with it there are 3 such texts"},
        {"[\"и\u0306\t\"]", "/0", "control_character `\t`: a tab stands inside this text"},
    });
    EXPECT_EQ(parse("[\"a\", \"и\u0306\"]").drafts[0].at, 6U);
}

TEST(parse, numbers_in_extensions_must_survive_floating_point) {
    const auto lost = [](const std::string& token) {
        return "number_not_portable `" + token + "`: " + token +
               " cannot be kept exactly by programs that read numbers as floating point";
    };
    for (const std::string token :
         {"0", "-0", "0.1", "-0.10", "1E5", "1e+5", "100000", "9007199254740992", "-9007199254740992", "1.5e300",
          "0.30000000000000004", "5e-324", "0e99999999999999999999", "0.0e-99999999999999999999"}) {
        EXPECT_EQ(found_in("{\"extensions\": {\"a\": [" + token + "]}}"), "");
    }
    for (const std::string token : {"9007199254740993", "-9007199254740993", "9007199254740994", "18446744073709551616",
                                    "1e400", "-1e400", "0.1234567890123456789", "1e-400", "1.00000000000000001",
                                    "1e99999999999999999999", "0.1e-99999999999999999999"}) {
        EXPECT_EQ(found_in("{\"extensions\": {\"a\": [" + token + "]}}"), lost(token));
        EXPECT_EQ(found_in("{\"other\": " + token + "}"), "");
    }
    EXPECT_EQ(found_in("{\"extensions\": {\"a\": 1, \"a\": 1e400}}"),
              "duplicate_key `\"a\"`: \"a\" stands twice in the same object; which of the two values holds cannot be "
              "known | `\"a\": 1` it stands here first");
    const std::string long_number(5000, '7');
    EXPECT_EQ(found_in("{\"extensions\": " + long_number + "}"),
              "number_not_portable `" + long_number + "`: " + std::string(40, '7') +
                  "… cannot be kept exactly by programs that read numbers as floating point");
}

TEST(parse, a_key_that_stands_more_than_once_is_one_finding_and_its_first_value_unknown) {
    const std::string twice = " stands twice in the same object; which of the two values holds cannot be known | ";
    compare({
        {R"({"a": 1, "a": 1})", "/a /a", R"(duplicate_key `"a"`: "a")" + twice + R"(`"a": 1` it stands here first)"},
        {R"({"a": 1, "b": 2, "\u0061": {"b": 3}, "c": 4})", "/a /a",
         R"(duplicate_key `"\u0061"`: "a")" + twice + R"(`"a": 1` it stands here first)"},
        {R"({"": 1, "": 2})", "/ /", R"(duplicate_key `""`: "")" + twice + R"(`"": 1,` it stands here first)"},
        {R"({"a": 1, "a": 2, "b": 3, "a": 4})", "/a /a /a",
         R"(duplicate_key `"a"`: "a" stands 3 times in the same object; which of the values holds cannot be known)"
         R"( | `"a": 1` it stands here first)"},
        {R"({"a": {"b": 1, "b": 2}, "a": 3})", "/a /a/b /a/b /a",
         R"(duplicate_key `"b"`: "b")" + twice + R"(`"b": 1` it stands here first)" + "\n" +
             R"(duplicate_key `"a"`: "a")" + twice + R"(`"a": {` it stands here first)"},
        {R"([{"a": 1}, {"a": 2}])", "", ""},
    });
    const Parsed parsed = parse(R"({"a": 1, "a": 2, "c": 3})");
    EXPECT_EQ(parsed.document->node(Document::root).size, 2U);
    EXPECT_EQ(parsed.document->node(parsed.document->member(Document::root, "a")).text, "1");
    EXPECT_EQ(parsed.drafts[0].participants, (std::vector<Participant>{{Participant::Kind::value, 6, 0}}));
}

TEST(parse, keys_are_compared_the_same_way_in_large_objects) {
    std::string text = "{\"bro\tken\": 0";
    for (int i = 0; i < 100; ++i) text += ", \"k" + std::to_string(i) + "\": 0";
    EXPECT_EQ(unknown_in(text + "}"), "/bro ken");
    EXPECT_EQ(unknown_in(text + ", \"k3\": 1, \"\\u006b99\": 1, \"k3\": 2, \"bro ken\": 3, \"bro\tken\": 4}"),
              "/bro ken /k3 /k99 /k3 /k99 /k3 /bro ken");
    EXPECT_EQ(parse(text + ", \"k3\": 1, \"k99\": 1, \"k3\": 2}").drafts.size(), 3U);
    const std::string long_key(200, 'k');
    EXPECT_EQ(render(parse("{\"" + long_key + "\": 1, \"" + long_key + "\": 2}").drafts[0].message,
                     parse("{\"" + long_key + "\": 1, \"" + long_key + "\": 2}").drafts[0].args),
              "\"" + std::string(60, 'k') +
                  "…\" stands twice in the same object; which of the two values holds cannot be known");
}

TEST(parse, brackets_may_be_nested_64_deep) {
    const auto lists = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    const auto objects = [](std::size_t depth) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i) text += "{\"a\": ";
        return text + "1" + std::string(depth, '}');
    };
    const std::string message = "brackets are nested more than 64 deep from here on";
    for (const std::string& text : {lists(64), objects(64), "[" + lists(63) + "," + lists(63) + "]"}) {
        EXPECT_EQ(found_in(text), "");
        EXPECT_EQ(unknown_in(text), "");
    }
    for (const std::string& text :
         {lists(65), std::string(65, '['), std::string(1000, '['), lists(64).insert(64, "[")}) {
        EXPECT_EQ(found_in(text), "nesting_too_deep `[`: " + message);
        EXPECT_EQ(parse(text).drafts[0].at, 64U);
        EXPECT_EQ(unknown_in(text), "no document");
    }
    EXPECT_EQ(found_in(objects(65)), "nesting_too_deep `{`: " + message);
    EXPECT_EQ(parse(objects(65)).drafts[0].at, 64U * 6U);
    // Brackets in texts are none, what is wrong before or behind is not the reason, what was no JSON before is.
    EXPECT_EQ(found_in("[\"" + std::string(100, '[') + "\"]"), "");
    EXPECT_EQ(found_in("[\"\t\xE9\", {\"a\": 1, \"a\": 2}, " + lists(64) + ",,]"), "nesting_too_deep `[`: " + message);
    EXPECT_EQ(found_in("[,\"" + std::string(100, '[')).substr(0, 8), "not_json");
}

TEST(parse, numbers_too_large_for_a_double_are_kept_as_written) {
    const std::string digits(400, '9');
    const Parsed parsed =
        parse("{\"a\": \"1e400\", \"b\": [1e400, -1E+400, " + digits + ", 18446744073709551616, -0, 1.50], \"a\": 7}");
    ASSERT_NE(parsed.document, nullptr);
    ASSERT_EQ(parsed.drafts.size(), 1U);
    EXPECT_EQ(parsed.drafts[0].rule, "duplicate_key");
    std::vector<std::string> tokens;
    for (const Node& node : parsed.document->nodes()) {
        if (node.kind == Node::Kind::number) tokens.emplace_back(node.text);
    }
    EXPECT_EQ(tokens,
              (std::vector<std::string>{"1e400", "-1E+400", digits, "18446744073709551616", "-0", "1.50", "7"}));
    EXPECT_EQ(parsed.document->node(1).text, "1e400");
    EXPECT_EQ(parse("{\"a\": 1e400}").document->node(Document::root).key_begin, nowhere);
    // They do not make JSON of what is none.
    for (const char* text : {"[1e400, 1e5e5]", "[1e400.5]", "[1e400, 1e5.5]", "[1e400, 01e5]", "[1e400, .1e5]",
                             "[1e400, 1e]", "[1e400, 1e400e]", "[1e400, - 1e5]", "[1e400,]"}) {
        EXPECT_EQ(unknown_in(text), "no document") << text;
        EXPECT_EQ(found_in(text).substr(0, 8), "not_json") << text;
    }
}

TEST(parse, what_stands_behind_the_end_is_one_finding) {
    const std::string remedy =
        " => Put the documents into an array ([ ... , ... ]), or one on a line into a file named .ndjson.";
    const std::string more = "the document has ended, but something more stands here";
    compare({
        {"{} {\"a\": \"\t\"}\n{}", "", "trailing_content `{\"a\": \"\t\"}`: a second document begins here" + remedy},
        {"{}\n, {}", "", "trailing_content `, {}`: a comma and a second document stand here" + remedy},
        {"{} } x", "", "trailing_content `}`: this } closes nothing: the document has ended before it"},
        {"[1]]", "", "trailing_content `]`: this ] closes nothing: the document has ended before it"},
        {"{},", "", "trailing_content `,`: " + more},
        {"{} // remark", "", "trailing_content `// remark`: " + more},
        {"{}\n\nend\nof file", "", "trailing_content `end`: " + more},
        {"[1], 2", "", "trailing_content `, 2`: " + more},
        {std::string("{}\0\0", 4), "", std::string("trailing_content `\0\0`: ", 23) + more},
        {"{} \xE9 \"\t", "", "trailing_content `\xE9 \"\t`: " + more},
        {"{\"a\": \"\t\"} {}", "/a",
         "control_character `\t`: a tab stands inside this text\n"
         "trailing_content `{}`: a second document begins here" +
             remedy},
    });
    EXPECT_EQ(parse("{} x").drafts[0].participants[0].where, 3U);
}

}  // namespace
}  // namespace muster
