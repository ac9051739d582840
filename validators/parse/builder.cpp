#include "parse/builder.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace muster {

DocumentBuilder::DocumentBuilder(std::string text) : document_(std::make_shared<Document>()) {
    document_->text_ = std::move(text);
}

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t number_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && std::string_view("+-.0123456789eE").find(text[length]) != std::string_view::npos) {
        ++length;
    }
    return length;
}

/// Offset behind the closing quote of the string that begins at `quote`.
std::size_t string_end(std::string_view text, std::size_t quote) {
    std::size_t at = quote + 1;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
    return std::min(at + 1, text.size());
}

}  // namespace

std::size_t DocumentBuilder::token_begin() {
    const std::string& text = document_->text_;
    while (is_space(text[cursor_]) || text[cursor_] == ',' || text[cursor_] == ':') ++cursor_;
    return cursor_;
}

NodeId DocumentBuilder::add(Node::Kind kind, std::size_t begin, std::size_t end) {
    std::vector<Node>& nodes = document_->nodes_;
    const auto id = static_cast<NodeId>(nodes.size());
    Node node;
    node.kind = kind;
    node.begin = static_cast<Where>(begin);
    node.end = static_cast<Where>(end);
    if (has_key_) {
        node.key = key_;
        node.key_begin = key_begin_;
        node.key_end = key_end_;
        has_key_ = false;
    }
    if (!open_.empty()) {
        Open& parent = open_.back();
        node.parent = parent.node;
        if (detached_) {
            node.unknown = true;
        } else {
            (parent.last_child == no_node ? nodes[parent.node].first : nodes[parent.last_child].next) = id;
            ++nodes[parent.node].size;
            parent.last_child = id;
        }
    }
    detached_ = false;
    nodes.push_back(node);
    cursor_ = end;
    return id;
}

void DocumentBuilder::open(Node::Kind kind) {
    const std::size_t begin = token_begin();
    open_.push_back({add(kind, begin, begin + 1), no_node});
}

void DocumentBuilder::close() {
    const std::size_t begin = token_begin();
    document_->nodes_[open_.back().node].end = static_cast<Where>(begin + 1);
    open_.pop_back();
    cursor_ = begin + 1;
}

std::string_view DocumentBuilder::keep(std::size_t begin, std::size_t end, std::string&& decoded) {
    const std::string_view raw = std::string_view(document_->text_).substr(begin + 1, end - begin - 2);
    if (raw == decoded) return raw;
    return document_->decoded_.emplace_back(std::move(decoded));
}

void DocumentBuilder::key(std::string&& decoded) {
    const std::size_t begin = token_begin();
    const std::size_t end = string_end(document_->text_, begin);
    key_ = keep(begin, end, std::move(decoded));
    key_begin_ = static_cast<Where>(begin);
    key_end_ = static_cast<Where>(end);
    has_key_ = true;
    cursor_ = end;
    const NodeId first = document_->member(open_.back().node, key_);
    detached_ = first != no_node;
    if (detached_) note_duplicate(first);
}

void DocumentBuilder::note_duplicate(NodeId first) {
    Node& node = document_->nodes_[first];
    node.unknown = true;
    Draft draft;
    draft.rule = "duplicate_key";
    draft.at = key_begin_;
    draft.end = key_end_;
    draft.message = "\"{key}\" stands twice in the same object; which of the two values holds cannot be known";
    draft.args = {{"key", std::string(key_)}};
    draft.participants = {{Participant::Kind::value, node.begin, 0}};
    draft.notes = {{node.key_begin, "it stands here first"}};
    drafts_.push_back(std::move(draft));
}

void DocumentBuilder::string(std::string&& decoded) {
    const std::size_t begin = token_begin();
    const std::size_t end = string_end(document_->text_, begin);
    const NodeId id = add(Node::Kind::string, begin, end);
    document_->nodes_[id].text = keep(begin, end, std::move(decoded));
}

void DocumentBuilder::scalar(Node::Kind kind, std::size_t length) {
    const std::size_t begin = token_begin();
    const std::string_view rest = std::string_view(document_->text_).substr(begin);
    if (kind == Node::Kind::number) length = number_length(rest);
    const NodeId id = add(kind, begin, begin + length);
    document_->nodes_[id].text = rest.substr(0, length);
}

Expecting DocumentBuilder::expecting() const {
    if (has_key_) return Expecting::colon;
    if (open_.empty()) return Expecting::value;
    const bool object = document_->nodes_[open_.back().node].kind == Node::Kind::object;
    const bool fresh = cursor_ == document_->nodes_[open_.back().node].begin + 1;
    if (object) return fresh ? Expecting::key_or_end : Expecting::comma_or_end_of_object;
    return fresh ? Expecting::value_or_end : Expecting::comma_or_end_of_array;
}

Where DocumentBuilder::open_bracket() const {
    return open_.empty() ? nowhere : document_->nodes_[open_.back().node].begin;
}

/// nlohmann's SAX interface. Numbers are taken from the text: their token says more than their value.
struct SaxEvents {
    using json = nlohmann::json;
    DocumentBuilder& builder;

    bool null() { return scalar(Node::Kind::null, 4); }
    bool boolean(bool value) { return scalar(Node::Kind::boolean, value ? 4 : 5); }
    bool number_integer(json::number_integer_t) { return scalar(Node::Kind::number, 0); }
    bool number_unsigned(json::number_unsigned_t) { return scalar(Node::Kind::number, 0); }
    bool number_float(json::number_float_t, const json::string_t&) { return scalar(Node::Kind::number, 0); }
    bool string(json::string_t& value) { return builder.string(std::move(value)), true; }
    bool binary(json::binary_t&) { return false; }
    bool start_object(std::size_t) { return builder.open(Node::Kind::object), true; }
    bool end_object() { return builder.close(), true; }
    bool start_array(std::size_t) { return builder.open(Node::Kind::array), true; }
    bool end_array() { return builder.close(), true; }
    bool key(json::string_t& value) { return builder.key(std::move(value)), true; }
    // Its words are not ours to show: they hold raw bytes of the input.
    bool parse_error(std::size_t, const std::string&, const json::exception& error) {
        overflow = error.id == 406;
        return false;
    }

    bool overflow = false;  ///< it is JSON, but a number is too large for the parser

private:
    bool scalar(Node::Kind kind, std::size_t length) { return builder.scalar(kind, length), true; }

public:
    explicit SaxEvents(DocumentBuilder& owner) : builder(owner) {}
};

namespace {

/// The same text with numbers that a double could not hold written as 1.0000, length kept.
std::string with_small_numbers(std::string text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            at = string_end(text, at);
        } else if (text[at] >= '0' && text[at] <= '9') {
            const std::size_t length = number_length(std::string_view(text).substr(at));
            const bool has_exponent = text.find_first_of("eE", at) < at + length;
            if (length > 2 && (has_exponent || length > 300))
                text.replace(at, length, "1." + std::string(length - 2, '0'));
            at += length;
        } else {
            ++at;
        }
    }
    return text;
}

}  // namespace

bool DocumentBuilder::build() {
    const auto run = [this](const std::string& text) {
        SaxEvents events(*this);
        const bool complete = nlohmann::json::sax_parse(text.begin(), text.end(), &events,
                                                        nlohmann::json::input_format_t::json, /*strict=*/false);
        return std::pair(complete, events.overflow);
    };
    const auto [complete, overflow] = run(document_->text_);
    if (!overflow) return complete;
    // Whether a number can be used is for later layers to say, by its token.
    const std::string readable = with_small_numbers(document_->text_);
    document_->nodes_.clear();
    document_->decoded_.clear();
    drafts_.clear();
    open_.clear();
    cursor_ = 0;
    has_key_ = detached_ = false;
    return run(readable).first;
}

}  // namespace muster
