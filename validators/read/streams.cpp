#include "read/streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace muster {
namespace {

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

class FileStream : public ByteStream {
public:
    explicit FileStream(int file) : file_(file) {}
    FileStream(const FileStream&) = delete;
    FileStream& operator=(const FileStream&) = delete;
    ~FileStream() override { ::close(file_); }

    Result<std::size_t> read(char* buffer, std::size_t size) override { return read_some(file_, buffer, size); }

private:
    int file_;
};

/// Bytes of somebody else's.
class BufferStream : public ByteStream {
public:
    explicit BufferStream(std::string_view bytes) : bytes_(bytes) {}

    Result<std::size_t> read(char* buffer, std::size_t size) override {
        const std::size_t taken = bytes_.copy(buffer, size);
        bytes_.remove_prefix(taken);
        return taken;
    }

private:
    std::string_view bytes_;
};

class MemoryStream : public ByteStream {
public:
    explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}

    Result<std::size_t> read(char* buffer, std::size_t size) override {
        const std::size_t taken = bytes_.copy(buffer, size, at_);
        at_ += taken;
        return taken;
    }

private:
    std::string bytes_;
    std::size_t at_ = 0;
};

}  // namespace

std::string system_words(int error_number) {
    std::string words = std::generic_category().message(error_number);
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

std::string reading_failed(int error_number) {
    return "reading failed: " + system_words(error_number);
}

std::string reason_in_words(int error_number) {
    switch (error_number) {
        case ENOENT:
        case ENOTDIR:
            return "no such file or folder";
        case EACCES:
        case EPERM:
            return "may not be read: permission denied";
        case ELOOP:
            return "a symbolic link that leads back to itself";
        case ENAMETOOLONG:
            return "the path is too long";
        case EMFILE:
        case ENFILE:
            return "too many files are open at once";
        default:
            return "cannot be read: " + system_words(error_number);
    }
}

Result<std::size_t> read_some(int file, char* buffer, std::size_t size) {
    ssize_t received;
    do received = ::read(file, buffer, size);
    while (received < 0 && errno == EINTR);
    if (received < 0) return Error{reading_failed(errno)};
    return static_cast<std::size_t>(received);
}

std::string_view without_compression_ending(std::string_view path) {
    if (ends_with(path, ".gz"))
        path.remove_suffix(3);
    else if (ends_with(path, ".zst"))
        path.remove_suffix(4);
    return path;
}

Framing framing_of(std::string_view path) {
    path = without_compression_ending(path);
    if (ends_with(path, ".ndjson") || ends_with(path, ".jsonl")) return Framing::lines;
    return ends_with(path, ".json") ? Framing::whole : Framing::detect;
}

std::unique_ptr<ByteStream> decompressed_by_ending(std::unique_ptr<ByteStream> stream, std::string_view path) {
    if (ends_with(path, ".gz")) return gunzip(std::move(stream));
    if (ends_with(path, ".zst")) return unzstd(std::move(stream));
    return stream;
}

Input file_input(std::string path) {
    Input input;
    input.framing = framing_of(path);
    input.open = [path]() -> Result<std::unique_ptr<ByteStream>> {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
        if (file < 0) return Error{reason_in_words(errno)};
        return decompressed_by_ending(std::make_unique<FileStream>(file), path);
    };
    input.path = std::move(path);
    return input;
}

std::unique_ptr<ByteStream> memory_stream(std::string bytes) {
    return std::make_unique<MemoryStream>(std::move(bytes));
}

Input buffer_input(const Buffer& buffer) {
    Input input;
    input.framing = framing_of(buffer.name);
    input.open = [buffer]() -> Result<std::unique_ptr<ByteStream>> {
        return decompressed_by_ending(std::make_unique<BufferStream>(buffer.bytes), buffer.name);
    };
    input.path = buffer.name;
    return input;
}

Input memory_input(std::string path, std::string bytes) {
    Input input;
    input.framing = framing_of(path);
    input.open = [path, bytes = std::move(bytes)]() -> Result<std::unique_ptr<ByteStream>> {
        return decompressed_by_ending(memory_stream(bytes), path);
    };
    input.path = std::move(path);
    return input;
}

}  // namespace muster
