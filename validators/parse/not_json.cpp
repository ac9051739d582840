#include "parse/not_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "parse/number_meant.hpp"
#include "parse/stop.hpp"
#include "parse/token.hpp"
#include "parse/unicode.hpp"

namespace muster {
namespace {

using Want = Stop::Want;

bool is_one_of(char c, std::string_view characters) {
    return characters.find(c) != std::string_view::npos;
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.substr(0, beginning.size()) == beginning; });
}

std::string in_small_letters(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// Tries one cause after the other; each that applies writes the draft and gives true.
class Explanation {
public:
    Explanation(const std::string& text, const DocumentBuilder& builder)
        : text_(text), builder_(builder), stop_(text, builder), at_(stop_.at()) {
        draft_.rule = "not_json";
        draft_.participants = {{Participant::Kind::value, 0, 0}};
    }

    Draft draft() && {
        const bool said = say_closed_too_early() || say_text_over_its_line() || say_end() || say_comment() ||
                          say_quote_within_text() || say_number() || say_invisible() || say_beginning() ||
                          say_no_value() || say_comma() || say_closing_bracket() || say_quote_behind() ||
                          say_missing() || say_string() || say_quote_mark() || say_word();
        if (!said) say_other();
        return std::move(draft_);
    }

private:
    bool say(std::size_t begin, std::size_t end, std::string message, Args args = {}) {
        draft_.at = static_cast<Where>(begin);
        draft_.end = static_cast<Where>(std::min(end, text_.size()));
        draft_.message = std::move(message);
        draft_.args = std::move(args);
        return true;
    }
    void note(std::size_t at, std::string message) {
        Note& note = draft_.notes.emplace_back();
        note.at = static_cast<Where>(at);
        note.message = std::move(message);
    }
    std::string piece(std::size_t begin, std::size_t end) const {
        return shortened(std::string_view(text_).substr(begin, end - begin), 40);
    }
    /// Of the string that begins at `quote`: its end, or that of its line.
    std::size_t string_or_line_end(std::size_t quote) const {
        return std::min(string_end(text_, quote), stop_.line_end(quote));
    }

    bool say_closed_too_early() {
        const std::vector<Node>& nodes = builder_.document()->nodes();
        if (!stop_.wants(Want::document) || nodes.empty()) return false;
        const Node& root = nodes.front();
        if (root.kind != Node::Kind::object && root.kind != Node::Kind::array) {
            at_ = root.begin;
            return say_beginning();
        }
        note(at_, "it goes on here");
        return say(root.end - 1, root.end,
                   "this {bracket} closes the document, but it goes on behind it: here or before, one closing bracket "
                   "is too many",
                   {{"bracket", std::string(1, text_[root.end - 1])}});
    }

    /// The closing quote of a text that runs over its line is most often missing: the next text then begins where it
    /// should end, and what follows makes no sense.
    bool say_text_over_its_line() {
        const Span last = builder_.last_string();
        const bool in_last =
            last.end == builder_.cursor() && last.end > stop_.line_end(last.begin) && stop_.line_end(last.end) >= at_;
        const bool text_wanted = stop_.wants(Want::value) || stop_.wants(Want::key) || stop_.wants(Want::document);
        const bool here = !stop_.at_end() && stop_.first() == '"' && text_wanted &&
                          string_end(text_, at_) == text_.size() && stop_.bad_escape() > stop_.line_end(at_);
        if (!in_last && !here) return false;
        const std::size_t quote = in_last ? last.begin : at_;
        return say(quote, stop_.line_end(quote), "the text that begins with this quote is not closed on its line");
    }

    bool say_end() {
        if (!stop_.at_end()) return false;
        std::size_t end = at_;
        while (end > 0 && is_space(text_[end - 1])) --end;
        if (end == 0) return say(0, 1, "there is nothing here; a document begins with {");
        const Where open = builder_.open_bracket();
        if (open != nowhere) note(open, fmt::format("this {} is never closed", text_[open]));
        return say(end - 1, end, "the text ends here, where {expected} was expected", {{"expected", stop_.wanted()}});
    }

    bool say_comment() {
        if (!begins_with_any(stop_.rest(), {"//", "/*", "#"})) return false;
        const bool closed = begins_with_any(stop_.rest(), {"/*"}) && text_.find("*/", at_ + 2) < stop_.line_end(at_);
        return say(at_, closed ? text_.find("*/", at_ + 2) + 2 : stop_.line_end(at_),
                   "a comment stands here; JSON has none. Put the remark into a \"note\" or remove it");
    }

    bool say_quote_within_text() {
        const Span last = builder_.last_string();
        std::size_t at = at_;
        if (at_ == 0 || last.end != at_ || is_one_of(stop_.first(), ",:{}[]\"")) return false;
        if (is_space(stop_.first()) || !is_visible(next_character(text_, at))) return false;
        note(last.begin, "the text begins here");
        return say(
            at_, stop_.word_end(at_),
            "the quote before \"{word}\" ends a text; if it belongs to the text, write \\\" in its place, else look "
            "for a quote that is missing before it",
            {{"word", piece(at_, stop_.word_end(at_))}});
    }

    bool say_number() {
        const std::size_t begin = stop_.number_begin();
        if (begin == std::string::npos) return false;
        const std::size_t end = stop_.number_end(begin);
        const std::string token = text_.substr(begin, end - begin);
        const std::string shown = piece(begin, end);
        if (looks_like_date(token)) {
            return say(begin, end, "the date must stand in double quotes: \"{word}\"", {{"word", shown}});
        }
        if (const std::optional<std::string> meant = number_meant(token)) {
            return say(begin, end, "\"{token}\" is not how JSON writes a number; write {number}",
                       {{"token", shown}, {"number", shortened(*meant, 40)}});
        }
        return say(begin, end, "\"{token}\" is not how JSON writes a number; write digits only, as 43 or 1200",
                   {{"token", shown}});
    }

    bool say_invisible() {
        std::size_t end = at_;
        const char32_t character = next_character(text_, end);
        if (is_visible(character)) return false;
        return say(at_, end,
                   "an invisible character ({character}) stands here; remove it, or type a plain space instead",
                   {{"character", code_point(character)}});
    }

    bool say_beginning() {
        if (!stop_.wants(Want::document)) return false;
        if (text_[at_] == '<') {
            draft_.remedy = "Download the data itself, not the page that shows it.";
            return say(at_, stop_.line_end(at_), "this looks like a web page, not like JSON");
        }
        const std::size_t end = text_[at_] == '"' ? string_or_line_end(at_) : stop_.word_end(at_);
        return say(at_, end, "the document must begin with {, but it begins with {what}", {{"what", piece(at_, end)}});
    }

    bool say_no_value() {
        const Span key = builder_.last_string();
        const bool behind_key = stop_.wants(Want::colon) || (stop_.wants(Want::value) && builder_.wants_colon());
        if (!behind_key || !is_one_of(stop_.first(), ",}]")) return false;
        return say(key.begin, key.end, "{key} has no value; write one behind its colon, or remove the field",
                   {{"key", piece(key.begin, key.end)}});
    }

    bool say_comma() {
        if (stop_.first() != ',') return false;
        return say(at_, at_ + 1,
                   stop_.after_comma() ? "this comma is one too many: nothing stands between it and the comma before"
                                       : "this comma is one too many: nothing stands before it");
    }

    bool say_closing_bracket() {
        if (!is_one_of(stop_.first(), "}]")) return false;
        const std::string closing(1, stop_.first());
        const std::string open(1, text_[builder_.open_bracket()]);
        if ((open == "{") == (closing == "}")) {
            return say(stop_.comma(), stop_.comma() + 1,
                       "this comma is one too many: nothing follows it before the {bracket}", {{"bracket", closing}});
        }
        note(builder_.open_bracket(), "it was opened here");
        return say(at_, at_ + 1, "this {what} does not fit: the bracket that is open is {open}",
                   {{"what", closing}, {"open", open}});
    }

    /// 250" without a quote before it. If what begins at the quote is followed like a text, a comma is missing.
    bool say_quote_behind() {
        if (stop_.first() != '"' || !stop_.wants(Want::comma)) return false;
        const Node& last = builder_.document()->nodes().back();
        const bool bare = last.kind == Node::Kind::number || last.kind == Node::Kind::boolean;
        const std::size_t next = skip_space(text_, string_end(text_, at_));
        if (!bare || last.end != at_ || (next < text_.size() && is_one_of(text_[next], ",:]}"))) return false;
        return say(at_, at_ + 1, "a quote stands behind {token}, but none before it; write both or none",
                   {{"token", shortened(last.text, 40)}});
    }

    bool say_missing() {
        const bool text = stop_.first() == '"';
        const bool bracket = is_one_of(stop_.first(), "{[");
        const bool value = text || bracket || stop_.first() == '-' || stop_.digit_at(at_) ||
                           begins_with_any(stop_.rest(), {"true", "false", "null"});
        const bool colon = stop_.wants(Want::colon) && (value || stop_.letter_at(at_));
        const bool comma = stop_.wants(Want::comma) && (stop_.in_object() ? text : value);
        if (!colon && !comma) return false;
        const std::size_t end = text ? string_or_line_end(at_) : bracket ? at_ + 1 : stop_.word_end(at_);
        return say(at_, end, colon ? "a colon is missing before this" : "a comma is missing before this");
    }

    bool say_string() {
        if (stop_.first() != '"') return false;
        const std::size_t at = stop_.bad_escape();
        if (at == text_.size()) {
            return say(at_, stop_.line_end(at_), "the text that begins with this quote is never closed");
        }
        std::size_t end = at + 1;
        const char32_t second = next_character(text_, end);
        if (second == 'u') {
            return say(at, end, "behind \\u four digits or letters from a to f must follow, as in \\u0434");
        }
        if (second == '\'') return say(at, end, "\\' is not an escape that JSON knows; write ' alone");
        if (second < 0x20) {
            return say(at, at + 1, "a backslash stands before {what}; remove both and go on in the same line",
                       {{"what", name_of_control(second)}});
        }
        return say(at, end, "{escape} is not an escape that JSON knows; write \\\\ for a backslash",
                   {{"escape", text_.substr(at, end - at)}});
    }

    bool say_quote_mark() {
        if (!begins_with_any(stop_.rest(),
                             {"'", "`", "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "‛", "＂", "″"}))
            return false;
        const std::size_t end = stop_.character_end(at_);
        return say(at_, end, "the quote {quote} stands here; texts and field names stand in plain double quotes (\")",
                   {{"quote", piece(at_, end)}});
    }

    bool say_word() {
        const bool sign = is_one_of(stop_.first(), "+-") && stop_.letter_at(at_ + 1);
        if (!sign && !stop_.letter_at(at_) && !stop_.digit_at(at_) && !is_one_of(stop_.first(), "_$")) return false;
        if (stop_.wants(Want::key)) {
            const std::size_t end = stop_.phrase_end(":,{}[]\"\r\n");
            return say(at_, end, "the field name must stand in double quotes: \"{word}\"", {{"word", piece(at_, end)}});
        }
        if (!stop_.wants(Want::value)) return false;
        const std::size_t end = stop_.phrase_end(",{}[]\"\r\n");
        const Args args{{"word", piece(at_, end)}};
        const std::string word = in_small_letters(text_.substr(at_, end - at_)).substr(sign ? 1 : 0);
        for (const std::string_view nothing : {"nan", "inf", "infinity", "undefined", "none", "null", "nil", "n/a"}) {
            if (word != nothing) continue;
            return say(at_, end, "{word} stands here; JSON has no such value. Leave the field out if nothing is known",
                       args);
        }
        if (word == "true" || word == "false") {
            return say(at_, end, "{word} stands here; JSON writes true and false in small letters", args);
        }
        return say(at_, end, "the text must stand in double quotes: \"{word}\"", args);
    }

    void say_other() {
        const bool word = stop_.letter_at(at_) || stop_.digit_at(at_);
        const std::size_t end = word ? stop_.word_end(at_) : stop_.character_end(at_);
        const Where open = builder_.open_bracket();
        if (is_one_of(stop_.first(), "{[:")) note(open, fmt::format("this {} is still open", text_[open]));
        say(at_, end, "{what} stands here, where {expected} was expected",
            {{"what", piece(at_, end)}, {"expected", stop_.wanted()}});
    }

    const std::string& text_;
    const DocumentBuilder& builder_;
    const Stop stop_;
    std::size_t at_;
    Draft draft_;
};

}  // namespace

Draft explain_not_json(const std::string& text, const DocumentBuilder& builder) {
    return Explanation(text, builder).draft();
}

}  // namespace muster
