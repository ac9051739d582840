#include <algorithm>

#include "schema/walk.hpp"

namespace muster {
namespace {

/// Both must hold.
Truth both(Truth a, Truth b) {
    if (a == Truth::no || b == Truth::no) return Truth::no;
    return a == Truth::undecided || b == Truth::undecided ? Truth::undecided : Truth::yes;
}

}  // namespace

/// Whether the schema holds for the value. `here` is the frame of that very value, if it has one: there misspelt keys
/// count as what they were meant to be, and what rests on a broken member is undecided.
Truth Walk::holds(SchemaId id, NodeId node, ObjectFrame* here) {
    while (plan_[id].reference != no_schema) id = plan_[id].reference;
    const Subschema& schema = plan_[id];
    if (schema.trivial) return Truth::yes;
    if (document_.node(node).unknown) return schema.never ? Truth::no : Truth::undecided;
    if (complaint(schema, *plan_.document, document_, node).fault != Fault::none) return Truth::no;
    Truth truth = Truth::yes;
    if (document_.node(node).kind == Node::Kind::object) {
        truth = here != nullptr ? holds_here(schema, *here) : holds_inside(schema, node);
    } else if (document_.node(node).kind == Node::Kind::array) {
        if (schema.unique_items && has_repeats(document_, node)) return Truth::no;
        truth = holds_in_list(schema, node);
    }
    return truth == Truth::no ? truth : both(truth, holds_combined(schema, node, here));
}

Truth Walk::holds_in_list(const Subschema& schema, NodeId list) {
    Truth truth = Truth::yes;
    Truth contained = schema.contains == no_schema ? Truth::yes : Truth::no;
    for (NodeId item = document_.node(list).first; item != no_node; item = document_.node(item).next) {
        const SchemaId own = schema.item(document_.node(item).index);
        if (own != no_schema) truth = both(truth, holds(own, item, nullptr));
        if (contained == Truth::yes) continue;
        const Truth here = holds(schema.contains, item, nullptr);
        if (here != Truth::no) contained = here;
    }
    return both(truth, contained);
}

Truth Walk::holds_here(const Subschema& schema, ObjectFrame& here) {
    Truth truth = Truth::yes;
    const auto present = [&](KeyId key) { return key == here.supposed_key || here.member(key) != nullptr; };
    const auto lacking = [&](KeyId key) { return is_required(here, key) ? Truth::undecided : Truth::no; };
    for (const KeyId key : schema.required) {
        ObjectMember* member = here.member(key);
        if (!present(key)) truth = both(truth, lacking(key));
        // That something broken is there says little.
        if (member != nullptr && key != here.supposed_key && broken(here, *member))
            truth = both(truth, Truth::undecided);
    }
    for (const Subschema::Dependency& dependency : schema.dependencies) {
        if (!present(dependency.key)) continue;
        for (const KeyId key : dependency.needs) {
            if (!present(key)) truth = both(truth, lacking(key));
        }
    }
    for (const Subschema::Property& property : schema.properties) {
        if (truth == Truth::no) return truth;
        if (!plan_[property.schema].trivial) {
            truth = both(truth, holds_member(property.schema, here.member(property.key), property.key, here));
        }
    }
    for (ObjectMember& member : here.members) {
        if (truth == Truth::no) return truth;
        if (schema.pattern_properties.empty() && schema.additional == no_schema) break;
        schema.each_for_member(member.key, name_of(member), [&](SchemaId other) {
            const bool declared = other == schema.property(member.key);
            if (!declared && !plan_[other].trivial) truth = both(truth, holds_member(other, &member, member.key, here));
        });
    }
    const auto stranger = [&](const ObjectMember& member) { return !schema.knows(member.key, name_of(member)); };
    if (schema.closed && std::any_of(here.members.begin(), here.members.end(), stranger)) return Truth::no;
    return truth;
}

Truth Walk::holds_member(SchemaId schema, ObjectMember* member, KeyId key, ObjectFrame& here) {
    if (key != no_key && key == here.supposed_key) return allows_word(schema, here.supposed) ? Truth::yes : Truth::no;
    if (member == nullptr) return is_required(here, key) ? Truth::undecided : Truth::yes;
    if (plan_[schema].never) return Truth::no;
    return broken(here, *member) ? Truth::undecided : holds(schema, member->node, nullptr);
}

Truth Walk::holds_inside(const Subschema& schema, NodeId node) {
    Truth truth = Truth::yes;
    const auto present = [&](KeyId key) { return document_.member(node, name(key)) != no_node; };
    for (const KeyId key : schema.required) {
        if (!present(key)) return Truth::no;
    }
    for (const Subschema::Dependency& dependency : schema.dependencies) {
        if (present(dependency.key) && !std::all_of(dependency.needs.begin(), dependency.needs.end(), present)) {
            return Truth::no;
        }
    }
    for (NodeId child = document_.node(node).first; child != no_node && truth != Truth::no;
         child = document_.node(child).next) {
        const KeyId key = plan_.key(document_.node(child).key);
        const std::string_view written = document_.node(child).key;
        schema.each_for_member(key, written, [&](SchemaId own) { truth = both(truth, holds(own, child, nullptr)); });
        if (schema.closed && !schema.knows(key, written)) return Truth::no;
    }
    return truth;
}

Truth Walk::holds_combined(const Subschema& schema, NodeId node, ObjectFrame* here) {
    Truth truth = Truth::yes;
    for (const SchemaId part : schema.all_of) {
        truth = both(truth, holds(part, node, here));
        if (truth == Truth::no) return truth;
    }
    if (schema.condition != no_schema) {
        const auto branch = [&](SchemaId taken) { return taken == no_schema ? Truth::yes : holds(taken, node, here); };
        switch (holds(schema.condition, node, here)) {
            case Truth::yes:
                truth = both(truth, branch(schema.consequence));
                break;
            case Truth::no:
                truth = both(truth, branch(schema.alternative));
                break;
            case Truth::undecided:
                truth = both(truth, Truth::undecided);
                break;
        }
    }
    if (schema.negated != no_schema) {
        switch (holds(schema.negated, node, here)) {
            case Truth::yes:
                return Truth::no;
            case Truth::no:
                break;
            case Truth::undecided:
                truth = both(truth, Truth::undecided);
                break;
        }
    }
    for (const std::vector<SchemaId>* branches : {&schema.any_of, &schema.one_of}) {
        if (branches->empty()) continue;
        std::size_t hold = 0;
        std::size_t undecided = 0;
        for (const SchemaId branch : *branches) {
            const Truth taken = holds(branch, node, here);
            if (taken == Truth::yes) ++hold;
            if (taken == Truth::undecided) ++undecided;
        }
        const bool one = branches == &schema.one_of;
        if (hold + undecided == 0 || (one && hold > 1)) return Truth::no;
        if (hold == 0 || (one && undecided > 0)) truth = both(truth, Truth::undecided);
    }
    return truth;
}

bool Walk::allows_word(SchemaId id, std::string_view word) const {
    while (plan_[id].reference != no_schema) id = plan_[id].reference;
    const Subschema& schema = plan_[id];
    if (schema.never) return false;
    const auto& words = schema.words;
    if (schema.has_set() && std::find(words.begin(), words.end(), word) == words.end()) return false;
    return std::all_of(schema.all_of.begin(), schema.all_of.end(),
                       [&](SchemaId part) { return allows_word(part, word); });
}

/// The member cannot be used: what applies to it without conditions does not hold.
bool Walk::broken(const ObjectFrame& frame, ObjectMember& member) {
    if (document_.node(member.node).unknown) return true;
    if (member.state == ObjectMember::State::unasked) {
        member.state = ObjectMember::State::sound;
        for (std::size_t i = 0; i < frame.applied.size(); ++i) {
            plan_[frame.applied[i].schema].each_for_member(member.key, name_of(member), [&](SchemaId own) {
                if (plan_[own].never) return;
                if (holds(own, member.node, nullptr) == Truth::no) member.state = ObjectMember::State::broken;
            });
        }
    }
    return member.state == ObjectMember::State::broken;
}

}  // namespace muster
