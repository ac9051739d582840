#include "parse/repair.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>

#include "parse/unicode.hpp"

namespace muster {
namespace {

constexpr std::string_view replacement = "\\ufffd";

void mend_utf8(std::string& text, Repaired& repaired) {
    std::int64_t broken = 0;
    Where first = nowhere;
    char first_byte = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length(std::string_view(text).substr(at));
        if (length > 0) {
            at += length;
            continue;
        }
        if (broken++ == 0) {
            first = static_cast<Where>(at);
            first_byte = text[at];
        }
        text[at++] = '?';
    }
    if (broken == 0) return;
    repaired.not_utf8 = true;
    Draft draft;
    draft.rule = "invalid_utf8";
    draft.at = first;
    draft.end = first + 1;
    draft.message = broken == 1 ? "the byte {byte} here is not UTF-8 text"
                                : "the byte {byte} here is not UTF-8 text; with it there are {count} such bytes";
    draft.args = {{"byte", fmt::format("0x{:02X}", static_cast<unsigned char>(first_byte))}, {"count", broken}};
    draft.participants = {{Participant::Kind::value, first, 0}};
    repaired.drafts.push_back(std::move(draft));
}

/// The number of a `\uXXXX` escape at `at`, if one stands there.
std::optional<unsigned> escape_at(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
    unsigned number = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        const char c = text[i];
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
        if (!digit && !letter) return std::nullopt;
        number = number * 16 + static_cast<unsigned>(digit ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return number;
}

Draft defect(std::string_view rule, std::size_t at, std::size_t end, std::size_t quote, std::string message,
             Args args) {
    Draft draft;
    draft.rule = rule;
    draft.at = static_cast<Where>(at);
    draft.end = static_cast<Where>(end);
    draft.message = std::move(message);
    draft.args = std::move(args);
    draft.participants = {{Participant::Kind::value, static_cast<Where>(quote), 0}};
    return draft;
}

/// Mends one string from behind its opening quote; gives the offset behind its closing quote.
std::size_t mend_string(std::string& text, std::size_t quote, Repaired& repaired) {
    bool reported = false;
    const auto report = [&](Draft draft) {
        if (reported) return;
        reported = true;
        repaired.broken_strings.push_back(static_cast<Where>(quote));
        repaired.drafts.push_back(std::move(draft));
    };
    std::size_t at = quote + 1;
    while (at < text.size() && text[at] != '"') {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20) {
            report(defect("control_character", at, at + 1, quote, "{what} stands inside this text",
                          {{"what", name_of_control(byte)}}));
            if ((byte == '\n' || byte == '\r') && repaired.first_raw_line_break == nowhere) {
                repaired.first_raw_line_break = static_cast<Where>(quote);
            }
            text[at++] = ' ';
        } else if (byte == '\\') {
            const std::optional<unsigned> unit = escape_at(text, at);
            if (!unit) {
                at += at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0x20 ? 2U : 1U;
                continue;
            }
            const bool high = *unit >= 0xD800 && *unit < 0xDC00;
            const bool low = *unit >= 0xDC00 && *unit < 0xE000;
            const std::optional<unsigned> following = high ? escape_at(text, at + 6) : std::nullopt;
            if (following && *following >= 0xDC00 && *following < 0xE000) {
                at += 12;
                continue;
            }
            if (high || low) {
                report(defect("unpaired_surrogate", at, at + 6, quote,
                              "{escape} is one half of a character whose other half is missing",
                              {{"escape", text.substr(at, 6)}}));
                text.replace(at, 6, replacement);
            }
            at += 6;
        } else {
            ++at;
        }
    }
    return at + 1;
}

}  // namespace

Repaired repair(std::string& text, std::size_t deepest) {
    Repaired repaired;
    mend_utf8(text, repaired);
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        switch (text[at]) {
            case '"':
                at = mend_string(text, at, repaired);
                continue;
            case '{':
            case '[':
                if (++depth > deepest) {
                    repaired.too_deep = true;
                    repaired.drafts.push_back(defect("nesting_too_deep", at, at + 1, at,
                                                     "brackets are nested more than {limit} deep from here on",
                                                     {{"limit", static_cast<std::int64_t>(deepest)}}));
                    return repaired;
                }
                break;
            case '}':
            case ']':
                if (depth > 0) --depth;
                break;
            default:
                break;
        }
        ++at;
    }
    return repaired;
}

}  // namespace muster
