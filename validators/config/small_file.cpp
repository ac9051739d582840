#include "config/small_file.hpp"

#include <sys/stat.h>

#include <array>
#include <cerrno>

#include "read/streams.hpp"

namespace muster {

bool is_there(const std::string& path) {
    struct stat status;
    return ::lstat(path.c_str(), &status) == 0;
}

Result<std::string> read_small_file(const std::string& path) {
    struct stat status;
    if (::stat(path.c_str(), &status) != 0) return Error{path + ": " + reason_in_words(errno)};
    if (!S_ISREG(status.st_mode)) return Error{path + ": this is not a file"};
    Result<std::unique_ptr<ByteStream>> stream = file_input(path).open();
    if (!stream) return Error{path + ": " + stream.error().message};
    std::string text;
    std::array<char, 65536> piece;
    while (true) {
        const Result<std::size_t> size = (*stream)->read(piece.data(), piece.size());
        if (!size) return Error{path + ": " + size.error().message};
        if (*size == 0) return text;
        text.append(piece.data(), *size);
        if (text.size() > largest_document) return Error{path + ": larger than 16 MiB"};
    }
}

}  // namespace muster
