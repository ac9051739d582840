// A Document -> the typed record.
#pragma once

#include <memory>

#include "parse/document.hpp"
#include "record/record.hpp"

namespace muster {

/// Decodes what can be used; what the document marks as unknown, or lacks though it is required, is unknown in the
/// record. Of type DocumentType::unknown if `schema` does not say what it is. The record keeps the document alive.
Record decode(const std::shared_ptr<const Document>& document);

}  // namespace muster
