#include "cli/whole_file.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

namespace muster {

Result<std::string> whole_file(const std::string& path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) return Error{path + (errno == ENOENT ? ": no such file" : ": cannot be read")};
    std::string text;
    std::array<char, 65536> piece{};
    while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), file.get()))
        text.append(piece.data(), size);
    if (std::ferror(file.get()) != 0) {
        return Error{path + (errno == EISDIR ? ": this is a folder, not a file" : ": cannot be read")};
    }
    return text;
}

}  // namespace muster
