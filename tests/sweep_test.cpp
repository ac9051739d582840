// Every generic change of every value of every shipped record: one cause never gives more than one error, and gives
// exactly one wherever the changed value is required or redundant.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <set>

#include "in_memory.hpp"
#include "parse/parse.hpp"

namespace muster {
namespace {

using testing::Collected;
using testing::NamedText;

/// One change of a text, and whether something must be found.
struct Change {
    std::string what;
    std::string text;
    bool must_be_seen = false;
};

const std::set<std::string_view> reference_keys{
    "speaker", "source",  "from", "to",    "part_of",         "outlet",   "claim",     "flows",      "of",
    "claims",  "between", "via",  "party", "syndicated_from", "mediator", "mediators", "revision_of"};
const std::map<std::string_view, std::vector<std::string_view>> words{
    {"schema", {}},    {"status", {}}, {"kind", {}},       {"type", {}},   {"applies", {}},
    {"qualifier", {}}, {"shape", {}},  {"method", {}},     {"unit", {}},   {"rank", {}},
    {"category", {}},  {"terms", {}},  {"place_role", {}}, {"result", {}}, {"absent", {}}};
const std::map<std::string_view, std::set<std::string_view>> required{
    {"",
     {"schema", "id", "status", "date", "flows", "claims", "title", "licence", "maintainers", "language", "agents",
      "sources"}},
    {"flows", {"id", "from", "to", "kind"}},
    {"claims",
     {"id", "type", "speaker", "appearances", "flows", "quantity", "scope", "ordinal", "result", "place_role", "places",
      "text", "applies"}},
    {"appearances", {"source"}},
    {"derivation", {"method", "of"}},
    {"breakdowns", {"dimension", "shape", "parts"}},
    {"parts", {"label", "quantity"}},
    {"relations", {"type", "claim"}},
    {"quote", {"exact"}},
    {"agents", {"id", "type", "name", "public_role"}},
    {"sources", {"id", "outlet"}}};

class Changes {
public:
    explicit Changes(const std::string& text) : parsed_(parse(text)), text_(text) {}

    void for_each(const std::function<void(const Change&)>& visit) {
        const Document& document = *parsed_.document;
        for (NodeId id = 0; id < document.nodes().size(); ++id) {
            const Node& node = document.node(id);
            if (node.key == "note" || node.key == "title" || node.key == "url") continue;
            if (node.key_begin != nowhere) member(id, visit);
            if (node.kind == Node::Kind::number) number(id, visit);
            if (node.kind == Node::Kind::string) string(id, visit);
            if (id != Document::root) retype(id, visit);
            if (node.kind == Node::Kind::object && document.member(id, "from") != no_node) swap_ends(id, visit);
        }
    }

private:
    const Node& node(NodeId id) const { return parsed_.document->node(id); }
    std::string_view slice(Where begin, Where end) const { return std::string_view(text_).substr(begin, end - begin); }
    std::string replaced(Where begin, Where end, std::string_view by) const {
        return text_.substr(0, begin) + std::string(by) + text_.substr(end);
    }

    /// The key under which a value or its list stands, and that of the object that holds it.
    std::string_view field(NodeId id) const {
        while (node(id).key_begin == nowhere && node(id).parent != no_node) id = node(id).parent;
        return node(id).key;
    }
    std::string_view kind_of_object(NodeId object) const { return object == Document::root ? "" : field(object); }

    bool is_required(NodeId id) const {
        const auto object = required.find(kind_of_object(node(id).parent));
        if (object == required.end() || object->second.count(node(id).key) == 0) return false;
        // A series may say nothing.
        if (object->first.empty() && node(id).key == "claims")
            return parsed_.document->member(Document::root, "flows") != no_node;
        if (object->first != "claims" || node(id).key != "flows") return true;
        // Only what is counted needs flows; a place or a statement may name some.
        const NodeId type = parsed_.document->member(node(id).parent, "type");
        return node(type).text == "count";
    }

    void member(NodeId id, const std::function<void(const Change&)>& visit) const {
        const Node& child = node(id);
        const std::string where = parsed_.document->pointer(id);
        visit({"remove " + where, without(id), is_required(id)});
        visit(
            {"rename " + where, replaced(child.key_begin + 1, child.key_end - 1, std::string(child.key) + "x"), true});
        visit({"rename wholly " + where, replaced(child.key_begin + 1, child.key_end - 1, "zzzzzzzz"), true});
        const std::string again = std::string(slice(child.key_begin, child.end)) + ", ";
        visit({"duplicate " + where, replaced(child.key_begin, child.key_begin, again), true});
    }

    std::string without(NodeId id) const {
        const Node& child = node(id);
        Where begin = child.key_begin;
        Where end = child.end;
        const std::size_t after = text_.find_first_not_of(" \t\r\n", end);
        if (text_[after] == ',') {
            end = static_cast<Where>(after + 1);
        } else {
            const std::size_t before = text_.find_last_not_of(" \t\r\n", begin - 1);
            if (text_[before] == ',') begin = static_cast<Where>(before);
        }
        return replaced(begin, end, "");
    }

    void number(NodeId id, const std::function<void(const Change&)>& visit) const {
        const Node& leaf = node(id);
        const std::string where = parsed_.document->pointer(id);
        const long value = std::stol(std::string(leaf.text));
        const bool counted = redundant(id);
        visit({"+1 " + where, replaced(leaf.begin, leaf.end, std::to_string(value + 1)), counted});
        visit({"-1 " + where, replaced(leaf.begin, leaf.end, std::to_string(value - 1)), counted || value == 0});
        visit({"negate " + where, replaced(leaf.begin, leaf.end, std::to_string(-value)), value != 0});
        visit({"fraction " + where, replaced(leaf.begin, leaf.end, std::string(leaf.text) + ".0"), true});
        visit({"huge " + where, replaced(leaf.begin, leaf.end, "18446744073709551615"), true});
    }

    /// The amount of a claim that a derivation of this record uses or explains, or of a part or whole of a partition.
    bool redundant(NodeId id) const {
        const Document& document = *parsed_.document;
        const NodeId quantity = node(id).parent;
        if (node(id).key != "amount" || document.member(quantity, "qualifier") != no_node) return false;
        const NodeId holder = node(quantity).parent;
        if (kind_of_object(holder) == "parts") {
            const NodeId breakdown = node(node(holder).parent).parent;
            const NodeId shape = document.member(breakdown, "shape");
            return document.node(shape).text == "partition" && has_amount(node(breakdown).parent, 2);
        }
        if (kind_of_object(holder) != "claims") return false;
        for (const Node& other : document.nodes()) {
            if (other.key == "shape" && other.text == "partition" && inside(other, holder, 4)) return true;
        }
        const NodeId own = document.member(holder, "derivation");
        if (own != no_node && all_here(own)) return true;
        const std::string_view claim = document.node(document.member(holder, "id")).text;
        for (NodeId of = 0; of < document.nodes().size(); ++of) {
            if (node(of).key != "of" || !all_here(node(of).parent)) continue;
            for (NodeId term = node(of).first; term != no_node; term = node(term).next) {
                if (node(term).text == claim) return true;
            }
        }
        return false;
    }

    bool has_amount(NodeId list, int) const {
        const NodeId quantity = parsed_.document->member(node(list).parent, "quantity");
        return quantity != no_node && parsed_.document->member(quantity, "amount") != no_node;
    }
    /// `shape` of an outer breakdown of the claim: shape -> breakdown -> list -> claim.
    bool inside(const Node& shape, NodeId claim, int) const { return node(node(shape.parent).parent).parent == claim; }
    bool all_here(NodeId derivation) const {
        return slice(node(derivation).begin, node(derivation).end).find('#') == std::string_view::npos;
    }

    void string(NodeId id, const std::function<void(const Change&)>& visit) const {
        const Node& leaf = node(id);
        const std::string where = parsed_.document->pointer(id);
        const std::string_view key = field(id);
        if (leaf.key_begin != nowhere && words.count(key) > 0) {
            visit({"no such word " + where, replaced(leaf.begin + 1, leaf.end - 1, "qqqqqqqq"), true});
        }
        if (reference_keys.count(key) == 0 || text_[leaf.begin] != '"') return;
        visit({"nowhere " + where, replaced(leaf.begin + 1, leaf.end - 1, "nobody-at-all"), true});
        for (const std::string_view other : {"ru", "ua", "mt", "chtpow", "to-ua", "to-ru", "ua-909", "mt-2025-03-28"}) {
            if (other != leaf.text) visit({"elsewhere " + where, replaced(leaf.begin + 1, leaf.end - 1, other), false});
        }
    }

    void retype(NodeId id, const std::function<void(const Change&)>& visit) const {
        const Node& value = node(id);
        const std::string where = parsed_.document->pointer(id);
        const bool is_text = value.kind == Node::Kind::string;
        visit({"retype " + where, replaced(value.begin, value.end, is_text ? "17" : "\"text\""), true});
        visit({"null " + where, replaced(value.begin, value.end, "null"), true});
    }

    void swap_ends(NodeId id, const std::function<void(const Change&)>& visit) const {
        const NodeId from = parsed_.document->member(id, "from");
        const NodeId to = parsed_.document->member(id, "to");
        if (to == no_node) return;
        const std::string from_text(slice(node(from).begin, node(from).end));
        const std::string to_text(slice(node(to).begin, node(to).end));
        std::string swapped = text_;
        swapped.replace(node(to).begin, to_text.size(), from_text);
        swapped.replace(node(from).begin, from_text.size(), to_text);
        visit({"swap " + parsed_.document->pointer(id), swapped, false});
    }

    Parsed parsed_;
    const std::string& text_;
};

class sweep : public ::testing::TestWithParam<std::size_t> {};

constexpr std::size_t shares = 4;

TEST_P(sweep, one_change_gives_at_most_one_error) {
    const std::vector<NamedText> files = testing::files_of(testing::source_folder() / "fixtures/datasets/ua-ru");
    ASSERT_GT(files.size(), 20U);
    std::vector<std::shared_ptr<Examined>> documents;
    for (const NamedText& file : files) documents.push_back(testing::examine(file, documents.size()));
    Summary clean;
    ASSERT_EQ(testing::run(documents, clean).count(Severity::error), 0U);

    std::size_t changes = 0, unseen = 0, failures = 0;
    for (std::size_t i = GetParam(); i < files.size(); i += shares) {
        const std::shared_ptr<Examined> original = documents[i];
        Changes(files[i].text).for_each([&](const Change& change) {
            documents[i] = testing::examine({files[i].path, change.text}, i);
            Summary summary;
            const Collected found = testing::run(documents, summary);
            const std::size_t errors = found.count(Severity::error);
            ++changes;
            if (found.findings.size() <= clean.errors + clean.warnings + clean.infos && errors == 0) ++unseen;
            if ((errors > 1 || (change.must_be_seen && errors == 0)) && ++failures < 60) {
                ADD_FAILURE() << files[i].path << ": " << change.what << " gives " << errors << " errors\n"
                              << found.text();
            }
            EXPECT_TRUE(summary.rules_failed.empty()) << change.what;
        });
        documents[i] = original;
    }
    EXPECT_EQ(failures, 0U);
    EXPECT_GT(changes, 500U);
    std::cout << changes << " changes, " << unseen << " of them (" << unseen * 100 / changes << " %) nothing can see\n";
}

INSTANTIATE_TEST_SUITE_P(share, sweep, ::testing::Range<std::size_t>(0, shares));

}  // namespace
}  // namespace muster
