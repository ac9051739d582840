// From paths to the bytes of single documents: finds files, opens and decompresses them, frames documents.
// Knows files, folders and lines; does not know JSON beyond brackets and strings. Memory is bounded by the largest
// document allowed, never by the size of a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muster/buffer.hpp"
#include "muster/result.hpp"

namespace muster {

/// The largest document, in bytes: 16 MiB. A larger one is skipped and reported.
inline constexpr std::size_t largest_document = std::size_t{16} << 20;

/// A source of bytes, read once from front to back.
class ByteStream {
public:
    virtual ~ByteStream() = default;
    /// Reads up to `size` bytes; 0 at the end. Error: reading failed (the message says why), or compressed data is
    /// damaged.
    virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;
};

/// How a file is cut into documents. White space around a document never belongs to it.
enum class Framing : std::uint8_t {
    whole,   ///< the elements of an outer array if the first byte that is no white space is `[`, else one document
    lines,   ///< one document a line; lines of white space only are skipped
    detect,  ///< as `lines` if the first line alone is a complete object and more follows it, else as `whole`
};

/// What is to be checked: a name for reports and a way to its bytes, which may be opened more than once (but for
/// pipes only from one thread at a time).
struct Input {
    std::string path;  ///< as printed: relative to where muster was called, with `/`; "-" is standard input
    std::function<Result<std::unique_ptr<ByteStream>>()> open;
    Framing framing = Framing::detect;
    std::size_t largest_document = muster::largest_document;
    bool named_by_user = false;  ///< named on the command line: always read, also if it does not look like a record
    bool reported = true;        ///< false: read for its ids only, findings are not wanted
    std::string dataset;         ///< the folder of the dataset it belongs to, as in Dataset
};

enum class FrameKind : std::uint8_t {
    document,
    too_large,         ///< larger than largest_document; `bytes` holds its beginning
    not_text,          ///< the file holds NUL bytes near its beginning: no text file (or UTF-16); `bytes` holds its
                       ///< beginning, the place is that of the file; nothing follows
    array_not_closed,  ///< the file ended between two elements of its outer array; place: end of the file
    empty_element,     ///< nothing before a comma or the closing bracket of an outer array; place: that byte
    trailing_content,  ///< something stands behind the closing bracket of the outer array; `bytes` holds its
                       ///< beginning; nothing follows
    damaged,           ///< reading or decompressing failed midway; `bytes` is the reason in words; place: where the
                       ///< bytes end; nothing follows. What was cut off by it is no document.
};

/// One document, or what is wrong where one should be.
struct Frame {
    FrameKind kind = FrameKind::document;
    std::string_view bytes;        ///< valid until the next call
    std::uint64_t offset = 0;      ///< of its first byte in the (decompressed) file, byte order mark included
    std::size_t line = 1;          ///< of its first byte
    std::size_t column = 1;        ///< of its first byte, in code points
    std::size_t index = 0;         ///< which document of the file, from 0; too large ones count
    bool byte_order_mark = false;  ///< the file began with one (only on the file's first frame); not in `bytes`
    bool standalone = true;        ///< the whole file is this document (not a line or an element)
};

/// Cuts a stream into documents, the same ones for every chunk size. A file without any byte but white space gives no
/// frame. Of an outer array that is not closed there is one problem: the element that the file ends in, which cannot
/// be read, or else `array_not_closed`.
class Framer {
public:
    explicit Framer(ByteStream& stream, Framing framing, std::size_t chunk_size = std::size_t{1} << 20,
                    std::size_t largest = largest_document);
    ~Framer();
    /// False at the end.
    bool next(Frame& frame);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// A path that could not be used, with the reason in words.
struct ReadProblem {
    std::string path;
    std::string message;
};

/// A folder with a dataset.json and everything below it, but for folders in it that have a dataset.json of their own.
/// What has no dataset.json upward is one dataset without a folder.
struct Dataset {
    std::string folder;         ///< as printed, "." for the current one; "" if there is no dataset.json
    bool complete = false;      ///< all its files are among the reported inputs
    std::vector<Input> inputs;  ///< ordered by path, by bytes; each file once
};

struct Found {
    std::vector<Dataset> datasets;      ///< none is empty; ordered by the path of their first input
    std::vector<ReadProblem> problems;  ///< missing, unreadable: exit code 2; ordered by path
};

/// Finds what is to be read; no paths mean the current folder. A folder gives every *.json, *.ndjson, *.jsonl (also
/// .gz, .zst) below it; hidden folders and files, node_modules and symbolic links met inside a folder are not entered.
/// A named file is always read. "-" is standard input, kept in an unnamed temporary file if it comes through a pipe.
/// Each path belongs to the dataset of the nearest folder upward with a dataset.json, or to that in `dataset`, if
/// given; a dataset.json met further below starts a dataset of its own. Standard input, named pipes and buffers belong
/// to `dataset` only; a buffer named as a file of it stands in its place. What else is in a dataset is among its inputs
/// with `reported` false. With `stdin_path` standard input stands for the file of that path, in its dataset and under
/// its name; the file itself is not read and need not exist.
Found find_inputs(const std::vector<std::string>& paths, const std::string& dataset, const std::string& stdin_path = "",
                  const std::vector<Buffer>& buffers = {});

/// A stream over bytes in memory (for tests and for callers that hold the bytes already).
std::unique_ptr<ByteStream> memory_stream(std::string bytes);
/// Framed, and decompressed, by the ending of the path, as a file of that name would be.
Input memory_input(std::string path, std::string bytes);

/// A stream that decompresses gzip or zstd data, of one or more members.
std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> compressed);
std::unique_ptr<ByteStream> unzstd(std::unique_ptr<ByteStream> compressed);

}  // namespace muster
