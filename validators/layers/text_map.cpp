#include "layers/text_map.hpp"

#include <algorithm>

#include "parse/unicode.hpp"

namespace muster {
namespace {

/// Bytes between two places whose code points before are known: a column is found without counting its whole line.
constexpr std::size_t stretch = 4096;

/// How much of a long line is kept on either side of what is marked.
constexpr std::size_t context = 400;

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

void TextMap::look_through() const {
    line_begins_.push_back(0);
    for (std::size_t at = 0; (at = text_.find('\n', at)) != std::string_view::npos;) {
        line_begins_.push_back(static_cast<Where>(++at));
    }
    std::size_t before = 0;
    for (std::size_t at = 0; at <= text_.size(); at += stretch) {
        code_points_before_.push_back(before);
        before += code_points(text_.substr(at, stretch));
    }
}

std::size_t TextMap::line_of(Where where) const {
    if (line_begins_.empty()) look_through();
    const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), where);
    return static_cast<std::size_t>(after - line_begins_.begin()) - 1;
}

TextMap::Position TextMap::position(Where where) const {
    const std::size_t line = line_of(where);
    const auto before = [&](Where at) {
        return code_points_before_[at / stretch] + code_points(text_.substr(at - at % stretch, at % stretch));
    };
    const std::size_t column = before(where) - before(line_begins_[line]) + 1;
    return {origin_.line + line, line == 0 ? origin_.column + column - 1 : column};
}

Site TextMap::site(Where begin, Where end) const {
    const std::size_t size = text_.size();
    begin = static_cast<Where>(std::min<std::size_t>(begin, size));
    end = static_cast<Where>(std::min<std::size_t>(std::max(begin, end), size));
    const Position first = position(begin);
    const Position last = position(end);
    Site site;
    site.place = {origin_.path, first.line, first.column, last.line, last.column, std::nullopt, origin_.index, ""};

    const std::size_t line = line_of(begin);
    std::size_t line_begin = line_begins_[line];
    std::size_t line_end = line + 1 < line_begins_.size() ? line_begins_[line + 1] - 1 : size;
    if (line_end > line_begin && text_[line_end - 1] == '\r') --line_end;
    const std::size_t mark_end = std::min<std::size_t>(std::max(begin, end), line_end);
    Excerpt& excerpt = site.excerpt;
    excerpt.cut_before = line_begin == 0 && !origin_.whole_lines && origin_.column > 1;
    excerpt.cut_after = line_end == size && !origin_.whole_lines;
    if (begin > line_begin + context) {
        line_begin = begin - context;
        while (continues_character(text_[line_begin])) ++line_begin;
        excerpt.cut_before = true;
    }
    if (line_end > mark_end + context) {
        line_end = mark_end + context;
        while (continues_character(text_[line_end])) --line_end;
        excerpt.cut_after = true;
    }
    excerpt.text = std::string(text_.substr(line_begin, line_end - line_begin));
    excerpt.mark_begin = begin - std::min<std::size_t>(line_begin, begin);
    excerpt.mark_end = std::max<std::size_t>(mark_end, line_begin) - line_begin;
    return site;
}

}  // namespace muster
