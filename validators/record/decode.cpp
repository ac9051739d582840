#include "record/decode.hpp"

#include "record/decoder.hpp"

namespace muster {
namespace {

/// A value of a Document, as the decoder asks for it.
class DocumentValue {
public:
    DocumentValue(const Document& document, NodeId id) : document_(&document), id_(id) {}

    bool is_string() const { return node().kind == Node::Kind::string; }
    bool is_number() const { return node().kind == Node::Kind::number; }
    bool is_object() const { return node().kind == Node::Kind::object; }
    bool is_array() const { return node().kind == Node::Kind::array; }
    std::string_view text() const { return node().text; }
    Where where() const { return node().begin; }
    bool unknown() const { return node().unknown; }

    template <class Function>
    void members(Function function) const {
        if (!is_object()) return;
        for (NodeId child = node().first; child != no_node; child = document_->node(child).next) {
            function(document_->node(child).key, DocumentValue(*document_, child));
        }
    }
    template <class Function>
    void elements(Function function) const {
        for (NodeId child = node().first; child != no_node; child = document_->node(child).next) {
            function(DocumentValue(*document_, child));
        }
    }

private:
    const Node& node() const { return document_->node(id_); }

    const Document* document_;
    NodeId id_;
};

}  // namespace

Record decode(const std::shared_ptr<const Document>& document) {
    Record record = Decoder<DocumentValue>().document(DocumentValue(*document, Document::root));
    record.storage = document;
    return record;
}

}  // namespace muster
