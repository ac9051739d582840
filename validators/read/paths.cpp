#include "read/paths.hpp"

namespace muster {

std::string printed_path(std::string_view given) {
    std::string path = given.substr(0, 1) == "/" ? "/" : "";
    while (!given.empty()) {
        const std::size_t slash = given.find('/');
        const std::string_view component = given.substr(0, slash);
        given.remove_prefix(slash == std::string_view::npos ? given.size() : slash + 1);
        if (component.empty() || component == ".") continue;
        if (!path.empty() && path.back() != '/') path += '/';
        path += component;
    }
    if (path.empty()) return ".";
    // A file of that name is not standard input.
    return path == "-" ? "./-" : path;
}

std::string folder_above(const std::string& path) {
    if (path == ".") return "..";
    if (path == "/") return "/";
    const std::size_t slash = path.rfind('/');
    const std::string_view last = std::string_view(path).substr(slash == std::string::npos ? 0 : slash + 1);
    if (last == "..") return path + "/..";
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string path_in(const std::string& folder, std::string_view name) {
    if (folder == ".") return std::string(name);
    return (folder == "/" ? "/" : folder + "/") + std::string(name);
}

}  // namespace muster
