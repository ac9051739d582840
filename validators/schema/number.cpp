#include "schema/number.hpp"

#include <algorithm>
#include <cstdint>

namespace muster {
namespace {

/// 0.digits times ten to the power `point`; no zeros at either end of the digits; no digits for zero.
struct Decimal {
    bool negative = false;
    std::string digits;
    std::int64_t point = 0;
};

std::int64_t exponent_of(std::string_view digits) {
    constexpr std::int64_t beyond = 1'000'000'000'000;  // more than any text can make up for with digits
    const bool negative = !digits.empty() && digits[0] == '-';
    std::int64_t exponent = 0;
    for (const char c : digits) {
        if (c >= '0' && c <= '9') exponent = std::min(beyond, exponent * 10 + (c - '0'));
    }
    return negative ? -exponent : exponent;
}

Decimal decimal(std::string_view token) {
    Decimal number;
    number.negative = token[0] == '-';
    const std::size_t e = token.find_first_of("eE");
    bool fraction = false;
    for (const char c : token.substr(0, e)) {
        if (c == '.') fraction = true;
        if (c < '0' || c > '9') continue;
        const bool leading_zero = number.digits.empty() && c == '0';
        if (!leading_zero) number.digits += c;
        if (!fraction && !leading_zero) ++number.point;
        if (fraction && leading_zero) --number.point;
    }
    number.digits.erase(number.digits.find_last_not_of('0') + 1);
    if (number.digits.empty()) return {};
    if (e != std::string_view::npos) number.point += exponent_of(token.substr(e + 1));
    return number;
}

int compare_magnitudes(const Decimal& a, const Decimal& b) {
    if (a.digits.empty() || b.digits.empty()) {
        return static_cast<int>(!a.digits.empty()) - static_cast<int>(!b.digits.empty());
    }
    if (a.point != b.point) return a.point < b.point ? -1 : 1;
    return a.digits.compare(b.digits);
}

}  // namespace

bool written_as_integer(std::string_view token) {
    return token.find_first_of(".eE") == std::string_view::npos;
}

int compare_numbers(std::string_view a, std::string_view b) {
    const Decimal left = decimal(a);
    const Decimal right = decimal(b);
    if (left.negative != right.negative) return left.negative ? -1 : 1;
    const int order = compare_magnitudes(left, right);
    return left.negative ? -order : order;
}

std::optional<std::string> as_integer(std::string_view token) {
    const Decimal number = decimal(token);
    if (number.digits.empty()) return "0";
    const auto length = static_cast<std::int64_t>(number.digits.size());
    if (number.point < length || number.point > 20) return std::nullopt;
    const auto zeros = static_cast<std::size_t>(number.point - length);
    return (number.negative ? "-" : "") + number.digits + std::string(zeros, '0');
}

}  // namespace muster
