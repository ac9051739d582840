#include "parse/stop.hpp"

#include <algorithm>

#include "parse/number_meant.hpp"
#include "parse/token.hpp"
#include "parse/unicode.hpp"

namespace muster {

Stop::Stop(const std::string& text, const DocumentBuilder& builder)
    : text_(text), builder_(builder), at_(skip_space(text, builder.cursor())) {
    if (builder.open_bracket() == nowhere) return;
    in_object_ = text[builder.open_bracket()] == '{';
    fresh_ = builder.cursor() == builder.open_bracket() + 1U;
    want_ = builder.wants_colon() ? Want::colon : !fresh_ ? Want::comma : in_object_ ? Want::key : Want::value;
    const char separator = want_ == Want::colon ? ':' : want_ == Want::comma ? ',' : '\0';
    if (separator == '\0' || at_end() || first() != separator) return;
    after_comma_ = separator == ',';
    want_ = after_comma_ && in_object_ ? Want::key : Want::value;
    separator_ = at_;
    at_ = skip_space(text, at_ + 1);
}

std::string Stop::wanted() const {
    switch (want_) {
        case Want::document:
            return "a document";
        case Want::key:
            return fresh_ ? "a field name in double quotes, or }" : "a field name in double quotes";
        case Want::value:
            return fresh_ && !in_object_ ? "a value or ]" : "a value";
        case Want::colon:
            return "a colon between the field name and its value";
        case Want::comma:
            return in_object_ ? "a comma or }" : "a comma or ]";
    }
    return "";
}

bool Stop::letter_at(std::size_t at) const {
    return at < text_.size() && is_letter(next_character(text_, at));
}

bool Stop::digit_at(std::size_t at) const {
    return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
}

std::size_t Stop::line_end(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
}

std::size_t Stop::character_end(std::size_t at) const {
    next_character(text_, at);
    return at;
}

std::size_t Stop::word_end(std::size_t at) const {
    return std::max(character_end(at), std::min(text_.find_first_of(" \t\r\n,:{}[]\"", at), text_.size()));
}

std::size_t Stop::phrase_end(std::string_view stops) const {
    std::size_t end = std::min(text_.find_first_of(stops, at_), text_.size());
    while (end > at_ + 1 && is_space(text_[end - 1])) --end;
    return end;
}

std::size_t Stop::number_begin() const {
    const std::string_view signs = "+-.";
    const bool sign = signs.find(first()) != std::string_view::npos &&
                      (digit_at(at_ + 1) || (text_[at_ + 1] == '.' && digit_at(at_ + 2)));
    if (want_ == Want::value && (digit_at(at_) || sign)) return at_;
    const std::vector<Node>& nodes = builder_.document()->nodes();
    if (nodes.empty() || nodes.back().kind != Node::Kind::number) return std::string::npos;
    const Node& number = nodes.back();
    if (number.end != builder_.cursor()) return std::string::npos;
    // In an object what follows a number cannot be another one: the comma or space between them belongs to it.
    const bool adjacent = at_ == number.end || (in_object_ && digit_at(at_));
    return adjacent && number_end(number.begin) > at_ ? number.begin : std::string::npos;
}

std::size_t Stop::number_end(std::size_t begin) const {
    constexpr std::string_view marks_of_numbers = "+-._";
    std::size_t end = begin;
    while (end < text_.size()) {
        const std::size_t mark = group_mark(std::string_view(text_).substr(end), in_object_);
        const std::size_t group = end + mark;
        const bool three = digit_at(group + 1) && digit_at(group + 2) && !digit_at(group + 3);
        if (mark > 0 && digit_at(group) && (text_[end] != ' ' || three)) {
            end = group;
        } else if (digit_at(end) || letter_at(end) || marks_of_numbers.find(text_[end]) != std::string_view::npos) {
            next_character(text_, end);
        } else {
            break;
        }
    }
    return end;
}

std::size_t Stop::bad_escape() const {
    for (std::size_t at = at_ + 1; at + 1 < text_.size() && text_[at] != '"'; ++at) {
        if (text_[at] != '\\') continue;
        if (text_[at + 1] == 'u' ? !escaped_unit(text_, at) : !escaped_character(text_[at + 1])) return at;
        ++at;
    }
    return text_.size();
}

}  // namespace muster
