// A reader's place in a stream: the bytes in hand, chunk by chunk, and where in the file they stand.
// The first bytes can be looked at before any is taken; every other byte is in memory once and then gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/read.hpp"

namespace muster {

struct Position {
    std::uint64_t offset = 0;
    std::size_t line = 1;
    std::size_t column = 1;
};

class Cursor {
public:
    Cursor(ByteStream& stream, std::size_t chunk_size);

    /// The first bytes of the file, as many as decide whether it is text. To be called first, and once.
    std::string_view read_beginning();
    /// True if the file began with a UTF-8 byte order mark, which is then skipped. To be called second.
    bool skip_byte_order_mark();

    /// True if a byte is in hand, reading a chunk if need be; views into the last one end there.
    bool more();
    const char* at() const { return at_; }
    const char* end() const { return end_; }
    void move_to(const char* at) { at_ = at; }
    /// Of the byte at().
    Position position();
    /// Why reading failed, if it did; to be asked for after more() was false.
    const std::optional<std::string>& failure() const { return failure_; }

private:
    std::size_t receive(char* buffer, std::size_t size);

    ByteStream& stream_;
    std::size_t chunk_size_;
    std::string beginning_;
    std::size_t served_ = 0;  // how much of beginning_ has been in hand
    std::unique_ptr<char[]> buffer_;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    const char* counted_ = nullptr;  // position_ is that of this byte
    Position position_;
    bool ended_ = false;
    std::optional<std::string> failure_;
};

}  // namespace muster
