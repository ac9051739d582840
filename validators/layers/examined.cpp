#include "layers/examined.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "core/words.hpp"
#include "parse/parse.hpp"
#include "record/decode.hpp"
#include "record/extension_keys.hpp"
#include "schema/schema.hpp"

namespace muster {
namespace {

Draft whole_frame(std::string_view rule, std::size_t end, std::string message, Args args = {}) {
    Draft draft;
    draft.rule = rule;
    draft.at = 0;
    draft.end = static_cast<Where>(end);
    draft.message = std::move(message);
    draft.args = std::move(args);
    draft.participants = {{Participant::Kind::value, 0, 0}};
    return draft;
}

bool looks_like_utf16(std::string_view bytes) {
    const std::string_view beginning = bytes.substr(0, 2);
    if (beginning == "\xFF\xFE" || beginning == "\xFE\xFF") return true;
    const std::string_view sample = bytes.substr(0, 400);
    const auto zeros = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
    return zeros * 5 > sample.size() * 2 && zeros * 5 < sample.size() * 3;
}

Draft problem(const Frame& frame, std::size_t limit) {
    switch (frame.kind) {
        case FrameKind::too_large:
            return whole_frame("document_too_large", 0, "this document is larger than {limit} bytes and was not read",
                               {{"limit", static_cast<std::int64_t>(limit)}});
        case FrameKind::not_text: {
            Draft draft = whole_frame("not_json", 0, "this file holds bytes that stand in no text");
            draft.remedy = "Export the file again as JSON text in UTF-8.";
            if (looks_like_utf16(frame.bytes)) {
                draft.message = "this file is stored as UTF-16; JSON is stored as UTF-8";
                draft.remedy = "Save the file again with the encoding UTF-8.";
            }
            return draft;
        }
        case FrameKind::array_not_closed:
            return whole_frame("not_json", 0, "the file ends here, but its outer list is not closed with ]");
        case FrameKind::empty_element:
            return whole_frame("not_json", 1, "a document is missing here: this comma or bracket came too early");
        case FrameKind::trailing_content:
            return whole_frame("trailing_content", std::min(frame.bytes.find_first_of("\r\n"), frame.bytes.size()),
                               "the list of documents has ended, but something more stands here");
        case FrameKind::damaged: {
            Draft draft = whole_frame("not_json", 0, "the file cannot be read to its end: {reason}",
                                      {{"reason", std::string(frame.bytes)}});
            draft.remedy = "Store or download the file again; what stood before this place was checked.";
            return draft;
        }
        case FrameKind::document:
            break;
    }
    return {};
}

Origin origin_of(const Input& input, const Frame& frame) {
    return {input.path, frame.line, frame.column, frame.index, frame.standalone || input.framing == Framing::lines};
}

}  // namespace

Examined::Examined(const Input& input, const Origin& origin, std::size_t count)
    : number(count), reported(input.reported), map_(origin, {}) {}

Examined::Examined(const Input& input, const Frame& frame, std::size_t count, bool expected, const Schema* schema)
    : Examined(input, origin_of(input, frame), count) {
    if (frame.byte_order_mark) {
        drafts.push_back(whole_frame("byte_order_mark", 0, "the file begins with an invisible byte order mark"));
        // It stands before the document, perhaps lines before: a cause of its own, shown at the file's beginning.
        drafts.back().at = nowhere;
        drafts.back().participants.clear();
    }
    if (frame.kind != FrameKind::document) {
        text_ = std::make_shared<const std::string>(frame.kind == FrameKind::damaged ? "" : frame.bytes);
        drafts.push_back(problem(frame, input.largest_document));
    } else {
        examine(frame, expected, schema);
    }
    map_ = TextMap(map_.origin(), *text_);
}

Examined Examined::empty_file(const Input& input, std::size_t count) {
    Examined examined(input, Origin{input.path, 1, 1, 0, true}, count);
    examined.text_ = std::make_shared<const std::string>();
    examined.drafts.push_back(whole_frame("not_json", 0, "this file is empty"));
    examined.drafts.back().remedy = "Write a record into it, or remove the file.";
    return examined;
}

void Examined::examine(const Frame& frame, bool expected, const Schema* schema) {
    Parsed parsed = parse(frame.bytes);
    text_ = std::make_shared<const std::string>(std::move(parsed.text));
    drafts.insert(drafts.end(), std::make_move_iterator(parsed.drafts.begin()),
                  std::make_move_iterator(parsed.drafts.end()));
    document_ = std::move(parsed.document);
    skipped_ = !expected && foreign();
    if (document_ == nullptr || skipped_) return;
    if (schema != nullptr) {
        for (Draft& draft : schema->judge(*document_)) drafts.push_back(std::move(draft));
    }
    if (schema == &document_schema()) {
        for (Draft& draft : check_extension_keys(*document_)) drafts.push_back(std::move(draft));
    }
    record = decode(document_);
}

bool Examined::foreign() const {
    if (document_ == nullptr) return false;
    for (const std::string_view key : {"schema", "flows", "claims"}) {
        if (document_->member(Document::root, key) != no_node) return false;
    }
    // A registry that has lost its `schema` must not drop out unseen: everything that refers to it would look wrong.
    for (const std::string_view key : {"agents", "sources", "covers"}) {
        const NodeId list = document_->member(Document::root, key);
        if (list != no_node && document_->node(list).kind == Node::Kind::array) return false;
    }
    return true;
}

Site Examined::site(Where begin, Where end) const {
    if (begin == nowhere) {
        Site beginning;
        beginning.place.path = map_.origin().path;
        return beginning;
    }
    if (document_ == nullptr) {
        return map_.site(begin, end == nowhere ? begin : end);
    }
    const NodeId id = document_->node_at(begin);
    const Node& node = document_->node(id);
    if (end == nowhere) end = node.key_begin == begin ? node.key_end : std::max(node.end, begin);
    Site site = map_.site(begin, end);
    site.place.pointer = document_->pointer(id);
    if (record.is_record() && record.id.known()) site.place.record = std::string(*record.id);
    return site;
}

std::pair<Where, Where> Examined::marked(std::string_view pointer) const {
    const Node& node = document_->node(document_->nearest(pointer));
    const bool bracket = node.kind == Node::Kind::object || node.kind == Node::Kind::array;
    return {node.begin, bracket ? node.begin + 1 : nowhere};
}

std::optional<std::string_view> Examined::json(std::string_view pointer) const {
    const NodeId id = document_->nearest(pointer);
    if (document_->pointer(id) != pointer) return std::nullopt;
    const Node& node = document_->node(id);
    return std::string_view(*text_).substr(node.begin, node.end - node.begin);
}

std::string Examined::stable_name(Where where) const {
    if (document_ == nullptr || where == nowhere) {
        // Of what cannot be read there is nothing to name but its text, however it is laid out.
        std::string name;
        std::copy_if(text_->begin(), text_->end(), std::back_inserter(name),
                     [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n'; });
        return name;
    }
    const NodeId id = document_->node_at(where);
    const Node& leaf = document_->node(id);
    const bool is_leaf = leaf.kind != Node::Kind::object && leaf.kind != Node::Kind::array;
    return path_by_names(id) + (is_leaf ? "=" + std::string(leaf.text) : "");
}

std::string Examined::path_by_names(NodeId id) const {
    std::string name;
    for (; document_->node(id).parent != no_node; id = document_->node(id).parent) {
        const Node& node = document_->node(id);
        const NodeId parent = node.parent;
        if (document_->node(parent).kind == Node::Kind::object) {
            name.insert(0, "." + std::string(node.key));
            continue;
        }
        std::string step = std::string(node.text);
        for (const std::string_view key : {"id", "source", "label", "dimension", "claim"}) {
            const NodeId naming = document_->member(id, key);
            if (naming == no_node || document_->node(naming).kind != Node::Kind::string) continue;
            step = std::string(document_->node(naming).text);
            break;
        }
        name.insert(0, "[" + step + "]");
    }
    return name;
}

std::string Examined::figures(Where where) const {
    if (document_ == nullptr || where == nowhere) return "";
    const NodeId top = document_->node_at(where);
    std::vector<std::string> found;
    for (NodeId id = top; id < document_->nodes().size(); ++id) {
        const Node& node = document_->node(id);
        if (node.begin >= document_->node(top).end) break;
        if (node.kind != Node::Kind::number && node.key != "qualifier") continue;
        const std::string name = path_by_names(id);
        const bool counts =
            name.find(".quantity.") != std::string::npos || name.find(".breakdowns[") != std::string::npos;
        if (counts) found.push_back(name + "=" + std::string(node.text));
    }
    std::sort(found.begin(), found.end());
    return joined(found);
}

std::string Examined::claim_id(Where where) const {
    if (document_ == nullptr || where == nowhere) return "";
    for (NodeId id = document_->node_at(where); id != Document::root; id = document_->node(id).parent) {
        const NodeId list = document_->node(id).parent;
        if (list == Document::root || document_->node(list).parent != Document::root) continue;
        if (document_->node(list).key != "claims") return "";
        const NodeId own = document_->member(id, "id");
        return own == no_node || document_->node(own).kind != Node::Kind::string
                   ? ""
                   : std::string(document_->node(own).text);
    }
    return "";
}

}  // namespace muster
