// Where bytes come from: files, pipes and memory, decompressed where their name or first bytes say so.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "read/read.hpp"

namespace muster {

/// The reason for a system error, in plain words: "no such file or folder".
std::string reason_in_words(int error_number);

/// What the system says, beginning in lower case: "input/output error".
std::string system_words(int error_number);
/// "reading failed: input/output error".
std::string reading_failed(int error_number);

/// read(2), again when interrupted. Error: reading_failed().
Result<std::size_t> read_some(int file, char* buffer, std::size_t size);

/// Inputs by path, not opened yet; all fields but path, open and framing are left as they are by default.
Input file_input(std::string path);
/// Standard input ("-") or a named pipe. What comes through a pipe is kept as far as it was read, so that it can be
/// opened again; gzip and zstd data are known by their first bytes.
Input pipe_input(std::string path);

/// Bytes of the caller's, framed and decompressed by the ending of their name. They must outlive the input.
Input buffer_input(const Buffer& buffer);

/// The path without .gz or .zst at its end.
std::string_view without_compression_ending(std::string_view path);
/// By the ending of the path: `lines` for .ndjson and .jsonl, `whole` for .json, else `detect`.
Framing framing_of(std::string_view path);
std::unique_ptr<ByteStream> decompressed_by_ending(std::unique_ptr<ByteStream> stream, std::string_view path);

}  // namespace muster
