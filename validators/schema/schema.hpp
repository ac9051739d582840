// A JSON Schema (draft-07, a stated subset) that explains its failures: one cause, one finding.
// Our plan walks the document and explains; valijson judges where the plan is silent, so that nothing is clean
// without a well-known engine agreeing.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"
#include "muster/result.hpp"
#include "parse/document.hpp"

namespace muster {

/// Something in a schema that an engine would ignore or take wrongly.
struct SchemaProblem {
    std::string pointer;  ///< JSON pointer into the schema
    std::size_t line = 1;
    std::size_t column = 1;
    std::string message;
    std::string remedy;
    bool harmless = false;  ///< a document is judged rightly all the same: an engine ignores it, or is slow
};

/// Everything that is wrong with a schema. A Schema can be made from it if all of it is harmless.
std::vector<SchemaProblem> lint_schema(std::string_view json);

/// Immutable once compiled; may be shared between threads.
class Schema {
public:
    /// Error: the first problem that lint_schema() names and that is not harmless, with its place.
    static Result<std::shared_ptr<const Schema>> compile(std::string_view json);

    /// Drafts of layer 2 for a document, in document order; nodes that cannot be used are marked unknown, misspelt
    /// keys are given their right name (and marked unknown). Such names live as long as the schema.
    std::vector<Draft> judge(Document& document) const;

    ~Schema();
    struct Compiled;
    explicit Schema(std::unique_ptr<const Compiled> compiled);

private:
    std::unique_ptr<const Compiled> compiled_;
};

/// The schema of muster's own documents, compiled at first use.
const Schema& document_schema();

struct EmbeddedSchema {
    std::string_view name;  ///< file name without ".schema.json": "muster", "report"
    std::string_view json;
};
/// The files of schema/, as they were when muster was built.
std::vector<EmbeddedSchema> embedded_schemas();

}  // namespace muster
