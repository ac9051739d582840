#include <algorithm>

#include "schema/walk.hpp"

namespace muster {
namespace {

/// Types the branch accepts, as far as they are said outright.
std::uint8_t types_of(const Plan& plan, SchemaId schema) {
    while (plan[schema].reference != no_schema) schema = plan[schema].reference;
    if (plan[schema].types != any_type) return plan[schema].types;
    for (const SchemaId part : plan[schema].all_of) {
        if (const std::uint8_t types = types_of(plan, part)) return types;
    }
    return any_type;
}

bool disjoint(const std::vector<const Subschema*>& sets) {
    std::vector<std::string_view> all;
    for (const Subschema* set : sets) all.insert(all.end(), set->words.begin(), set->words.end());
    std::sort(all.begin(), all.end());
    return std::adjacent_find(all.begin(), all.end()) == all.end();
}

bool has_children(const Node& node) {
    return node.kind == Node::Kind::object || node.kind == Node::Kind::array;
}

}  // namespace

void Walk::decide(ObjectFrame& frame, Applied conditional) {
    const Subschema& schema = plan_[conditional.schema];
    switch (holds(schema.condition, frame.node, &frame)) {
        case Truth::yes:
            if (schema.consequence == no_schema) return;
            causes_.push_back({schema.condition, frame.node, conditional.cause});
            expand(frame, schema.consequence, static_cast<CauseId>(causes_.size() - 1));
            return;
        case Truth::no:
            if (schema.alternative != no_schema) expand(frame, schema.alternative, conditional.cause);
            return;
        case Truth::undecided:
            if (document_.node(frame.node).kind != Node::Kind::object) return;
            for (const Subschema::Property& tested : plan_[schema.condition].properties) {
                if (!plan_[tested.schema].has_set() || !is_discriminator(frame, tested.key)) continue;
                ObjectMember* member = frame.member(tested.key);
                if (member == nullptr || broken(frame, *member)) frame.blind.push_back(tested.key);
            }
            return;
    }
}

void Walk::choose(ObjectFrame& frame, Applied choice, const std::vector<SchemaId>& branches, bool one) {
    std::size_t hold = 0;
    std::size_t undecided = 0;
    for (const SchemaId branch : branches) {
        const Truth truth = holds(branch, frame.node, &frame);
        if (truth == Truth::yes) ++hold;
        if (truth == Truth::undecided) ++undecided;
        if (hold > 0 && !one) return;
    }
    if (hold > 1) {
        violations_.push_back(violation(Violation::Kind::several_fit, frame.node, choice, "oneOf", frame.holder));
        marks_.push_back(frame.node);
        frame.told = true;
        return;
    }
    if (hold == 1) return;
    if (choose_by_discriminator(frame, choice, branches) || undecided > 0) return;
    if (!choose_by_type(frame, choice, branches)) choose_cheapest(frame, choice, branches, one ? "oneOf" : "anyOf");
}

/// A member for which each branch allows other strings says which branch was meant.
bool Walk::choose_by_discriminator(ObjectFrame& frame, Applied choice, const std::vector<SchemaId>& branches) {
    if (document_.node(frame.node).kind != Node::Kind::object) return false;
    for (KeyId key = 0; key < plan_.key_names.size(); ++key) {
        std::vector<const Subschema*> sets;
        for (const SchemaId branch : branches) {
            if (const Subschema* set = words_for(plan_, branch, key)) sets.push_back(set);
        }
        if (sets.size() < 2 || sets.size() != branches.size() || !disjoint(sets)) continue;
        ObjectMember* member = frame.member(key);
        if (member == nullptr) {
            const auto needed = [&](SchemaId branch) {
                while (plan_[branch].reference != no_schema) branch = plan_[branch].reference;
                const std::vector<KeyId>& required = plan_[branch].required;
                return std::find(required.begin(), required.end(), key) != required.end();
            };
            if (!std::all_of(branches.begin(), branches.end(), needed)) continue;
            frame.lacks.push_back({{key}, choice, "required", {}});
            frame.blind.push_back(key);
            return true;
        }
        const Node& value = document_.node(member->node);
        for (std::size_t i = 0; i < sets.size() && !value.unknown && value.kind == Node::Kind::string; ++i) {
            if (std::find(sets[i]->words.begin(), sets[i]->words.end(), value.text) == sets[i]->words.end()) continue;
            expand(frame, branches[i], choice.cause);
            return true;
        }
        frame.blind.push_back(key);
        member->told = true;
        if (value.unknown) return true;
        const auto set_id = static_cast<SchemaId>(sets[0] - plan_.schemas.data());
        violations_.push_back(
            violation(Violation::Kind::value, member->node, {set_id, choice.cause}, "enum", name_of(frame).schema));
        for (const Subschema* set : sets) {
            auto& allowed = violations_.back().allowed;
            allowed.insert(allowed.end(), set->allowed.begin(), set->allowed.end());
        }
        marks_.push_back(member->node);
        return true;
    }
    return false;
}

bool Walk::choose_by_type(ObjectFrame& frame, Applied choice, const std::vector<SchemaId>& branches) {
    const Node& node = document_.node(frame.node);
    std::uint8_t all = any_type;
    std::vector<SchemaId> fitting;
    for (const SchemaId branch : branches) {
        const std::uint8_t types = types_of(plan_, branch);
        if (types == any_type) return false;
        all = static_cast<std::uint8_t>(all | types);
        const bool number = node.kind == Node::Kind::number && (types & integer_type) != 0;
        if ((types & type_of(node)) != 0 || number) fitting.push_back(branch);
    }
    if (fitting.size() > 1) return false;
    if (fitting.size() == 1) {
        expand(frame, fitting[0], choice.cause);
        return true;
    }
    violations_.push_back(violation(Violation::Kind::value, frame.node, choice, "type", frame.holder));
    violations_.back().types = all;
    marks_.push_back(frame.node);
    frame.told = true;
    return true;
}

std::vector<Violation> Walk::tried(const ObjectFrame& frame, SchemaId branch) {
    std::vector<Violation> kept;
    kept.swap(violations_);
    const std::size_t corrections = corrections_.size();
    const std::size_t marks = marks_.size();
    const Applied only{branch, always};
    value(frame.node, &only, 1, frame.holder);
    kept.swap(violations_);
    corrections_.resize(corrections, {});
    marks_.resize(marks);
    return kept;
}

/// The branch with the fewest complaints was meant; equal ones are one complaint.
void Walk::choose_cheapest(ObjectFrame& frame, Applied choice, const std::vector<SchemaId>& branches,
                           std::string_view keyword) {
    std::size_t cheapest = 0;
    std::size_t least = SIZE_MAX;
    Lack lack{{}, choice, keyword, plan_[choice.schema].recode(keyword)};
    Violation set = violation(Violation::Kind::value, frame.node, choice, keyword, frame.holder);
    std::size_t sets = 0;
    std::vector<SchemaId> forms;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const std::vector<Violation> found = tried(frame, branches[i]);
        if (found.size() < least) cheapest = i;
        least = std::min(least, found.size());
        if (found.size() != 1 || found[0].node != frame.node) continue;
        if (found[0].kind == Violation::Kind::missing) lack.keys.push_back(plan_.key(found[0].keys[0]));
        if (found[0].kind == Violation::Kind::value && found[0].rule.empty()) forms.push_back(found[0].schema);
        if (found[0].kind == Violation::Kind::value && !found[0].allowed.empty()) {
            ++sets;
            set.schema = found[0].schema;
            set.allowed.insert(set.allowed.end(), found[0].allowed.begin(), found[0].allowed.end());
        }
    }
    if (lack.keys.size() == branches.size()) {
        frame.lacks.push_back(std::move(lack));
    } else if (sets < branches.size() && forms.size() == branches.size() && !has_children(document_.node(frame.node))) {
        Violation none = violation(Violation::Kind::value, frame.node, choice, keyword, frame.holder);
        none.forms = std::move(forms);
        violations_.push_back(std::move(none));
        marks_.push_back(frame.node);
        frame.told = true;
    } else if (least == 1 && !set.allowed.empty() && lack.keys.empty() && set.schema != choice.schema) {
        set.keyword = plan_[set.schema].set_keyword;
        violations_.push_back(std::move(set));
        marks_.push_back(frame.node);
        frame.told = true;
    } else {
        expand(frame, branches[cheapest], choice.cause);
    }
}

}  // namespace muster
