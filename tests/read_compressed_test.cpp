// Compressed files: whole, in members, cut off, changed and damaged.
#include "read_frames.hpp"

namespace muster {
namespace {

using namespace testing;

TEST(compressed, members_one_after_the_other_are_one_text) {
    for (const Compression& by : compressions) {
        const std::string bytes = by.compress(first_lines) + by.compress("") + by.compress(last_lines);
        EXPECT_EQ(frames(memory_input(std::string("x.ndjson") + by.ending, bytes)),
                  frames(first_lines + last_lines, Framing::lines));
    }
    const std::string padded = gzipped(first_lines + last_lines) + std::string(600, '\0');
    EXPECT_EQ(frames(memory_input("x.ndjson.gz", padded)), frames(first_lines + last_lines, Framing::lines));
}

TEST(compressed, cut_off_anywhere_gives_the_lines_before_and_one_problem) {
    for (const Compression& by : compressions) {
        const std::string first = by.compress(first_lines);
        const std::string bytes = first + by.compress(last_lines);
        const Lines all = frames(first_lines + last_lines, Framing::lines);
        const std::string why = std::string("|the ") + by.name + " data is damaged or cut off|";
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const Input input = memory_input(std::string("x.ndjson") + by.ending, bytes.substr(0, size));
            Lines found = frames(input);
            if (size == first.size()) {
                EXPECT_EQ(found, frames(first_lines, Framing::lines));
                continue;
            }
            ASSERT_FALSE(found.empty());
            const std::string last = found.back();
            found.pop_back();
            EXPECT_EQ(last.substr(0, 8), "damaged ") << size;
            EXPECT_EQ(last.substr(last.find('|')), why) << size;
            ASSERT_LE(found.size(), all.size());
            EXPECT_TRUE(std::equal(found.begin(), found.end(), all.begin())) << size;
            EXPECT_GE(found.size(), size > first.size() ? 2U : 0U) << size;
        }
    }
}

TEST(compressed, any_byte_changed_gives_the_same_for_every_chunking) {
    for (const Compression& by : compressions) {
        const std::string bytes = by.compress(first_lines + last_lines);
        const Lines all = frames(first_lines + last_lines, Framing::lines);
        int noticed = 0;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 0x10);
            const Input input = memory_input(std::string("x.ndjson") + by.ending, changed);
            const Lines found = frames(input);
            for (const std::size_t chunk : {1U, 7U}) {
                auto stream = input.open();
                EXPECT_EQ(frames(**stream, input.framing, chunk), found);
            }
            // A name or a time in the header may be changed without harm.
            if (found == all) continue;
            ++noticed;
            ASSERT_FALSE(found.empty());
            EXPECT_EQ(found.back().substr(0, 8), "damaged ") << at;
        }
        EXPECT_GE(noticed, static_cast<int>(bytes.size()) - 12);
    }
}

TEST(compressed, what_is_no_such_data_or_goes_on_behind_it_is_damaged) {
    EXPECT_EQ(frames(memory_input("x.json.gz", "{}")),
              Lines({"damaged 1:1 @0 #0 |the gzip data is damaged or cut off|"}));
    EXPECT_EQ(frames(memory_input("x.json.zst", "{} {}")),
              Lines({"damaged 1:1 @0 #0 |the zstd data is damaged or cut off|"}));
    EXPECT_EQ(frames(memory_input("x.ndjson.gz", gzipped("{}\n") + "rest")),
              Lines({"document 1:1 @0 #0 |{}|", "damaged 2:1 @3 #1 |the gzip data is damaged or cut off|"}));
    EXPECT_EQ(frames(memory_input("x.ndjson.gz", gzipped("{}\n") + std::string("\0\0x", 3))),
              Lines({"document 1:1 @0 #0 |{}|", "damaged 2:1 @3 #1 |the gzip data is damaged or cut off|"}));
}

TEST(compressed, failing_to_read_is_not_called_damage) {
    for (const auto decompress : {gunzip, unzstd}) {
        const std::string bytes = (decompress == gunzip ? gzipped : zstd_compressed)("{}\n");
        const auto stream =
            decompress(std::make_unique<Scripted>(bytes, std::vector<std::size_t>{5}, "the disk failed"));
        EXPECT_EQ(frames(*stream, Framing::lines),
                  Lines({"document 1:1 @0 #0 |{}|", "damaged 2:1 @3 #1 |the disk failed|"}));
    }
}

/// One frame with a flush after the first text, so of unknown size and with blocks of uneven sizes.
std::string zstd_streamed(const std::string& flushed, const std::string& rest, int window_log) {
    ZSTD_CCtx* const state = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(state, ZSTD_c_windowLog, window_log);
    std::string result(ZSTD_compressBound(flushed.size() + rest.size()) + 100, '\0');
    ZSTD_outBuffer out{result.data(), result.size(), 0};
    ZSTD_inBuffer first{flushed.data(), flushed.size(), 0};
    ZSTD_inBuffer second{rest.data(), rest.size(), 0};
    EXPECT_EQ(ZSTD_compressStream2(state, &out, &first, ZSTD_e_flush), 0U);
    EXPECT_EQ(ZSTD_compressStream2(state, &out, &second, ZSTD_e_end), 0U);
    ZSTD_freeCCtx(state);
    result.resize(out.pos);
    return result;
}

TEST(compressed, a_zstd_window_beyond_reason_is_named) {
    EXPECT_EQ(frames(memory_input("x.json.zst", zstd_streamed("{}", "", 30))),
              Lines({"damaged 1:1 @0 #0 |the zstd data needs too much memory to be read: compress it again without "
                     "--long|"}));
}

TEST(compressed, all_that_was_decoded_before_the_cut_is_given) {
    std::string rest;
    while (rest.size() < 300000) rest += "1234567\n";
    std::string bytes = zstd_streamed(std::string(999, 'y') + "\n", rest, 20);
    // The first line and one or two whole blocks of 128 KiB; with two it is a bit more than is decoded at a time.
    const std::string with_two = "damaged 32770:1 @263144 #32769 |the zstd data is damaged or cut off|";
    const std::string with_one = "damaged 16386:1 @132072 #16385 |the zstd data is damaged or cut off|";
    std::string last;
    do {
        bytes.pop_back();
        last = frames(memory_input("x.jsonl.zst", bytes)).back();
        EXPECT_TRUE(last == with_two || last == with_one) << last;
    } while (last == with_two);
}

TEST(compressed, a_large_text_comes_out_whole) {
    std::string text;
    for (int i = 0; text.size() < 3000000; ++i) text += "{\"number\": " + std::to_string(i * 7919) + "}\n";
    const Lines expected = frames(text, Framing::lines);
    for (const Compression& by : compressions) {
        EXPECT_EQ(frames(memory_input(std::string("x.jsonl") + by.ending, by.compress(text))), expected);
    }
}

}  // namespace
}  // namespace muster
