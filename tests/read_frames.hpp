// What the tests of the room read share: frames as lines of text, a stream that reads as told, and compression.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "read/read.hpp"

namespace muster::testing {

using Lines = std::vector<std::string>;

inline constexpr std::size_t whole_chunk = std::size_t{1} << 20;
inline constexpr Framing framings[] = {Framing::whole, Framing::lines, Framing::detect};

// "document 2:3 @7 #1 |{}|", with "alone" for a whole file and "bom" after a byte order mark.
inline std::string shown(const Frame& frame) {
    static const char* const kinds[] = {"document",      "too_large",        "not_text", "array_not_closed",
                                        "empty_element", "trailing_content", "damaged"};
    return std::string(kinds[static_cast<std::size_t>(frame.kind)]) + " " + std::to_string(frame.line) + ":" +
           std::to_string(frame.column) + " @" + std::to_string(frame.offset) + " #" + std::to_string(frame.index) +
           (frame.standalone ? " alone" : "") + (frame.byte_order_mark ? " bom" : "") + " |" +
           std::string(frame.bytes) + "|";
}

inline Lines frames(ByteStream& stream, Framing framing, std::size_t chunk = whole_chunk,
                    std::size_t largest = largest_document) {
    Framer framer(stream, framing, chunk, largest);
    Lines result;
    Frame frame;
    while (framer.next(frame)) result.push_back(shown(frame));
    EXPECT_FALSE(framer.next(frame));
    return result;
}

inline Lines frames(const std::string& text, Framing framing = Framing::whole, std::size_t chunk = whole_chunk,
                    std::size_t largest = largest_document) {
    const auto stream = memory_stream(text);
    return frames(*stream, framing, chunk, largest);
}

inline Lines frames(const Input& input) {
    auto stream = input.open();
    if (!stream) return {"cannot be opened: " + stream.error().message};
    return frames(**stream, input.framing);
}

/// Gives its bytes in the pieces that were asked for, then fails, if it has a reason.
class Scripted : public ByteStream {
public:
    Scripted(std::string bytes, std::vector<std::size_t> pieces, std::string failure = "")
        : bytes_(std::move(bytes)), pieces_(std::move(pieces)), failure_(std::move(failure)) {}

    Result<std::size_t> read(char* buffer, std::size_t size) override {
        ++reads;
        if (at_ == bytes_.size() && !failure_.empty()) return Error{failure_};
        if (piece_ < pieces_.size()) size = std::min(size, std::max<std::size_t>(pieces_[piece_++], 1));
        const std::size_t taken = bytes_.copy(buffer, size, at_);
        at_ += taken;
        return taken;
    }

    int reads = 0;

private:
    std::string bytes_;
    std::vector<std::size_t> pieces_;
    std::string failure_;
    std::size_t at_ = 0;
    std::size_t piece_ = 0;
};

inline std::string gzipped(const std::string& text) {
    z_stream state{};
    deflateInit2(&state, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string result(deflateBound(&state, text.size()), '\0');
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    state.avail_in = static_cast<uInt>(text.size());
    state.next_out = reinterpret_cast<Bytef*>(result.data());
    state.avail_out = static_cast<uInt>(result.size());
    EXPECT_EQ(deflate(&state, Z_FINISH), Z_STREAM_END);
    result.resize(state.total_out);
    deflateEnd(&state);
    return result;
}

inline std::string zstd_compressed(const std::string& text) {
    ZSTD_CCtx* const state = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(state, ZSTD_c_checksumFlag, 1);
    std::string result(ZSTD_compressBound(text.size()), '\0');
    result.resize(ZSTD_compress2(state, result.data(), result.size(), text.data(), text.size()));
    ZSTD_freeCCtx(state);
    return result;
}

/// A text in two parts, cut where it hurts.
inline const std::string first_lines = "{\"a\": 1}\n{\"b\": 2}\n{\"c\"";
inline const std::string last_lines = ": 3}\n{\"d\": \"\xD0\xB4\"}";

struct Compression {
    const char* name;
    const char* ending;
    std::string (*compress)(const std::string&);
};
inline const Compression compressions[] = {{"gzip", ".gz", gzipped}, {"zstd", ".zst", zstd_compressed}};

}  // namespace muster::testing
