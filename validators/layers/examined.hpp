// One document on its way through the layers: its text, what it says, and what was found wrong with it so far.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/draft.hpp"
#include "layers/text_map.hpp"
#include "parse/document.hpp"
#include "read/read.hpp"
#include "record/record.hpp"
#include "schema/schema.hpp"

namespace muster {

class Examined {
public:
    /// Layers 1 and 2: bytes, JSON, schema. `number` counts the documents of the dataset. What is nothing of muster's
    /// is only judged if it is `expected` to be. By a schema of others it is judged in the same way; without one it is
    /// taken as it is written, while a schema also mends what is misspelt.
    Examined(const Input& input, const Frame& frame, std::size_t number, bool expected,
             const Schema* schema = &document_schema());
    /// A file that holds nothing where a document should be.
    static Examined empty_file(const Input& input, std::size_t number);

    /// It could be read and says what it is.
    bool readable() const { return record.type != DocumentType::unknown; }
    /// It is left alone, being JSON but nothing of muster's: without `schema`, `flows`, `claims`, and lists of agents,
    /// sources or covers.
    bool skipped() const { return skipped_; }

    /// The id of the record; "" for what is no record, or one without a usable id.
    std::string record_id() const {
        return record.is_record() && record.id.known() ? std::string(*record.id) : std::string();
    }
    /// The place and excerpt of a value or key (to its end, if `end` is nowhere), with record and pointer; for nowhere
    /// the beginning of the file.
    Site site(Where begin, Where end = nowhere) const;
    /// What is marked of the value at a JSON pointer, from where to where: all of it, or of an object or list its
    /// bracket. Of what is not there, the innermost value around it is.
    std::pair<Where, Where> marked(std::string_view pointer) const;
    /// The JSON text of the value at a pointer; nothing if there is none.
    std::optional<std::string_view> json(std::string_view pointer) const;
    /// The place by names instead of numbers: "claims[ua-909].quantity.amount=909". Survives reordering.
    std::string stable_name(Where where) const;
    /// The numbers below a value that say how many, by name: "quantity.amount=909". Survives reordering.
    std::string figures(Where where) const;
    /// The id of the claim in which something stands; "" for what stands in none, or in one without a usable id.
    std::string claim_id(Where where) const;

    std::size_t number = 0;
    bool reported = true;
    Record record;
    std::vector<Draft> drafts;
    std::size_t text_size() const { return text_->size(); }
    const std::shared_ptr<const std::string>& text() const { return text_; }
    const Origin& origin() const { return map_.origin(); }
    /// Null if the bytes are not JSON.
    const Document* document() const { return document_.get(); }

private:
    bool foreign() const;
    std::string path_by_names(NodeId id) const;

    Examined(const Input& input, const Origin& origin, std::size_t number);
    void examine(const Frame& frame, bool expected, const Schema* schema);

    std::shared_ptr<const std::string> text_;
    std::shared_ptr<Document> document_;
    TextMap map_;
    bool skipped_ = false;
};

}  // namespace muster
