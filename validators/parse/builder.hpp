// Builds a Document from the events of nlohmann's SAX parser. The parser says what comes, the text says where: tokens
// come in order, so a cursor that walks the text in step finds the place of each.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parse/document.hpp"

namespace muster {

/// A string of the text, from its opening quote to behind its closing one.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class DocumentBuilder {
public:
    /// `broken_texts`: opening quotes of strings that cannot be used, ascending. Brackets may be nested `deepest` deep.
    DocumentBuilder(std::string text, std::vector<Where> broken_texts, std::size_t deepest);

    /// Runs the parser; false if the text does not begin with a document, or with one that is nested too deep.
    bool build();

    const std::shared_ptr<Document>& document() const { return document_; }
    /// Keys that stand more than once, one draft for each.
    std::vector<Draft>& drafts() { return drafts_; }
    /// The document was given up for its nesting, before the bracket that stands at the cursor.
    bool too_deep() const { return too_deep_; }
    /// Behind the last token that was understood.
    std::size_t cursor() const { return cursor_; }
    /// A key was the last token.
    bool wants_colon() const { return has_key_; }
    /// The bracket that is open at the cursor; nowhere if none is.
    Where open_bracket() const;
    /// The string that ends at the cursor or most closely before it.
    Span last_string() const { return last_string_; }

private:
    friend struct SaxEvents;

    std::size_t token_begin();
    Span string_at_cursor();
    NodeId add(Node::Kind kind, std::size_t begin, std::size_t end);
    bool open(Node::Kind kind);
    void close();
    void key(std::string&& decoded);
    void string(std::string&& decoded);
    void scalar(Node::Kind kind, std::size_t length);
    std::string_view keep(Span span, std::string&& decoded);
    bool broken(std::size_t quote) const;
    NodeId first_of_this_key();
    void note_duplicate(NodeId first);
    void start_again();

    struct Open {
        NodeId node = no_node;
        NodeId last_child = no_node;
        /// In large objects: the member of each key.
        std::map<std::string_view, NodeId> members;
    };
    struct Repeated {
        std::size_t draft;
        std::int64_t times;
    };

    std::shared_ptr<Document> document_;
    std::vector<Where> broken_texts_;
    std::size_t deepest_;
    std::vector<Draft> drafts_;
    std::map<NodeId, Repeated> repeated_;  // by the first member of the key
    std::vector<Open> open_;
    std::size_t cursor_ = 0;
    Span last_string_;
    Span key_span_;
    std::string_view key_;
    bool has_key_ = false;
    bool detached_ = false;  // the next value's key stands twice: it is kept apart
    bool too_deep_ = false;
};

}  // namespace muster
