#include "read/bracket_scan.hpp"

#include <algorithm>
#include <array>

#include "read/white_space.hpp"

namespace muster {
namespace {

enum : std::uint8_t { bracket_or_quote = 1, comma = 2, of_string = 4 };

constexpr std::array<std::uint8_t, 256> kinds = [] {
    std::array<std::uint8_t, 256> table{};
    table['{'] = table['}'] = table['['] = table[']'] = bracket_or_quote;
    table['"'] = bracket_or_quote | of_string;
    table[','] = comma;
    table['\\'] = table['\n'] = of_string;
    return table;
}();

const char* find_kind(const char* at, const char* end, unsigned wanted) {
    while (at != end && (kinds[static_cast<unsigned char>(*at)] & wanted) == 0) ++at;
    return at;
}

}  // namespace

const char* BracketScan::operator()(const char* at, const char* end) {
    if (at != end && state_ == State::fresh) state_ = *at == '{' || *at == '[' ? State::open : State::broken;
    while (at != end) {
        if (in_string_) {
            at = scan_string(at, end);
            continue;
        }
        if (state_ == State::closed) {
            at = skip_white_space(at, end);
            if (at == end || *at == ',' || *at == ']') return at;
            state_ = State::broken;
        }
        at = find_kind(at, end, depth() == 0 ? bracket_or_quote | comma : bracket_or_quote);
        if (at == end) break;
        if (*at == '"') {
            in_string_ = true;
        } else {
            if (depth() == 0 && (*at == ',' || *at == ']')) return at;
            scan_bracket(*at);
        }
        ++at;
    }
    return end;
}

const char* BracketScan::scan_string(const char* at, const char* end) {
    if (escaped_ && *at != '\n') ++at;
    escaped_ = false;
    at = find_kind(at, end, of_string);
    if (at == end) return end;
    if (*at == '\\') {
        escaped_ = true;
    } else {
        in_string_ = false;
        if (*at == '\n') state_ = State::broken;
    }
    return at + 1;
}

void BracketScan::scan_bracket(char bracket) {
    if (bracket == '{') {
        ++braces_;
    } else if (bracket == '[') {
        ++brackets_;
    } else if (depth() != 0) {
        --(bracket == '}' ? braces_ : brackets_);
        if (depth() == 0 && state_ == State::open) state_ = braces_ == 0 ? State::closed : State::broken;
    }
}

}  // namespace muster
