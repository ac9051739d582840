// Numbers that may belong to somebody's private life, and all that only look like them.
#include <gtest/gtest.h>

#include <string>

#include "record/private_numbers.hpp"

namespace muster {
namespace {

/// "phone +12 11, digits 12 9"
std::string found(std::string_view text) {
    std::string all;
    for (const PrivateNumber& number : private_numbers_in(
             text, [](std::string_view word) { return word == "post-123456789" || word == "12345678"; })) {
        all += (all.empty() ? "" : ", ") + std::string(number.phone ? "phone " : "digits ") +
               std::string(number.beginning) + " " + std::to_string(number.digits);
    }
    return all;
}

TEST(private_numbers, are_telephones_with_a_plus) {
    EXPECT_EQ(found("+12025550199"), "phone +12 11");
    EXPECT_EQ(found("call +1 (202) 555-01-99!"), "phone +1 11");
    EXPECT_EQ(found("+(1) 202\u00A0555\u201101\u202F99"), "phone +(1 11");
    EXPECT_EQ(found("(+1 202 555 01 99) or +1 202 555 01 23"), "phone +1 11, phone +1 11");
    EXPECT_EQ(found("+123456789"), "phone +12 9");
    EXPECT_EQ(found("+123456789012345"), "phone +12 15");
    EXPECT_EQ(found("+1234567890123456"), "digits 12 16") << "too long for one";
    EXPECT_EQ(found("+1 202 555 01 99 200000 people"), "phone +1 11") << "what follows is another number";
    EXPECT_EQ(found("+1 202 555 01 99 2025-03-28"), "phone +1 11") << "a date follows";
    EXPECT_EQ(found("+380 441 234 567"), "phone +38 12") << "no number of that size is a count";
}

TEST(private_numbers, are_no_telephones_where_they_are_sums_times_or_large_numbers) {
    EXPECT_EQ(found("+12 34 56 78"), "");
    EXPECT_EQ(found("+ 202 555 0199"), "");
    EXPECT_EQ(found("382+56 100 200 300 400"), "");
    EXPECT_EQ(found("GMT+2 2025 03 28 14 05"), "");
    EXPECT_EQ(found("2025-03-28T14:05:00+02:00"), "");
    EXPECT_EQ(found("+3 2025-03-28 2025-03-29"), "");
    EXPECT_EQ(found("+100 000 000, +1\u00A0000 000 000"), "");
    EXPECT_EQ(found("+100-000-000"), "phone +10 9");
    EXPECT_EQ(found("+1000 000 000"), "phone +10 10") << "no group has four digits";
    EXPECT_EQ(found("+1,202,555,019"), "");
    EXPECT_EQ(found("+"), "");
}

TEST(private_numbers, are_eight_digits_in_a_row) {
    EXPECT_EQ(found("1234567"), "");
    EXPECT_EQ(found("123456789"), "digits 12 9");
    EXPECT_EQ(found("No. 99345678 and AB99345679"), "digits 99 8, digits 99 8");
    EXPECT_EQ(found("12,345,678 or 12 345 678 or 12.345.678"), "");
    EXPECT_EQ(found("0441234567-12345679"), "digits 04 10, digits 12 8");
}

TEST(private_numbers, are_no_dates) {
    EXPECT_EQ(found("20250328 28032025 19991231"), "");
    EXPECT_EQ(found("202503281405 20250328140500 28032025140500"), "");
    EXPECT_EQ(found("20250229"), "digits 20 8");
    EXPECT_EQ(found("20251328"), "digits 20 8");
    EXPECT_EQ(found("18991231 21000101"), "digits 18 8, digits 21 8") << "nobody reports of that time";
    EXPECT_EQ(found("202503282405 202503281460"), "digits 20 12, digits 20 12");
    EXPECT_EQ(found("2025032814"), "digits 20 10");
}

TEST(private_numbers, do_not_stand_in_addresses_and_ids) {
    EXPECT_EQ(found("https://example.org/99345678?a=+12025550199 99345678"), "digits 99 8");
    EXPECT_EQ(found("www.example.org/99345678, t.example/99345678"), "");
    EXPECT_EQ(found("(https://example.org/99345678)"), "");
    EXPECT_EQ(found("a/99345678"), "digits 99 8") << "no host";
    EXPECT_EQ(found("post-123456789 and post-123456789."), "");
    EXPECT_EQ(found("post-123456780"), "digits 12 9") << "no such id";
    EXPECT_EQ(found("my-post-123456789"), "digits 12 9") << "another word";
    EXPECT_EQ(found("12345678"), "");
}

}  // namespace
}  // namespace muster
