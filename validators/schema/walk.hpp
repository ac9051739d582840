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
    ObjectFrame& push(NodeId node, const Applied* seeds, std::size_t count, SchemaId holder);
    void expand(ObjectFrame& frame, SchemaId schema, CauseId cause);
    void settle(ObjectFrame& frame);
    void gather(ObjectFrame& frame);
    bool judge_value(ObjectFrame& frame);
    void judge_repeats(const ObjectFrame& frame);
    void judge_contains(const ObjectFrame& frame);
    void judge_negations(ObjectFrame& frame);
    void descend_list(ObjectFrame& frame);
    std::string_view name_of(const ObjectMember& member) const {
        return member.misspelt ? name(member.key) : document_.node(member.node).key;
    }
    void descend(ObjectFrame& frame);
    Applied name_of(const ObjectFrame& frame) const;
    Violation about(Violation::Kind kind, const ObjectFrame& frame, Applied by, std::string_view keyword) const;
    Violation violation(Violation::Kind kind, NodeId node, Applied by, std::string_view keyword, SchemaId object) const;
    std::string_view name(KeyId key) const { return plan_.key_names[key]; }

    // choice.cpp: conditions and alternatives.
    Truth holds(SchemaId schema, NodeId node, ObjectFrame* here);
    Truth holds_in_list(const Subschema& schema, NodeId list);
    Truth holds_here(const Subschema& schema, ObjectFrame& here);
    Truth holds_inside(const Subschema& schema, NodeId node);
    Truth holds_member(SchemaId schema, ObjectMember* member, KeyId key, ObjectFrame& here);
    Truth holds_combined(const Subschema& schema, NodeId node, ObjectFrame* here);
    bool allows_word(SchemaId schema, std::string_view word) const;
    bool broken(const ObjectFrame& frame, ObjectMember& member);
    void decide(ObjectFrame& frame, Applied conditional);
    void choose(ObjectFrame& frame, Applied choice, const std::vector<SchemaId>& branches, bool one);
    bool choose_by_discriminator(ObjectFrame& frame, Applied choice, const std::vector<SchemaId>& branches);
    bool choose_by_type(ObjectFrame& frame, Applied choice, const std::vector<SchemaId>& branches);
    void choose_cheapest(ObjectFrame& frame, Applied choice, const std::vector<SchemaId>& branches,
                         std::string_view keyword);
    std::vector<Violation> tried(const ObjectFrame& frame, SchemaId branch);

    // collapse.cpp: of many complaints about one object, one for each cause.
    void judge_object(ObjectFrame& frame);
    void correct_keys(ObjectFrame& frame);
    KeyId meant_by(const ObjectFrame& frame, std::string_view written) const;
    bool is_required(const ObjectFrame& frame, KeyId key) const;
    bool is_discriminator(const ObjectFrame& frame, KeyId key) const;
    void find_lacks(ObjectFrame& frame);
    void find_misfits(ObjectFrame& frame);
    void merge_misplaced(ObjectFrame& frame);
    void merge_foreign(ObjectFrame& frame);
    void merge_by_rule(ObjectFrame& frame);
    void merge_by_discriminator(ObjectFrame& frame);
    void merge_by_condition(ObjectFrame& frame);
    bool rests_on(CauseId cause, NodeId node, KeyId key) const;
    bool nothing_of_its_own(const ObjectFrame& frame, const std::vector<std::size_t>& lacks) const;
    std::vector<std::string_view> fitting_words(const ObjectFrame& frame, KeyId key);
    void make_unfit(ObjectFrame& frame, const std::vector<std::size_t>& lacks, const std::vector<std::size_t>& misfits,
                    Violation&& made);

    const Plan& plan_;
    const Document& document_;
    std::vector<Violation> violations_;
    std::vector<Correction> corrections_;
    std::vector<NodeId> marks_;
    std::vector<Cause> causes_;
    std::deque<ObjectFrame> frames_;
    std::size_t depth_ = 0;
};

}  // namespace muster
