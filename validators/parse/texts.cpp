#include "parse/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

#include "parse/unicode.hpp"

namespace muster {
namespace {

Draft about(std::string_view rule, Where at, Where end, std::string message, Args args) {
    Draft draft;
    draft.rule = rule;
    draft.at = at;
    draft.end = end;
    draft.message = std::move(message);
    draft.args = std::move(args);
    draft.participants = {{Participant::Kind::value, at, 0}};
    return draft;
}

/// Digits without leading and trailing zeros, and the power of ten of the first: equal for equal numbers.
struct Digits {
    std::string digits;
    std::int64_t power = 0;
    bool operator==(const Digits&) const = default;
};

std::int64_t exponent_of(std::string_view digits) {
    constexpr std::int64_t beyond = 1'000'000'000'000;  // more than any text can make up for with digits
    std::int64_t exponent = 0;
    for (const char c : digits) {
        if (c >= '0' && c <= '9') exponent = std::min(beyond, exponent * 10 + (c - '0'));
    }
    return digits.substr(0, 1) == "-" ? -exponent : exponent;
}

Digits digits_of(std::string_view token) {
    Digits found;
    bool fraction = false;
    const std::size_t e = std::min(token.find_first_of("eE"), token.size());
    for (const char c : token.substr(0, e)) {
        if (c == '.') fraction = true;
        if (c < '0' || c > '9') continue;
        if (found.digits.empty() && c == '0') {
            if (fraction) --found.power;
            continue;
        }
        found.digits += c;
        if (!fraction) ++found.power;
    }
    if (e < token.size()) found.power += exponent_of(token.substr(e + 1));
    while (!found.digits.empty() && found.digits.back() == '0') found.digits.pop_back();
    if (found.digits.empty()) found.power = 0;
    return found;
}

/// A program that reads numbers as 64-bit floating point gives back the same number.
bool portable(std::string_view token) {
    constexpr double greatest_whole = 9007199254740992.0;  // 2^53
    double read = 0;
    if (std::from_chars(token.data(), token.data() + token.size(), read).ec != std::errc{}) return false;
    const bool whole = token.find_first_of(".eE") == std::string_view::npos;
    if (whole && std::abs(read) > greatest_whole) return false;
    return digits_of(token) == digits_of(fmt::format("{}", read));
}

bool in_extensions(const Document& document, NodeId id) {
    for (; id != no_node; id = document.node(id).parent) {
        if (document.node(id).key == "extensions") return true;
    }
    return false;
}

}  // namespace

void check_texts(const Document& document, std::vector<Draft>& drafts) {
    std::int64_t not_nfc = 0;
    Where first_not_nfc = nowhere;
    const auto look_at = [&](std::string_view text, Where at) {
        if (!is_nfc(text) && not_nfc++ == 0) first_not_nfc = at;
    };
    for (NodeId id = 0; id < document.nodes().size(); ++id) {
        const Node& node = document.node(id);
        if (node.unknown) continue;
        look_at(node.key, node.key_begin);
        if (node.kind == Node::Kind::string) look_at(node.text, node.begin);
        if (node.kind == Node::Kind::number && in_extensions(document, id) && !portable(node.text)) {
            drafts.push_back(about("number_not_portable", node.begin, node.end,
                                   "{number} cannot be kept exactly by programs that read numbers as floating point",
                                   {{"number", shortened(node.text, 40)}}));
        }
    }
    if (not_nfc == 0) return;
    std::string message =
        "this text uses an uncommon form of its letters (not Unicode normal form C), which cannot be seen";
    if (not_nfc > 1) message += "; with it there are {count} such texts";
    drafts.push_back(about("not_nfc", first_not_nfc, nowhere, std::move(message), {{"count", not_nfc}}));
}

}  // namespace muster
