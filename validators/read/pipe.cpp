// Standard input and named pipes, which can be read again: what has come through a pipe is kept in an unnamed
// temporary file. Of a line larger than a document may be, the rest is not kept; when read again it is filler of the
// same length, which gives the same frame and the same places behind it.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "read/streams.hpp"
#include "read/white_space.hpp"

namespace muster {
namespace {

/// An open file, or none.
class File {
public:
    File() = default;
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (number_ >= 0) ::close(number_);
    }

    void open(int number) { number_ = number; }
    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_ = -1;
};

Result<std::size_t> read_some_at(int file, char* buffer, std::size_t size, std::uint64_t offset) {
    ssize_t received;
    do received = ::pread(file, buffer, size, static_cast<off_t>(offset));
    while (received < 0 && errno == EINTR);
    if (received < 0) return Error{reading_failed(errno)};
    return static_cast<std::size_t>(received);
}

/// The bytes of a pipe by their offset, as often as wanted. One thread at a time.
class Pipe {
public:
    explicit Pipe(std::string path) : path_(std::move(path)) {}

    /// Error: the pipe cannot be opened.
    Status open();
    Result<std::size_t> read(std::uint64_t offset, char* buffer, std::size_t size);

private:
    struct Gap {
        std::uint64_t begin;
        std::uint64_t length;
    };

    Result<std::size_t> receive(char* buffer, std::size_t size);
    Result<std::size_t> read_kept(std::uint64_t offset, char* buffer, std::size_t size);
    Status keep(const char* at, const char* end);
    Status keep_lines(const char* at, const char* end);
    Status write(const char* at, const char* end);

    const char* end_of_usable(const char* at, const char* line_end);

    std::string path_;
    File source_;
    bool seekable_ = false;
    std::uint64_t start_ = 0;  // of a seekable source
    bool ended_ = false;
    std::string failure_;

    File spool_;
    std::uint64_t length_ = 0;  // of what was received so far
    std::vector<Gap> gaps_;     // what of it is not in the spool
    bool began_ = false;
    bool may_have_gaps_ = false;
    bool in_gap_ = false;
    std::size_t line_size_ = 0;  // of the current line so far, from its first byte that is no white space
};

Status Pipe::open() {
    if (source_.is_open()) return done();
    const int number = path_ == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                    : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (number < 0) return Error{reason_in_words(errno)};
    source_.open(number);
    struct stat status {};
    seekable_ = ::fstat(number, &status) == 0 && S_ISREG(status.st_mode);
    if (seekable_) start_ = static_cast<std::uint64_t>(std::max<off_t>(::lseek(number, 0, SEEK_CUR), 0));
    return done();
}

Result<std::size_t> Pipe::read(std::uint64_t offset, char* buffer, std::size_t size) {
    if (seekable_) return read_some_at(source_.number(), buffer, size, start_ + offset);
    return offset < length_ ? read_kept(offset, buffer, size) : receive(buffer, size);
}

Result<std::size_t> Pipe::receive(char* buffer, std::size_t size) {
    if (!failure_.empty()) return Error{failure_};
    // A terminal would go on after its end.
    if (ended_) return std::size_t{0};
    Result<std::size_t> received = read_some(source_.number(), buffer, size);
    if (received) {
        ended_ = *received == 0;
        if (const Status kept = keep(buffer, buffer + *received); !kept) received = kept.error();
    }
    if (!received) failure_ = received.error().message;
    return received;
}

Result<std::size_t> Pipe::read_kept(std::uint64_t offset, char* buffer, std::size_t size) {
    std::uint64_t left_out = 0;
    std::uint64_t end = length_;
    for (const Gap& gap : gaps_) {
        if (offset < gap.begin) {
            end = std::min(end, gap.begin);
            break;
        }
        if (offset - gap.begin < gap.length) {
            const std::size_t filled = std::min<std::uint64_t>(size, gap.length - (offset - gap.begin));
            std::memset(buffer, 'x', filled);
            return filled;
        }
        left_out += gap.length;
    }
    return read_some_at(spool_.number(), buffer, std::min<std::uint64_t>(size, end - offset), offset - left_out);
}

/// Where the line stops being of use: behind the first byte that makes it too large for a document.
const char* Pipe::end_of_usable(const char* at, const char* line_end) {
    if (line_size_ == 0) at = skip_white_space(at, line_end);
    const auto size = static_cast<std::size_t>(line_end - at);
    const std::size_t below_limit = largest_document - std::min(line_size_, largest_document);
    line_size_ += size;
    if (size <= below_limit) return line_end;
    const char* const beyond = skip_white_space(at + below_limit, line_end);
    return beyond == line_end ? line_end : beyond + 1;
}

Status Pipe::keep(const char* at, const char* end) {
    if (!began_) {
        // Only a stream of objects is cut into lines for sure: an array may well be one long line, and in compressed
        // data lines mean nothing. Anything else is read as one document, so not beyond the limit.
        const std::string_view bytes(at, static_cast<std::size_t>(end - at));
        const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        began_ = first != std::string_view::npos;
        may_have_gaps_ = began_ && bytes[first] == '{';
    }
    Status kept = may_have_gaps_ ? keep_lines(at, end) : write(at, end);
    if (kept) length_ += static_cast<std::uint64_t>(end - at);
    return kept;
}

Status Pipe::keep_lines(const char* at, const char* end) {
    const char* const begin = at;
    const char* unwritten = at;
    while (at != end) {
        const void* const newline = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        const char* const line_end = newline == nullptr ? end : static_cast<const char*>(newline);
        const char* const usable = in_gap_ ? at : end_of_usable(at, line_end);
        if (usable != line_end) {
            if (!in_gap_) {
                if (Status written = write(unwritten, usable); !written) return written;
                gaps_.push_back({length_ + static_cast<std::uint64_t>(usable - begin), 0});
                in_gap_ = true;
            }
            gaps_.back().length += static_cast<std::uint64_t>(line_end - usable);
            unwritten = line_end;
        }
        at = line_end;
        if (at != end) {
            ++at;
            in_gap_ = false;
            line_size_ = 0;
        }
    }
    return write(unwritten, end);
}

Status Pipe::write(const char* at, const char* end) {
    const char* const named = std::getenv("TMPDIR");
    const std::string folder = named != nullptr && *named != '\0' ? named : "/tmp";
    if (!spool_.is_open() && at != end) {
        std::string name = folder + "/muster-XXXXXX";
        spool_.open(::mkostemp(name.data(), O_CLOEXEC));
        if (spool_.is_open()) ::unlink(name.c_str());
    }
    while (at != end) {
        const ssize_t written =
            spool_.is_open() ? ::write(spool_.number(), at, static_cast<std::size_t>(end - at)) : -1;
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            return Error{
                "what comes through a pipe is kept in a temporary file to be read twice, and none can be written in " +
                folder + " (" + system_words(errno) + "): set TMPDIR to a folder with room"};
        }
        at += written;
    }
    return done();
}

class PipeStream : public ByteStream {
public:
    explicit PipeStream(std::shared_ptr<Pipe> pipe) : pipe_(std::move(pipe)) {}

    Result<std::size_t> read(char* buffer, std::size_t size) override {
        Result<std::size_t> received = pipe_->read(offset_, buffer, size);
        if (received) offset_ += *received;
        return received;
    }

private:
    std::shared_ptr<Pipe> pipe_;
    std::uint64_t offset_ = 0;
};

bool begins_as_zstd(std::string_view bytes) {
    if (bytes.size() < 4) return false;
    const bool skippable = bytes.substr(1) == "\x2A\x4D\x18" && (bytes[0] & 0xF0) == 0x50;
    return skippable || bytes == "\x28\xB5\x2F\xFD";
}

}  // namespace

Input pipe_input(std::string path) {
    Input input;
    input.framing = framing_of(path);
    input.open = [pipe = std::make_shared<Pipe>(path)]() -> Result<std::unique_ptr<ByteStream>> {
        if (const Status opened = pipe->open(); !opened) return opened.error();
        char bytes[4];
        std::size_t size = 0;
        while (size < sizeof bytes) {
            const Result<std::size_t> received = pipe->read(size, bytes + size, sizeof bytes - size);
            // What failed here fails again for whoever reads the stream.
            if (!received || *received == 0) break;
            size += *received;
        }
        const std::string_view beginning(bytes, size);
        auto stream = std::make_unique<PipeStream>(pipe);
        if (beginning.substr(0, 2) == "\x1F\x8B") return gunzip(std::move(stream));
        if (begins_as_zstd(beginning)) return unzstd(std::move(stream));
        return std::unique_ptr<ByteStream>(std::move(stream));
    };
    input.path = std::move(path);
    return input;
}

}  // namespace muster
