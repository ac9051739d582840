// One thing that is wrong in a document by its schema, typed, before it is put into words.
#pragma once

#include <string_view>
#include <vector>

#include "parse/document.hpp"
#include "schema/plan.hpp"

namespace muster {

struct Violation {
    enum class Kind : std::uint8_t {
        value,        ///< `node`, by `keyword` of `schema`
        repeated,     ///< the item `node` equals the earlier item `first`
        missing,      ///< the object `node` has none of `keys`
        unknown_key,  ///< of the member `node`; `keys` are those that may still be written
        misplaced,    ///< `members` of the object `node` belong into its missing member `suggestion`
        unfit,        ///< `members` that may not be in the object `node`, and `keys` it lacks: one cause
        several_fit,  ///< `node` fits more than one of the forms of which it may fit one
    };
    Kind kind = Kind::value;
    NodeId node = no_node;
    SchemaId schema = no_schema;       ///< the schema object that speaks
    std::string_view keyword;          ///< of that object
    std::string_view rule;             ///< what the schema recodes it to; "" if it goes by its kind
    SchemaId object = no_schema;       ///< names the object: `node` itself, or the one that holds it
    std::vector<SchemaId> conditions;  ///< each `if` that holds and made this so, outermost first
    std::vector<std::string_view> keys;
    bool any_of_keys = false;  ///< one of `keys` would do
    std::vector<NodeId> members;
    std::vector<NodeId> allowed;          ///< of a closed set, in the schema's document
    std::vector<SchemaId> forms;          ///< of which the value has none, each saying so by itself
    std::uint8_t types = any_type;        ///< that would be right
    std::string_view suggestion;          ///< the key that was meant
    std::string_view because;             ///< the key that asks for `keys`; the discriminator that does not fit
    std::vector<std::string_view> words;  ///< values of that discriminator that would fit
    NodeId first = no_node;
    bool needed = false;  ///< the member `node` may not be left out
    bool blinds = false;  ///< without it the object cannot be judged
};

}  // namespace muster
