// Parts of sentences about a document and its schema, in plain words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"
#include "schema/plan.hpp"
#include "schema/violation.hpp"
#include "schema/walk.hpp"

namespace muster {

class Phrases {
public:
    Phrases(const Plan& plan, const Document& document, const std::vector<Walk::Correction>& corrections)
        : plan_(plan), document_(document), corrections_(corrections) {}

    const Plan& plan() const { return plan_; }
    const Document& document() const { return document_; }
    const Node& node(NodeId id) const { return document_.node(id); }

    /// `"amount"`, `an entry of "flows"`, `the document`.
    std::string label(NodeId id) const;
    /// The value as it is written, long texts shortened: `"carried-out"`, `43.0`, `a list`.
    std::string value(NodeId id) const;
    /// The same with its type: `the text "carried-out"`, `the number 43.0`, `a list`.
    std::string typed_value(NodeId id) const;
    /// `claim of type "count" with 2 entries in "flows"`: the object with the conditions that make the violation.
    std::string object(const Violation& violation, NodeId object) const;
    /// `a claim`, `an exchange`.
    std::string noun(SchemaId schema) const { return schema == no_schema ? "an object" : plan_[schema].noun; }
    /// The allowed values of a closed set as one would write them.
    std::vector<std::string> allowed(const Violation& violation) const;
    /// What the schema says the member is for; "" if nothing.
    std::string_view description(const Violation& violation, std::string_view key) const;
    NodeId member(NodeId object, std::string_view key) const;

private:
    std::string_view description_of(SchemaId schema) const;

    const Plan& plan_;
    const Document& document_;
    const std::vector<Walk::Correction>& corrections_;
};

/// A draft's words.
struct Said {
    std::string_view rule;
    std::string message;
    Args args;
    std::string remedy = {};
};

/// In quotation marks, shortened to what a sentence can bear.
std::string quoted(std::string_view text);
/// `"a"`, `"a" and "b"`, `"a", "b" or "c"`.
std::string quoted_list(const std::vector<std::string_view>& words, std::string_view last = "and");
/// `a text`, `a whole number or a list`.
std::string types_in_words(std::uint8_t types);
/// 1000000000 -> "1,000,000,000"; anything but a plain integer stays as it is.
std::string grouped(std::string_view token);
/// `the letter "а" in it is Cyrillic`, or `the dash "–" in it is not a hyphen`; "" if there is no such character.
std::string look_alike_in_words(std::string_view text, std::string_view it = "it");
/// A sentence as it goes on behind a colon.
std::string continued(std::string_view sentence);
/// Without its article.
std::string_view bare(std::string_view noun);

}  // namespace muster
