// Documents: every value at its place, compared with what another reader makes of the same text.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "parse/parse.hpp"
#include "parse/token.hpp"
#include "parse/unicode.hpp"

namespace muster {
namespace {

using nlohmann::json;

std::size_t count_of(const json& value) {
    std::size_t count = 1;
    if (value.is_structured()) {
        for (const json& child : value) count += count_of(child);
    }
    return count;
}

/// What is wrong with the nodes of a document, held against its text and the value another reader gives; "" if nothing.
std::string differences(const std::string& text, const Document& document) {
    const json whole = json::parse(text);
    const auto read = [&](Where begin, Where end) { return json::parse(text.substr(begin, end - begin)); };
    std::set<std::string> pointers;
    std::vector<std::uint32_t> children(document.nodes().size());
    for (NodeId id = 0; id < document.nodes().size(); ++id) {
        const Node& node = document.node(id);
        const std::string pointer = document.pointer(id);
        if (!pointers.insert(pointer).second) return pointer + " stands twice";
        const json& value = whole.at(json::json_pointer(pointer));
        if (read(node.begin, node.end) != value) return pointer + " has another place";
        if (node.kind == Node::Kind::string && node.text != value.get<std::string>())
            return pointer + " has another text";
        if (node.kind == Node::Kind::number && json::parse(node.text) != value) return pointer + " has another number";
        const bool container = node.kind == Node::Kind::object || node.kind == Node::Kind::array;
        if (node.size != (container ? value.size() : 0)) return pointer + " has another size";
        if (document.node_at(node.begin) != id || document.node_at(node.end - 1) < id) return pointer + " is not found";
        if (id == Document::root) continue;

        const Node& parent = document.node(node.parent);
        const bool member = parent.kind == Node::Kind::object;
        if (member != (node.key_begin != nowhere)) return pointer + " has a key or none";
        if (member && read(node.key_begin, node.key_end) != json(node.key)) return pointer + " has another key";
        if (member && document.member(node.parent, node.key) != id) return pointer + " is not found by its key";
        if (member && document.node_at(node.key_begin) != id) return pointer + " is not found by the place of its key";
        if (node.parent >= id || node.begin < parent.begin || node.end > parent.end)
            return pointer + " is out of order";
        if (node.index != children[node.parent]++) return pointer + " has another index";
    }
    for (NodeId id = 0; id < document.nodes().size(); ++id) {
        std::uint32_t count = 0;
        for (NodeId child = document.node(id).first; child != no_node; child = document.node(child).next, ++count) {
            if (document.node(child).parent != id || document.node(child).index != count)
                return "children are mixed up";
        }
        if (count != children[id]) return "children are lost";
    }
    return document.nodes().size() == count_of(whole) ? "" : "values are lost";
}

rc::Gen<std::string> random_text() {
    return rc::gen::container<std::string>(
        rc::gen::elementOf(std::vector<char>{'a', 'b', 'c', ' ', '\\', '"', '/', '~', '0', '1', '{', ',', ':', ']'}));
}

json random_value(int depth) {
    switch (*rc::gen::inRange(0, depth > 0 ? 8 : 6)) {
        case 0:
            return nullptr;
        case 1:
            return *rc::gen::arbitrary<bool>();
        case 2:
            return *rc::gen::arbitrary<std::int64_t>();
        case 3:
            return *rc::gen::inRange(-1000, 1000) / 8.0;
        case 4:
            return *rc::gen::inRange(1, 1000) * 1e300;
        case 5:
            return *random_text() + *rc::gen::elementOf(std::vector<std::string>{"", "д", "😀", "é", "\u2067x\u2069"});
        case 6: {
            json list = json::array();
            for (int i = *rc::gen::inRange(0, 5); i > 0; --i) list.push_back(random_value(depth - 1));
            return list;
        }
        default: {
            json object = json::object();
            for (int i = *rc::gen::inRange(0, 5); i > 0; --i) object[*random_text()] = random_value(depth - 1);
            return object;
        }
    }
}

/// The same JSON with white space of every kind between its tokens.
std::string spread(const std::string& dumped) {
    std::string text;
    const auto space = [] {
        return *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(0, 2),
                                                rc::gen::elementOf(std::string(" \t\r\n")));
    };
    for (std::size_t at = 0; at < dumped.size();) {
        std::size_t end = at + 1;
        if (dumped[at] == '"') {
            end = string_end(dumped, at);
        } else if (std::string_view("{}[],:").find(dumped[at]) == std::string_view::npos) {
            end = std::min(dumped.find_first_of("{}[],:", at), dumped.size());
        }
        text += space() + dumped.substr(at, end - at) + space();
        at = end;
    }
    return text;
}

std::string good_record() {
    std::ifstream in(std::string(MUSTER_SOURCE_DIR) + "/fixtures/rules/not_json/valid_marks_within_texts.json");
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(document, has_a_node_for_every_value_of_a_record) {
    const std::string text = good_record();
    const Parsed parsed = parse(text);
    ASSERT_NE(parsed.document, nullptr);
    EXPECT_GT(parsed.document->nodes().size(), 30U);
    EXPECT_EQ(differences(text, *parsed.document), "");
}

RC_GTEST_PROP(document, has_every_value_of_any_json_at_its_place, ()) {
    const std::string text = spread(random_value(4).dump(-1, ' ', *rc::gen::arbitrary<bool>()));
    const Parsed parsed = parse(text);
    RC_ASSERT(parsed.document != nullptr);
    RC_ASSERT(parsed.drafts.empty());
    RC_ASSERT(differences(text, *parsed.document) == std::string());
}

/// As another reader sees it, save that it takes no number that is too large, and that it takes a byte order mark and
/// what stands behind a NUL without a word.
bool is_json(std::string text) {
    if (text.compare(0, 3, "\uFEFF") == 0 || text.find('\0') != std::string::npos) return false;
    for (std::size_t at = 0; (at = text.find_first_of("eE", at)) != std::string::npos;) {
        at = std::min(text.find_first_not_of("eE+-", at), text.size());
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') text[at++] = '0';
    }
    return json::accept(text);
}

RC_GTEST_PROP(parse, of_any_bytes_gives_a_document_or_one_reason, ()) {
    static const std::string record = good_record();
    static const std::vector<std::string> pieces{
        "\"",    "{",    "}",        "[",      "]",      ",",      ":",
        "\\",    "\\u",  "\\ud800",  "\n",     "\t",     " ",      "0",
        "1e400", ".",    "-",        "e5",     "//",     "'",      "null",
        "\xD0",  "\xE9", "\xD0\xB4", "\u202E", "\u00A0", "\uFEFF", std::string(1, '\0'),
        "\x7F",  "a",    "[[[["};
    std::string text = *rc::gen::elementOf(
        std::vector<std::string>{record, R"({"a": [1, {"b": "é"}, null], "a": -0.5e3})", "[1e400, 1e5, 0]", ""});
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
        const auto length = *rc::gen::inRange<std::size_t>(0, 4);
        text.replace(at, length, *rc::gen::elementOf(pieces));
    }
    const Parsed parsed = parse(text);
    RC_ASSERT(parsed.text == text);
    for (const Draft& draft : parsed.drafts) {
        RC_ASSERT(draft.at <= text.size());
        RC_ASSERT(draft.end == nowhere || (draft.end >= draft.at && draft.end <= text.size()));
        RC_ASSERT(!draft.participants.empty() && !draft.message.empty());
        for (const Note& note : draft.notes) RC_ASSERT(std::get<Where>(note.at) < text.size());
        const std::string message = render(draft.message, draft.args);
        for (std::size_t at = 0; at < message.size();) {
            const std::size_t length = utf8_length(std::string_view(message).substr(at));
            RC_ASSERT(length > 0U);
            at += length;
        }
    }
    if (parsed.document == nullptr) {
        RC_ASSERT(parsed.drafts.size() == 1U);
        const std::set<std::string_view> reasons{"not_json", "invalid_utf8", "nesting_too_deep"};
        RC_ASSERT(reasons.count(parsed.drafts[0].rule) == 1U);
    }
    // Both readers agree on what is JSON.
    const bool unusable = std::any_of(parsed.drafts.begin(), parsed.drafts.end(), [](const Draft& draft) {
        return draft.rule == "not_json" || draft.rule == "invalid_utf8" || draft.rule == "trailing_content";
    });
    const bool nested = !parsed.drafts.empty() && parsed.drafts[0].rule == "nesting_too_deep";
    if (is_json(text) && !nested) RC_ASSERT(!unusable);
    if (parsed.drafts.empty()) RC_ASSERT(is_json(text));
}

TEST(document, escapes_its_pointers) {
    const Parsed parsed = parse(R"({"a/b": [[0, {"~": 1}]], "": {"": 2}, "~1": 3, "é\"": 4})");
    ASSERT_NE(parsed.document, nullptr);
    std::string all;
    for (NodeId id = 0; id < parsed.document->nodes().size(); ++id) all += parsed.document->pointer(id) + " ";
    EXPECT_EQ(all, " /a~1b /a~1b/0 /a~1b/0/0 /a~1b/0/1 /a~1b/0/1/~0 / // /~01 /é\" ");
}

TEST(document, finds_the_node_at_a_place) {
    const std::string text = R"( {"a": [1, "xyz"] , "b": {} } )";
    const Parsed parsed = parse(text);
    ASSERT_NE(parsed.document, nullptr);
    const auto at = [&](std::string_view piece, std::size_t further = 0) {
        return parsed.document->pointer(parsed.document->node_at(static_cast<Where>(text.find(piece) + further)));
    };
    EXPECT_EQ(at(" {"), "");
    EXPECT_EQ(at("{\"a"), "");
    EXPECT_EQ(at("\"a\""), "/a");
    EXPECT_EQ(at(": ["), "/a");
    EXPECT_EQ(at("[1"), "/a");
    EXPECT_EQ(at("1,"), "/a/0");
    EXPECT_EQ(at(", \"xyz"), "/a/0");
    EXPECT_EQ(at("xyz", 2), "/a/1");
    EXPECT_EQ(at("\"b"), "/b");
    EXPECT_EQ(at(" } "), "/b");
    // What stands behind the document is no part of its last value.
    EXPECT_EQ(at("} } ", 3), "");
    EXPECT_EQ(parsed.document->node_at(nowhere), Document::root);
}

TEST(document, keeps_what_stands_twice_apart) {
    const Parsed parsed = parse(R"({"a": 1, "a": [2, {"b": 3}], "c": 4})");
    const Document& document = *parsed.document;
    ASSERT_EQ(document.nodes().size(), 7U);
    EXPECT_EQ(document.node(Document::root).size, 2U);
    EXPECT_EQ(document.node(1).next, 6U);
    EXPECT_EQ(document.pointer(5), "/a/1/b");
    EXPECT_EQ(document.node(6).index, 1U);
    EXPECT_EQ(document.member(Document::root, "a"), 1U);
    EXPECT_EQ(document.member(Document::root, "d"), no_node);
    EXPECT_EQ(document.member(1, "a"), no_node);
}

}  // namespace
}  // namespace muster
