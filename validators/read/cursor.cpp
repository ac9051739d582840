#include "read/cursor.hpp"

#include <algorithm>
#include <cstring>

namespace muster {
namespace {

constexpr std::size_t examined_for_text = 8000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Counts the bytes that are no UTF-8 continuation bytes (10xxxxxx), eight at a time.
std::size_t code_points(const char* at, const char* end) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    std::size_t count = static_cast<std::size_t>(end - at);
    for (; end - at >= 8; at += 8) {
        std::uint64_t word;
        std::memcpy(&word, at, sizeof word);
        count -= (((word >> 7) & (~word >> 6) & ones) * ones) >> 56;
    }
    return count - static_cast<std::size_t>(std::count_if(at, end, [](char c) { return (c & 0xC0) == 0x80; }));
}

}  // namespace

Cursor::Cursor(ByteStream& stream, std::size_t chunk_size)
    : stream_(stream), chunk_size_(std::max<std::size_t>(chunk_size, 1)) {}

std::size_t Cursor::receive(char* buffer, std::size_t size) {
    if (ended_) return 0;
    const Result<std::size_t> received = stream_.read(buffer, size);
    if (!received) failure_ = received.error().message;
    ended_ = !received || *received == 0;
    return ended_ ? 0 : *received;
}

std::string_view Cursor::read_beginning() {
    beginning_.resize(examined_for_text);
    std::size_t size = 0;
    while (size < examined_for_text) {
        const std::size_t received = receive(beginning_.data() + size, std::min(chunk_size_, examined_for_text - size));
        if (received == 0) break;
        size += received;
    }
    beginning_.resize(size);
    return beginning_;
}

bool Cursor::skip_byte_order_mark() {
    if (beginning_.compare(0, byte_order_mark.size(), byte_order_mark) != 0) return false;
    // Editors do not count it as a column.
    position_.offset = served_ = byte_order_mark.size();
    return true;
}

bool Cursor::more() {
    if (at_ != end_) return true;
    position();
    std::size_t size = 0;
    if (served_ < beginning_.size()) {
        at_ = beginning_.data() + served_;
        size = std::min(chunk_size_, beginning_.size() - served_);
        served_ += size;
    } else {
        // Not std::vector: small files never touch the memory, so it must not be filled with zeros.
        if (!ended_ && !buffer_) buffer_.reset(new char[chunk_size_]);
        at_ = buffer_.get();
        size = receive(buffer_.get(), chunk_size_);
    }
    counted_ = at_;
    end_ = at_ + size;
    return size > 0;
}

Position Cursor::position() {
    position_.offset += static_cast<std::size_t>(at_ - counted_);
    while (counted_ != at_) {
        const void* newline = std::memchr(counted_, '\n', static_cast<std::size_t>(at_ - counted_));
        if (newline == nullptr) break;
        ++position_.line;
        position_.column = 1;
        counted_ = static_cast<const char*>(newline) + 1;
    }
    position_.column += code_points(counted_, at_);
    counted_ = at_;
    return position_;
}

}  // namespace muster
