// The pieces that texts are made of: characters, escapes, numbers.
#include <gtest/gtest.h>

#include "parse/number_meant.hpp"
#include "parse/token.hpp"
#include "parse/unicode.hpp"

namespace muster {
namespace {

TEST(token, lengths_of_numbers_are_those_of_the_grammar) {
    for (const auto& [text, length] : std::vector<std::pair<std::string, std::size_t>>{{"0", 1},
                                                                                       {"-0", 2},
                                                                                       {"01", 1},
                                                                                       {"10", 2},
                                                                                       {"1.", 1},
                                                                                       {"1.5", 3},
                                                                                       {"1.5.", 3},
                                                                                       {"1e", 1},
                                                                                       {"1e+", 1},
                                                                                       {"1e+5", 4},
                                                                                       {"1E-05,", 5},
                                                                                       {"1.5e5.5", 5},
                                                                                       {"-", 0},
                                                                                       {"+1", 0},
                                                                                       {".5", 0},
                                                                                       {"", 0},
                                                                                       {"-a", 0},
                                                                                       {"7]", 1}}) {
        EXPECT_EQ(number_length(text), length) << text;
    }
}

TEST(number_meant, is_told_only_where_it_is_clear) {
    EXPECT_EQ(number_meant("1,212"), "1212");
    EXPECT_EQ(number_meant("-1 212.50"), "-1212.50");
    EXPECT_EQ(number_meant("+007"), "7");
    EXPECT_EQ(number_meant("12,34,567"), std::nullopt);
    EXPECT_EQ(number_meant("1,21"), std::nullopt);
    EXPECT_EQ(number_meant("1,2125"), std::nullopt);
    EXPECT_EQ(number_meant(",212"), std::nullopt);
    EXPECT_EQ(number_meant("1,,212"), std::nullopt);
    EXPECT_EQ(number_meant("+-1"), std::nullopt);
    EXPECT_EQ(number_meant("1212 persons"), std::nullopt);
}

TEST(unicode, well_formed_text_has_lengths) {
    for (const auto& [text, length] : std::vector<std::pair<std::string, std::size_t>>{{"a", 1},
                                                                                       {"\x7F", 1},
                                                                                       {"\xC2\x80", 2},
                                                                                       {"д", 2},
                                                                                       {"\xE0\xA0\x80", 3},
                                                                                       {"\xED\x9F\xBF", 3},
                                                                                       {"\xEE\x80\x80", 3},
                                                                                       {"\xF0\x90\x80\x80", 4},
                                                                                       {"\xF4\x8F\xBF\xBF", 4},
                                                                                       {"", 0},
                                                                                       {"\x80", 0},
                                                                                       {"\xC0\x80", 0},
                                                                                       {"\xC1\xBF", 0},
                                                                                       {"\xC2", 0},
                                                                                       {"\xC2\x41", 0},
                                                                                       {"\xE0\x9F\xBF", 0},
                                                                                       {"\xED\xA0\x80", 0},
                                                                                       {"\xE2\x82", 0},
                                                                                       {"\xF0\x8F\xBF\xBF", 0},
                                                                                       {"\xF4\x90\x80\x80", 0},
                                                                                       {"\xF5\x80\x80\x80", 0},
                                                                                       {"\xFF", 0}}) {
        EXPECT_EQ(utf8_length(text), length);
    }
}

TEST(unicode, the_quick_way_to_normal_form_is_right) {
    for (char32_t character = 1; character < 0x3000; ++character) {
        if (character >= 0xD800) break;
        std::string text;
        if (character < 0x80) {
            text = static_cast<char>(character);
        } else if (character < 0x800) {
            text = {static_cast<char>(0xC0 | (character >> 6)), static_cast<char>(0x80 | (character & 0x3F))};
        } else {
            text = {static_cast<char>(0xE0 | (character >> 12)), static_cast<char>(0x80 | ((character >> 6) & 0x3F)),
                    static_cast<char>(0x80 | (character & 0x3F))};
        }
        std::size_t at = 0;
        ASSERT_EQ(next_character(text, at), character);
        ASSERT_EQ(at, text.size());
        // With a Chinese character before it the slow way is taken.
        EXPECT_EQ(is_nfc(text), is_nfc("\u3400" + text)) << code_point(character);
    }
}

TEST(unicode, characters_are_counted_also_in_what_is_no_text) {
    EXPECT_EQ(code_points(""), 0U);
    EXPECT_EQ(code_points("aд😀"), 3U);
    EXPECT_EQ(code_points("a\xE9z\x80"), 3U);
}

TEST(unicode, texts_are_shortened_by_characters) {
    EXPECT_EQ(shortened("абв", 3), "абв");
    EXPECT_EQ(shortened("абвг", 3), "абв…");
    EXPECT_EQ(shortened("", 3), "");
    EXPECT_EQ(shortened(std::string(61, 'a')), std::string(60, 'a') + "…");
}

}  // namespace
}  // namespace muster
