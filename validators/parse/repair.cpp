#include "parse/repair.hpp"

#include <fmt/format.h>

#include <utility>

#include "parse/token.hpp"
#include "parse/unicode.hpp"

namespace muster {
namespace {

constexpr std::string_view replacement = "\\ufffd";

class Repair {
public:
    explicit Repair(std::string_view bytes) { text_.assign(bytes); }

    Repaired run() {
        while (at_ < text_.size()) {
            if (text_[at_] == '"') {
                string();
            } else {
                at_ += well_formed();
            }
        }
        if (bad_bytes_ > 0) say_not_utf8();
        return std::move(repaired_);
    }

private:
    struct Opened {
        char32_t character;
        std::size_t at;
        std::size_t length;
    };

    /// The string whose opening quote stands at the cursor.
    void string() {
        quote_ = static_cast<Where>(at_++);
        broken_ = false;
        directions_.clear();
        while (at_ < text_.size() && text_[at_] != '"') at_ += character();
        if (!directions_.empty()) {
            const Opened& first = directions_.front();
            report("unbalanced_bidi", first.at, first.length,
                   "an invisible character ({character}) changes the writing direction here and is not closed within "
                   "this text: what is shown may differ from what is stored",
                   {{"character", code_point(first.character)}});
        }
        if (at_ < text_.size()) ++at_;
        quote_ = nowhere;
    }

    /// Looks at the character at the cursor and gives the length in which it is written; so do the next three.
    std::size_t character() {
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (byte == '\\') return escape();
        if (byte >= 0x20 && byte < 0x7F) return 1;
        const std::size_t length = well_formed();
        std::size_t end = at_;
        examine(next_character(text_, end), length);
        if (byte < 0x20) text_[at_] = ' ';
        return length;
    }

    std::size_t escape() {
        if (at_ + 1 == text_.size()) return 1;
        if (const std::optional<char32_t> known = escaped_character(text_[at_ + 1])) return examine(*known, 2);
        const std::optional<char32_t> unit = escaped_unit(text_, at_);
        if (!unit) return 1;
        const bool high = *unit >= 0xD800 && *unit < 0xDC00;
        const bool low = *unit >= 0xDC00 && *unit < 0xE000;
        if (!high && !low) return examine(*unit, 6);
        const char32_t other = high ? escaped_unit(text_, at_ + 6).value_or(0) : 0;
        if (other >= 0xDC00 && other < 0xE000) return 12;
        report("unpaired_surrogate", at_, 6, "{escape} is one half of a character whose other half is missing",
               {{"escape", text_.substr(at_, 6)}});
        text_.replace(at_, replacement.size(), replacement);
        return 6;
    }

    std::size_t well_formed() {
        const std::size_t length = utf8_length(std::string_view(text_).substr(at_));
        if (length > 0) return length;
        if (bad_bytes_++ == 0) {
            first_bad_ = at_;
            first_bad_byte_ = static_cast<unsigned char>(text_[at_]);
        }
        const Where holder = quote_ == nowhere ? static_cast<Where>(at_) : quote_;
        if (holders_.empty() || holders_.back().where != holder) {
            holders_.push_back({Participant::Kind::value, holder, 0});
        }
        if (quote_ != nowhere) mark_broken();
        text_[at_] = '?';
        return 1;
    }

    std::size_t examine(char32_t character, std::size_t length) {
        if (is_control(character)) {
            const bool spacing = is_line_break(character) || character == '\t';
            report("control_character", at_, length, "{what} stands inside this text",
                   {{"what", name_of_control(character)}}, spacing ? "" : "Remove the character.");
        } else if (closing_direction(character) != 0) {
            directions_.push_back({character, at_, length});
        } else if (character == end_of_embedding || character == end_of_isolate) {
            if (!directions_.empty() && closing_direction(directions_.back().character) == character) {
                directions_.pop_back();
                return length;
            }
            report("unbalanced_bidi", at_, length,
                   "an invisible character ({character}) closes a change of the writing direction here that was "
                   "never opened",
                   {{"character", code_point(character)}});
        }
        return length;
    }

    /// False if the string at hand is known to be broken.
    bool mark_broken() {
        if (broken_) return false;
        broken_ = true;
        repaired_.broken_texts.push_back(quote_);
        return true;
    }

    void report(std::string_view rule, std::size_t at, std::size_t length, std::string message, Args args,
                std::string remedy = {}) {
        if (!mark_broken()) return;
        Draft draft;
        draft.rule = rule;
        draft.at = static_cast<Where>(at);
        draft.end = static_cast<Where>(at + length);
        draft.participants = {{Participant::Kind::value, quote_, 0}};
        draft.message = std::move(message);
        draft.args = std::move(args);
        draft.remedy = std::move(remedy);
        repaired_.drafts.push_back(std::move(draft));
    }

    void say_not_utf8() {
        Draft draft;
        draft.rule = "invalid_utf8";
        draft.at = static_cast<Where>(first_bad_);
        draft.end = static_cast<Where>(first_bad_ + 1);
        draft.participants = std::move(holders_);
        draft.message = "the byte {byte} here stands for no character in UTF-8, the encoding of JSON";
        if (bad_bytes_ > 1) draft.message += "; there are {count} such bytes";
        draft.args = {{"byte", fmt::format("0x{:02X}", first_bad_byte_)}, {"count", bad_bytes_}};
        repaired_.not_utf8 = std::move(draft);
    }

    Repaired repaired_;
    std::string& text_ = repaired_.text;
    std::size_t at_ = 0;
    Where quote_ = nowhere;           // of the string at hand
    bool broken_ = false;             // so is the string at hand
    std::vector<Opened> directions_;  // what changes the writing direction in the string at hand and is open
    std::int64_t bad_bytes_ = 0;
    std::size_t first_bad_ = 0;
    unsigned char first_bad_byte_ = 0;
    std::vector<Participant> holders_;  // of bad bytes
};

}  // namespace

Repaired repair(std::string_view bytes) {
    return Repair(bytes).run();
}

}  // namespace muster
