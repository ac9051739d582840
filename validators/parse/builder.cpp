#include "parse/builder.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "parse/token.hpp"
#include "parse/unicode.hpp"

namespace muster {
namespace {

/// From here on the members of an object are looked up in a map.
constexpr std::uint32_t large_object = 16;

/// The same text with numbers that a double could not hold written as 1e0000, length kept. As with the number before,
/// nothing that follows can be taken for a part of it.
std::string with_small_numbers(std::string text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            at = string_end(text, at);
            continue;
        }
        const std::size_t length = text[at] == '-' ? 0 : number_length(std::string_view(text).substr(at));
        const std::string_view token = std::string_view(text).substr(at, length);
        const bool has_exponent = token.find_first_of("eE") != std::string_view::npos;
        if (length > 2 && (has_exponent || length > 300)) text.replace(at, length, "1e" + std::string(length - 2, '0'));
        at += std::max<std::size_t>(length, 1);
    }
    return text;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string text, std::vector<Where> broken_texts, std::size_t deepest)
    : document_(std::make_shared<Document>()), broken_texts_(std::move(broken_texts)), deepest_(deepest) {
    document_->text_ = std::move(text);
}

std::size_t DocumentBuilder::token_begin() {
    const std::string& text = document_->text_;
    while (is_space(text[cursor_]) || text[cursor_] == ',' || text[cursor_] == ':') ++cursor_;
    return cursor_;
}

Span DocumentBuilder::string_at_cursor() {
    const std::size_t begin = token_begin();
    last_string_ = {begin, string_end(document_->text_, begin)};
    return last_string_;
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
        node.key_begin = static_cast<Where>(key_span_.begin);
        node.key_end = static_cast<Where>(key_span_.end);
        node.unknown = broken(key_span_.begin);
        has_key_ = false;
    }
    if (!open_.empty()) {
        Open& parent = open_.back();
        node.parent = parent.node;
        if (detached_) {
            node.unknown = true;
        } else {
            (parent.last_child == no_node ? nodes[parent.node].first : nodes[parent.last_child].next) = id;
            node.index = nodes[parent.node].size++;
            parent.last_child = id;
        }
    }
    detached_ = false;
    nodes.push_back(node);
    cursor_ = end;
    return id;
}

bool DocumentBuilder::open(Node::Kind kind) {
    const std::size_t begin = token_begin();
    too_deep_ = open_.size() == deepest_;
    if (too_deep_) return false;
    open_.push_back({add(kind, begin, begin + 1), no_node, {}});
    return true;
}

void DocumentBuilder::close() {
    const std::size_t begin = token_begin();
    document_->nodes_[open_.back().node].end = static_cast<Where>(begin + 1);
    open_.pop_back();
    cursor_ = begin + 1;
}

std::string_view DocumentBuilder::keep(Span span, std::string&& decoded) {
    const std::string_view raw = std::string_view(document_->text_).substr(span.begin + 1, span.end - span.begin - 2);
    if (raw == decoded) return raw;
    return document_->decoded_.emplace_back(std::move(decoded));
}

bool DocumentBuilder::broken(std::size_t quote) const {
    return std::binary_search(broken_texts_.begin(), broken_texts_.end(), quote);
}

void DocumentBuilder::key(std::string&& decoded) {
    key_span_ = string_at_cursor();
    key_ = keep(key_span_, std::move(decoded));
    has_key_ = true;
    cursor_ = key_span_.end;
    // Two keys that became equal only by being mended are not one key.
    const NodeId first = broken(key_span_.begin) ? no_node : first_of_this_key();
    detached_ = first != no_node;
    if (detached_) note_duplicate(first);
}

NodeId DocumentBuilder::first_of_this_key() {
    Open& object = open_.back();
    const std::vector<Node>& nodes = document_->nodes_;
    const auto usable = [&](NodeId id) { return !broken(nodes[id].key_begin); };
    if (nodes[object.node].size < large_object) {
        for (NodeId id = nodes[object.node].first; id != no_node; id = nodes[id].next) {
            if (nodes[id].key == key_ && usable(id)) return id;
        }
        return no_node;
    }
    if (object.members.empty()) {
        for (NodeId id = nodes[object.node].first; id != no_node; id = nodes[id].next) {
            if (usable(id)) object.members.emplace(nodes[id].key, id);
        }
    }
    const auto [member, fresh] = object.members.emplace(key_, static_cast<NodeId>(nodes.size()));
    return fresh ? no_node : member->second;
}

void DocumentBuilder::note_duplicate(NodeId first) {
    Node& node = document_->nodes_[first];
    node.unknown = true;
    const auto [again, fresh] = repeated_.emplace(first, Repeated{drafts_.size(), 2});
    if (!fresh) {
        Draft& draft = drafts_[again->second.draft];
        draft.message = "\"{key}\" stands {times} times in the same object; which of the values holds cannot be known";
        draft.args.back().second = ++again->second.times;
        return;
    }
    Draft draft;
    draft.rule = "duplicate_key";
    draft.at = static_cast<Where>(key_span_.begin);
    draft.end = static_cast<Where>(key_span_.end);
    draft.message = "\"{key}\" stands twice in the same object; which of the two values holds cannot be known";
    draft.args = {{"key", shortened(key_)}, {"times", std::int64_t{2}}};
    draft.participants = {{Participant::Kind::value, node.begin, 0}};
    draft.notes.push_back({node.key_begin, "it stands here first"});
    drafts_.push_back(std::move(draft));
}

void DocumentBuilder::string(std::string&& decoded) {
    const Span span = string_at_cursor();
    const NodeId id = add(Node::Kind::string, span.begin, span.end);
    Node& node = document_->nodes_[id];
    node.text = keep(span, std::move(decoded));
    node.unknown = node.unknown || broken(span.begin);
}

void DocumentBuilder::scalar(Node::Kind kind, std::size_t length) {
    const std::size_t begin = token_begin();
    const std::string_view rest = std::string_view(document_->text_).substr(begin);
    if (kind == Node::Kind::number) length = number_length(rest);
    const NodeId id = add(kind, begin, begin + length);
    document_->nodes_[id].text = rest.substr(0, length);
}

Where DocumentBuilder::open_bracket() const {
    return open_.empty() ? nowhere : document_->nodes_[open_.back().node].begin;
}

void DocumentBuilder::start_again() {
    document_->nodes_.clear();
    document_->decoded_.clear();
    drafts_.clear();
    repeated_.clear();
    open_.clear();
    cursor_ = 0;
    last_string_ = {};
    has_key_ = detached_ = false;
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
    bool start_object(std::size_t) { return builder.open(Node::Kind::object); }
    bool end_object() { return builder.close(), true; }
    bool start_array(std::size_t) { return builder.open(Node::Kind::array); }
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

bool DocumentBuilder::build() {
    const auto run = [this](const std::string& text) {
        SaxEvents events(*this);
        const bool complete = nlohmann::json::sax_parse(text.begin(), text.end(), &events,
                                                        nlohmann::json::input_format_t::json, /*strict=*/false);
        return std::pair(complete, events.overflow);
    };
    // A byte order mark is no part of JSON; the parser would pass over it without a word.
    if (document_->text_.compare(0, 3, "\xEF\xBB\xBF") == 0) return false;
    const auto [complete, overflow] = run(document_->text_);
    if (!overflow) return complete;
    // Whether a number can be used is for later layers to say, by its token.
    const std::string readable = with_small_numbers(document_->text_);
    start_again();
    return run(readable).first;
}

}  // namespace muster
