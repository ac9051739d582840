// Numbers and messages as people write them.
#include <gtest/gtest.h>

#include "core/draft.hpp"
#include "core/words.hpp"

namespace muster {
namespace {

TEST(words, write_numbers_as_people_do) {
    EXPECT_EQ(with_commas(0), "0");
    EXPECT_EQ(with_commas(999), "999");
    EXPECT_EQ(with_commas(1212), "1,212");
    EXPECT_EQ(with_commas(-1000000), "-1,000,000");
    EXPECT_EQ(in_words(1), "one");
    EXPECT_EQ(in_words(13), "13");
    EXPECT_EQ(ordinal_in_words(4), "fourth");
    EXPECT_EQ(ordinal_in_words(21), "21st");
    EXPECT_EQ(ordinal_in_words(112), "112th");
    EXPECT_EQ(joined({"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(joined({"a", "b"}, "or"), "a or b");
    EXPECT_EQ(counted(1, "record"), "1 record");
    EXPECT_EQ(counted(1212, "record"), "1,212 records");
}

TEST(render, puts_arguments_into_the_message) {
    const Args args{
        {"sum", std::int64_t{1904}}, {"who", std::string("{sum}")}, {"list", std::vector<std::string>{"a", "b"}}};
    EXPECT_EQ(render("{who}: {sum} of {list}, {nobody}", args), "{sum}: 1,904 of a, b, {nobody}");
    EXPECT_EQ(render("an open { bracket", args), "an open { bracket");
}

}  // namespace
}  // namespace muster
