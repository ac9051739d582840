// Walks a document by a plan and yields violations, one for each cause. Nothing in the document is changed.
//
// A value is judged at once by all schema objects that apply to it: its own, those they refer to, those whose `if`
// holds, and of alternatives the one that was meant. So complaints about one value meet, and the first is made.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "schema/assertions.hpp"
#include "schema/frame.hpp"
#include "schema/plan.hpp"
#include "schema/violation.hpp"

namespace muster {

/// Whether a schema holds for a value; undecided where that rests on something broken.
enum class Truth : std::uint8_t { no, yes, undecided };

class Walk {
public:
    struct Correction {
        NodeId node;
        std::string_view key;
    };

    Walk(const Plan& plan, const Document& document) : plan_(plan), document_(document) {}

    void run();

    std::vector<Violation>& violations() { return violations_; }
    /// Misspelt keys and what they were meant to be.
    const std::vector<Correction>& corrections() const { return corrections_; }
    /// Values that cannot be used.
    const std::vector<NodeId>& marks() const { return marks_; }

private:
    // walk.cpp: what applies to a value, and the descent.
    void value(NodeId node, const Applied* seeds, std::size_t count, SchemaId holder);
    Frame& push(NodeId node, const Applied* seeds, std::size_t count, SchemaId holder);
    void expand(Frame& frame, SchemaId schema, CauseId cause);
    void settle(Frame& frame);
    void gather(Frame& frame);
    bool judge_value(Frame& frame);
    void judge_repeats(const Frame& frame);
    void descend(Frame& frame);
    SchemaId name_of(const Frame& frame) const;
    Violation violation(Violation::Kind kind, NodeId node, Applied by, std::string_view keyword, SchemaId object) const;
    std::string_view name(KeyId key) const { return plan_.key_names[key]; }

    // choice.cpp: conditions and alternatives.
    Truth holds(SchemaId schema, NodeId node, Frame* here);
    Truth holds_here(const Subschema& schema, Frame& here);
    Truth holds_inside(const Subschema& schema, NodeId node);
    Truth holds_member(SchemaId schema, Member* member, KeyId key, Frame& here);
    Truth holds_combined(const Subschema& schema, NodeId node, Frame* here);
    bool allows_word(SchemaId schema, std::string_view word) const;
    bool broken(const Frame& frame, Member& member);
    void decide(Frame& frame, Applied conditional);
    void choose(Frame& frame, Applied choice, const std::vector<SchemaId>& branches, bool one);
    bool choose_by_discriminator(Frame& frame, Applied choice, const std::vector<SchemaId>& branches);
    bool choose_by_type(Frame& frame, Applied choice, const std::vector<SchemaId>& branches);
    void choose_cheapest(Frame& frame, Applied choice, const std::vector<SchemaId>& branches, std::string_view keyword);
    std::vector<Violation> tried(const Frame& frame, SchemaId branch);

    // collapse.cpp: of many complaints about one object, one for each cause.
    void judge_object(Frame& frame);
    void correct_keys(Frame& frame);
    KeyId meant_by(const Frame& frame, std::string_view written) const;
    bool is_required(const Frame& frame, KeyId key) const;
    bool is_discriminator(const Frame& frame, KeyId key) const;
    void find_lacks(Frame& frame);
    void find_misfits(Frame& frame);
    void merge_misplaced(Frame& frame);
    void merge_foreign(Frame& frame);
    void merge_by_rule(Frame& frame);
    void merge_by_discriminator(Frame& frame);
    void merge_by_condition(Frame& frame);
    bool rests_on(CauseId cause, KeyId key) const;
    bool nothing_of_its_own(const Frame& frame, const std::vector<std::size_t>& lacks) const;
    std::vector<std::string_view> fitting_words(const Frame& frame, KeyId key);
    void make_unfit(Frame& frame, const std::vector<std::size_t>& lacks, const std::vector<std::size_t>& misfits,
                    Violation&& made);

    const Plan& plan_;
    const Document& document_;
    std::vector<Violation> violations_;
    std::vector<Correction> corrections_;
    std::vector<NodeId> marks_;
    std::vector<Cause> causes_;
    std::deque<Frame> frames_;
    std::size_t depth_ = 0;
};

}  // namespace muster
