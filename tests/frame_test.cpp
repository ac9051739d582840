#include "report/frame.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "report/inert.hpp"

namespace muster {
namespace {

constexpr std::string_view hostile =
    "::error file=x::y ##[group] ##vso[task.complete] ###[x \x1b[31m \x9b \a\b\r\n::warning::z \xe2\x80\xa8 "
    "\xe2\x80\xae \xe2\x81\xa6 \xc2\x9b \x7f \xff\xc3( \xed\xa0\x80 \xf4\x90\x80\x80";

TEST(inert, text_shows_each_of_them) {
    EXPECT_EQ(inert(hostile),
              "::error file=x::y # #[group] # #vso[task.complete] ## #[x \\u{1B}[31m \\x9B "
              "\\u{7}\\u{8}\\u{D}\\u{A}::warning::z \\u{2028} \\u{202E} \\u{2066} \\u{9B} \\u{7F} \\xFF\\xC3( "
              "\\xED\\xA0\\x80 \\xF4\\x90\\x80\\x80");
    EXPECT_EQ(inert(std::string_view("\0", 1)), "\\u{0}");
    EXPECT_EQ(inert("\uFEFF{"), "\\u{FEFF}{");
}

TEST(inert, json_escapes_each_of_them) {
    EXPECT_EQ(json_string(hostile),
              "\"::error file=x::y \\u0023#[group] \\u0023#vso[task.complete] #\\u0023#[x \\u001b[31m \xef\xbf\xbd "
              "\\u0007\\u0008\\u000d\\n::warning::z \\u2028 \\u202e \\u2066 \\u009b \\u007f \xef\xbf\xbd\xef\xbf\xbd( "
              "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
    EXPECT_EQ(json_string("\"C:\\x\"\ty"), R"("\"C:\\x\"\ty")");
}

TEST(inert, what_people_write_stays) {
    for (const std::string_view text : {"Рогов — 43", "العدد ١٢‏", "מספר‎ 12", "e\u0301", "a\u200Db",
                                        "🕊", "## heading", "#[x]", "a::b"}) {
        EXPECT_EQ(inert(text), text);
        EXPECT_EQ(json_string(text), "\"" + std::string(text) + "\"");
    }
}

TEST(inert, a_path_at_the_beginning_of_a_line_is_no_command) {
    EXPECT_EQ(inert_path("::error::x.json"), "./::error::x.json");
    EXPECT_EQ(inert_path(" \u00A0\u200B::error::x.json"), "./ \u00A0\u200B::error::x.json");
    EXPECT_EQ(inert_path("a::b.json"), "a::b.json");
    EXPECT_EQ(inert_path("дані/x.json"), "дані/x.json");
}

std::string frame(const Excerpt& excerpt, std::size_t line = 7) {
    return code_frame(excerpt, line, Severity::error, Paint(false));
}

/// The excerpt of a line in which the first `marked` is meant.
Excerpt excerpt_of(const std::string& text, const std::string& marked) {
    Excerpt excerpt;
    excerpt.text = text;
    excerpt.mark_begin = text.find(marked);
    excerpt.mark_end = excerpt.mark_begin + marked.size();
    return excerpt;
}

TEST(code_frame, widths_of_characters_are_counted_as_terminals_show_them) {
    EXPECT_EQ(frame(excerpt_of("\t\"n\":\t12", "12")),
              "  7 |     \"n\":    12\n"
              "    |             ^^\n");
    EXPECT_EQ(frame(excerpt_of("\"交換\": 12", "12")),
              "  7 | \"交換\": 12\n"
              "    |         ^^\n");
    EXPECT_EQ(frame(excerpt_of("\"交換\": 12", "換")),
              "  7 | \"交換\": 12\n"
              "    |    ^^\n");
    EXPECT_EQ(frame(excerpt_of("\"обмі\u0301н\": 12", "12")),
              "  7 | \"обмі\u0301н\": 12\n"
              "    |          ^^\n");
    EXPECT_EQ(frame(excerpt_of("\"e\u0301\": 12", "\u0301")),
              "  7 | \"e\u0301\": 12\n"
              "    |  ^\n");
    EXPECT_EQ(frame(excerpt_of("a \x1b b", "\x1b")),
              "  7 | a \\u{1B} b\n"
              "    |   ^^^^^^\n");
    EXPECT_EQ(frame(excerpt_of("a \xff b", "\xff")),
              "  7 | a \\xFF b\n"
              "    |   ^^^^\n");
    EXPECT_EQ(frame(excerpt_of("a ##[b 12", "12")),
              "  7 | a # #[b 12\n"
              "    |         ^^\n");
}

TEST(code_frame, an_empty_mark_is_one_caret) {
    Excerpt excerpt = excerpt_of("{\"a\": 1", "}");
    excerpt.mark_begin = excerpt.text.size();
    excerpt.mark_end = excerpt.text.size();
    EXPECT_EQ(frame(excerpt, 1204),
              "  1204 | {\"a\": 1\n"
              "       |        ^\n");
    excerpt.mark_begin = 0;
    excerpt.mark_end = 0;
    EXPECT_EQ(frame(excerpt, 1204),
              "  1204 | {\"a\": 1\n"
              "       | ^\n");
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

TEST(code_frame, a_long_line_is_cut_to_what_stands_round_the_mark) {
    // 6 columns of gutter and blank, 112 of text, 2 kept for ellipses: 120.
    EXPECT_EQ(frame(excerpt_of(repeated("a", 300) + "12" + repeated("b", 300), "12")),
              "  7 | …" + repeated("a", 55) + "12" + repeated("b", 55) + "…\n" + "    | " + repeated(" ", 56) + "^^\n");
    EXPECT_EQ(frame(excerpt_of("12" + repeated("b", 300), "12")),
              "  7 | 12" + repeated("b", 110) + "…\n" + "    | ^^\n");
    EXPECT_EQ(frame(excerpt_of(repeated("a", 300) + "12", "12")),
              "  7 | …" + repeated("a", 110) + "12\n" + "    | " + repeated(" ", 111) + "^^\n");
    EXPECT_EQ(frame(excerpt_of(repeated("a", 112), "a")), "  7 | " + repeated("a", 112) + "\n    | ^\n");
}

TEST(code_frame, a_long_mark_is_shown_from_its_beginning) {
    EXPECT_EQ(frame(excerpt_of(repeated("a", 300) + repeated("1", 300) + "b", repeated("1", 300))),
              "  7 | …" + repeated("a", 20) + repeated("1", 92) + "…\n" + "    | " + repeated(" ", 21) +
                  repeated("^", 92) + "\n");
}

TEST(code_frame, nothing_is_cut_inside_a_wide_or_combined_character) {
    EXPECT_EQ(
        frame(excerpt_of("x" + repeated("交", 150) + "12" + repeated("換", 150), "12")),
        "  7 | …" + repeated("交", 27) + "12" + repeated("換", 27) + "…\n" + "    | " + repeated(" ", 55) + "^^\n");
    EXPECT_EQ(frame(excerpt_of(repeated("e\u0301", 300) + "12" + repeated("e\u0301", 300), "12")),
              "  7 | …" + repeated("e\u0301", 55) + "12" + repeated("e\u0301", 55) + "…\n" + "    | " +
                  repeated(" ", 56) + "^^\n");
}

TEST(code_frame, an_excerpt_that_was_cut_before_says_so) {
    Excerpt excerpt = excerpt_of("\"amount\": 952, \"x", "952");
    excerpt.cut_before = true;
    excerpt.cut_after = true;
    EXPECT_EQ(frame(excerpt),
              "  7 | …\"amount\": 952, \"x…\n"
              "    |            ^^^\n");
}

std::size_t columns(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Shown shown = show_first(text);
        width += shown.width;
        text.remove_prefix(shown.size);
    }
    return width;
}

/// What stands behind the first `width` columns.
std::string_view behind(std::string_view text, std::size_t width) {
    while (width > 0) {
        const Shown shown = show_first(text);
        width -= std::min(width, shown.width);
        text.remove_prefix(shown.size);
    }
    while (show_first(text).width == 0) text.remove_prefix(show_first(text).size);
    return text;
}

RC_GTEST_PROP(code_frame, the_mark_is_seen_and_the_frame_is_not_too_wide, ()) {
    static const std::vector<std::pair<std::string, std::string>> pieces{
        {"a", "a"},          {"\t", "    "},    {"交", "交"},   {"e\u0301", "e\u0301"},
        {"\x1b", "\\u{1B}"}, {"\xff", "\\xFF"}, {"##[", "# #["}};
    const auto line = *rc::gen::resize(300, rc::gen::nonEmpty(rc::gen::container<std::vector<std::size_t>>(
                                                rc::gen::inRange<std::size_t>(0, pieces.size()))));
    const auto first = *rc::gen::inRange<std::size_t>(0, line.size());
    const auto last = *rc::gen::inRange<std::size_t>(first, line.size());
    Excerpt excerpt;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == first) excerpt.mark_begin = excerpt.text.size();
        excerpt.text += pieces[line[i]].first;
        if (i == last) excerpt.mark_end = excerpt.text.size();
        excerpt.text += "\u200E";
    }
    const std::string both = frame(excerpt);
    const std::string above = both.substr(0, both.find('\n'));
    const std::string below = both.substr(above.size() + 1, both.size() - above.size() - 2);
    RC_ASSERT(columns(above) <= frame_width);
    RC_ASSERT(columns(below) <= frame_width);
    RC_ASSERT(below.find('^') != std::string::npos);
    const std::string& shown = pieces[line[first]].second;
    RC_ASSERT(std::string(behind(above, below.find('^'))).substr(0, shown.size()) == shown);
}

}  // namespace
}  // namespace muster
