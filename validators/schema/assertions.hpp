// What a single schema object says about a single value by itself: its type, its allowed values, its size, its bounds,
// its pattern. The first that fails is the complaint; what follows from it is not another.
#pragma once

#include <string_view>

#include "parse/document.hpp"
#include "schema/plan.hpp"

namespace muster {

/// Ordered: of several complaints about one value the first is the one to make.
enum class Fault : std::uint8_t { never, type, set, size, bound, pattern, none };

struct Complaint {
    Fault fault = Fault::none;
    std::string_view keyword;  ///< that raised it
};

/// What the schema object says of the value alone, leaving members, items, references and combinations aside.
Complaint complaint(const Subschema& schema, const Document& schema_document, const Document& document, NodeId node);

/// Whether the value is one of the schema object's closed set.
bool in_set(const Subschema& schema, const Document& schema_document, const Document& document, NodeId node);

/// Equal as JSON: numbers by value, members in any order.
bool equal(const Document& a, NodeId in_a, const Document& b, NodeId in_b);

/// The first item after `from` that is equal to the item `from`; no_node if there is none.
NodeId repeated_later(const Document& document, NodeId from);

/// Whether any item of the array equals another.
bool has_repeats(const Document& document, NodeId array);

Types type_of(const Node& node);

}  // namespace muster
