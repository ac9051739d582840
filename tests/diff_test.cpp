// What a comparison of two versions says, and what it never passes over.
#include "diff/diff.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "diff/diff_report.hpp"
#include "diff/digest.hpp"
#include "in_memory.hpp"
#include "parse/parse.hpp"
#include "schema/schema.hpp"
#include "temporary_folder.hpp"

namespace muster {
namespace {

using json = nlohmann::ordered_json;

json record_of(const std::string& id) {
    return json::parse(R"({
        "schema": "muster/exchange/1", "id": ")" +
                       id + R"(", "status": "carried_out", "date": "2025-03-14",
        "flows": [
            { "id": "to-north", "from": "south", "to": "north", "kind": "remains" },
            { "id": "to-south", "from": "north", "to": "south", "kind": "remains" }],
        "claims": [
            { "id": "office-909", "type": "count", "flows": ["to-north"], "quantity": { "amount": 909 },
              "breakdowns": [{ "dimension": "place", "shape": "open_list", "parts": [
                  { "label": "East", "quantity": { "amount": 52 } }, { "label": "West", "quantity": { "amount": 7 } }] }],
              "speaker": "office", "appearances": [{ "source": "ledger" }, { "source": "herald", "via": ["wire", "post"] }] },
            { "id": "staff-43", "type": "count", "flows": ["to-south"], "quantity": { "lower": 40, "as_printed": "dozens" },
              "speaker": "staff", "appearances": [{ "source": "ledger" }] },
            { "id": "third", "type": "ordinal", "scope": { "kind": "remains" }, "ordinal": 3,
              "speaker": "office", "appearances": [{ "source": "ledger" }] }],
        "agents": [
            { "id": "south", "type": "party", "name": "Southland" },
            { "id": "north", "type": "party", "name": "Northland" },
            { "id": "office", "type": "institution", "name": "Office for the Missing", "party": "north" },
            { "id": "staff", "type": "institution", "name": "General Staff", "party": "south" }] })");
}

json tombstone_of(const std::string& id) {
    return {{"schema", "muster/tombstone/1"}, {"id", id}, {"withdrawn_on", "2025-05-01"}, {"reason", "Taken back."}};
}

/// Two folders, each with what is put into it.
class Versions {
public:
    Versions() {
        std::filesystem::create_directory(folder_ / "old");
        std::filesystem::create_directory(folder_ / "new");
    }
    void old_file(const std::string& name, const std::string& text) { put(folder_ / ("old/" + name), text); }
    void new_file(const std::string& name, const std::string& text) { put(folder_ / ("new/" + name), text); }
    Diff compare() const {
        Result<Diff> diff = compare_versions(folder_ / "old", folder_ / "new");
        EXPECT_TRUE(diff.has_value());
        return std::move(*diff);
    }
    std::string form(void (*write)(const Diff&, Output&)) const {
        const Diff diff = compare();
        const std::string path = folder_ / "form";
        std::unique_ptr<Output> output = Output::open(path).value();
        write(diff, *output);
        EXPECT_TRUE(output->finish().has_value());
        std::string text = text_of(path);
        for (const char* name : {"old", "new"}) {
            for (std::size_t at; (at = text.find(folder_ / name)) != std::string::npos;)
                text.replace(at, (folder_ / name).size(), name);
        }
        return text;
    }
    std::string text() const { return form(write_diff_text); }

private:
    Folder folder_;
};

/// The text of a comparison of two versions of one record.
std::string text_of_change(const json& before, const json& after) {
    Versions versions;
    versions.old_file("a.json", before.dump());
    versions.new_file("a.json", after.dump());
    return versions.text();
}

const std::string one_changed = "old (1 record, 3 claims) compared with new (1 record, 3 claims): 1 record changed";
const std::string heading = "north-south (2025-03-14, carried out, 2 flows, 3 claims)\n";

TEST(diff, layout_names_of_files_and_order_are_no_change) {
    json other = record_of("north-south");
    std::reverse(other["claims"].begin(), other["claims"].end());
    std::reverse(other["flows"].begin(), other["flows"].end());
    std::reverse(other["agents"].begin(), other["agents"].end());
    std::reverse(other["claims"][2]["breakdowns"][0]["parts"].begin(),
                 other["claims"][2]["breakdowns"][0]["parts"].end());
    other["$schema"] = "muster.schema.json";
    Versions versions;
    versions.old_file("a.json", record_of("north-south").dump());
    versions.old_file("b.ndjson", record_of("second").dump() + "\n" + record_of("third").dump() + "\n");
    versions.new_file("z.json", "[" + record_of("third").dump(7) + "," + other.dump(3) + "]");
    versions.new_file("y.json", record_of("second").dump(1, ' ', true));
    EXPECT_EQ(versions.text(), "old (3 records, 9 claims) compared with new (3 records, 9 claims): no difference.\n");
}

TEST(diff, says_who_changed_a_figure_from_what_to_what) {
    json after = record_of("north-south");
    after["claims"][0]["quantity"]["amount"] = 910;
    EXPECT_EQ(text_of_change(record_of("north-south"), after),
              heading + "  figure office-909 (Office for the Missing): 909 -> 910, not declared as a revision\n\n" +
                  one_changed + " and 1 changed figure.\n");
}

TEST(diff, says_that_a_change_is_declared) {
    json before = record_of("north-south");
    before["revision"] = {{"version", 1}};
    json after = record_of("north-south");
    after["claims"][2]["ordinal"] = 4;
    after["revision"] = {{"version", 2}, {"data_status", "corrected"}};
    EXPECT_EQ(text_of_change(before, after),
              heading +
                  "  figure third (Office for the Missing): third -> fourth, declared as revision 2 (corrected)\n"
                  "  revision.data_status: nothing -> \"corrected\"\n"
                  "  revision.version: 1 -> 2\n\n" +
                  one_changed + " and 1 changed figure.\n");
    EXPECT_NE(text_of_change(after, before).find("fourth -> third, not declared as a revision"), std::string::npos);
}

TEST(diff, sees_the_figures_of_parts_and_the_words_beside_a_number) {
    json after = record_of("north-south");
    after["claims"][0]["breakdowns"][0]["parts"][0]["quantity"]["amount"] = 53;
    after["claims"][0]["breakdowns"][0]["parts"].erase(1);
    after["claims"][1]["quantity"]["as_printed"] = "scores";
    EXPECT_EQ(
        text_of_change(record_of("north-south"), after),
        heading +
            "  figure office-909, place, East (Office for the Missing): 52 -> 53, not declared as a revision\n"
            "  figure office-909, place, West (Office for the Missing): 7 -> nothing, not declared as a revision\n"
            "  figure staff-43 (General Staff): {\"as_printed\":\"dozens\",\"lower\":40} -> "
            "{\"as_printed\":\"scores\",\"lower\":40}, not declared as a revision\n\n" +
            one_changed + " and 3 changed figures.\n");
}

TEST(diff, shows_a_number_that_is_none_as_it_is_written) {
    json after = record_of("north-south");
    after["claims"][0]["quantity"]["amount"] = "909";
    EXPECT_NE(text_of_change(record_of("north-south"), after)
                  .find("figure office-909 (Office for the Missing): 909 -> {\"amount\":\"909\"}, not declared"),
              std::string::npos);
}

TEST(diff, a_misspelt_key_is_not_taken_for_the_right_one) {
    json after = record_of("north-south");
    after["claims"][0]["quantitty"] = after["claims"][0]["quantity"];
    after["claims"][0].erase("quantity");
    EXPECT_EQ(text_of_change(record_of("north-south"), after),
              heading +
                  "  figure office-909 (Office for the Missing): 909 -> nothing, not declared as a revision\n"
                  "  claims[office-909].quantitty: nothing -> {\"amount\":909}\n\n" +
                  one_changed + " and 1 changed figure.\n");
}

TEST(diff, claims_status_date_flows_and_all_else) {
    json after = record_of("north-south");
    after["status"] = "disputed";
    after["date"] = "2025-03-15";
    after["flows"][0]["label"] = "by rail";
    after["flows"].erase(1);
    after["claims"].erase(1);
    after["claims"].push_back({{"id", "office-912"},
                               {"type", "count"},
                               {"flows", {"to-north"}},
                               {"quantity", {{"amount", 912}, {"qualifier", "about"}}},
                               {"relations", {{{"type", "supersedes"}, {"claim", "office-909"}}}},
                               {"speaker", "office"}});
    after["agents"][0]["name"] = "South";
    std::swap(after["claims"][0]["appearances"][0], after["claims"][0]["appearances"][1]);
    after["claims"][0]["appearances"][0]["via"] = {"post", "wire"};
    EXPECT_EQ(text_of_change(record_of("north-south"), after),
              "north-south (2025-03-15, disputed, 1 flow, 3 claims)\n"
              "  status: carried_out -> disputed\n"
              "  date: 2025-03-14 -> 2025-03-15\n"
              "  claim added: office-912 (count by Office for the Missing: about 912), supersedes office-909\n"
              "  claim dropped: staff-43 (count by General Staff: at least 40)\n"
              "  flow to-north: label: nothing -> \"by rail\"\n"
              "  flow dropped: to-south (remains from Northland to Southland)\n"
              "  agents[south].name: \"Southland\" -> \"South\"\n"
              "  claims[office-909].appearances[herald].via: [\"wire\",\"post\"] -> [\"post\",\"wire\"]\n"
              "  claims[office-909].appearances: in another order\n\n" +
                  one_changed + ".\n");
}

TEST(diff, a_record_that_is_gone_is_lost_unless_a_tombstone_stands_there) {
    Versions versions;
    versions.old_file("a.json", record_of("first").dump());
    versions.old_file("b.json", record_of("second").dump());
    versions.old_file("c.json", tombstone_of("third").dump());
    versions.new_file("b.json", tombstone_of("second").dump());
    versions.new_file("c.json", record_of("third").dump());
    versions.new_file("d.json", record_of("fourth").dump());
    const Diff diff = versions.compare();
    ASSERT_EQ(diff.findings.size(), 1U);
    EXPECT_EQ(diff.findings[0].name, "record_lost");
    EXPECT_EQ(diff.findings[0].place.record, "first");
    EXPECT_EQ(diff.findings[0].message,
              "first (2025-03-14, carried out, 2 flows, 3 claims) is gone from the newer version and has left no "
              "tombstone");
    const std::string text = versions.text();
    EXPECT_EQ(text.substr(text.find("Withdrawn")),
              "Withdrawn\n  second (withdrawn on 2025-05-01: Taken back.)\n\n"
              "Back in place of a tombstone\n  third (2025-03-14, carried out, 2 flows, 3 claims)\n\n"
              "Added\n  fourth (2025-03-14, carried out, 2 flows, 3 claims)\n\n"
              "old (3 records, 6 claims) compared with new (3 records, 6 claims): 1 record lost, 1 record withdrawn, 1 "
              "record restored and 1 record added.\n");
}

TEST(diff, a_tombstone_that_is_gone_is_lost_too) {
    Versions versions;
    versions.old_file("a.json", tombstone_of("first").dump());
    versions.new_file("b.json", record_of("second").dump());
    EXPECT_EQ(versions.compare().count(Fate::lost), 1U);
}

TEST(diff, what_cannot_be_read_is_said_and_may_hold_what_is_missing) {
    Versions versions;
    versions.old_file("a.json", record_of("first").dump());
    versions.old_file("b.json", R"({ "schema": "muster/exchange/1", "flows": [] })");
    versions.new_file("a.json", "{ \"schema\": ");
    versions.new_file("c.json", R"({ "schema": "muster/agents/1", "agents": [{ "id": "x", "id": "x" }] })");
    const Diff diff = versions.compare();
    EXPECT_TRUE(diff.findings.empty());
    EXPECT_EQ(
        versions.text(),
        "Not compared, because it cannot be read for certain in the older version\n"
        "  old/b.json:1:1: [SCH001] this has no usable id, so nothing in the other version can be set beside it\n"
        "\n"
        "Not compared, because it cannot be read for certain in the newer version\n"
        "  new/a.json:1:11: [HYG003] the text ends here, where a value was expected\n"
        "  new/c.json:1:56: [HYG005] \"id\" stands twice in the same object; which of the two values "
        "holds cannot be known\n"
        "\n"
        "Gone, unless they stand in what cannot be read of the newer version\n"
        "  first (2025-03-14, carried out, 2 flows, 3 claims)\n"
        "\n"
        "agent x: added\n"
        "\n"
        "old (2 records, 3 claims) compared with new (0 records, 0 claims): 1 record missing and 1 change outside "
        "of the records.\n");
}

TEST(diff, an_id_that_stands_twice_cannot_be_compared) {
    json other = record_of("first");
    other["date"] = "2025-03-15";
    Versions versions;
    versions.old_file("a.json", record_of("first").dump());
    versions.new_file("a.json", record_of("first").dump());
    versions.new_file("b.json", other.dump());
    const Diff diff = versions.compare();
    EXPECT_TRUE(diff.records.empty());
    ASSERT_EQ(diff.after.unread.size(), 1U);
    EXPECT_EQ(diff.after.unread[0].message,
              "first stands here and in 1 place more, so it cannot be told which is meant");
}

TEST(diff, registries_are_compared_whatever_file_they_stand_in) {
    const json agents = {{"schema", "muster/agents/1"},
                         {"agents",
                          {{{"id", "ru"}, {"type", "party"}, {"name", "One"}, {"aliases", {"a", "b"}}},
                           {{"id", "ua"}, {"type", "party"}, {"name", "Two"}}}}};
    json fewer = agents;
    fewer["agents"].erase(1);
    json rest = agents;
    rest["agents"].erase(0);
    rest["agents"][0]["name"] = "Three";
    fewer["agents"][0]["aliases"] = {"b", "a"};
    Versions versions;
    versions.old_file("agents.json", agents.dump());
    versions.new_file("one.json", fewer.dump());
    versions.new_file("two.json", rest.dump());
    EXPECT_EQ(versions.text(),
              "agent ua (Three)\n  name: \"Two\" -> \"Three\"\n\n"
              "old (0 records, 0 claims) compared with new (0 records, 0 claims): 1 change outside of the records.\n");
}

TEST(diff, long_values_are_shown_from_where_they_differ) {
    json before = record_of("north-south");
    before["note"] = std::string(100, 'x') + " and then so";
    json after = before;
    after["note"] = std::string(100, 'x') + " and then otherwise";
    EXPECT_NE(text_of_change(before, after).find("  note: \u2026so\" -> \u2026otherwise\"\n"), std::string::npos);
}

TEST(diff, standard_input_cannot_be_both) {
    const Result<Diff> diff = compare_versions("-", "-");
    ASSERT_FALSE(diff.has_value());
    EXPECT_EQ(diff.error().message, "standard input can be one of the two versions, not both");
}

/// Everything at once, with texts that nobody should obey.
void make_hostile(Versions& versions) {
    json after = record_of("north-south");
    after["claims"][0]["id"] = "`@all|<b>";
    after["claims"][1]["quantity"] = {{"absent", "withheld"}, {"as_printed", "| a |\n# b"}};
    after["note"] = "<img src=x> [a](http://example.org) \x1b[31m ##[error] \u202e";
    after["extensions"] = {{"example.org:x", {{"deep", {1, 2.5, nullptr, true}}}}};
    after["status"] = "disputed";
    versions.old_file("a.json", record_of("north-south").dump());
    versions.old_file("b.json", record_of("gone").dump());
    versions.old_file("c.json", record_of("withdrawn").dump());
    versions.new_file("a.json", after.dump());
    versions.new_file("c.json", tombstone_of("withdrawn").dump());
    versions.new_file("d.json", R"({ "schema": "muster/sources/1", "sources": [{ "id": "s", "outlet": "o" }] })");
}

TEST(diff, json_is_what_its_schema_says) {
    Versions versions;
    make_hostile(versions);
    const std::string text = versions.form(write_diff_json);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find("##["), std::string::npos);
    EXPECT_EQ(text.find("\u202e"), std::string::npos);
    const json report = json::parse(text);
    EXPECT_EQ(report["summary"], json::parse(R"({"lost": 1, "missing": 0, "withdrawn": 1, "restored": 0, "added": 0,
                                                 "changed": 1, "figures": 1, "others": 1})"));
    for (const json& field : report["records"][1]["others"]) {
        if (field["path"] != "note") continue;
        EXPECT_EQ(field["to"], "<img src=x> [a](http://example.org) \x1b[31m ##[error] \u202e");
    }
    for (const EmbeddedSchema& embedded : embedded_schemas()) {
        if (embedded.name != "diff") continue;
        const auto schema = Schema::compile(embedded.json);
        ASSERT_TRUE(schema.has_value());
        for (const std::string& form : {text, Versions().form(write_diff_json)}) {
            const Parsed parsed = parse(form);
            ASSERT_NE(parsed.document, nullptr);
            for (const Draft& draft : (*schema)->judge(*parsed.document)) {
                ADD_FAILURE() << parsed.document->pointer(parsed.document->node_at(draft.at)) << " "
                              << render(draft.message, draft.args);
            }
        }
        return;
    }
    ADD_FAILURE() << "there is no schema of a comparison";
}

TEST(diff, markdown_holds_data_in_code_spans_only) {
    Versions versions;
    make_hostile(versions);
    const std::string text = versions.form(write_diff_markdown);
    std::string outside;
    bool inside = false;
    for (const char c : text) {
        if (c == '`') inside = !inside;
        if (c == '\n') {
            EXPECT_FALSE(inside) << "a code span ends with its line";
        }
        if (!inside) outside += c;
    }
    for (const char* word : {"@", "<b>", "<img", "http", "withheld", "##[", "\x1b"}) {
        EXPECT_EQ(outside.find(word), std::string::npos) << word << " in\n" << text;
    }
    for (std::size_t at = text.find("| `"); at < text.find("\n\n", text.find("| `"));) {
        const std::size_t end = text.find('\n', at);
        const std::string row = text.substr(at, end - at);
        EXPECT_EQ(std::count(row.begin(), row.end(), '|'), 7) << row;
        at = end + 1;
    }
}

TEST(diff, markdown_is_short) {
    Versions versions;
    std::string lines;
    for (int i = 0; i < 120; ++i) lines += record_of("record-" + std::to_string(1000 + i)).dump() + "\n";
    versions.new_file("a.ndjson", lines);
    const std::string text = versions.form(write_diff_markdown);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2 + 1 + 3 + 50 + 2);
    EXPECT_NE(text.find("\n70 more; `muster diff` without `--format markdown` prints them all.\n"), std::string::npos);
}

std::string in_hex(const Digest& digest) {
    std::string text;
    for (const std::uint32_t word : digest) {
        char hex[9];
        std::snprintf(hex, sizeof hex, "%08x", word);
        text += hex;
    }
    return text;
}

TEST(digest, is_sha_256) {
    // From FIPS 180-2 and its appendix.
    EXPECT_EQ(in_hex(digest_of("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(in_hex(digest_of("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(in_hex(digest_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(in_hex(digest_of(std::string(1000000, 'a'))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
}  // namespace muster
