// The room read: framing (the same for every chunking), damage, pipes, and what is found below folders.
#include "read/read.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "rapidcheck/gtest.h"
#include "read/paths.hpp"

namespace {

namespace fs = std::filesystem;
using muster::ByteStream;
using muster::Frame;
using muster::FrameKind;
using muster::Framer;
using muster::Framing;
using muster::largest_document;
using Lines = std::vector<std::string>;

constexpr std::size_t whole_chunk = std::size_t{1} << 20;
constexpr Framing framings[] = {Framing::whole, Framing::lines, Framing::detect};

// "document 2:3 @7 #1 |{}|", with "alone" for a whole file and "bom" after a byte order mark.
std::string shown(const Frame& frame) {
    static const char* const kinds[] = {"document",      "too_large",        "not_text", "array_not_closed",
                                        "empty_element", "trailing_content", "damaged"};
    return std::string(kinds[static_cast<std::size_t>(frame.kind)]) + " " + std::to_string(frame.line) + ":" +
           std::to_string(frame.column) + " @" + std::to_string(frame.offset) + " #" + std::to_string(frame.index) +
           (frame.standalone ? " alone" : "") + (frame.byte_order_mark ? " bom" : "") + " |" +
           std::string(frame.bytes) + "|";
}

Lines frames(ByteStream& stream, Framing framing, std::size_t chunk = whole_chunk,
             std::size_t largest = largest_document) {
    Framer framer(stream, framing, chunk, largest);
    Lines result;
    Frame frame;
    while (framer.next(frame)) result.push_back(shown(frame));
    EXPECT_FALSE(framer.next(frame));
    return result;
}

Lines frames(const std::string& text, Framing framing = Framing::whole, std::size_t chunk = whole_chunk,
             std::size_t largest = largest_document) {
    const auto stream = muster::memory_stream(text);
    return frames(*stream, framing, chunk, largest);
}

Lines frames(const muster::Input& input) {
    auto stream = input.open();
    if (!stream) return {"cannot be opened: " + stream.error().message};
    return frames(**stream, input.framing);
}

/// Gives its bytes in the pieces that were asked for, then fails, if it has a reason.
class Scripted : public ByteStream {
public:
    Scripted(std::string bytes, std::vector<std::size_t> pieces, std::string failure = "")
        : bytes_(std::move(bytes)), pieces_(std::move(pieces)), failure_(std::move(failure)) {}

    muster::Result<std::size_t> read(char* buffer, std::size_t size) override {
        ++reads;
        if (at_ == bytes_.size() && !failure_.empty()) return muster::Error{failure_};
        if (piece_ < pieces_.size()) size = std::min(size, std::max<std::size_t>(pieces_[piece_++], 1));
        const std::size_t taken = bytes_.copy(buffer, size, at_);
        at_ += taken;
        return taken;
    }

    int reads = 0;

private:
    std::string bytes_;
    std::vector<std::size_t> pieces_;
    std::string failure_;
    std::size_t at_ = 0;
    std::size_t piece_ = 0;
};

// --- Framing -------------------------------------------------------------------------------------------------------

TEST(framing, a_whole_file_is_one_document_without_the_white_space_around_it) {
    EXPECT_EQ(frames(" \n\t{\"a\": 1}\r\n \n"), Lines({"document 2:2 @3 #0 alone |{\"a\": 1}|"}));
    EXPECT_EQ(frames("x\ny"), Lines({"document 1:1 @0 #0 alone |x\ny|"}));
}

TEST(framing, a_file_of_white_space_only_gives_nothing) {
    for (const Framing framing : framings) {
        EXPECT_EQ(frames("", framing), Lines());
        EXPECT_EQ(frames(" \r\n\t\n", framing), Lines());
        EXPECT_EQ(frames("\xEF\xBB\xBF\n", framing), Lines());
    }
}

TEST(framing, lines_with_blank_ones_carriage_returns_and_no_newline_at_the_end) {
    EXPECT_EQ(
        frames("{\"a\":1}\r\n\r\n  {\"b\":2} \t\r\n\n[3\r4]", Framing::lines),
        Lines({"document 1:1 @0 #0 |{\"a\":1}|", "document 3:3 @13 #1 |{\"b\":2}|", "document 5:1 @25 #2 |[3\r4]|"}));
}

TEST(framing, a_byte_order_mark_is_no_column_but_counts_in_the_offset) {
    EXPECT_EQ(frames("\xEF\xBB\xBF{}\n {}", Framing::lines),
              Lines({"document 1:1 @3 #0 bom |{}|", "document 2:2 @7 #1 |{}|"}));
    EXPECT_EQ(frames("\xEF\xBB\xBF\n[,{}]"), Lines({"empty_element 2:2 @5 #0 bom |,|", "document 2:3 @6 #0 |{}|"}));
    EXPECT_EQ(frames("\xEF\xBB\xBFx"), Lines({"document 1:1 @3 #0 alone bom |x|"}));
    EXPECT_EQ(frames("{}\n\xEF\xBB\xBF{}", Framing::lines)[1], "document 2:1 @3 #1 |\xEF\xBB\xBF{}|");
}

TEST(framing, columns_count_code_points_and_survive_invalid_utf_8) {
    EXPECT_EQ(frames("[\"\xD0\xB4\xF0\x9F\x95\x8A\", {}]")[1], "document 1:8 @11 #1 |{}|");
    EXPECT_EQ(frames("[\"\xFF\x80\x80\xC3\", {}, \"" + std::string(40, '\x80') + "\",1]"),
              Lines({"document 1:2 @1 #0 |\"\xFF\x80\x80\xC3\"|", "document 1:8 @9 #1 |{}|",
                     "document 1:12 @13 #2 |\"" + std::string(40, '\x80') + "\"|", "document 1:15 @56 #3 |1|"}));
}

TEST(framing, elements_of_an_array) {
    EXPECT_EQ(frames("[]"), Lines());
    EXPECT_EQ(frames(" [ \n ] \n"), Lines());
    EXPECT_EQ(frames("[\n  {\"a\": [1, {\"]\": \"\\\"},\\\\\"}]} ,\n  {} , 7 ]\n"),
              Lines({"document 2:3 @4 #0 |{\"a\": [1, {\"]\": \"\\\"},\\\\\"}]}|", "document 3:3 @36 #1 |{}|",
                     "document 3:8 @41 #2 |7|"}));
}

TEST(framing, empty_elements_stand_where_something_came_too_early) {
    EXPECT_EQ(frames("[1,,2]"),
              Lines({"document 1:2 @1 #0 |1|", "empty_element 1:4 @3 #1 |,|", "document 1:5 @4 #1 |2|"}));
    EXPECT_EQ(frames("[1,\n]"), Lines({"document 1:2 @1 #0 |1|", "empty_element 2:1 @4 #1 |]|"}));
    EXPECT_EQ(frames("[,1]"), Lines({"empty_element 1:2 @1 #0 |,|", "document 1:3 @2 #0 |1|"}));
}

TEST(framing, what_follows_an_array_is_one_problem) {
    EXPECT_EQ(frames("[1] \n ] [2]\n"), Lines({"document 1:2 @1 #0 |1|", "trailing_content 2:2 @6 #1 |] [2]|"}));
    EXPECT_EQ(frames("[]" + std::string(300, 'x')),
              Lines({"trailing_content 1:3 @2 #0 |" + std::string(200, 'x') + "|"}));
    EXPECT_EQ(frames("[]" + std::string(199, 'x') + "\xD0\xB4", Framing::whole, 1),
              Lines({"trailing_content 1:3 @2 #0 |" + std::string(199, 'x') + "|"}));
}

TEST(framing, an_array_that_is_not_closed_is_one_problem) {
    EXPECT_EQ(frames("["), Lines({"array_not_closed 1:2 @1 #0 ||"}));
    EXPECT_EQ(frames("[{},\n"), Lines({"document 1:2 @1 #0 |{}|", "array_not_closed 2:1 @5 #1 ||"}));
    EXPECT_EQ(frames("[{} "), Lines({"document 1:2 @1 #0 |{}|", "array_not_closed 1:5 @4 #1 ||"}));
    // In these the element itself tells.
    for (const std::string element :
         {"{\"a\": [1", "{\"a", "{\"a\\", "tru", "{} x", "{}}", "{\"a\": {}, {}]", "{]", "{\"a\": \"x\n}"}) {
        EXPECT_EQ(frames("[" + element), Lines({"document 1:2 @1 #0 |" + element + "|"}));
    }
}

TEST(framing, a_slip_of_brackets_or_quotes_stays_in_its_element) {
    EXPECT_EQ(frames("[{\"a\": 1], {}]"), Lines({"document 1:2 @1 #0 |{\"a\": 1]|", "document 1:12 @11 #1 |{}|"}));
    EXPECT_EQ(frames("[{}}, {}]"), Lines({"document 1:2 @1 #0 |{}}|", "document 1:7 @6 #1 |{}|"}));
    EXPECT_EQ(frames("[{\"a\": \"x,\n\"b\": 1}, {}]"),
              Lines({"document 1:2 @1 #0 |{\"a\": \"x,\n\"b\": 1}|", "document 2:10 @20 #1 |{}|"}));
    EXPECT_EQ(frames("[{\"a\": \"x\\\n}, {}]"),
              Lines({"document 1:2 @1 #0 |{\"a\": \"x\\\n}|", "document 2:4 @14 #1 |{}|"}));
}

TEST(framing, depth_is_no_danger) {
    const std::string opened(3000000, '[');
    EXPECT_EQ(frames(opened), Lines({"document 1:2 @1 #0 |" + opened.substr(1) + "|"}));
    EXPECT_EQ(frames(opened + std::string(3000000, ']')).size(), 1U);
}

TEST(framing, detection_takes_a_complete_first_line_with_more_behind_it_for_lines) {
    const auto detected = [](const std::string& text) { return frames(text, Framing::detect); };
    EXPECT_EQ(detected("\n{\"a\": \"}\"} \r\n\n[1]\n"),
              Lines({"document 2:1 @1 #0 |{\"a\": \"}\"}|", "document 4:1 @15 #1 |[1]|"}));
    EXPECT_EQ(detected("{}\nnot JSON"), Lines({"document 1:1 @0 #0 |{}|", "document 2:1 @3 #1 |not JSON|"}));
    EXPECT_EQ(detected("{\"a\": 1}\n \n"), Lines({"document 1:1 @0 #0 alone |{\"a\": 1}|"}));
    EXPECT_EQ(detected("{\n  \"a\": {}\n}\n"), Lines({"document 1:1 @0 #0 alone |{\n  \"a\": {}\n}|"}));
    EXPECT_EQ(detected("{} {}\n{}"), Lines({"document 1:1 @0 #0 alone |{} {}\n{}|"}));
    EXPECT_EQ(detected("{},\n{}"), Lines({"document 1:1 @0 #0 alone |{},\n{}|"}));
    EXPECT_EQ(detected("{\"a\": [}\n{}"), Lines({"document 1:1 @0 #0 alone |{\"a\": [}\n{}|"}));
    EXPECT_EQ(detected("{} \t\r\n  x\r\n").at(0), "document 1:1 @0 #0 |{}|");
    EXPECT_EQ(detected("1\n{}"), Lines({"document 1:1 @0 #0 alone |1\n{}|"}));
    EXPECT_EQ(detected(" [{},\n{}]"), Lines({"document 1:3 @2 #0 |{}|", "document 2:1 @6 #1 |{}|"}));
}

TEST(framing, too_large_documents_are_skipped_and_the_next_one_is_read) {
    EXPECT_EQ(frames("123456\n12345 \n1234567", Framing::lines, whole_chunk, 5),
              Lines({"too_large 1:1 @0 #0 |12345|", "document 2:1 @7 #1 |12345|", "too_large 3:1 @14 #2 |12345|"}));
    EXPECT_EQ(frames("[{\"a\":\n\",\"},{}]", Framing::whole, whole_chunk, 5),
              Lines({"too_large 1:2 @1 #0 |{\"a\":|", "document 2:6 @12 #1 |{}|"}));
    EXPECT_EQ(frames("[{\"a\": 1", Framing::whole, whole_chunk, 5), Lines({"too_large 1:2 @1 #0 |{\"a\":|"}));
    EXPECT_EQ(frames("123456", Framing::whole, whole_chunk, 5), Lines({"too_large 1:1 @0 #0 alone |12345|"}));
    EXPECT_EQ(frames("{\"a\":1\n}\n", Framing::detect, whole_chunk, 5),
              Lines({"too_large 1:1 @0 #0 |{\"a\":|", "document 2:1 @7 #1 |}|"}));
    EXPECT_EQ(frames("{\"a\":1}\n", Framing::detect, whole_chunk, 5), Lines({"too_large 1:1 @0 #0 alone |{\"a\":|"}));
}

TEST(framing, the_limit_is_16_mebibytes_and_the_beginning_shown_is_short) {
    const std::string full(largest_document, 'a');
    EXPECT_EQ(frames(full + "  \n" + full + "a\nb", Framing::lines),
              Lines({"document 1:1 @0 #0 |" + full + "|", "too_large 2:1 @16777219 #1 |" + std::string(200, 'a') + "|",
                     "document 3:1 @33554437 #2 |b|"}));
    // No half character at the end of the beginning.
    EXPECT_EQ(frames(std::string(199, 'a') + "\xD0\xB4 ...", Framing::lines, whole_chunk, 202),
              Lines({"too_large 1:1 @0 #0 |" + std::string(199, 'a') + "|"}));
}

TEST(framing, a_file_with_nul_bytes_near_its_beginning_is_no_text_and_not_read_on) {
    for (const Framing framing : framings) {
        Scripted binary(std::string("{}\n\0", 4) + std::string(5000000, 'a'), {});
        EXPECT_EQ(frames(binary, framing).size(), 1U);
        EXPECT_LE(binary.reads, 2);
        EXPECT_EQ(frames(std::string("\xFF\xFE[\0]\0", 6), framing),
                  Lines({"not_text 1:1 @0 #0 alone |" + std::string("\xFF\xFE[\0]\0", 6) + "|"}));
    }
    EXPECT_EQ(frames(std::string(7999, ' ') + '\0').size(), 1U);
    EXPECT_EQ(frames(std::string(7999, ' ') + '\0', Framing::lines, 1)[0].substr(0, 8), "not_text");
    EXPECT_EQ(frames(std::string(8000, ' ') + '\0')[0].substr(0, 8), "document");
}

TEST(framing, reading_that_fails_gives_what_came_before_and_one_problem) {
    const auto failing = [](const std::string& text, Framing framing, std::size_t largest = largest_document) {
        Scripted stream(text, {}, "reading failed: input/output error");
        return frames(stream, framing, whole_chunk, largest);
    };
    const std::string why = " |reading failed: input/output error|";
    EXPECT_EQ(failing("{}\n{\"a", Framing::lines), Lines({"document 1:1 @0 #0 |{}|", "damaged 2:4 @6 #1" + why}));
    EXPECT_EQ(failing("{}\n{}\n", Framing::detect),
              Lines({"document 1:1 @0 #0 |{}|", "document 2:1 @3 #1 |{}|", "damaged 3:1 @6 #2" + why}));
    EXPECT_EQ(failing("{}\n", Framing::detect), Lines({"damaged 2:1 @3 #0" + why}));
    EXPECT_EQ(failing("{}", Framing::whole), Lines({"damaged 1:3 @2 #0" + why}));
    EXPECT_EQ(failing("[{}, {}", Framing::whole), Lines({"document 1:2 @1 #0 |{}|", "damaged 1:8 @7 #1" + why}));
    EXPECT_EQ(failing("[{},", Framing::whole), Lines({"document 1:2 @1 #0 |{}|", "damaged 1:5 @4 #1" + why}));
    EXPECT_EQ(failing("[]\n", Framing::whole), Lines({"damaged 2:1 @3 #0" + why}));
    EXPECT_EQ(failing("", Framing::detect), Lines({"damaged 1:1 @0 #0" + why}));
    for (const Framing framing : {Framing::lines, Framing::detect}) {
        EXPECT_EQ(failing("{2345", framing, 3),
                  Lines({std::string("too_large 1:1 @0 #0 ") + (framing == Framing::lines ? "" : "alone ") + "|{23|",
                         "damaged 1:6 @5 #1" + why}));
    }
    EXPECT_EQ(failing("[2345", Framing::whole, 3), Lines({"too_large 1:2 @1 #0 |234|", "damaged 1:6 @5 #1" + why}));
    EXPECT_EQ(failing("\xEF\xBB\xBF", Framing::lines), Lines({"damaged 1:1 @3 #0 bom" + why}));
}

// --- The same frames for every chunking ----------------------------------------------------------------------------

const std::string tricky[] = {
    "",
    " \n",
    "\xEF\xBB\xBF{\"\xD0\xB4\": 1}\r\n\r\n{\"b\\\\\": \"\\\"\"}\r\n",
    "[ {\"a\": \"]\\\"\"} , [1, [2]] ,\n\n {\"\xD0\xB4\": \"\xF0\x9F\x95\x8A\"},7 ] \n x \xD0\xB4",
    "[1,,2,\n]",
    "[{\"a\": 1], {}}, \"x\n, {\"\\",
    "{\"a\": {}}\n{\"b\": 2}   \n   \n   {",
    "{\"a\": {}}\n   \n",
    "{\n\"a\": {}}\n{}\n",
    "[[[[[[[[",
    "{\"long\": \"123456789012345\"}\n{}                    \n12345678901234567890      1\n",
    "[                         ",
    std::string("{}\n\0{}", 6),
    "\xF0\x9F\x95\x8A\x80\x80\x80\xF0\n\xC3",
};

// Up to 8000 bytes are looked at together before the first frame, so splits of the stream matter only behind them.
std::string far_into_a_file(const std::string& text) {
    const std::size_t bracket = text.find('[') == 0 ? 1 : 0;
    return text.substr(0, bracket) + std::string(5000, ' ') + std::string(3000, '\n') + text.substr(bracket);
}

TEST(chunks, every_size_gives_the_same_frames) {
    for (const std::string& text : tricky) {
        for (const Framing framing : framings) {
            for (const std::size_t largest : {largest_document, std::size_t{7}}) {
                const Lines expected = frames(text, framing, whole_chunk, largest);
                for (std::size_t chunk = 1; chunk <= text.size() + 1; ++chunk) {
                    EXPECT_EQ(frames(text, framing, chunk, largest), expected) << chunk << " bytes of " << text;
                }
            }
        }
    }
}

TEST(chunks, a_split_at_any_byte_gives_the_same_frames) {
    for (const std::string& text : tricky) {
        const std::string far = far_into_a_file(text);
        for (const Framing framing : framings) {
            const Lines expected = frames(far, framing);
            for (std::size_t at = 1; at < text.size(); ++at) {
                Scripted stream(far, {8000, at, 1});
                EXPECT_EQ(frames(stream, framing), expected) << "split at " << at << " of " << text;
            }
        }
    }
}

TEST(chunks, every_short_text_over_what_matters_gives_the_same_frames) {
    const std::string alphabet = "[]{},\"\\\n x";
    for (std::size_t length = 1, count = alphabet.size(); length <= 4; ++length, count *= alphabet.size()) {
        for (std::size_t number = 0; number < count; ++number) {
            std::string text;
            for (std::size_t rest = number; text.size() < length; rest /= alphabet.size()) {
                text += alphabet[rest % alphabet.size()];
            }
            for (const Framing framing : framings) {
                const Lines expected = frames(text, framing, whole_chunk, 2);
                ASSERT_EQ(frames(text, framing, 1, 2), expected) << text;
                ASSERT_EQ(frames(text, framing, 2, 2), expected) << text;
            }
        }
    }
}

rc::Gen<std::string> tricky_text() {
    const auto piece = rc::gen::element<std::string>("[", "]", "{", "}", ",", "\"", "\\", "\n", "\r", " ", "x",
                                                     "\xD0\xB4", "\xEF\xBB\xBF", "\x80", "{}", "{\"a\": 1}", "{}\n{}");
    return rc::gen::map(rc::gen::container<Lines>(piece), [](const Lines& pieces) {
        std::string text;
        for (const std::string& each : pieces) text += each;
        return text;
    });
}

RC_GTEST_PROP(chunks, any_text_in_any_pieces_gives_the_same_frames, ()) {
    const std::string text = *tricky_text();
    const std::string far = far_into_a_file(text);
    const auto framing = *rc::gen::elementOf(std::vector<Framing>(std::begin(framings), std::end(framings)));
    const auto largest = *rc::gen::element(largest_document, std::size_t{3}, std::size_t{9});
    const auto chunk = *rc::gen::inRange<std::size_t>(1, 20);
    RC_ASSERT(frames(text, framing, chunk, largest) == frames(text, framing, whole_chunk, largest));
    Scripted stream(far, *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 9)));
    RC_ASSERT(frames(stream, framing, 8000, largest) == frames(far, framing, whole_chunk, largest));
}

RC_GTEST_PROP(places, a_frame_stands_where_its_place_says, ()) {
    const std::string text = *tricky_text();
    const auto framing = *rc::gen::elementOf(std::vector<Framing>(std::begin(framings), std::end(framings)));
    const auto stream = muster::memory_stream(text);
    Framer framer(*stream, framing, *rc::gen::inRange<std::size_t>(1, 20));
    Frame frame;
    std::size_t end = 0;
    while (framer.next(frame)) {
        RC_ASSERT(frame.offset >= end);
        RC_ASSERT(text.compare(frame.offset, frame.bytes.size(), frame.bytes) == 0);
        end = frame.offset + (frame.kind == FrameKind::document ? frame.bytes.size() : 0);
        std::size_t line = 1;
        std::size_t column = 1;
        for (std::size_t at = text.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0; at < frame.offset; ++at) {
            if (text[at] == '\n') {
                ++line;
                column = 1;
            } else if ((text[at] & 0xC0) != 0x80) {
                ++column;
            }
        }
        RC_ASSERT(frame.line == line);
        RC_ASSERT(frame.column == column);
    }
}

RC_GTEST_PROP(framing, lines_are_what_stands_between_newlines, ()) {
    const std::string text = "{" + *tricky_text();
    Lines expected;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(" \r\t");
        if (first != std::string::npos)
            expected.push_back(line.substr(first, line.find_last_not_of(" \r\t") + 1 - first));
        begin = end + 1;
    }
    const auto stream = muster::memory_stream(text);
    Framer framer(*stream, Framing::lines, *rc::gen::inRange<std::size_t>(1, 20));
    Frame frame;
    Lines found;
    while (framer.next(frame)) found.emplace_back(frame.bytes);
    RC_ASSERT(found == expected);
}

RC_GTEST_PROP(framing, an_array_gives_its_elements_and_cut_off_anywhere_one_problem, ()) {
    const auto space = rc::gen::element<std::string>("", " ", "\r\n", "\n\t ");
    const auto elements = *rc::gen::container<Lines>(rc::gen::element<std::string>(
        "{}", "{\"a\": \"},]\\\"\\\\\"}", "{\"b\": [[], {\"\xD0\xB4\": \"[{\"}]}", "{\n  \"c\": 1\n}"));
    std::string text = *space + "[";
    std::vector<std::size_t> begins;
    for (const std::string& element : elements) {
        if (!begins.empty()) text += "," + *space;
        begins.push_back(text.size());
        text += element + *space;
    }
    text += "]" + *space;
    const std::size_t closing = text.rfind(']');
    for (std::size_t size = text.find('[') + 1; size <= text.size(); ++size) {
        const auto stream = muster::memory_stream(text.substr(0, size));
        Framer framer(*stream, Framing::whole, 5);
        Frame frame;
        std::size_t whole = 0;
        std::size_t problems = 0;
        while (framer.next(frame)) {
            if (frame.kind == FrameKind::document && frame.bytes == elements.at(whole)) {
                RC_ASSERT(frame.offset == begins[whole]);
                RC_ASSERT(frame.index == whole);
                ++whole;
            } else {
                ++problems;
            }
        }
        const auto ended = [&](std::size_t n) { return begins[n] + elements[n].size() <= size; };
        std::size_t expected = 0;
        while (expected < elements.size() && ended(expected)) ++expected;
        RC_ASSERT(whole == expected);
        RC_ASSERT(problems == (size > closing ? 0U : 1U));
    }
}

// --- Compressed data -----------------------------------------------------------------------------------------------

std::string gzipped(const std::string& text) {
    z_stream state{};
    deflateInit2(&state, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string result(deflateBound(&state, text.size()), '\0');
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    state.avail_in = static_cast<uInt>(text.size());
    state.next_out = reinterpret_cast<Bytef*>(result.data());
    state.avail_out = static_cast<uInt>(result.size());
    EXPECT_EQ(deflate(&state, Z_FINISH), Z_STREAM_END);
    result.resize(state.total_out);
    deflateEnd(&state);
    return result;
}

std::string zstd_compressed(const std::string& text) {
    ZSTD_CCtx* const state = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(state, ZSTD_c_checksumFlag, 1);
    std::string result(ZSTD_compressBound(text.size()), '\0');
    result.resize(ZSTD_compress2(state, result.data(), result.size(), text.data(), text.size()));
    ZSTD_freeCCtx(state);
    return result;
}

const std::string first_lines = "{\"a\": 1}\n{\"b\": 2}\n{\"c\"";
const std::string last_lines = ": 3}\n{\"d\": \"\xD0\xB4\"}";

struct Compression {
    const char* name;
    const char* ending;
    std::string (*compress)(const std::string&);
};
const Compression compressions[] = {{"gzip", ".gz", gzipped}, {"zstd", ".zst", zstd_compressed}};

TEST(compressed, members_one_after_the_other_are_one_text) {
    for (const Compression& by : compressions) {
        const std::string bytes = by.compress(first_lines) + by.compress("") + by.compress(last_lines);
        EXPECT_EQ(frames(muster::memory_input(std::string("x.ndjson") + by.ending, bytes)),
                  frames(first_lines + last_lines, Framing::lines));
    }
    const std::string padded = gzipped(first_lines + last_lines) + std::string(600, '\0');
    EXPECT_EQ(frames(muster::memory_input("x.ndjson.gz", padded)), frames(first_lines + last_lines, Framing::lines));
}

TEST(compressed, cut_off_anywhere_gives_the_lines_before_and_one_problem) {
    for (const Compression& by : compressions) {
        const std::string first = by.compress(first_lines);
        const std::string bytes = first + by.compress(last_lines);
        const Lines all = frames(first_lines + last_lines, Framing::lines);
        const std::string why = std::string("|the ") + by.name + " data is damaged or cut off|";
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const muster::Input input =
                muster::memory_input(std::string("x.ndjson") + by.ending, bytes.substr(0, size));
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
            const muster::Input input = muster::memory_input(std::string("x.ndjson") + by.ending, changed);
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
    EXPECT_EQ(frames(muster::memory_input("x.json.gz", "{}")),
              Lines({"damaged 1:1 @0 #0 |the gzip data is damaged or cut off|"}));
    EXPECT_EQ(frames(muster::memory_input("x.json.zst", "{} {}")),
              Lines({"damaged 1:1 @0 #0 |the zstd data is damaged or cut off|"}));
    EXPECT_EQ(frames(muster::memory_input("x.ndjson.gz", gzipped("{}\n") + "rest")),
              Lines({"document 1:1 @0 #0 |{}|", "damaged 2:1 @3 #1 |the gzip data is damaged or cut off|"}));
    EXPECT_EQ(frames(muster::memory_input("x.ndjson.gz", gzipped("{}\n") + std::string("\0\0x", 3))),
              Lines({"document 1:1 @0 #0 |{}|", "damaged 2:1 @3 #1 |the gzip data is damaged or cut off|"}));
}

TEST(compressed, failing_to_read_is_not_called_damage) {
    for (const auto decompress : {muster::gunzip, muster::unzstd}) {
        const std::string bytes = (decompress == muster::gunzip ? gzipped : zstd_compressed)("{}\n");
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
    EXPECT_EQ(frames(muster::memory_input("x.json.zst", zstd_streamed("{}", "", 30))),
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
        last = frames(muster::memory_input("x.jsonl.zst", bytes)).back();
        EXPECT_TRUE(last == with_two || last == with_one) << last;
    } while (last == with_two);
}

TEST(compressed, a_large_text_comes_out_whole) {
    std::string text;
    for (int i = 0; text.size() < 3000000; ++i) text += "{\"number\": " + std::to_string(i * 7919) + "}\n";
    const Lines expected = frames(text, Framing::lines);
    for (const Compression& by : compressions) {
        EXPECT_EQ(frames(muster::memory_input(std::string("x.jsonl") + by.ending, by.compress(text))), expected);
    }
}

// --- Files and folders ---------------------------------------------------------------------------------------------

/// A fresh folder to stand in, with standard input and TMPDIR put back afterwards.
class InFolder : public testing::Test {
protected:
    InFolder() {
        std::string name = (fs::temp_directory_path() / "muster-read-XXXXXX").string();
        top_ = fs::canonical(::mkdtemp(name.data()));
        before_ = fs::current_path();
        fs::current_path(top_);
        if (const char* const named = std::getenv("TMPDIR")) temporary_ = named;
    }
    ~InFolder() override {
        fs::current_path(before_);
        fs::remove_all(top_);
        if (standard_input_ >= 0) {
            ::dup2(standard_input_, STDIN_FILENO);
            ::close(standard_input_);
        }
        if (temporary_.empty()) {
            ::unsetenv("TMPDIR");
        } else {
            ::setenv("TMPDIR", temporary_.c_str(), 1);
        }
    }

    static void write(const std::string& path, const std::string& bytes = "{}") {
        if (fs::path(path).has_parent_path()) fs::create_directories(fs::path(path).parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }

    void stand_in(const std::string& folder) { fs::current_path(top_ / folder); }

    void use_as_standard_input(int file) {
        if (standard_input_ < 0) standard_input_ = ::dup(STDIN_FILENO);
        ::dup2(file, STDIN_FILENO);
        ::close(file);
    }

    /// Runs `job` while the bytes come through a pipe to standard input.
    template <class Job>
    void with_piped(const std::string& bytes, Job job) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        use_as_standard_input(ends[0]);
        std::thread writer([&bytes, end = ends[1]] {
            for (std::size_t at = 0; at < bytes.size();) {
                const ssize_t written = ::write(end, bytes.data() + at, bytes.size() - at);
                if (written <= 0) break;
                at += static_cast<std::size_t>(written);
            }
            ::close(end);
        });
        job();
        writer.join();
    }

    fs::path top_;

private:
    fs::path before_;
    std::string temporary_;
    int standard_input_ = -1;
};

using finding = InFolder;
using pipes = InFolder;

/// "[folder]", "[folder, incomplete]" for each dataset, then its inputs: "path", "(path)" if not reported, with "!" if
/// named; then "path: message" for each problem.
Lines found(const std::vector<std::string>& paths, const std::string& dataset = "") {
    const muster::Found all = muster::find_inputs(paths, dataset);
    Lines result;
    for (const muster::Dataset& each : all.datasets) {
        result.push_back("[" + each.folder + (each.complete ? "" : ", incomplete") + "]");
        for (const muster::Input& input : each.inputs) {
            EXPECT_EQ(input.dataset, each.folder);
            const std::string path = input.path + (input.named_by_user ? "!" : "");
            result.push_back(input.reported ? path : "(" + path + ")");
        }
    }
    for (const muster::ReadProblem& problem : all.problems) result.push_back(problem.path + ": " + problem.message);
    return result;
}

TEST_F(finding, a_folder_gives_what_looks_like_data_in_order_of_bytes) {
    for (const std::string name : {"b.json", "a/z.ndjson", "a/y.jsonl.gz", "a.json.zst", "a-b.json", "B.json",
                                   "a/deep/er/x.json", "notes.txt", "x.gz", "json", "a/.hidden.json", ".git/x.json",
                                   "node_modules/x.json", "a/node_modules/y/x.json", "\xFF\n.json"}) {
        write(name);
    }
    fs::create_directory("folder.json");
    const Lines all = {"[]",           "B.json",     "a-b.json", "a.json.zst", "a/deep/er/x.json",
                       "a/y.jsonl.gz", "a/z.ndjson", "b.json",   "\xFF\n.json"};
    EXPECT_EQ(found({}), all);
    EXPECT_EQ(found({"."}), all);
    EXPECT_EQ(found({".//"}), all);
    EXPECT_EQ(found({"./a//deep/", "node_modules", ".git"}),
              Lines({"[]", ".git/x.json", "a/deep/er/x.json", "node_modules/x.json"}));
    EXPECT_EQ(found({top_.string() + "/./a/deep"}), Lines({"[]", top_.string() + "/a/deep/er/x.json"}));
    stand_in("a/deep");
    EXPECT_EQ(found({".."}), Lines({"[]", "../deep/er/x.json", "../y.jsonl.gz", "../z.ndjson"}));
}

TEST_F(finding, the_ending_says_how_a_file_is_cut) {
    EXPECT_EQ(found({"."}), Lines());
    for (const std::string name : {"a.json", "a.json.gz", "a.ndjson", "a.jsonl.zst", "a.txt", "a.gz", "a"}) write(name);
    const muster::Found all =
        muster::find_inputs({"a.json", "a.json.gz", "a.ndjson", "a.jsonl.zst", "a.txt", "a.gz", "a"}, "");
    ASSERT_EQ(all.datasets.size(), 1U);
    std::vector<Framing> cut;
    for (const muster::Input& input : all.datasets[0].inputs) cut.push_back(input.framing);
    // a, a.gz, a.json, a.json.gz, a.jsonl.zst, a.ndjson, a.txt
    EXPECT_EQ(cut, std::vector<Framing>({Framing::detect, Framing::detect, Framing::whole, Framing::whole,
                                         Framing::lines, Framing::lines, Framing::detect}));
}

TEST_F(finding, files_are_opened_as_often_as_wanted_and_decompressed) {
    write("a.ndjson", "{}\n{}\n");
    write("b.ndjson.gz", gzipped("{}\n{}\n"));
    write("c.zst", zstd_compressed("{}\n{}\n"));
    const muster::Found all = muster::find_inputs({"a.ndjson", "b.ndjson.gz", "c.zst"}, "");
    ASSERT_EQ(all.datasets.at(0).inputs.size(), 3U);
    for (const muster::Input& input : all.datasets[0].inputs) {
        for (int time = 0; time < 2; ++time) {
            EXPECT_EQ(frames(input), Lines({"document 1:1 @0 #0 |{}|", "document 2:1 @3 #1 |{}|"})) << input.path;
        }
    }
    fs::remove("a.ndjson");
    EXPECT_EQ(frames(all.datasets[0].inputs[0]), Lines({"cannot be opened: no such file or folder"}));
    fs::create_directory("a.ndjson");
    EXPECT_EQ(frames(all.datasets[0].inputs[0]), Lines({"damaged 1:1 @0 #0 |reading failed: is a directory|"}));
}

TEST_F(finding, a_file_is_read_once_whatever_it_is_called_by) {
    write("a/x.json");
    fs::create_hard_link("a/x.json", "a/y.json");
    fs::create_symlink("a", "b");
    EXPECT_EQ(found({"a", "a", "./a/x.json", "a//x.json"}), Lines({"[]", "a/x.json!"}));
    EXPECT_EQ(found({"b/x.json", "a"}), Lines({"[]", "b/x.json!"}));
    EXPECT_EQ(found({"a/y.json", "b/x.json", "a"}), Lines({"[]", "a/y.json!"}));
    EXPECT_EQ(found({"a"}), Lines({"[]", "a/x.json"}));
}

TEST_F(finding, links_are_followed_when_named_and_not_entered_when_met) {
    write("data/a.json");
    write("elsewhere/b.json");
    fs::create_directory_symlink(".", "data/loop");
    fs::create_directory_symlink("../elsewhere", "data/out");
    fs::create_symlink("../elsewhere/b.json", "data/b.json");
    fs::create_symlink("data", "latest");
    fs::create_symlink("nowhere", "broken.json");
    fs::create_symlink("circle.json", "circle.json");
    EXPECT_EQ(found({"data"}), Lines({"[]", "data/a.json"}));
    EXPECT_EQ(found({"latest"}), Lines({"[]", "latest/a.json"}));
    EXPECT_EQ(found({"data/out", "data/b.json"}), Lines({"[]", "data/b.json!"}));
    EXPECT_EQ(found({"broken.json", "circle.json", "data/a.json"}),
              Lines({"[, incomplete]", "data/a.json!", "broken.json: a symbolic link that leads nowhere",
                     "circle.json: a symbolic link that leads back to itself"}));
}

TEST_F(finding, one_problem_never_stops_the_others) {
    write("a.json");
    const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::string("socket.json").copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(listening);
    const std::string long_name(5000, 'x');
    EXPECT_EQ(
        found({"missing/b.json", "a.json", "a.json/b", "", "/dev/null", "socket.json", "missing/b.json", long_name}),
        Lines({"[, incomplete]", "a.json!", ": no such file or folder",
               "/dev/null: neither a file nor a folder nor a pipe", "a.json/b: no such file or folder",
               "missing/b.json: no such file or folder", "socket.json: neither a file nor a folder nor a pipe",
               long_name + ": the path is too long"}));
    EXPECT_EQ(found({"."}), Lines({"[]", "a.json"}));
    EXPECT_EQ(found({"missing.json"}), Lines({"missing.json: no such file or folder"}));
}

TEST_F(finding, what_may_not_be_read_is_a_problem) {
    if (::geteuid() == 0) GTEST_SKIP() << "nothing is forbidden to root";
    write("d/dataset.json");
    write("d/a.json");
    write("d/locked/b.json");
    fs::permissions("d/a.json", fs::perms::none);
    fs::permissions("d/locked", fs::perms::none);
    EXPECT_EQ(found({"d"}), Lines({"[d, incomplete]", "d/dataset.json", "d/a.json: may not be read: permission denied",
                                   "d/locked: may not be read: permission denied"}));
    fs::permissions("d/locked", fs::perms::owner_all);
}

TEST_F(finding, folders_deeper_than_a_path_may_be_long_are_a_problem_not_a_crash) {
    const std::string name(200, 'd');
    for (int depth = 0; depth < 30; ++depth) {
        ASSERT_EQ(::mkdir(name.c_str(), 0700), 0);
        ASSERT_EQ(::chdir(name.c_str()), 0);
    }
    fs::current_path(top_);
    write("a.json");
    const Lines all = found({"."});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[1], "a.json");
    EXPECT_EQ(all[2].substr(all[2].find(':')), ": the path is too long");
}

// --- Datasets ------------------------------------------------------------------------------------------------------

TEST_F(finding, the_dataset_of_a_file_is_read_with_it) {
    write("d/dataset.json");
    write("d/agents.json");
    write("d/records/a.json");
    write("d/records/b.ndjson");
    const Lines all = {"[d]", "d/agents.json", "d/dataset.json", "d/records/a.json", "d/records/b.ndjson"};
    EXPECT_EQ(found({"d"}), all);
    EXPECT_EQ(found({"."}), all);
    EXPECT_EQ(found({"d/records/a.json"}), Lines({"[d, incomplete]", "(d/agents.json)", "(d/dataset.json)",
                                                  "d/records/a.json!", "(d/records/b.ndjson)"}));
    EXPECT_EQ(found({"d/records"}), Lines({"[d, incomplete]", "(d/agents.json)", "(d/dataset.json)", "d/records/a.json",
                                           "d/records/b.ndjson"}));
    EXPECT_EQ(found({"d/dataset.json", "d/records", "d/agents.json"}),
              Lines({"[d]", "d/agents.json!", "d/dataset.json!", "d/records/a.json", "d/records/b.ndjson"}));
    EXPECT_EQ(found({"d", "d/missing.json"}).front(), "[d, incomplete]");
}

TEST_F(finding, a_dataset_above_the_current_folder_is_found_and_its_paths_stay_short) {
    write("d/dataset.json");
    write("d/other/c.json");
    write("d/records/a.json");
    write("d/records/2025/b.json");
    stand_in("d/records/2025");
    EXPECT_EQ(found({"b.json"}),
              Lines({"[../.., incomplete]", "(../../dataset.json)", "(../../other/c.json)", "(../a.json)", "b.json!"}));
    EXPECT_EQ(found({top_.string() + "/d/records/2025"}),
              Lines({"[" + top_.string() + "/d, incomplete]", "(" + top_.string() + "/d/dataset.json)",
                     "(" + top_.string() + "/d/other/c.json)", top_.string() + "/d/records/2025/b.json",
                     "(" + top_.string() + "/d/records/a.json)"}));
    EXPECT_EQ(found({"../.."}), Lines({"[../..]", "../../dataset.json", "../../other/c.json",
                                       "../../records/2025/b.json", "../../records/a.json"}));
    stand_in("d");
    EXPECT_EQ(found({"records/a.json"}), Lines({"[., incomplete]", "(dataset.json)", "(other/c.json)",
                                                "(records/2025/b.json)", "records/a.json!"}));
}

TEST_F(finding, each_folder_with_a_dataset_file_is_a_dataset_of_its_own) {
    write("all/loose.json");
    write("all/am-az/dataset.json");
    write("all/am-az/a.json");
    write("all/ua-ru/dataset.json");
    write("all/ua-ru/z.json");
    write("all/ua-ru/archive/dataset.json");
    write("all/ua-ru/archive/old.json");
    EXPECT_EQ(found({"all"}),
              Lines({"[all/am-az]", "all/am-az/a.json", "all/am-az/dataset.json", "[]", "all/loose.json",
                     "[all/ua-ru/archive]", "all/ua-ru/archive/dataset.json", "all/ua-ru/archive/old.json",
                     "[all/ua-ru]", "all/ua-ru/dataset.json", "all/ua-ru/z.json"}));
    EXPECT_EQ(found({"all/ua-ru/z.json", "all/am-az"}),
              Lines({"[all/am-az]", "all/am-az/a.json", "all/am-az/dataset.json", "[all/ua-ru, incomplete]",
                     "(all/ua-ru/dataset.json)", "all/ua-ru/z.json!"}));
    EXPECT_EQ(
        found({"all/ua-ru/archive/old.json"}),
        Lines({"[all/ua-ru/archive, incomplete]", "(all/ua-ru/archive/dataset.json)", "all/ua-ru/archive/old.json!"}));
    const std::string absolute = top_.string() + "/all/am-az";
    const Lines once = {"[" + absolute + "]", absolute + "/a.json", absolute + "/dataset.json"};
    EXPECT_EQ(found({absolute, "all/am-az"}), once);
    EXPECT_EQ(found({"all/am-az", absolute}), once);
}

TEST_F(finding, a_file_shared_by_two_datasets_belongs_to_both) {
    write("a/dataset.json");
    write("b/dataset.json");
    write("a/agents.json");
    fs::create_hard_link("a/agents.json", "b/agents.json");
    EXPECT_EQ(found({"."}),
              Lines({"[a]", "a/agents.json", "a/dataset.json", "[b]", "b/agents.json", "b/dataset.json"}));
}

TEST_F(finding, a_dataset_that_is_named_holds_all_that_is_named) {
    write("d/dataset.json");
    write("d/a.json");
    write("e/dataset.json");
    write("e/b.json");
    write("c.json");
    EXPECT_EQ(found({"c.json", "e/b.json"}, "./d/"),
              Lines({"[d, incomplete]", "c.json!", "(d/a.json)", "(d/dataset.json)", "e/b.json!"}));
    EXPECT_EQ(found({"c.json", "d"}, "d"), Lines({"[d]", "c.json!", "d/a.json", "d/dataset.json"}));
    EXPECT_EQ(found({"."}, "d"),
              Lines({"[d]", "c.json", "d/a.json", "d/dataset.json", "[e]", "e/b.json", "e/dataset.json"}));
    EXPECT_EQ(found({"e/b.json"}, "."),
              Lines({"[, incomplete]", "e/b.json!", ".: no dataset: there is no file dataset.json in this folder"}));
    EXPECT_EQ(found({"c.json"}, "nowhere"), Lines({"[, incomplete]", "c.json!", "nowhere: no such file or folder"}));
    EXPECT_EQ(
        found({"c.json"}, "d/dataset.json"),
        Lines({"[, incomplete]", "c.json!", "d/dataset.json: not a folder: name the folder that holds dataset.json"}));
}

TEST(paths, are_printed_plainly) {
    EXPECT_EQ(muster::printed_path("./a//b/./c/"), "a/b/c");
    EXPECT_EQ(muster::printed_path("//a/"), "/a");
    EXPECT_EQ(muster::printed_path("a/../b"), "a/../b");
    EXPECT_EQ(muster::printed_path("./"), ".");
    EXPECT_EQ(muster::printed_path("./-"), "./-");
    const std::pair<const char*, const char*> above[] = {{"a/b", "a"},        {"a", "."},  {".", ".."}, {"..", "../.."},
                                                         {"a/..", "a/../.."}, {"/a", "/"}, {"/", "/"},  {"..a", "."}};
    for (const auto& [path, folder] : above) EXPECT_EQ(muster::folder_above(path), folder);
}

// --- Pipes ---------------------------------------------------------------------------------------------------------

muster::Input standard_input() {
    return muster::find_inputs({"-"}, "").datasets.at(0).inputs.at(0);
}

const std::string two_documents = "{\"a\": 1}\n{\"b\": 2}\n";

TEST_F(pipes, standard_input_gives_the_same_twice) {
    for (const std::string& bytes :
         {two_documents, std::string("[{},\n{}]"), std::string("{\n \"a\": 1\n}\n"), std::string(),
          gzipped(first_lines) + gzipped(last_lines), zstd_compressed(first_lines) + zstd_compressed(last_lines)}) {
        const bool compressed = bytes.substr(0, 1) == "\x1F" || bytes.substr(0, 1) == "\x28";
        const Lines expected = frames(compressed ? first_lines + last_lines : bytes, Framing::detect);
        with_piped(bytes, [&] {
            const muster::Input input = standard_input();
            EXPECT_EQ(frames(input), expected);
            EXPECT_EQ(frames(input), expected);
        });
        write("file", bytes);
        use_as_standard_input(::open("file", O_RDONLY));
        const muster::Input input = standard_input();
        EXPECT_EQ(frames(input), expected);
        EXPECT_EQ(frames(input), expected);
    }
}

TEST_F(pipes, a_zstd_stream_may_begin_with_a_frame_to_skip) {
    with_piped(std::string("\x50\x2A\x4D\x18\x02\0\0\0ab", 10) + zstd_compressed(two_documents),
               [&] { EXPECT_EQ(frames(standard_input()), frames(two_documents, Framing::detect)); });
}

TEST_F(pipes, a_file_on_standard_input_is_read_from_where_it_stands) {
    write("file", "skip\n" + two_documents);
    const int file = ::open("file", O_RDONLY);
    ::lseek(file, 5, SEEK_SET);
    use_as_standard_input(file);
    const muster::Input input = standard_input();
    EXPECT_EQ(frames(input), frames(two_documents, Framing::detect));
    EXPECT_EQ(frames(input), frames(two_documents, Framing::detect));
}

TEST_F(pipes, a_pass_that_stopped_early_or_runs_beside_another_loses_nothing) {
    with_piped(two_documents, [&] {
        const muster::Input input = standard_input();
        auto first = input.open();
        auto second = input.open();
        std::string bytes[2];
        for (std::size_t step = 0; step < 2 * two_documents.size(); ++step) {
            char buffer[3];
            const muster::Result<std::size_t> size = (step % 3 == 0 ? first : second).value()->read(buffer, 3);
            ASSERT_TRUE(size);
            bytes[step % 3 == 0 ? 0 : 1].append(buffer, *size);
        }
        EXPECT_EQ(bytes[0], two_documents);
        EXPECT_EQ(bytes[1], two_documents);
    });
}

/// How many bytes the unnamed temporary file below this folder holds.
off_t kept_in(const fs::path& folder) {
    for (const fs::directory_entry& file : fs::directory_iterator("/proc/self/fd")) {
        std::error_code error;
        const std::string target = fs::read_symlink(file.path(), error).string();
        struct stat status {};
        if (target.find(folder.string() + "/muster-") == 0 && ::stat(file.path().c_str(), &status) == 0)
            return status.st_size;
    }
    return -1;
}

TEST_F(pipes, what_is_too_large_is_not_kept_and_gives_the_same_twice) {
    ::setenv("TMPDIR", top_.c_str(), 1);
    const std::string huge = "  {" + std::string(3 * largest_document, '"') + "}";
    const std::string bytes = huge + "\r\n{\"b\": 2}\n" + huge + "\n{}";
    const Lines expected = frames(bytes, Framing::detect);
    ASSERT_EQ(expected.size(), 4U);
    with_piped(bytes, [&] {
        const muster::Input input = standard_input();
        EXPECT_EQ(frames(input), expected);
        EXPECT_EQ(frames(input), expected);
        EXPECT_GE(kept_in(top_), static_cast<off_t>(2 * largest_document));
        EXPECT_LE(kept_in(top_), static_cast<off_t>(2 * largest_document + 100));
    });
}

TEST_F(pipes, white_space_and_one_long_line_of_an_array_are_kept) {
    const std::string spaces(largest_document + 1000000, ' ');
    std::string array = "[";
    while (array.size() < largest_document + 3000000) array += "{\"text\": \"" + std::string(300000, 'x') + "\"},";
    array += "{}]";
    for (const std::string& bytes : {"{}\n" + spaces + "{}" + spaces + "\n{}", array}) {
        const Lines expected = frames(bytes, Framing::detect);
        ASSERT_GE(expected.size(), 3U);
        with_piped(bytes, [&] {
            const muster::Input input = standard_input();
            EXPECT_TRUE(frames(input) == expected);
            EXPECT_TRUE(frames(input) == expected);
        });
    }
}

TEST_F(pipes, a_copy_that_cannot_be_written_is_named_as_the_reason) {
    ::setenv("TMPDIR", "nowhere", 1);
    with_piped(two_documents, [&] {
        const Lines expected = {
            "damaged 1:1 @0 #0 |what comes through a pipe is kept in a temporary file to be read twice, and "
            "none can be written in nowhere (no such file or directory): set TMPDIR to a folder with room|"};
        const muster::Input input = standard_input();
        EXPECT_EQ(frames(input), expected);
        EXPECT_EQ(frames(input), expected);
    });
}

TEST_F(pipes, a_folder_as_standard_input_cannot_be_read) {
    use_as_standard_input(::open(".", O_RDONLY));
    EXPECT_EQ(frames(standard_input()), Lines({"damaged 1:1 @0 #0 |reading failed: is a directory|"}));
}

TEST_F(pipes, a_named_pipe_is_read_like_standard_input) {
    ASSERT_EQ(::mkfifo("pipe", 0600), 0);
    write("dataset.json");
    EXPECT_EQ(found({"pipe"}), Lines({"[]", "pipe!"}));
    EXPECT_EQ(found({"."}), Lines({"[.]", "dataset.json"}));
    std::thread writer([] { std::ofstream("pipe") << two_documents; });
    const muster::Input input = muster::find_inputs({"pipe"}, "").datasets.at(0).inputs.at(0);
    EXPECT_EQ(frames(input), frames(two_documents, Framing::detect));
    writer.join();
    // Who writes to it after its end comes too late.
    std::ofstream("pipe") << two_documents;
    EXPECT_EQ(frames(input), frames(two_documents, Framing::detect));
}

TEST_F(pipes, standard_input_belongs_to_the_named_dataset_only) {
    write("dataset.json");
    write("a.json");
    write("b/c.json");
    EXPECT_EQ(found({"-"}), Lines({"[]", "-!"}));
    EXPECT_EQ(found({"-", "-"}), Lines({"[]", "-!"}));
    EXPECT_EQ(found({"-"}, "."), Lines({"[., incomplete]", "-!", "(a.json)", "(b/c.json)", "(dataset.json)"}));
    EXPECT_EQ(found({"-", "."}), Lines({"[]", "-!", "[.]", "a.json", "b/c.json", "dataset.json"}));
    fs::remove("dataset.json");
    EXPECT_EQ(found({"-", "b"}), Lines({"[]", "-!", "b/c.json"}));
}

}  // namespace
