// What a value says, however it is written: the same text for values that differ only in white space, escapes, the
// order of members and the order of lists whose order says nothing.
#pragma once

#include <string>

#include "parse/document.hpp"

namespace muster {

/// Compact JSON. The member `$schema` at the top of a document, which means nothing, is
/// left out.
std::string canonical(const Document& document, NodeId id);

/// The order of the list's elements says something: stations of a relay, appearances (the first is the claim's
/// origin), the terms of a difference, and whatever stands in extensions.
bool order_counts(const Document& document, NodeId list);

/// What an element of a list is called: its id, source, label, dimension or claim; "" if it has none of them.
std::string name_in_list(const Document& document, NodeId element);

}  // namespace muster
