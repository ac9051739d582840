// Every generic change of every value of every shipped record: one cause never gives more than one error, and gives
// exactly one wherever the changed value is required or redundant.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "in_memory.hpp"
#include "parse/parse.hpp"

namespace muster {
namespace {

using testing::Collected;
using testing::NamedText;

/// One change of a text: what stands there instead, and whether something must be found.
struct Change {
    std::string what;  ///< and where, as a JSON pointer
    Where begin = 0;
    Where end = 0;
    std::string by;
    bool must_be_seen = false;
    std::string item = "";  ///< in a registry: the id of the agent or source

    void apply_to(std::string& text) const { text.replace(begin, end - begin, by); }
    std::string applied_to(std::string text) const {
        apply_to(text);
        return text;
    }
    /// "/claims/3", or "" outside of claims.
    std::string claim() const {
        const std::size_t at = what.find(" /claims/");
        if (at == std::string::npos) return "";
        return what.substr(at + 1, what.find('/', at + 9) - at - 1);
    }
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

const std::set<std::string_view> dates{"date", "published", "modified", "retrieved", "stated_on", "window"};

class Changes {
public:
    explicit Changes(const std::string& text) : parsed_(parse(text)), text_(text) {}

    void for_each(const std::function<void(const Change&)>& take) {
        const Document& document = *parsed_.document;
        for (NodeId id = 0; id < document.nodes().size(); ++id) {
            const std::string item = item_of(id);
            const auto visit = [&](Change change) {
                change.item = item;
                take(change);
            };
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

    std::string item_of(NodeId id) const {
        NodeId above = no_node, item = no_node;
        for (NodeId at = id; at != Document::root; at = node(at).parent) {
            item = above;
            above = at;
        }
        const bool registry = above != no_node && (node(above).key == "agents" || node(above).key == "sources");
        const NodeId own = registry && item != no_node ? parsed_.document->member(item, "id") : no_node;
        return own == no_node ? "" : std::string(node(own).text);
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
        // A series has neither, and may do without claims.
        if (object->first.empty() && node(id).key == "claims") {
            return parsed_.document->member(Document::root, "flows") != no_node;
        }
        if (object->first != "claims" || node(id).key != "flows") return true;
        // Only what is counted needs flows; a place or a statement may name some.
        const NodeId type = parsed_.document->member(node(id).parent, "type");
        return node(type).text == "count";
    }

    void member(NodeId id, const std::function<void(const Change&)>& visit) const {
        const Node& child = node(id);
        const std::string where = parsed_.document->pointer(id);
        const auto [begin, end] = with_its_comma(id);
        visit({"remove " + where, begin, end, "", is_required(id)});
        visit({"rename " + where, child.key_begin + 1, child.key_end - 1, std::string(child.key) + "x", true});
        visit({"rename wholly " + where, child.key_begin + 1, child.key_end - 1, "zzzzzzzz", true});
        const std::string again = std::string(slice(child.key_begin, child.end)) + ", ";
        visit({"duplicate " + where, child.key_begin, child.key_begin, again, true});
    }

    std::pair<Where, Where> with_its_comma(NodeId id) const {
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
        return {begin, end};
    }

    void number(NodeId id, const std::function<void(const Change&)>& visit) const {
        const Node& leaf = node(id);
        const std::string where = parsed_.document->pointer(id);
        const long value = std::stol(std::string(leaf.text));
        const bool counted = redundant(id);
        visit({"+1 " + where, leaf.begin, leaf.end, std::to_string(value + 1), counted});
        visit({"-1 " + where, leaf.begin, leaf.end, std::to_string(value - 1), counted || value == 0});
        visit({"negate " + where, leaf.begin, leaf.end, std::to_string(-value), value != 0});
        visit({"fraction " + where, leaf.begin, leaf.end, std::string(leaf.text) + ".0", true});
        visit({"huge " + where, leaf.begin, leaf.end, "18446744073709551615", true});
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
            visit({"no such word " + where, leaf.begin + 1, leaf.end - 1, "qqqqqqqq", true});
        }
        if (dates.count(key) > 0) date(id, visit);
        if (reference_keys.count(key) == 0 || text_[leaf.begin] != '"') return;
        visit({"nowhere " + where, leaf.begin + 1, leaf.end - 1, "nobody-at-all", true});
        for (const std::string_view other : {"ru", "ua", "mt", "chtpow", "to-ua", "to-ru", "ua-909", "mt-2025-03-28"}) {
            if (other != leaf.text)
                visit({"elsewhere " + where, leaf.begin + 1, leaf.end - 1, std::string(other), false});
        }
    }

    /// Years are mistyped most often; and days that do not exist.
    void date(NodeId id, const std::function<void(const Change&)>& visit) const {
        const Node& leaf = node(id);
        const std::string where = parsed_.document->pointer(id);
        for (const std::string_view year : {"1999", "2023", "2024", "2025", "2026", "2052"}) {
            if (slice(leaf.begin + 1, leaf.begin + 5) != year)
                visit({"year " + std::string(year) + " " + where, leaf.begin + 1, leaf.begin + 5, std::string(year)});
        }
        visit({"no day " + where, leaf.begin + 1, leaf.end - 1, "2025-02-30", true});
    }

    void retype(NodeId id, const std::function<void(const Change&)>& visit) const {
        const Node& value = node(id);
        const std::string where = parsed_.document->pointer(id);
        const bool is_text = value.kind == Node::Kind::string;
        visit({"retype " + where, value.begin, value.end, is_text ? "17" : "\"text\"", true});
        visit({"null " + where, value.begin, value.end, "null", true});
    }

    void swap_ends(NodeId id, const std::function<void(const Change&)>& visit) const {
        const NodeId from = parsed_.document->member(id, "from");
        const NodeId to = parsed_.document->member(id, "to");
        if (to == no_node) return;
        const bool in_order = node(from).begin < node(to).begin;
        const Node& first = node(in_order ? from : to);
        const Node& second = node(in_order ? to : from);
        const std::string between(slice(first.end, second.begin));
        visit({"swap " + parsed_.document->pointer(id), first.begin, second.end,
               std::string(slice(second.begin, second.end)) + between + std::string(slice(first.begin, first.end)),
               false});
    }

    Parsed parsed_;
    const std::string& text_;
};

using Documents = std::vector<std::shared_ptr<Examined>>;

class Shipped {
public:
    Shipped() : files(testing::files_of(testing::source_folder() / "fixtures/datasets/ua-ru")) {
        for (const NamedText& file : files) documents.push_back(testing::examine(file, documents.size()));
        const Collected found = run(documents);
        clean = found.findings.size();
        errors = found.count(Severity::error);
    }

    std::shared_ptr<Examined> with(std::size_t file, const std::string& text) const {
        return testing::examine({files[file].path, text}, file);
    }

    /// What an error in a change can reach: the registries and series, and the records that name what is changed or are
    /// named by it, and so on.
    const std::vector<std::size_t>& around(std::size_t file, const std::string& item) {
        std::vector<std::size_t>& found = around_[{file, is_exchange(file) ? "" : item}];
        if (!found.empty()) return found;
        std::set<std::size_t> numbers;
        std::vector<std::size_t> open;
        const auto add = [&](std::size_t number) {
            if (numbers.insert(number).second && is_exchange(number)) open.push_back(number);
        };
        const bool everything = !is_exchange(file) && item.empty();
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (i == file || everything || !is_exchange(i) || (!is_exchange(file) && names(i, item))) add(i);
        }
        while (!open.empty()) {
            const std::size_t from = open.back();
            open.pop_back();
            for (std::size_t i = 0; i < files.size(); ++i) {
                if (is_exchange(i) && (names(from, id(i)) || names(i, id(from)))) add(i);
            }
        }
        found.assign(numbers.begin(), numbers.end());
        return found;
    }

    Collected run(const Documents& changed) const {
        Summary summary;
        Collected found = testing::run(changed, summary);
        EXPECT_TRUE(summary.rules_failed.empty());
        return found;
    }

    std::vector<NamedText> files;
    Documents documents;
    std::size_t clean = 0;
    std::size_t errors = 0;

private:
    bool is_exchange(std::size_t file) const { return documents[file]->record.type == DocumentType::exchange; }
    std::string_view id(std::size_t file) const { return *documents[file]->record.id; }
    bool names(std::size_t file, std::string_view id) const {
        const std::string begin = "\"" + std::string(id);
        return files[file].text.find(begin + "\"") != std::string::npos ||
               files[file].text.find(begin + "#") != std::string::npos;
    }

    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> around_;
};

class sweep : public ::testing::TestWithParam<std::size_t> {};

constexpr std::size_t shares = 8;

/// Every so many changes that give no error are looked at once more in the whole dataset.
constexpr std::size_t sampled = 4;

/// Errors are looked for where a change can reach, so that the time does not grow with the square of the dataset. What
/// nothing sees is counted in the whole of it, by a sample.
TEST_P(sweep, one_change_gives_at_most_one_error) {
    Shipped shipped;
    ASSERT_GT(shipped.files.size(), 20U);
    ASSERT_EQ(shipped.errors, 0U);
    std::size_t changes = 0, without_error = 0, looked_at = 0, unseen = 0, failures = 0;
    for (std::size_t file = GetParam(); file < shipped.files.size(); file += shares) {
        Changes(shipped.files[file].text).for_each([&](const Change& change) {
            const std::shared_ptr<Examined> changed = shipped.with(file, change.applied_to(shipped.files[file].text));
            Documents near;
            for (const std::size_t number : shipped.around(file, change.item))
                near.push_back(number == file ? changed : shipped.documents[number]);
            const Collected found = shipped.run(near);
            const std::size_t errors = found.count(Severity::error);
            ++changes;
            if (errors == 0 && without_error++ % sampled == 0) {
                Documents all = shipped.documents;
                all[file] = changed;
                const Collected everywhere = shipped.run(all);
                EXPECT_EQ(everywhere.count(Severity::error), 0U) << change.what << "\n" << everywhere.text();
                ++looked_at;
                if (everywhere.findings.size() <= shipped.clean) ++unseen;
            }
            if ((errors > 1 || (change.must_be_seen && errors == 0)) && ++failures < 60) {
                ADD_FAILURE() << shipped.files[file].path << ": " << change.what << " gives " << errors << " errors\n"
                              << found.text();
            }
        });
    }
    EXPECT_EQ(failures, 0U);
    EXPECT_GT(changes, 500U);
    const std::size_t share = looked_at == 0 ? 0 : without_error * 100 * unseen / looked_at / changes;
    std::cout << changes << " changes; about " << share << " % of them nothing can see (" << unseen << " of "
              << looked_at << " looked at, of " << without_error << " without an error)\n";
}

INSTANTIATE_TEST_SUITE_P(share, sweep, ::testing::Range<std::size_t>(0, shares));

/// A change in one claim must not hide, nor multiply, what is wrong in another one.
TEST(sweep_of_pairs, two_changes_give_at_most_two_errors) {
    constexpr std::size_t pairs = 200;
    struct Placed {
        std::size_t file;
        Change change;
        bool same_claim(const Placed& other) const {
            return file == other.file && change.claim() == other.change.claim();
        }
    };
    const Shipped shipped;
    std::vector<Placed> changes;
    for (std::size_t file = 0; file < shipped.files.size(); ++file) {
        Changes(shipped.files[file].text).for_each([&](const Change& change) {
            if (!change.claim().empty()) changes.push_back({file, change});
        });
    }
    ASSERT_GT(changes.size(), pairs);

    std::mt19937 random(20250328);
    const auto any = [&](std::size_t from, std::size_t to) { return from + random() % (to - from); };
    std::size_t none = 0, one = 0;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        const Placed& first = changes[any(0, changes.size())];
        // Every other pair in one record, where two causes are most likely to meet.
        std::size_t begin = 0, end = changes.size();
        if (pair % 2 == 0) {
            const auto in_file = [&](const Placed& placed) { return placed.file == first.file; };
            begin = static_cast<std::size_t>(std::find_if(changes.begin(), changes.end(), in_file) - changes.begin());
            end = begin + static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), in_file));
        }
        const Placed* second = &first;
        for (int tries = 0; second->same_claim(first) && tries < 1000; ++tries) second = &changes[any(begin, end)];
        if (second->same_claim(first)) continue;  // the record has one claim only

        Documents all = shipped.documents;
        const bool in_order = first.change.begin < second->change.begin;
        const Placed& later = in_order ? *second : first;
        const Placed& earlier = in_order ? first : *second;
        std::string text = later.change.applied_to(shipped.files[later.file].text);
        all[later.file] = shipped.with(later.file, text);
        text = earlier.change.applied_to(earlier.file == later.file ? text : shipped.files[earlier.file].text);
        all[earlier.file] = shipped.with(earlier.file, text);
        const Collected found = shipped.run(all);
        const std::size_t errors = found.count(Severity::error);
        EXPECT_LE(errors, 2U) << shipped.files[first.file].path << ": " << first.change.what << "\n"
                              << shipped.files[second->file].path << ": " << second->change.what << "\n"
                              << found.text();
        if (first.change.must_be_seen || second->change.must_be_seen) {
            EXPECT_GE(errors, 1U) << first.change.what << ", " << second->change.what;
        }
        none += errors == 0 ? 1 : 0;
        one += errors == 1 ? 1 : 0;
    }
    std::cout << pairs << " pairs, " << none << " of them without an error, " << one << " with one\n";
}

}  // namespace
}  // namespace muster
