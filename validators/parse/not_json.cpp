#include "parse/not_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "parse/unicode.hpp"

namespace muster {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

std::string_view in_words(Expecting expecting) {
    switch (expecting) {
        case Expecting::value:
            return "a value";
        case Expecting::key_or_end:
            return "a field name in double quotes, or }";
        case Expecting::colon:
            return "a colon between the field name and its value";
        case Expecting::comma_or_end_of_object:
            return "a comma or }";
        case Expecting::value_or_end:
            return "a value or ]";
        case Expecting::comma_or_end_of_array:
            return "a comma or ]";
    }
    return "";
}

class Explanation {
public:
    Explanation(const std::string& text, const DocumentBuilder& builder)
        : text_(text), builder_(builder), expecting_(builder.expecting()) {}

    Draft draft() {
        if (!find_number_with_leading_zero()) {
            find_culprit();
            say();
        }
        Draft draft;
        draft.rule = "not_json";
        draft.at = static_cast<Where>(at_);
        draft.end = static_cast<Where>(std::min(text_.size(), at_ + std::max<std::size_t>(length_, 1)));
        draft.message = std::move(message_);
        draft.args = std::move(args_);
        draft.notes = std::move(notes_);
        draft.participants = {{Participant::Kind::value, 0, 0}};
        return draft;
    }

private:
    /// The parser takes 0250 for a 0 and something more: the token before the cursor is then no number.
    bool find_number_with_leading_zero() {
        const auto is_digit = [&](std::size_t at) { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; };
        std::size_t begin = builder_.cursor();
        while (begin > 0 && is_digit(begin - 1)) --begin;
        if (text_[begin] != '0' || !is_digit(begin + 1) || !wants_comma()) return false;
        if (begin > 0 && std::string_view(".+-eE\"").find(text_[begin - 1]) != std::string_view::npos &&
            text_[begin - 1] != '-')
            return false;
        at_ = begin;
        length_ = word_length(std::string_view(text_).substr(begin));
        const std::string token = text_.substr(begin, length_);
        const std::size_t first = std::min(token.find_first_not_of('0'), token.size() - 1);
        message_ = "{token} begins with a zero; write {number}";
        args_ = {{"token", token}, {"number", token.substr(first)}};
        return true;
    }

    /// Moves over the comma or colon that was still right, to what could not be read.
    void find_culprit() {
        at_ = skip_space(text_, builder_.cursor());
        if (at_ >= text_.size()) return;
        const char c = text_[at_];
        if (expecting_ == Expecting::colon && c == ':') {
            expecting_ = Expecting::value;
        } else if (c == ',' && expecting_ == Expecting::comma_or_end_of_object) {
            expecting_ = Expecting::key_or_end;
        } else if (c == ',' && expecting_ == Expecting::comma_or_end_of_array) {
            expecting_ = Expecting::value_or_end;
        } else {
            return;
        }
        after_comma_ = c == ',';
        comma_ = at_;
        at_ = skip_space(text_, at_ + 1);
    }

    bool wants_value() const { return expecting_ == Expecting::value || expecting_ == Expecting::value_or_end; }
    bool wants_comma() const {
        return expecting_ == Expecting::comma_or_end_of_object || expecting_ == Expecting::comma_or_end_of_array;
    }

    void say() {
        if (at_ >= text_.size()) return say_end();
        const std::string_view rest = std::string_view(text_).substr(at_);
        const char c = rest.front();
        if (rest.substr(0, 2) == "//" || rest.substr(0, 2) == "/*" || c == '#') {
            message_ = "a comment stands here; JSON has none. Put the remark into a \"note\" or remove it";
            length_ = rest.find_first_of("\r\n");
            if (length_ == std::string_view::npos) length_ = rest.size();
        } else if (after_comma_ && (c == '}' || c == ']')) {
            message_ = "the comma before this {bracket} is one too many: after a comma another entry must follow";
            args_ = {{"bracket", std::string(1, c)}};
            at_ = comma_;
        } else if (c == '\'') {
            message_ = "single quotes stand here; in JSON texts and field names stand in double quotes (\")";
        } else if (starts_with_any(rest, {"“", "”", "„", "«", "»", "‘", "’"})) {
            message_ = "typographic quotes ({quote}) stand here; JSON needs the plain double quote (\")";
            length_ = utf8_length(rest);
            args_ = {{"quote", std::string(rest.substr(0, length_))}};
        } else if (c == '"') {
            say_string(rest);
        } else if (starts_number(c) && wants_value()) {
            length_ = word_length(rest);
            message_ = "\"{token}\" is not how JSON writes a number; write digits only, as 43 or 1200";
            args_ = {{"token", std::string(rest.substr(0, length_))}};
        } else if (std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_') {
            say_word(rest);
        } else {
            say_other(rest);
        }
    }

    void say_end() {
        at_ = text_.size();
        while (at_ > 0 && is_space(text_[at_ - 1])) --at_;
        at_ = at_ > 0 ? at_ - 1 : 0;
        const Where open = builder_.open_bracket();
        message_ = "the text ends here, where {expected} was expected";
        args_ = {{"expected", std::string(in_words(expecting_))}};
        if (open != nowhere) {
            notes_.push_back({open, fmt::format("this {} is never closed", text_[open])});
        }
    }

    void say_string(std::string_view rest) {
        if (wants_comma()) {
            message_ = "a comma is missing before this";
            length_ = std::min(rest.find('"', 1), rest.size() - 1) + 1;
            return;
        }
        std::size_t at = 1;
        while (at < rest.size() && rest[at] != '"') {
            if (rest[at] != '\\') {
                ++at;
                continue;
            }
            const std::string_view escape = rest.substr(at, 2);
            const bool known =
                escape.size() == 2 && std::string_view("\"\\/bfnrtu").find(escape[1]) != std::string_view::npos;
            if (!known || (escape[1] == 'u' && !has_four_digits(rest.substr(at + 2)))) {
                at_ += at;
                length_ = escape.size();
                message_ = "{escape} is not an escape that JSON knows; write \\\\ for a backslash";
                args_ = {{"escape", std::string(escape)}};
                return;
            }
            at += 2;
        }
        if (at >= rest.size()) {
            message_ = "the text that begins with this quote is never closed";
        } else {
            message_ = "{expected} was expected before this";
            args_ = {{"expected", std::string(in_words(expecting_))}};
        }
    }

    void say_word(std::string_view rest) {
        length_ = word_length(rest);
        const std::string word(rest.substr(0, length_));
        args_ = {{"word", word}, {"expected", std::string(in_words(expecting_))}};
        std::string lower = word;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
        if (lower == "nan" || lower == "infinity" || lower == "undefined" || lower == "none" || lower == "null") {
            message_ = "{word} stands here; JSON has no such value. Leave the field out if nothing is known";
        } else if (lower == "true" || lower == "false") {
            message_ = "{word} stands here; JSON writes true and false in small letters";
        } else if (expecting_ == Expecting::key_or_end) {
            message_ = "the field name {word} must stand in double quotes";
        } else if (wants_value()) {
            message_ = "the text {word} must stand in double quotes";
        } else {
            message_ = "{word} stands here, where {expected} was expected";
        }
    }

    void say_other(std::string_view rest) {
        length_ = std::max<std::size_t>(utf8_length(rest), 1);
        const auto byte = static_cast<unsigned char>(rest.front());
        const std::string what =
            byte < 0x20 || byte == 0x7F ? name_of_control(byte) : std::string(rest.substr(0, length_));
        message_ = "{what} stands here, where {expected} was expected";
        args_ = {{"what", what}, {"expected", std::string(in_words(expecting_))}};
        if (wants_comma() && (byte == '{' || byte == '[' || starts_number(rest.front()))) {
            message_ = "a comma is missing before this";
            args_.clear();
        }
        if ((byte == '}' || byte == ']') && builder_.open_bracket() != nowhere && wants_comma()) {
            const char open = text_[builder_.open_bracket()];
            message_ = "this {what} does not fit: the bracket that is open is {open}";
            args_ = {{"what", what}, {"open", std::string(1, open)}};
            notes_.push_back({builder_.open_bracket(), "it was opened here"});
        }
    }

    static bool starts_number(char c) { return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }

    static std::size_t word_length(std::string_view rest) {
        std::size_t length = 0;
        while (length < rest.size() && length < 40 && !is_space(rest[length]) &&
               std::string_view(",:{}[]\"'").find(rest[length]) == std::string_view::npos) {
            ++length;
        }
        while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0) == 0x80) ++length;
        return length;
    }

    static bool has_four_digits(std::string_view text) {
        return text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, [](char c) {
                   return std::isxdigit(static_cast<unsigned char>(c)) != 0;
               });
    }

    static bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
        return std::any_of(beginnings.begin(), beginnings.end(),
                           [&](std::string_view beginning) { return text.substr(0, beginning.size()) == beginning; });
    }

    const std::string& text_;
    const DocumentBuilder& builder_;
    Expecting expecting_;
    std::size_t at_ = 0;
    std::size_t comma_ = 0;
    std::size_t length_ = 1;
    bool after_comma_ = false;
    std::string message_;
    Args args_;
    std::vector<Note> notes_;
};

}  // namespace

Draft explain_not_json(const std::string& text, const DocumentBuilder& builder) {
    return Explanation(text, builder).draft();
}

}  // namespace muster
