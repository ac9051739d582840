#include "report/frame.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/inert.hpp"

namespace muster {
namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::size_t context_before_long_mark = 20;

struct Cell {
    std::string text;
    std::size_t column = 0;
    std::size_t width = 1;
};

struct Row {
    std::vector<Cell> cells;
    std::size_t width = 0;
    std::size_t mark_begin = 0;  ///< columns; the mark is never empty and may stand one behind the end
    std::size_t mark_end = 1;
};

Row lay_out(const Excerpt& excerpt) {
    Row row;
    std::size_t at = 0;
    bool mark_found = false;
    row.mark_end = 0;
    while (at < excerpt.text.size()) {
        Shown shown = show_first(std::string_view(excerpt.text).substr(at));
        if (excerpt.text[at] == '\t') shown = {1, "    ", 4};
        if (!mark_found && at + shown.size > excerpt.mark_begin) {
            // What has no width is marked below its letter.
            row.mark_begin = shown.width == 0 && row.width > 0 ? row.width - 1 : row.width;
            mark_found = true;
        }
        row.cells.push_back({std::move(shown.text), row.width, shown.width});
        row.width += shown.width;
        if (at < excerpt.mark_end) row.mark_end = row.width;
        at += shown.size;
    }
    if (!mark_found) row.mark_begin = row.width;
    row.mark_end = std::max(row.mark_end, row.mark_begin + 1);
    return row;
}

/// The columns of a row that are shown.
struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Window window_round_mark(const Row& row, std::size_t width) {
    const std::size_t total = std::max(row.width, row.mark_end);
    if (total <= width) return {0, total};
    const std::size_t mark = row.mark_end - row.mark_begin;
    const std::size_t before =
        mark + 2 * context_before_long_mark < width ? (width - mark) / 2 : context_before_long_mark;
    const std::size_t begin = std::min(row.mark_begin - std::min(row.mark_begin, before), total - width);
    return {begin, begin + width};
}

}  // namespace

std::string code_frame(const Excerpt& excerpt, std::size_t line, Severity severity, const Paint& paint) {
    if (excerpt.text.empty()) return "";
    const std::string number = std::to_string(line);
    const std::string gutter = "  " + number + " |";
    const Row row = lay_out(excerpt);
    // One column is kept for each ellipsis and one for the blank after the gutter.
    const Window window = window_round_mark(row, frame_width - gutter.size() - 3);

    std::string text;
    std::size_t first = row.width;
    std::size_t last = row.width;
    bool cut_before = excerpt.cut_before;
    bool cut_after = excerpt.cut_after;
    for (const Cell& cell : row.cells) {
        // A mark that combines goes with its letter, so nothing is cut between them.
        if (cell.column < window.begin || (text.empty() && cell.width == 0 && cell.column > 0)) {
            cut_before = true;
        } else if (cell.column + cell.width > window.end) {
            cut_after = true;
            break;
        } else {
            if (text.empty()) first = cell.column;
            text += cell.text;
            last = cell.column + cell.width;
        }
    }
    if (text.empty()) first = last;

    std::string carets(cut_before ? 1 : 0, ' ');
    const std::size_t mark_begin = std::max(row.mark_begin, first);
    const std::size_t mark_end = std::max(std::min(row.mark_end, std::max(last, mark_begin + 1)), mark_begin + 1);
    carets.append(mark_begin - first, ' ');
    const std::string mark(mark_end - mark_begin, '^');

    std::string frame = paint.margin(gutter) + " ";
    if (cut_before) frame += ellipsis;
    frame += text;
    if (cut_after) frame += ellipsis;
    frame += "\n" + paint.margin(std::string(gutter.size() - 1, ' ') + "|") + " " + carets;
    frame += paint.by(severity, mark) + "\n";
    return frame;
}

}  // namespace muster
