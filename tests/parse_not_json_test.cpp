// Texts that are not JSON: each is explained by one finding, in words that say what to do.
#include <gtest/gtest.h>

#include "parse_found.hpp"

namespace muster {
namespace {

using testing::found_in;

struct Case {
    std::string text;
    std::string found;
};

void compare(std::initializer_list<Case> cases) {
    for (const Case& each : cases) {
        const Parsed parsed = parse(each.text);
        EXPECT_EQ(found_in(each.text), "not_json " + each.found) << each.text;
        EXPECT_EQ(parsed.document, nullptr) << each.text;
        EXPECT_EQ(parsed.text, each.text);
        ASSERT_EQ(parsed.drafts.size(), 1U) << each.text;
        EXPECT_EQ(parsed.drafts[0].participants, (std::vector<Participant>{{Participant::Kind::value, 0, 0}}));
    }
}

TEST(not_json, comments) {
    const std::string message = ": a comment stands here; JSON has none. Put the remark into a \"note\" or remove it";
    compare({
        {"{\"a\": 1, // don\"t know\n \"b\": 2}", "`// don\"t know`" + message},
        {"{\"a\": 1 /* or 2? */, \"b\": 2}", "`/* or 2? */`" + message},
        {"{\"a\": 1 /* or\n2? */}", "`/* or`" + message},
        {"{\"a\": /* what? */ 1}", "`/* what? */`" + message},
        {"# head\r\n{}", "`# head`" + message},
        {"[1, #\n2]", "`#`" + message},
        {"{\"a\": \"x\"//", "`//`" + message},
        {"{#", "`#`" + message},
    });
}

TEST(not_json, commas) {
    compare({
        {"{\"a\": 1,}", "`,`: this comma is one too many: nothing follows it before the }"},
        {"[1, 2, ]", "`,`: this comma is one too many: nothing follows it before the ]"},
        {"{\"a\": 1 ,, \"b\": 2}", "`,`: this comma is one too many: nothing stands between it and the comma before"},
        {"[1,,2]", "`,`: this comma is one too many: nothing stands between it and the comma before"},
        {"{,}", "`,`: this comma is one too many: nothing stands before it"},
        {"[,1]", "`,`: this comma is one too many: nothing stands before it"},
        {"{\"a\": 1 \"b\": 2}", "`\"b\"`: a comma is missing before this"},
        {"{\"a\": \"x\"\n \"b\": 2}", "`\"b\"`: a comma is missing before this"},
        {"{\"a\":1\"b\":2}", "`\"b\"`: a comma is missing before this"},
        {"{\"a\": {} \"b\": 2}", "`\"b\"`: a comma is missing before this"},
        {"[{} {}]", "`{`: a comma is missing before this"},
        {"[1 [2]]", "`[`: a comma is missing before this"},
        {"[1 -2]", "`-2`: a comma is missing before this"},
        {"[\"a\"\"b\"]", "`\"b\"`: a comma is missing before this"},
        {"[1 null]", "`null`: a comma is missing before this"},
        {"{\"a\": 1; \"b\": 2}", "`;`: ; stands here, where a comma or } was expected"},
        {"{\"a\": 1 {}}", "`{`: { stands here, where a comma or } was expected | `{\"a\": ` this { is still open"},
        {"{\"a\": 1, {\"b\": 2}}",
         "`{`: { stands here, where a field name in double quotes was expected | `{\"a\": ` this { is still open"},
    });
}

TEST(not_json, colons_and_values) {
    const std::string no_value = " has no value; write one behind its colon, or remove the field";
    compare({
        {"{\"a\" 1}", "`1`: a colon is missing before this"},
        {"{\"a\" \"b\"}", "`\"b\"`: a colon is missing before this"},
        {"{\"a\" {}}", "`{`: a colon is missing before this"},
        {"{\"a\" true}", "`true`: a colon is missing before this"},
        {"{\"a\" = 1}", "`=`: = stands here, where a colon between the field name and its value was expected"},
        {"{\"a\": = 1}", "`=`: = stands here, where a value was expected"},
        {"{\"a\":: 1}", "`:`: : stands here, where a value was expected | `{\"a\"::` this { is still open"},
        {"{\"a\": \"b\": 1}", "`:`: : stands here, where a comma or } was expected | `{\"a\": ` this { is still open"},
        {"{\"a\": }", "`\"a\"`: \"a\"" + no_value},
        {"{\"a\": , \"b\": 1}", "`\"a\"`: \"a\"" + no_value},
        {"{\"x\": 1, \"a\"}", "`\"a\"`: \"a\"" + no_value},
        {"{\"a\", \"b\": 1}", "`\"a\"`: \"a\"" + no_value},
        {"{\"" + std::string(50, 'k') + "\": }",
         "`\"" + std::string(50, 'k') + "\"`: \"" + std::string(39, 'k') + "…" + no_value},
        {"{1: 2}", "`1`: the field name must stand in double quotes: \"1\""},
        {"{a: 1}", "`a`: the field name must stand in double quotes: \"a\""},
        {"{\"a\": 1, full name : 1}", "`full name`: the field name must stand in double quotes: \"full name\""},
        {"{null: 1}", "`null`: the field name must stand in double quotes: \"null\""},
        {"{имя: 1}", "`имя`: the field name must stand in double quotes: \"имя\""},
        {"{[1]: 2}",
         "`[`: [ stands here, where a field name in double quotes, or } was expected | `{[1]: ` this { is still open"},
    });
}

TEST(not_json, words) {
    const auto nothing = [](const std::string& word) {
        return "`" + word + "`: " + word +
               " stands here; JSON has no such value. Leave the field out if nothing is known";
    };
    const auto unquoted = [](const std::string& word) {
        return "`" + word + "`: the text must stand in double quotes: \"" + word + "\"";
    };
    for (const std::string word : {"NaN", "nan", "Infinity", "-Infinity", "+inf", "None", "NULL", "undefined", "n/a"}) {
        compare({{"{\"a\": " + word + " }", nothing(word)}, {"[1, " + word + "]", nothing(word)}});
    }
    compare({
        {"{\"a\": True}", "`True`: True stands here; JSON writes true and false in small letters"},
        {"[FALSE]", "`FALSE`: FALSE stands here; JSON writes true and false in small letters"},
        {"{\"a\": yes}", unquoted("yes")},
        {"{\"a\": about 250, \"b\": 1}", unquoted("about 250")},
        {"{\"a\": невідомо\n}", unquoted("невідомо")},
        {"{\"a\": https://example.org/a }", unquoted("https://example.org/a")},
        {"{\"a\": tru}", unquoted("tru")},
        {"{\"a\": $x}", unquoted("$x")},
        {"{\"a\": 2025-03-28}", "`2025-03-28`: the date must stand in double quotes: \"2025-03-28\""},
        {"[2025-03, 1]", "`2025-03`: the date must stand in double quotes: \"2025-03\""},
        {"{\"a\": 250 persons}", "`persons`: persons stands here, where a comma or } was expected"},
        {"[250 осіб]", "`осіб`: осіб stands here, where a comma or ] was expected"},
        {"{\"a\": 50%}", "`%`: % stands here, where a comma or } was expected"},
        {"{\"a\": ~50}", "`~`: ~ stands here, where a value was expected"},
        {"{\"a\": \u2116 5}", "`\u2116`: \u2116 stands here, where a value was expected"},
        {"{\"a\": " + std::string(50, 'x') + "}",
         "`" + std::string(50, 'x') + "`: the text must stand in double quotes: \"" + std::string(40, 'x') + "…\""},
    });
}

TEST(not_json, numbers) {
    const auto meant = [](const std::string& token, const std::string& number) {
        return "`" + token + "`: \"" + token + "\" is not how JSON writes a number; write " + number;
    };
    const std::string digits = "digits only, as 43 or 1200";
    for (const auto& [token, number] : std::vector<std::pair<std::string, std::string>>{
             {"+1", "1"},
             {"+0.5", "0.5"},
             {".5", "0.5"},
             {"-.5", "-0.5"},
             {"01", "1"},
             {"0250", "250"},
             {"-07", "-7"},
             {"00", "0"},
             {"007.50", "7.50"},
             {"1.", "1"},
             {"0x1F", digits},
             {"1e", digits},
             {"1.e5", digits},
             {"1.2.3", digits},
             {"1_212", "1212"},
             {"1'212'000", "1212000"},
             {"1\u00A0212", "1212"},
             {"1\u202F212", "1212"},
             {"5чел", digits},
             {"10-12", digits},
             {"1e400.5", digits},
             {"1\u00A021", digits},
             {"1’212", "1212"},
             {"12k", digits},
         }) {
        compare({{"{\"a\": " + token + ", \"b\": 1}", meant(token, number)},
                 {"{\"a\":" + token + "}", meant(token, number)},
                 {"[7, " + token + "]", meant(token, number)}});
    }
    compare({
        {"{\"a\": 1,212}", meant("1,212", "1212")},
        {"{\"a\": 1,212,000.5, \"b\": 1}", meant("1,212,000.5", "1212000.5")},
        {"{\"a\": 0,5}", meant("0,5", digits)},
        {"{\"a\": +1,212}", meant("+1,212", "1212")},
        {"{\"a\": 1 212}", meant("1 212", "1212")},
        {"{\"a\": 1 212 000 , \"b\": 1}", meant("1 212 000", "1212000")},
        {"{\"a\": 1 2}", "`2`: 2 stands here, where a comma or } was expected"},
        {"{\"a\": 1, 2}", "`2`: the field name must stand in double quotes: \"2\""},
        {"[1 212]", "`212`: a comma is missing before this"},
        {"[1,+2]", meant("+2", "2")},
        {"{\"a\": -}", "`-`: - stands here, where a value was expected"},
        {"{\"a\": ...}", "`.`: . stands here, where a value was expected"},
        {"{\"a\": 10:30}", "`:`: : stands here, where a comma or } was expected | `{\"a\": ` this { is still open"},
        {"[0" + std::string(50, '7') + "]", "`0" + std::string(50, '7') + "`: \"0" + std::string(39, '7') +
                                                "…\" is not how JSON writes a number; write " + std::string(40, '7') +
                                                "…"},
    });
}

TEST(not_json, quotes) {
    const auto typographic = [](const std::string& quote) {
        return "`" + quote + "`: the quote " + quote +
               " stands here; texts and field names stand in plain double quotes (\")";
    };
    const auto within = [](const std::string& word, const std::string& begin) {
        return "`" + word + "`: the quote before \"" + word +
               "\" ends a text; if it belongs to the text, write \\\" in its place, else look for a quote that is "
               "missing before it | `" +
               begin + "` the text begins here";
    };
    compare({
        {"{'a': 1}", typographic("'")},
        {"{\"a\": 'b'}", typographic("'")},
        {"{\"a\": `b`}", typographic("`")},
        {"{“a”: 1}", typographic("“")},
        {"{\"a\": „b“}", typographic("„")},
        {"{\"a\": 1, «b»: 2}", typographic("«")},
        {"[’b’]", typographic("’")},
        {"{\"a\": \"He said \"we have 5\" today\"}", within("we", "\"He sa")},
        {"{\"a\": \"\"We have 5\"\"}", within("We", "\"\"We h")},
        {"[\"Обмін \"1212\" тіл\"]", within("1212", "\"Об\xD0")},
        {"{\"a: \"x\", \"b\": 1}", within("x", "\"a: \"x")},
        {"[\"a\"…]", within("…", "\"a\"…")},
        {"{\"a\": 250\", \"b\": 1}", "`\"`: a quote stands behind 250, but none before it; write both or none"},
        {"{\"a\": 1 \"b, \"c\": 2}", "`\"b, \"`: a comma is missing before this"},
        {"{\"a\": true\"}", "`\"`: a quote stands behind true, but none before it; write both or none"},
    });
}

TEST(not_json, texts_that_are_not_closed) {
    const auto on_its_line = [](const std::string& text) {
        return "`" + text + "`: the text that begins with this quote is not closed on its line";
    };
    const auto never = [](const std::string& text) {
        return "`" + text + "`: the text that begins with this quote is never closed";
    };
    compare({
        {"{\"a\": \"x,\n \"b\": 1}", on_its_line("\"x,")},
        {"{\"a\": \"x,\r\n \"b\": 1}", on_its_line("\"x,")},
        {"{\"a: 1,\n \"b\": 2}", on_its_line("\"a: 1,")},
        {"[\"a,\n \"b\"]", on_its_line("\"a,")},
        {"[\"a,\n \"\"]", on_its_line("\"a,")},
        {"{\"a\": \"x\n}", on_its_line("\"x")},
        {"{\"t\": \"\t\", \"a\": 1, \"b\n}\n", on_its_line("\"b")},
        {"{\"a\": \"x", never("\"x")},
        {"{\"a\": 1, \"b", never("\"b")},
        {"{\"a\": \"x\\", never("\"x\\")},
        {"{\"a\": \"x\\\"}", never("\"x\\\"}")},
        // A text with a line break in it that is closed is not why this is no JSON.
        {"{\"a\": \"x\ny\",\n \"b\": 1 \"c\": 2}", "`\"c\"`: a comma is missing before this"},
        {"{\"a\": \"x\ny\"\n \"b\": 1}", "`\"b\"`: a comma is missing before this"},
        {"[\"x\ny\", 1 2]", "`2`: a comma is missing before this"},
        {"{\"a\": 1, // it is \"quoted\n \"b\": \"x\n\"}",
         "`// it is \"quoted`: a comment stands here; JSON has none. Put the remark into a \"note\" or remove it"},
    });
}

TEST(not_json, escapes) {
    const auto unknown = [](const std::string& escape) {
        return "`" + escape + "`: " + escape + " is not an escape that JSON knows; write \\\\ for a backslash";
    };
    const std::string digits = "behind \\u four digits or letters from a to f must follow, as in \\u0434";
    compare({
        {R"({"a": "x\y"})", unknown(R"(\y)")},
        {R"(["C:\\a\docs"])", unknown(R"(\d)")},
        {R"({"\q": 1})", unknown(R"(\q)")},
        {R"(["\я"])", unknown(R"(\я)")},
        {R"(["\U0434"])", unknown(R"(\U)")},
        {R"(["it\'s"])", R"(`\'`: \' is not an escape that JSON knows; write ' alone)"},
        {R"(["\u12G4"])", R"(`\u`: )" + digits},
        {R"(["\u043"])", R"(`\u`: )" + digits},
        {R"(["\ud83d\u"])", R"(`\u`: )" + digits},
        {"[\"a\\\nb\"]", "`\\`: a backslash stands before a line break; remove both and go on in the same line"},
        {"[\"C:\\docs,\n \"b\"]", unknown("\\d")},
        {"[\"a\nC:\\docs\"]", unknown("\\d")},
    });
}

TEST(not_json, brackets) {
    compare({
        {"{\"a\": [1, 2}", "`}`: this } does not fit: the bracket that is open is [ | `[1, 2}` it was opened here"},
        {"{\"a\": 1]", "`]`: this ] does not fit: the bracket that is open is { | `{\"a\": ` it was opened here"},
        {"[}", "`}`: this } does not fit: the bracket that is open is [ | `[}` it was opened here"},
        {"[1, }", "`}`: this } does not fit: the bracket that is open is [ | `[1, }` it was opened here"},
        {"{\"a\": (1)}", "`(`: ( stands here, where a value was expected"},
        {"{\"a\": [1, \"b\": 2}",
         "`:`: : stands here, where a comma or ] was expected | `[1, \"b` this [ is still open"},
        {"{\"a\": {\"b\": 1}},\n \"c\": 2}",
         "`}`: this } closes the document, but it goes on behind it: here or before, one closing bracket is too many | "
         "`,\n \"c\"` it goes on here"},
    });
}

TEST(not_json, ends_and_beginnings) {
    const auto begins = [](const std::string& what) {
        return "`" + what + "`: the document must begin with {, but it begins with " + what;
    };
    const auto ends = [](const std::string& last, const std::string& expected, const std::string& note) {
        return "`" + last + "`: the text ends here, where " + expected + " was expected | " + note;
    };
    compare({
        {"", "``: there is nothing here; a document begins with {"},
        {"\t \n", "`\t`: there is nothing here; a document begins with {"},
        {"{\"a\": 1 \n", ends("1", "a comma or }", "`{\"a\": ` this { is never closed")},
        {"{\"a\": [1, 2", ends("2", "a comma or ]", "`[1, 2` this [ is never closed")},
        {"{\"a\": {}", ends("}", "a comma or }", "`{\"a\": ` this { is never closed")},
        {"[1,", ends(",", "a value", "`[1,` this [ is never closed")},
        {"{\"a\": 1,\n", ends(",", "a field name in double quotes", "`{\"a\": ` this { is never closed")},
        {"{\"a\":", ends(":", "a value", "`{\"a\":` this { is never closed")},
        {"{\"a\"", ends("\"", "a colon between the field name and its value", "`{\"a\"` this { is never closed")},
        {"{", ends("{", "a field name in double quotes, or }", "`{` this { is never closed")},
        {"[", ends("[", "a value or ]", "`[` this [ is never closed")},
        {",", begins(",")},
        {"}", begins("}")},
        {", {}", begins(",")},
        {"Northland and Southland", begins("Northland")},
        {"Обмін", begins("Обмін")},
        {"\"a\": 1", begins("\"a\"")},
        {"\"a", begins("\"a")},
        {"1,200", begins("1")},
        {"01", begins("01")},
        {"null x", begins("null")},
        {"<!DOCTYPE html>\n<html>",
         "`<!DOCTYPE html>`: this looks like a web page, not like JSON => Download the data "
         "itself, not the page that shows it."},
    });
}

TEST(not_json, characters_that_cannot_be_seen) {
    const auto invisible = [](const std::string& character, const std::string& name) {
        return "`" + character + "`: an invisible character (" + name +
               ") stands here; remove it, or type a plain space instead";
    };
    const std::string nul(1, '\0');
    compare({
        {"{\"a\":\u00A01}", invisible("\u00A0", "U+00A0")},
        {"{\u200B\"a\": 1}", invisible("\u200B", "U+200B")},
        {"{\"a\"\u2028: 1}", invisible("\u2028", "U+2028")},
        {"\uFEFF{}", invisible("\uFEFF", "U+FEFF")},
        {"{\"a\": \x01}", invisible("\x01", "U+0001")},
        {"{\"a\": 1\f}", invisible("\f", "U+000C")},
        {"{\"a\": 1" + nul + "}", invisible(nul, "U+0000")},
        {nul + "{}", invisible(nul, "U+0000")},
        {"{\"a\": 1\u00A0}", invisible("\u00A0", "U+00A0")},
    });
}

}  // namespace
}  // namespace muster
