// Builds a Document from the events of nlohmann's SAX parser. The parser says what comes, the text says where: tokens
// come in order, so a cursor that walks the text in step finds the place of each.
#pragma once

#include <memory>
#include <vector>

#include "parse/document.hpp"

namespace muster {

/// Where the grammar stood when parsing stopped.
enum class Expecting : std::uint8_t {
    value,
    key_or_end,
    colon,
    comma_or_end_of_object,
    value_or_end,
    comma_or_end_of_array
};

class DocumentBuilder {
public:
    explicit DocumentBuilder(std::string text);

    /// Runs the parser; false if the text is not JSON.
    bool build();

    std::shared_ptr<Document> document() { return document_; }
    std::vector<Draft>& drafts() { return drafts_; }
    /// Behind the last token that was understood.
    std::size_t cursor() const { return cursor_; }
    Expecting expecting() const;
    /// The bracket that is open at the cursor; nowhere if none is.
    Where open_bracket() const;

private:
    friend struct SaxEvents;

    std::size_t token_begin();
    NodeId add(Node::Kind kind, std::size_t begin, std::size_t end);
    void open(Node::Kind kind);
    void close();
    void key(std::string&& decoded);
    void string(std::string&& decoded);
    void scalar(Node::Kind kind, std::size_t length);
    std::string_view keep(std::size_t begin, std::size_t end, std::string&& decoded);
    void note_duplicate(NodeId first);

    struct Open {
        NodeId node;
        NodeId last_child;
    };

    std::shared_ptr<Document> document_;
    std::vector<Draft> drafts_;
    std::vector<Open> open_;
    std::size_t cursor_ = 0;
    Where key_begin_ = nowhere;
    Where key_end_ = nowhere;
    std::string_view key_;
    bool has_key_ = false;
    bool detached_ = false;  ///< the next value's key stands twice: it is kept apart
};

}  // namespace muster
