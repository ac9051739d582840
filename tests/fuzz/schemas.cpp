// A text that lint takes for a schema becomes a plan, and the plan and valijson judge a document: they never crash, and
// where the plan is silent valijson agrees. Up to the first byte 0xFF stands the schema, behind it the document.
#include <string_view>

#include "fuzz/fuzz.hpp"
#include "parse/parse.hpp"
#include "schema/schema.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace muster;
    const std::string_view all = testing::text_of(data, size);
    const std::size_t border = all.find('\xFF');
    const std::string_view json = all.substr(0, border);
    for (const SchemaProblem& problem : lint_schema(json))
        testing::must(problem.line >= 1 && !problem.message.empty(), "a problem has a place and words");
    const Result<std::shared_ptr<const Schema>> schema = Schema::compile(json);
    if (!schema || border == std::string_view::npos) return 0;
    Parsed parsed = parse(all.substr(border + 1));
    if (!parsed.document) return 0;
    for (const Draft& draft : (*schema)->judge(*parsed.document))
        testing::must(draft.rule != "schema_disagreement", "the plan and valijson agree");
    return 0;
}
