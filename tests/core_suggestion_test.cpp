// What somebody meant to write: slips of typing, and letters that only look like Latin ones.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/suggestion.hpp"

namespace muster {
namespace {

using Words = std::vector<std::string_view>;
const Words fields{"schema", "id", "status", "date", "flows", "claims", "agents", "sources", "speaker", "quantity"};

TEST(slips_between, counts_letters_left_out_added_changed_and_swapped) {
    EXPECT_EQ(slips_between("quantity", "quantity"), 0U);
    EXPECT_EQ(slips_between("quantiy", "quantity"), 1U);
    EXPECT_EQ(slips_between("quantitty", "quantity"), 1U);
    EXPECT_EQ(slips_between("quantify", "quantity"), 1U);
    EXPECT_EQ(slips_between("qunatity", "quantity"), 1U);
    EXPECT_EQ(slips_between("quanities", "quantity"), std::nullopt);
    EXPECT_EQ(slips_between("qantiti", "quantity"), 2U);
    EXPECT_EQ(slips_between("", "quantity"), std::nullopt);
}

TEST(slips_between, allows_one_slip_in_a_short_word) {
    EXPECT_EQ(slips_between("dte", "date"), 1U);
    EXPECT_EQ(slips_between("data", "date"), 1U);
    EXPECT_EQ(slips_between("dat", "date"), 1U);
    EXPECT_EQ(slips_between("dt", "date"), std::nullopt);
    EXPECT_EQ(slips_between("folw", "flows"), std::nullopt);
    EXPECT_EQ(slips_between("folws", "flows"), 1U);
    // No letter of a word may be all that is left of it.
    EXPECT_EQ(slips_between("b", "a"), std::nullopt);
    EXPECT_EQ(slips_between("", "a"), std::nullopt);
    EXPECT_EQ(slips_between("a", ""), std::nullopt);
    EXPECT_EQ(slips_between("it", "id"), 1U);
    EXPECT_EQ(slips_between("to", "id"), std::nullopt);
}

TEST(slips_between, does_not_count_letter_case_and_look_alikes) {
    EXPECT_EQ(slips_between("Quantity", "quantity"), 0U);
    EXPECT_EQ(slips_between("ID", "id"), 0U);
    EXPECT_EQ(slips_between("dаtе", "date"), 0U);
    EXPECT_EQ(slips_between("part–of", "part-of"), 0U);
    EXPECT_EQ(slips_between("dаtа", "date"), 1U);
}

TEST(slips_between, does_not_look_at_texts_that_are_no_words) {
    EXPECT_EQ(slips_between(std::string(1000000, 'a'), "aaaa"), std::nullopt);
    EXPECT_EQ(slips_between("дата", "date"), std::nullopt);
}

RC_GTEST_PROP(slips_between, finds_every_single_slip, ()) {
    const std::string word = *rc::gen::elementOf(std::vector<std::string>{"schema", "claims", "sources", "quantity"});
    std::string written = word;
    const auto at = *rc::gen::inRange<std::size_t>(0, word.size() - 1);
    switch (*rc::gen::inRange(0, 4)) {
        case 0:
            written.erase(at, 1);
            break;
        case 1:
            written.insert(at, 1, 'z');
            break;
        case 2:
            written[at] = 'z';
            break;
        default:
            std::swap(written[at], written[at + 1]);
    }
    RC_ASSERT(slips_between(written, word).value() == (written == word ? 0U : 1U));
}

RC_GTEST_PROP(slips_between, takes_any_bytes, (const std::string& written, const std::string& meant)) {
    const std::optional<std::size_t> slips = slips_between(written, meant);
    if (slips) RC_ASSERT(*slips < meant.size());
    if (written == meant && !meant.empty()) RC_ASSERT(slips == 0U);
}

TEST(nearest, is_the_word_with_the_fewest_slips_and_the_first_of_equals) {
    EXPECT_EQ(nearest("speeker", fields), "speaker");
    EXPECT_EQ(nearest("STATUS", fields), "status");
    EXPECT_EQ(nearest("claim", fields), "claims");
    EXPECT_EQ(nearest("agents", fields), "agents");
    EXPECT_EQ(nearest("number", fields), "");
    EXPECT_EQ(nearest("", fields), "");
    EXPECT_EQ(nearest("date", {}), "");
    EXPECT_EQ(nearest("cat", {"cart", "cast"}), "cart");
    EXPECT_EQ(nearest("cast", {"cart", "cast"}), "cast");
    EXPECT_EQ(nearest("sourses", {"", "source", "sources"}), "sources");
}

TEST(look_alike, finds_the_first_character_of_another_script) {
    const auto found = [](std::string_view text) {
        const std::optional<LookAlike> look = look_alike(text);
        return look ? std::to_string(look->character.data() - text.data()) + " " + std::string(look->character) + " " +
                          std::string(look->script)
                    : std::string();
    };
    EXPECT_EQ(found("plain-text 1"), "");
    EXPECT_EQ(found(""), "");
    EXPECT_EQ(found("ru–mod"), "2 – ");
    EXPECT_EQ(found("сount"), "0 с Cyrillic");
    EXPECT_EQ(found("dοcument е"), "1 ο Greek");
    EXPECT_EQ(found("ждя é"), "");
    EXPECT_EQ(found("a\xD0"), "");
}

TEST(look_alike, is_replaced_by_what_it_looks_like) {
    EXPECT_EQ(without_look_alikes("сlаims"), "claims");
    EXPECT_EQ(without_look_alikes("2025−03–28"), "2025-03-28");
    EXPECT_EQ(without_look_alikes("Обмін"), "Oбмiн");
    EXPECT_EQ(without_look_alikes("ΑΒΕ"), "ABE");
    EXPECT_EQ(without_look_alikes("plain"), "plain");
    EXPECT_EQ(without_look_alikes("\xD0"), "\xD0");
}

}  // namespace
}  // namespace muster
