#include "core/words.hpp"

#include <array>

namespace muster {

std::string with_commas(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = digits[0] == '-' ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string in_words(std::int64_t number) {
    static constexpr std::array<std::string_view, 13> words{"none",  "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return number >= 0 && number < 13 ? std::string(words[static_cast<std::size_t>(number)]) : with_commas(number);
}

std::string ordinal_in_words(std::int64_t number) {
    static constexpr std::array<std::string_view, 13> words{"zeroth", "first",    "second",  "third",  "fourth",
                                                            "fifth",  "sixth",    "seventh", "eighth", "ninth",
                                                            "tenth",  "eleventh", "twelfth"};
    if (number >= 0 && number < 13) return std::string(words[static_cast<std::size_t>(number)]);
    const std::int64_t tens = number % 100;
    const bool teen = tens >= 11 && tens <= 13;
    const std::int64_t ones = number % 10;
    const std::string_view ending = teen ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
    return with_commas(number) + std::string(ending);
}

std::string joined(const std::vector<std::string>& items, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " " + std::string(last) + " " : ", ";
        text += items[i];
    }
    return text;
}

std::string counted(std::int64_t number, std::string_view singular) {
    return with_commas(number) + " " + std::string(singular) + (number == 1 ? "" : "s");
}

}  // namespace muster
