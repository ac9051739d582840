// A text is cut into the same documents however it comes in.
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"
#include "read/read.hpp"

namespace muster {
namespace {

struct Seen {
    FrameKind kind;
    std::string bytes;
    std::uint64_t offset;
    std::size_t line, column, index;
    bool operator==(const Seen&) const = default;
};

std::vector<Seen> frames(std::string_view text, Framing framing, std::size_t chunk) {
    const auto stream = memory_stream(std::string(text));
    Framer framer(*stream, framing, chunk, 4096);
    std::vector<Seen> all;
    Frame frame;
    while (framer.next(frame))
        all.push_back({frame.kind, std::string(frame.bytes), frame.offset, frame.line, frame.column, frame.index});
    return all;
}

}  // namespace
}  // namespace muster

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace muster;
    if (size < 2) return 0;
    const std::string_view text = testing::text_of(data + 2, size - 2);
    for (const Framing framing : {Framing::whole, Framing::lines, Framing::detect}) {
        const std::vector<Seen> whole = frames(text, framing, std::size_t{1} << 20);
        testing::must(frames(text, framing, 1 + data[0] % 7) == whole, "small chunks give the same documents");
        testing::must(frames(text, framing, 1 + data[1]) == whole, "chunks of any size give the same documents");
        for (const Seen& seen : whole) {
            if (seen.kind != FrameKind::document) continue;
            testing::must(text.substr(seen.offset, seen.bytes.size()) == seen.bytes,
                          "a document is a part of the text");
        }
    }
    return 0;
}
