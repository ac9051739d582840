// What must not matter does not: the order of members, claims, flows and records, how the input arrives, and a voice
// that only confirms.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "in_memory.hpp"

namespace muster {
namespace {

using json = nlohmann::ordered_json;
using testing::Collected;
using testing::NamedText;

const std::vector<NamedText>& shipped() {
    static const std::vector<NamedText> files = testing::files_of(testing::source_folder() / "fixtures/datasets/ua-ru");
    return files;
}

/// What a finding says, without where it stands.
std::multiset<std::string> sayings(const Collected& collected, int deepest_layer = 6) {
    std::multiset<std::string> said;
    for (const Finding& finding : collected.findings) {
        if (finding.layer > deepest_layer) continue;
        said.insert(finding.fingerprint + " " + std::string(finding.code) + " " + finding.place.record.value_or(""));
    }
    return said;
}

void shuffle_members(json& value, std::mt19937& random) {
    if (value.is_object()) {
        std::vector<std::pair<std::string, json>> members;
        for (auto& [key, member] : value.items()) members.emplace_back(key, member);
        std::shuffle(members.begin(), members.end(), random);
        value = json::object();
        for (auto& [key, member] : members) {
            shuffle_members(member, random);
            value[key] = member;
        }
    } else if (value.is_array()) {
        for (json& element : value) shuffle_members(element, random);
    }
}

/// Lists whose order says nothing. `via` and the terms of a difference are not among them.
void shuffle_lists(json& record, std::mt19937& random) {
    for (const char* list : {"flows", "claims", "agents", "sources"}) {
        if (record.contains(list) && record[list].is_array())
            std::shuffle(record[list].begin(), record[list].end(), random);
    }
}

/// A number somewhere in a record changed, so that there is something to find.
void disturb(json& record, std::mt19937& random) {
    std::vector<json*> numbers;
    const auto collect = [&](auto& self, json& value) -> void {
        if (value.is_number()) numbers.push_back(&value);
        if (value.is_structured()) {
            for (json& child : value) self(self, child);
        }
    };
    collect(collect, record);
    if (numbers.empty()) return;
    json& chosen = *numbers[random() % numbers.size()];
    chosen = chosen.get<std::int64_t>() + static_cast<std::int64_t>(random() % 21) - 10;
}

std::vector<NamedText> disturbed(std::mt19937& random) {
    std::vector<NamedText> files = shipped();
    for (int i = 0; i < 3; ++i) {
        NamedText& file = files[random() % files.size()];
        json document = json::parse(file.text);
        disturb(document, random);
        file.text = document.dump(2);
    }
    return files;
}

RC_GTEST_PROP(order, of_members_and_lists_changes_nothing, ()) {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    const std::vector<NamedText> files = disturbed(random);
    std::vector<NamedText> shuffled = files;
    for (NamedText& file : shuffled) {
        json document = json::parse(file.text);
        shuffle_lists(document, random);
        shuffle_members(document, random);
        file.text = document.dump();
    }
    RC_ASSERT(sayings(testing::run(files), 5) == sayings(testing::run(shuffled), 5));
}

RC_GTEST_PROP(order, of_records_changes_nothing, ()) {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    const std::vector<NamedText> files = disturbed(random);
    std::vector<NamedText> shuffled = files;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    RC_ASSERT(sayings(testing::run(files)) == sayings(testing::run(shuffled)));
}

RC_GTEST_PROP(order, of_records_in_one_stream_changes_nothing, ()) {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    std::vector<NamedText> files = disturbed(random);
    NamedText lines{"all.ndjson", ""}, array{"all.json", "["};
    for (const NamedText& file : files) {
        const std::string compact = json::parse(file.text).dump();
        lines.text += compact + "\n";
        array.text += (array.text.size() > 1 ? "," : "") + compact;
    }
    array.text += "]";
    const auto expected = sayings(testing::run(files));
    RC_ASSERT(sayings(testing::run({lines})) == expected);
    RC_ASSERT(sayings(testing::run({array})) == expected);
}

/// A stream that comes in two pieces.
class Split : public ByteStream {
public:
    Split(const std::string& text, std::size_t first) : text_(text), first_(first) {}
    Result<std::size_t> read(char* buffer, std::size_t size) override {
        const std::size_t end = at_ < first_ ? first_ : text_.size();
        const std::size_t count = std::min(size, end - at_);
        std::copy_n(text_.data() + at_, count, buffer);
        at_ += count;
        return count;
    }

private:
    const std::string& text_;
    std::size_t first_;
    std::size_t at_ = 0;
};

TEST(split, at_every_byte_gives_the_same_findings) {
    const std::string text =
        R"({"schema": "muster/series/1", "id": "s", "title": "Тит\u00e9", "date": "2024-02-30", "stages": -1})"
        "\r\n\n"
        R"({"schema": "muster/tombstone/1", "id": "t", "withdrawn_on": "2024", "reason": "x", "reason": "y"})"
        "\n{\"schema\": \"muster/tombstone/1\", \"id\": \"u\", \"withdrawn_on\": 2024, }\n";
    std::string expected;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        Dataset dataset;
        Input input = memory_input("input.ndjson", "");
        input.open = [&]() -> Result<std::unique_ptr<ByteStream>> {
            return std::unique_ptr<ByteStream>(std::make_unique<Split>(text, at));
        };
        dataset.inputs.push_back(input);
        Summary summary;
        const std::string found = testing::run(dataset, summary).text();
        if (at == 0) {
            expected = found;
            ASSERT_EQ(std::count(found.begin(), found.end(), '\n'), 4) << found;
        }
        ASSERT_EQ(found, expected) << "split at byte " << at;
    }
}

RC_GTEST_PROP(confirmation, changes_no_verdict, ()) {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    const std::vector<NamedText> files = disturbed(random);
    std::vector<NamedText> confirmed = files;
    std::size_t added = 0;
    for (NamedText& file : confirmed) {
        json document = json::parse(file.text);
        if (!document.contains("claims")) continue;
        const json claims = document["claims"];
        for (const json& claim : claims) {
            if (!claim.contains("quantity") || claim["speaker"] == "lubinets") continue;
            document["claims"].push_back({{"id", "confirmed-" + claim["id"].get<std::string>()},
                                          {"type", "confirmation"},
                                          {"claims", {claim["id"]}},
                                          {"speaker", claim["speaker"] == "tass" ? "rbc" : "tass"},
                                          {"appearances", {{{"source", "mt-2025-03-28"}}}}});
            ++added;
        }
        file.text = document.dump();
    }
    RC_ASSERT(added > 0U);
    RC_ASSERT(sayings(testing::run(files)) == sayings(testing::run(confirmed)));
}

}  // namespace
}  // namespace muster
