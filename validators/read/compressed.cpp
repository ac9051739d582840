#define ZLIB_CONST
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include "read/read.hpp"

namespace muster {
namespace {

constexpr std::size_t input_size = std::size_t{128} << 10;
constexpr std::size_t output_size = std::size_t{256} << 10;

/// Decompresses by pieces of a fixed size and from input that is filled to the brim, so that what comes before damage
/// depends neither on the chunks by which it is read nor on those of the pipe it comes through.
class Decompressor : public ByteStream {
public:
    Result<std::size_t> read(char* buffer, std::size_t size) final {
        while (out_at_ == out_end_) {
            if (!failure_.empty()) return Error{failure_};
            if (over_) return std::size_t{0};
            decode_piece();
        }
        const std::size_t taken = std::min(size, static_cast<std::size_t>(out_end_ - out_at_));
        std::memcpy(buffer, out_at_, taken);
        out_at_ += taken;
        return taken;
    }

protected:
    Decompressor(std::unique_ptr<ByteStream> compressed, std::string damage)
        : damage_(std::move(damage)), compressed_(std::move(compressed)) {}

    enum class Step : std::uint8_t { more, member_ended, damaged };
    struct Piece {
        const char* in;
        const char* in_end;
        char* out;
        char* out_end;
    };
    /// Decodes what it can, moving `in` and `out` on. Without input it is called only to fetch what found no room in
    /// `out` before.
    virtual Step decode(Piece& piece) = 0;
    /// What to say where decode() finds damage.
    std::string damage_;

private:
    void fill_input();
    void decode_piece();

    std::unique_ptr<ByteStream> compressed_;
    std::unique_ptr<char[]> input_{new char[input_size]};
    std::unique_ptr<char[]> output_{new char[output_size]};
    const char* in_at_ = nullptr;
    const char* in_end_ = nullptr;
    const char* out_at_ = nullptr;
    const char* out_end_ = nullptr;
    Step last_ = Step::more;
    bool output_was_full_ = false;
    bool over_ = false;
    std::string input_failure_;
    std::string failure_;
};

void Decompressor::fill_input() {
    std::size_t filled = 0;
    while (filled < input_size && input_failure_.empty()) {
        const Result<std::size_t> received = compressed_->read(input_.get() + filled, input_size - filled);
        if (!received) {
            input_failure_ = received.error().message;
        } else if (*received == 0) {
            break;
        } else {
            filled += *received;
        }
    }
    in_at_ = input_.get();
    in_end_ = in_at_ + filled;
}

void Decompressor::decode_piece() {
    if (in_at_ == in_end_ && !output_was_full_) {
        fill_input();
        if (in_at_ == in_end_) {
            over_ = true;
            if (!input_failure_.empty()) {
                failure_ = input_failure_;
            } else if (last_ != Step::member_ended) {
                failure_ = damage_;
            }
            return;
        }
    }
    Piece piece{in_at_, in_end_, output_.get(), output_.get() + output_size};
    last_ = decode(piece);
    in_at_ = piece.in;
    out_at_ = output_.get();
    out_end_ = piece.out;
    output_was_full_ = piece.out == piece.out_end && last_ == Step::more;
    if (last_ == Step::damaged) failure_ = damage_;
}

class Gunzip final : public Decompressor {
public:
    explicit Gunzip(std::unique_ptr<ByteStream> compressed)
        : Decompressor(std::move(compressed), "the gzip data is damaged or cut off") {
        constexpr int gzip_only = 16;
        if (inflateInit2(&state_, MAX_WBITS + gzip_only) != Z_OK) throw std::bad_alloc{};
    }
    Gunzip(const Gunzip&) = delete;
    Gunzip& operator=(const Gunzip&) = delete;
    ~Gunzip() override { inflateEnd(&state_); }

private:
    Step decode(Piece& piece) override {
        if (between_members_) {
            // Some tools pad with zeros.
            piece.in = std::find_if(piece.in, piece.in_end, [](char c) { return c != '\0'; });
            if (piece.in == piece.in_end) return Step::member_ended;
            inflateReset(&state_);
            between_members_ = false;
        }
        state_.next_in = reinterpret_cast<const Bytef*>(piece.in);
        state_.avail_in = static_cast<uInt>(piece.in_end - piece.in);
        state_.next_out = reinterpret_cast<Bytef*>(piece.out);
        state_.avail_out = static_cast<uInt>(piece.out_end - piece.out);
        const int status = inflate(&state_, Z_NO_FLUSH);
        piece.in = piece.in_end - state_.avail_in;
        piece.out = piece.out_end - state_.avail_out;
        if (status == Z_MEM_ERROR) throw std::bad_alloc{};
        between_members_ = status == Z_STREAM_END;
        if (between_members_) return Step::member_ended;
        // Z_BUF_ERROR: nothing was left to fetch.
        return status == Z_OK || status == Z_BUF_ERROR ? Step::more : Step::damaged;
    }

    z_stream state_{};
    bool between_members_ = false;
};

class Unzstd final : public Decompressor {
public:
    explicit Unzstd(std::unique_ptr<ByteStream> compressed)
        : Decompressor(std::move(compressed), "the zstd data is damaged or cut off"), state_(ZSTD_createDStream()) {
        if (state_ == nullptr) throw std::bad_alloc{};
    }
    Unzstd(const Unzstd&) = delete;
    Unzstd& operator=(const Unzstd&) = delete;
    ~Unzstd() override { ZSTD_freeDStream(state_); }

private:
    Step decode(Piece& piece) override {
        ZSTD_inBuffer in{piece.in, static_cast<std::size_t>(piece.in_end - piece.in), 0};
        ZSTD_outBuffer out{piece.out, static_cast<std::size_t>(piece.out_end - piece.out), 0};
        const std::size_t status = ZSTD_decompressStream(state_, &out, &in);
        piece.in += in.pos;
        piece.out += out.pos;
        if (ZSTD_isError(status) == 0) return status == 0 ? Step::member_ended : Step::more;
        const ZSTD_ErrorCode reason = ZSTD_getErrorCode(status);
        if (reason == ZSTD_error_memory_allocation) throw std::bad_alloc{};
        if (reason == ZSTD_error_frameParameter_windowTooLarge) {
            damage_ = "the zstd data needs too much memory to be read: compress it again without --long";
        }
        return Step::damaged;
    }

    ZSTD_DStream* state_;
};

}  // namespace

std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> compressed) {
    return std::make_unique<Gunzip>(std::move(compressed));
}

std::unique_ptr<ByteStream> unzstd(std::unique_ptr<ByteStream> compressed) {
    return std::make_unique<Unzstd>(std::move(compressed));
}

}  // namespace muster
