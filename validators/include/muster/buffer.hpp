// Bytes in memory that are checked as if they stood in a file.
#pragma once

#include <string>
#include <string_view>

namespace muster {

/// A text in memory, with a name.
struct Buffer {
    /// What reports call it. Its ending says how it is read, as that of a file would: `.json`, `.ndjson`, `.jsonl`,
    /// each also with `.gz` or `.zst` behind it; with another ending the first line decides.
    std::string name;
    /// Not copied: must outlive the call it is given to.
    std::string_view bytes;
};

}  // namespace muster
