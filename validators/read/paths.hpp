// Paths as text, as they are printed: with `/`, relative ones relative to where muster was called. Nothing here asks
// the file system.
#pragma once

#include <string>
#include <string_view>

namespace muster {

/// Without `.` and empty components; "." for the current folder. `..` stays: behind a link it is not what it seems.
std::string printed_path(std::string_view given);
/// "a/b" of "a/b/c", "." of "a", ".." of ".", "../.." of ".."; "/" of "/".
std::string folder_above(const std::string& path);
/// A path of something in a folder.
std::string path_in(const std::string& folder, std::string_view name);

}  // namespace muster
