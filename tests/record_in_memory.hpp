// Typed records from JSON that a test holds in memory, with a dataset around them as small as the test needs.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parse/parse.hpp"
#include "record/decode.hpp"
#include "record/directory.hpp"
#include "record/record_check.hpp"

namespace muster::testing {

inline NodeId node_of(const Document& document, std::string_view pointer) {
    for (NodeId id = 0; id < document.nodes().size(); ++id) {
        if (document.pointer(id) == pointer) return id;
    }
    ADD_FAILURE() << "nothing stands at " << pointer;
    return Document::root;
}

/// Decodes a document. What stands at the pointers is marked as unknown before, as an earlier layer would.
inline Record decoded(std::string_view json, std::initializer_list<std::string_view> unknown = {}) {
    const Parsed parsed = parse(json);
    if (parsed.document == nullptr) {
        ADD_FAILURE() << "no JSON: " << json;
        return {};
    }
    for (const std::string_view pointer : unknown) {
        parsed.document->node(node_of(*parsed.document, pointer)).unknown = true;
    }
    return decode(parsed.document);
}

/// The other documents of a dataset.
class SmallDirectory : public Directory {
public:
    void add(Record record) {
        if (record.is_record()) {
            const std::string id(*record.id);
            records_.emplace(id, std::move(record));
        } else {
            registries_.push_back(std::move(record));
        }
    }

    const Agent* agent(std::string_view id) const override {
        for (const Record& registry : registries_) {
            for (const Agent& agent : registry.agents) {
                if (agent.id.is(id)) return &agent;
            }
        }
        return nullptr;
    }
    const Source* source(std::string_view id) const override {
        for (const Record& registry : registries_) {
            for (const Source& source : registry.sources) {
                if (source.id.is(id)) return &source;
            }
        }
        return nullptr;
    }
    bool has_record(std::string_view id) const override { return records_.find(id) != records_.end(); }
    std::string_view title(std::string_view) const override { return {}; }
    const Record* record(std::string_view id) const override {
        const auto found = records_.find(id);
        return found == records_.end() ? nullptr : &found->second;
    }
    const Definition* first_agent(std::string_view) const override { return nullptr; }
    const Definition* first_source(std::string_view) const override { return nullptr; }
    const Definition* first_record(std::string_view) const override { return nullptr; }
    const Definition* tombstone(std::string_view) const override { return nullptr; }
    bool has_two_agents(std::string_view) const override { return false; }
    bool has_two_sources(std::string_view) const override { return false; }
    bool has_two_records(std::string_view) const override { return false; }
    const Circles* circles(Leading) const override { return nullptr; }
    bool agents_complete() const override { return complete; }
    bool sources_complete() const override { return complete; }
    bool records_complete() const override { return complete; }

    bool complete = true;

private:
    std::map<std::string, Record, std::less<>> records_;
    std::vector<Record> registries_;
};

/// A record with all that a check of it needs.
class Checked {
public:
    explicit Checked(Record made) : record(std::move(made)), check(record, directory, 0) {}
    explicit Checked(std::string_view json, std::initializer_list<std::string_view> unknown = {})
        : Checked(decoded(json, unknown)) {}
    Checked(const Checked&) = delete;
    Checked& operator=(const Checked&) = delete;

    /// The number of a claim, by its id.
    std::uint32_t operator[](std::string_view id) const {
        const std::optional<std::uint32_t> number = claim_number(record, id);
        EXPECT_TRUE(number.has_value()) << "no claim " << id;
        return number.value_or(0);
    }

    Record record;
    SmallDirectory directory;
    RecordCheck check;
};

/// A rule for a test, so that its findings can be looked at.
inline Rule probe(void (*check)(RecordCheck&)) {
    Rule rule;
    rule.code = "TST001";
    rule.name = "probe";
    rule.check = check;
    return rule;
}

/// An exchange with two flows, `a` from ru to ua and `b` back, both of remains, and the claims given.
inline std::string exchange(const std::string& claims, const std::string& more = "") {
    return R"({"schema": "muster/exchange/1", "id": "here", "status": "carried_out", "date": "2025-03-28",
        "flows": [{"id": "a", "from": "ru", "to": "ua", "kind": "remains"},
                  {"id": "b", "from": "ua", "to": "ru", "kind": "remains"}],
        "claims": [)" +
           claims + "]" + more + "}";
}

}  // namespace muster::testing

namespace muster {

inline void PrintTo(const Interval& interval, std::ostream* out) {
    const auto end = [&](std::int64_t number) {
        if (number == Interval::open || number == -Interval::open) {
            *out << "..";
        } else {
            *out << number;
        }
    };
    *out << '[';
    end(interval.low());
    *out << ", ";
    end(interval.high());
    *out << ']' << (interval.is_unknown() ? " unknown" : "");
}

}  // namespace muster
