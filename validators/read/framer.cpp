#include <algorithm>
#include <utility>

#include "read/bracket_scan.hpp"
#include "read/cursor.hpp"
#include "read/read.hpp"
#include "read/white_space.hpp"

namespace muster {
namespace {

constexpr std::size_t shown_of_the_unusable = 200;

// The first bytes, without half a character at their end.
std::string_view beginning_of(std::string_view text) {
    if (text.size() <= shown_of_the_unusable) return text;
    std::size_t size = shown_of_the_unusable;
    for (int back = 0; back < 3 && (text[size] & 0xC0) == 0x80; ++back) --size;
    return text.substr(0, size);
}

const char* find_line_end(const char* at, const char* end) {
    const char* const newline = std::char_traits<char>::find(at, static_cast<std::size_t>(end - at), '\n');
    return newline == nullptr ? end : newline;
}

}  // namespace

struct Framer::Impl {
    Impl(ByteStream& stream, Framing framing, std::size_t chunk_size, std::size_t largest)
        : cursor_(stream, chunk_size), framing_(framing), largest_(largest) {}

    bool next(Frame& frame) {
        switch (state_) {
            case State::beginning:
                return begin(frame);
            case State::lines:
                return next_line(frame);
            case State::elements:
                return next_element(frame);
            case State::over:
                break;
        }
        return false;
    }

private:
    enum class State : std::uint8_t { beginning, lines, elements, over };

    bool begin(Frame& frame);
    bool first_line_or_whole(Frame& frame);
    bool whole(Frame& frame, Position start);
    bool next_line(Frame& frame);
    bool next_element(Frame& frame);
    bool behind_array(Frame& frame);
    bool end_of_data(Frame& frame);

    /// False if nothing but white space is left.
    bool skip_white() {
        while (cursor_.more()) {
            cursor_.move_to(skip_white_space(cursor_.at(), cursor_.end()));
            if (cursor_.at() != cursor_.end()) return true;
        }
        return false;
    }

    template <class FindEnd>
    bool collect(FindEnd& find_end);
    void keep(std::string_view piece);
    bool deliver(Frame& frame, FrameKind kind, Position start, std::string_view bytes, bool standalone = false);
    bool deliver_collected(Frame& frame, Position start, bool standalone);

    Cursor cursor_;
    Framing framing_;
    std::size_t largest_;
    State state_ = State::beginning;
    bool byte_order_mark_ = false;
    bool after_comma_ = false;
    std::size_t index_ = 0;

    std::string_view collected_;  // of the current document; in the cursor's chunk or in kept_
    std::string kept_;
    bool too_large_ = false;
};

/// Collects the document that begins at the cursor, up to where `find_end` finds the first byte behind it; false if
/// the data ends before. Large documents are read to their end without being kept.
template <class FindEnd>
bool Framer::Impl::collect(FindEnd& find_end) {
    kept_.clear();
    too_large_ = false;
    while (cursor_.more()) {
        const char* const begin = cursor_.at();
        const char* const end = find_end(begin, cursor_.end());
        const std::string_view piece(begin, static_cast<std::size_t>(end - begin));
        const bool found = end != cursor_.end();
        cursor_.move_to(end);
        if (found && kept_.empty()) {
            collected_ = piece;
            too_large_ = without_white_space_behind(piece).size() > largest_;
            return true;
        }
        keep(piece);
        if (found) break;
    }
    collected_ = kept_;
    return cursor_.at() != cursor_.end();
}

/// White space behind a document does not count, so only another byte beyond the limit makes it too large.
void Framer::Impl::keep(std::string_view piece) {
    if (!too_large_) {
        const std::size_t taken = std::min(piece.size(), largest_ - kept_.size());
        kept_.append(piece, 0, taken);
        too_large_ = !without_white_space_behind(piece.substr(taken)).empty();
    }
}

bool Framer::Impl::deliver(Frame& frame, FrameKind kind, Position start, std::string_view bytes, bool standalone) {
    frame = Frame{};
    frame.kind = kind;
    frame.bytes = bytes;
    frame.offset = start.offset;
    frame.line = start.line;
    frame.column = start.column;
    frame.index = index_;
    frame.byte_order_mark = std::exchange(byte_order_mark_, false);
    frame.standalone = standalone;
    return true;
}

bool Framer::Impl::deliver_collected(Frame& frame, Position start, bool standalone) {
    const std::string_view document = without_white_space_behind(collected_.substr(0, largest_));
    if (too_large_) {
        deliver(frame, FrameKind::too_large, start, beginning_of(document), standalone);
    } else {
        deliver(frame, FrameKind::document, start, document, standalone);
    }
    ++index_;
    return true;
}

bool Framer::Impl::end_of_data(Frame& frame) {
    state_ = State::over;
    return cursor_.failure() && deliver(frame, FrameKind::damaged, cursor_.position(), *cursor_.failure());
}

bool Framer::Impl::begin(Frame& frame) {
    const std::string_view beginning = cursor_.read_beginning();
    if (beginning.find('\0') != std::string_view::npos) {
        state_ = State::over;
        return deliver(frame, FrameKind::not_text, Position{}, beginning_of(beginning), true);
    }
    byte_order_mark_ = cursor_.skip_byte_order_mark();
    if (framing_ == Framing::lines) {
        state_ = State::lines;
        return next_line(frame);
    }
    if (!skip_white()) return end_of_data(frame);
    if (*cursor_.at() == '[') {
        cursor_.move_to(cursor_.at() + 1);
        state_ = State::elements;
        return next_element(frame);
    }
    if (framing_ == Framing::detect && *cursor_.at() == '{') return first_line_or_whole(frame);
    kept_.clear();
    return whole(frame, cursor_.position());
}

bool Framer::Impl::first_line_or_whole(Frame& frame) {
    const Position start = cursor_.position();
    collect(find_line_end);
    if (kept_.empty()) kept_ = collected_;
    // A first line larger than a document may be is taken for a line: then those after it are still looked at.
    bool complete = too_large_;
    if (!complete) {
        BracketScan scan;
        const char* const end = kept_.data() + kept_.size();
        complete = scan(kept_.data(), end) == end && scan.closed();
    }
    if (!complete) return whole(frame, start);
    collected_ = kept_;
    const bool alone = !skip_white();
    if (alone && cursor_.failure() && !too_large_) return end_of_data(frame);
    state_ = State::lines;
    return deliver_collected(frame, start, alone);
}

/// The rest of the file, behind what is kept already, is one document.
bool Framer::Impl::whole(Frame& frame, Position start) {
    while (!too_large_ && cursor_.more()) {
        keep({cursor_.at(), static_cast<std::size_t>(cursor_.end() - cursor_.at())});
        cursor_.move_to(cursor_.end());
    }
    if (cursor_.failure() && !too_large_) return end_of_data(frame);
    state_ = State::over;
    collected_ = kept_;
    return deliver_collected(frame, start, true);
}

bool Framer::Impl::next_line(Frame& frame) {
    if (!skip_white()) return end_of_data(frame);
    const Position start = cursor_.position();
    if (!collect(find_line_end) && cursor_.failure() && !too_large_) return end_of_data(frame);
    return deliver_collected(frame, start, false);
}

bool Framer::Impl::next_element(Frame& frame) {
    if (!skip_white()) {
        if (cursor_.failure()) return end_of_data(frame);
        state_ = State::over;
        return deliver(frame, FrameKind::array_not_closed, cursor_.position(), {});
    }
    const Position start = cursor_.position();
    const char found = *cursor_.at();
    if (found == ']' && !after_comma_) return behind_array(frame);
    if (found == ',' || found == ']') {
        deliver(frame, FrameKind::empty_element, start, {cursor_.at(), 1});
        // The bracket is left where it is: met again, it closes the array.
        after_comma_ = found == ',';
        if (after_comma_) cursor_.move_to(cursor_.at() + 1);
        return true;
    }
    BracketScan scan;
    after_comma_ = false;
    if (collect(scan)) {
        if (*cursor_.at() == ',') {
            after_comma_ = true;
            cursor_.move_to(cursor_.at() + 1);
        }
    } else if (cursor_.failure()) {
        if (!too_large_) return end_of_data(frame);
    } else if (!scan.closed()) {
        // The file ends in this element: its parse, or its kind, is the one problem to report.
        state_ = State::over;
    }
    return deliver_collected(frame, start, false);
}

bool Framer::Impl::behind_array(Frame& frame) {
    cursor_.move_to(cursor_.at() + 1);
    if (!skip_white()) return end_of_data(frame);
    const Position start = cursor_.position();
    state_ = State::over;
    kept_.clear();
    while (kept_.size() <= shown_of_the_unusable && cursor_.more()) {
        kept_.append(cursor_.at(), std::min(static_cast<std::size_t>(cursor_.end() - cursor_.at()),
                                            shown_of_the_unusable + 1 - kept_.size()));
        cursor_.move_to(cursor_.end());
    }
    return deliver(frame, FrameKind::trailing_content, start, without_white_space_behind(beginning_of(kept_)));
}

Framer::Framer(ByteStream& stream, Framing framing, std::size_t chunk_size, std::size_t largest)
    : impl_(std::make_unique<Impl>(stream, framing, chunk_size, largest)) {}

Framer::~Framer() = default;

bool Framer::next(Frame& frame) {
    return impl_->next(frame);
}

}  // namespace muster
