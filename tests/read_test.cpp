// Cutting a file into documents: the same ones for every chunking, whatever stands in it.
#include "read/read.hpp"

#include <gtest/gtest.h>

#include "rapidcheck/gtest.h"
#include "read_frames.hpp"

namespace muster {
namespace {

using namespace testing;

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
    const auto stream = memory_stream(text);
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
    const auto stream = memory_stream(text);
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
        const auto stream = memory_stream(text.substr(0, size));
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

}  // namespace
}  // namespace muster
