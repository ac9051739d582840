// A dataset does not differ from itself, however it is laid out; both directions of a comparison say the same; and
// no change of any value is passed over.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "diff/diff.hpp"
#include "in_memory.hpp"
#include "temporary_folder.hpp"

namespace muster {
namespace {

using json = nlohmann::ordered_json;

std::vector<json> shipped() {
    std::vector<json> documents;
    for (const auto& file : testing::files_of(testing::source_folder() / "fixtures/datasets/ua-ru")) {
        documents.push_back(json::parse(file.text));
    }
    return documents;
}

void shuffle_everything(json& value, std::mt19937& random, const std::string& key = "") {
    if (value.is_object()) {
        std::vector<std::pair<std::string, json>> members;
        for (auto& [name, member] : value.items()) members.emplace_back(name, member);
        std::shuffle(members.begin(), members.end(), random);
        value = json::object();
        for (auto& [name, member] : members) {
            shuffle_everything(member, random, name);
            value[name] = member;
        }
    } else if (value.is_array()) {
        for (json& element : value) shuffle_everything(element, random);
        if (key != "via" && key != "appearances" && key != "of") std::shuffle(value.begin(), value.end(), random);
    }
}

void write(const std::string& folder, std::vector<json> documents, std::mt19937& random) {
    std::filesystem::create_directory(folder);
    std::shuffle(documents.begin(), documents.end(), random);
    int number = 0;
    std::string lines;
    for (json& document : documents) {
        shuffle_everything(document, random);
        const bool dataset = document["schema"] == "muster/dataset/1";
        if (!dataset && random() % 2 == 0) {
            lines += document.dump() + "\n";
        } else {
            const std::string name = dataset ? "dataset" : std::to_string(number++);
            put(folder + "/" + name + ".json", document.dump(static_cast<int>(random() % 4), ' ', random() % 2 == 0));
        }
    }
    if (!lines.empty()) put(folder + "/lines.ndjson", lines);
}

Diff compare(const std::vector<json>& before, const std::vector<json>& after, std::mt19937& random) {
    const Folder folder;
    write(folder / "old", before, random);
    write(folder / "new", after, random);
    return std::move(*compare_versions(folder / "old", folder / "new"));
}

/// Changes, adds or removes some value; true if something is now otherwise.
bool disturb(std::vector<json>& documents, std::mt19937& random) {
    json& document = documents[random() % documents.size()];
    std::vector<json*> places;
    const auto collect = [&](auto& self, json& value) -> void {
        places.push_back(&value);
        if (value.is_structured()) {
            for (json& inner : value) self(self, inner);
        }
    };
    collect(collect, document);
    json& place = *places[random() % places.size()];
    const json before = place;
    if (&place == &document) {
        if (documents.size() < 3) return false;
        documents.erase(documents.begin() + (&document - documents.data()));
        return true;
    }
    if (place.is_number())
        place = place.get<std::int64_t>() + 1;
    else if (place.is_string())
        place = place.get<std::string>() + "x";
    else if (place.is_array() && random() % 2 == 0 && place.size() > 1)
        place.erase(random() % place.size());
    else if (place.is_array())
        place.push_back(place.front());
    else
        place["note"] = "changed";
    return place != before;
}

std::string mirrored(std::string word) {
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"added", "dropped"}, {"lost", "added"}, {"missing", "added"}, {"withdrawn", "restored"}};
    for (const auto& [one, other] : pairs) {
        if (word == one) return other;
        if (word == other) return one;
    }
    return word;
}

/// What a comparison says, one thing a line; the other way round if `turned`.
std::multiset<std::string> sayings(const Diff& diff, bool turned) {
    std::multiset<std::string> said;
    const auto change = [&](Change c) {
        return turned ? mirrored(std::string(to_string(c))) : std::string(to_string(c));
    };
    const auto field = [&](const FieldChange& f) {
        return change(f.change) + " " + f.path + " " + (turned ? f.to + "|" + f.from : f.from + "|" + f.to);
    };
    const auto words = [](const std::optional<Figure>& f) { return f ? f->words : std::string("nothing"); };
    for (const RecordChange& record : diff.records) {
        std::string fate(to_string(record.fate));
        if (fate == "missing") fate = "lost";
        if (turned && fate != "changed") fate = fate == "added" ? "lost" : mirrored(fate);
        said.insert(record.record + " " + fate);
        if (record.status) said.insert(record.record + field(*record.status));
        if (record.date) said.insert(record.record + field(*record.date));
        for (const FigureChange& f : record.figures) {
            std::string name = record.record + " " + f.claim;
            for (const std::string& part : f.part) name += " " + part;
            said.insert(name + " " + (turned ? words(f.to) + "|" + words(f.from) : words(f.from) + "|" + words(f.to)));
        }
        for (const ClaimChange& c : record.claims) {
            said.insert(record.record + " " + change(c.change) + c.claim + c.type + c.speaker + words(c.figure));
        }
        for (const FlowChange& f : record.flows) {
            said.insert(record.record + change(f.change) + f.flow + (f.field ? field(*f.field) : f.words));
        }
        for (const FieldChange& f : record.others) said.insert(record.record + " " + field(f));
    }
    for (const ItemChange& item : diff.items) {
        said.insert(std::string(to_string(item.kind)) + item.id + change(item.change));
        for (const FieldChange& f : item.fields) said.insert(item.id + " " + field(f));
    }
    return said;
}

RC_GTEST_PROP(diff, a_dataset_does_not_differ_from_itself, (unsigned seed)) {
    std::mt19937 random(seed);
    const Diff diff = compare(shipped(), shipped(), random);
    RC_ASSERT(diff.empty());
    RC_ASSERT(diff.findings.empty());
    RC_ASSERT(diff.before.complete());
    RC_ASSERT(diff.before.records > 20U);
}

RC_GTEST_PROP(diff, nothing_is_passed_over, (unsigned seed)) {
    std::mt19937 random(seed);
    std::vector<json> after = shipped();
    if (!disturb(after, random)) return;
    const Diff diff = compare(shipped(), after, random);
    RC_ASSERT(!diff.empty() || !diff.after.complete());
}

RC_GTEST_PROP(diff, both_directions_say_the_same, (unsigned seed)) {
    std::mt19937 random(seed);
    std::vector<json> after = shipped();
    for (unsigned i = 0; i < 1 + seed % 6; ++i) disturb(after, random);
    const Diff there = compare(shipped(), after, random);
    const Diff back = compare(after, shipped(), random);
    RC_ASSERT(sayings(there, false) == sayings(back, true));
    RC_ASSERT(there.after.unread.size() == back.before.unread.size());
}

}  // namespace
}  // namespace muster
