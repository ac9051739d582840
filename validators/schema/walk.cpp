#include "schema/walk.hpp"

#include <algorithm>

namespace muster {

void ObjectFrame::reset() {
    applied.clear();
    conditions.clear();
    choices.clear();
    members.clear();
    seeds.clear();
    lacks.clear();
    misfits.clear();
    blind.clear();
    told = in_doubt = false;
    closed = spelt = known = 0;
    supposed_key = no_key;
}

const ObjectMember* ObjectFrame::member(KeyId key) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const ObjectMember& member) { return member.key == key; });
    return found == members.end() ? nullptr : &*found;
}

ObjectMember* ObjectFrame::member(KeyId key) {
    return const_cast<ObjectMember*>(static_cast<const ObjectFrame*>(this)->member(key));
}

void Walk::run() {
    const Applied root{Plan::root, always};
    value(Document::root, &root, 1, Plan::root);
}

void Walk::value(NodeId node, const Applied* seeds, std::size_t count, SchemaId holder) {
    if (document_.node(node).unknown) return;
    const std::size_t before = violations_.size();
    ObjectFrame& frame = push(node, seeds, count, holder);
    settle(frame);
    if (judge_value(frame)) {
        if (document_.node(node).kind == Node::Kind::object) judge_object(frame);
        if (!frame.in_doubt) descend(frame);
        if (document_.node(node).kind == Node::Kind::array) judge_repeats(frame);
    }
    // Where something else is wrong, that may be the reason why nothing fits.
    if (violations_.size() == before) judge_contains(frame);
    if (violations_.size() == before) judge_negations(frame);
    --depth_;
}

ObjectFrame& Walk::push(NodeId node, const Applied* seeds, std::size_t count, SchemaId holder) {
    if (depth_ == frames_.size()) frames_.emplace_back();
    ObjectFrame& frame = frames_[depth_++];
    frame.reset();
    frame.node = node;
    frame.holder = holder;
    frame.origin = seeds;
    frame.origins = count;
    for (std::size_t i = 0; i < count; ++i) expand(frame, seeds[i].schema, seeds[i].cause);
    if (document_.node(node).kind == Node::Kind::object) {
        for (NodeId child = document_.node(node).first; child != no_node; child = document_.node(child).next) {
            ObjectMember member;
            member.node = child;
            member.key = plan_.key(document_.node(child).key);
            frame.members.push_back(member);
        }
    }
    return frame;
}

void Walk::expand(ObjectFrame& frame, SchemaId schema, CauseId cause) {
    while (plan_[schema].reference != no_schema) schema = plan_[schema].reference;
    const Subschema& taken = plan_[schema];
    if (taken.trivial) return;
    const auto same = [&](const Applied& applied) { return applied.schema == schema; };
    if (std::any_of(frame.applied.begin(), frame.applied.end(), same)) return;
    frame.applied.push_back({schema, cause});
    if (taken.closed) ++frame.closed;
    for (const SchemaId part : taken.all_of) expand(frame, part, cause);
    if (taken.condition != no_schema) frame.conditions.push_back({schema, cause});
    if (!taken.any_of.empty() || !taken.one_of.empty()) frame.choices.push_back({schema, cause});
}

/// Finds out all that applies. Conditions come before alternatives, which may rest on what they bring.
void Walk::settle(ObjectFrame& frame) {
    correct_keys(frame);
    std::size_t decided = 0;
    std::size_t chosen = 0;
    while (decided < frame.conditions.size() || chosen < frame.choices.size()) {
        if (decided < frame.conditions.size()) {
            decide(frame, frame.conditions[decided++]);
        } else {
            const Applied choice = frame.choices[chosen++];
            const Subschema& schema = plan_[choice.schema];
            if (!schema.any_of.empty()) choose(frame, choice, schema.any_of, false);
            if (!schema.one_of.empty()) choose(frame, choice, schema.one_of, true);
        }
        const bool more_required = frame.closed == 0 && frame.applied.size() != frame.known;
        if (frame.closed != frame.spelt || more_required) correct_keys(frame);
    }
}

/// Lists for each member what applies to it.
void Walk::gather(ObjectFrame& frame) {
    frame.seeds.clear();
    for (ObjectMember& member : frame.members) {
        member.seeds_begin = frame.seeds.size();
        for (const Applied& applied : frame.applied) {
            plan_[applied.schema].each_for_member(member.key, name_of(member), [&](SchemaId schema) {
                if (!plan_[schema].trivial) frame.seeds.push_back({schema, applied.cause});
            });
        }
        member.seeds_end = frame.seeds.size();
    }
}

Violation Walk::violation(Violation::Kind kind, NodeId node, Applied by, std::string_view keyword,
                          SchemaId object) const {
    Violation made;
    made.kind = kind;
    made.node = node;
    made.schema = by.schema;
    made.keyword = keyword;
    made.rule = plan_[by.schema].recode(keyword);
    made.object = object;
    return made;
}

/// About an object and its members. Of the conditions those are left out that only made the object what its name says.
Violation Walk::about(Violation::Kind kind, const ObjectFrame& frame, Applied by, std::string_view keyword) const {
    const Applied named = name_of(frame);
    Violation made = violation(kind, frame.node, by, keyword, named.schema);
    const auto in_name = [&](CauseId cause) {
        CauseId naming = named.cause;
        while (naming != always && naming != cause) naming = causes_[naming].outer;
        return naming == cause;
    };
    for (CauseId cause = by.cause; cause != always; cause = causes_[cause].outer) {
        if (causes_[cause].node != frame.node || in_name(cause)) continue;
        made.conditions.insert(made.conditions.begin(), causes_[cause].condition);
    }
    return made;
}

/// One complaint about the value itself. False if its members or items are not worth a look.
bool Walk::judge_value(ObjectFrame& frame) {
    if (frame.told) return false;
    const Applied* by = nullptr;
    Complaint worst;
    for (const Applied& applied : frame.applied) {
        const Complaint found = complaint(plan_[applied.schema], *plan_.document, document_, frame.node);
        if (found.fault >= worst.fault) continue;
        worst = found;
        by = &applied;
    }
    if (by == nullptr) return true;
    Violation made = violation(Violation::Kind::value, frame.node, *by, worst.keyword, frame.holder);
    made.types = plan_[by->schema].types;
    if (depth_ > 1) {
        const ObjectFrame& around = frames_[depth_ - 2];
        for (const ObjectMember& member : around.members) {
            if (member.node == frame.node) made.needed = is_required(around, member.key);
        }
    }
    // Strings where a number should be are not a number badly written.
    if (worst.fault == Fault::type && document_.node(frame.node).kind != Node::Kind::number) made.rule = {};
    if (worst.fault == Fault::set) {
        for (const NodeId allowed : plan_[by->schema].allowed) {
            const bool by_all = std::all_of(frame.applied.begin(), frame.applied.end(), [&](const Applied& applied) {
                const Subschema& schema = plan_[applied.schema];
                return !schema.has_set() || in_set(schema, *plan_.document, *plan_.document, allowed);
            });
            if (by_all) made.allowed.push_back(allowed);
        }
        if (made.allowed.empty()) made.allowed = plan_[by->schema].allowed;
    }
    violations_.push_back(std::move(made));
    marks_.push_back(frame.node);
    return worst.fault == Fault::size && document_.node(frame.node).kind == Node::Kind::object;
}

void Walk::judge_repeats(const ObjectFrame& frame) {
    const auto by = std::find_if(frame.applied.begin(), frame.applied.end(),
                                 [&](const Applied& applied) { return plan_[applied.schema].unique_items; });
    if (by == frame.applied.end() || !has_repeats(document_, frame.node)) return;
    std::vector<NodeId> repeats;
    const auto listed = [&](NodeId item) { return std::find(repeats.begin(), repeats.end(), item) != repeats.end(); };
    for (NodeId item = document_.node(frame.node).first; item != no_node; item = document_.node(item).next) {
        if (listed(item)) continue;
        const NodeId again = repeated_later(document_, item);
        if (again == no_node) continue;
        // Of an item that is wrong in itself nothing more is said.
        const bool marked =
            document_.node(again).unknown || std::find(marks_.begin(), marks_.end(), again) != marks_.end();
        if (!marked) {
            violations_.push_back(violation(Violation::Kind::repeated, again, *by, "uniqueItems", frame.holder));
            violations_.back().first = item;
        }
        for (NodeId other = again; other != no_node; other = repeated_later(document_, other)) {
            repeats.push_back(other);
            marks_.push_back(other);
        }
    }
}

void Walk::descend(ObjectFrame& frame) {
    if (document_.node(frame.node).kind == Node::Kind::array) return descend_list(frame);
    const SchemaId holder = name_of(frame).schema;
    for (const ObjectMember& member : frame.members) {
        if (member.told || member.seeds_begin == member.seeds_end) continue;
        value(member.node, frame.seeds.data() + member.seeds_begin, member.seeds_end - member.seeds_begin, holder);
    }
}

void Walk::descend_list(ObjectFrame& frame) {
    for (NodeId item = document_.node(frame.node).first; item != no_node; item = document_.node(item).next) {
        frame.seeds.clear();
        for (const Applied& applied : frame.applied) {
            const SchemaId schema = plan_[applied.schema].item(document_.node(item).index);
            if (schema != no_schema && !plan_[schema].trivial) frame.seeds.push_back({schema, applied.cause});
        }
        if (!frame.seeds.empty()) value(item, frame.seeds.data(), frame.seeds.size(), frame.holder);
    }
}

void Walk::judge_contains(const ObjectFrame& frame) {
    if (document_.node(frame.node).kind != Node::Kind::array) return;
    for (const Applied& applied : frame.applied) {
        const SchemaId wanted = plan_[applied.schema].contains;
        if (wanted == no_schema) continue;
        bool may_be_there = false;
        for (NodeId item = document_.node(frame.node).first; item != no_node; item = document_.node(item).next) {
            may_be_there = may_be_there || holds(wanted, item, nullptr) != Truth::no;
        }
        if (may_be_there) continue;
        violations_.push_back(violation(Violation::Kind::value, frame.node, applied, "contains", frame.holder));
        violations_.back().allowed = plan_[wanted].allowed;
        marks_.push_back(frame.node);
        return;
    }
}

void Walk::judge_negations(ObjectFrame& frame) {
    for (const Applied& applied : frame.applied) {
        const SchemaId forbidden = plan_[applied.schema].negated;
        if (forbidden == no_schema || holds(forbidden, frame.node, &frame) != Truth::yes) continue;
        violations_.push_back(violation(Violation::Kind::value, frame.node, applied, "not", frame.holder));
        violations_.back().object = name_of(frame).schema;
        marks_.push_back(frame.node);
        return;
    }
}

/// The schema object whose noun names the value: a closed one, or else that of a definition.
Applied Walk::name_of(const ObjectFrame& frame) const {
    const Applied* defined = nullptr;
    for (const Applied& applied : frame.applied) {
        if (plan_[applied.schema].closed) return applied;
        if (defined == nullptr && plan_[applied.schema].defined) defined = &applied;
    }
    if (defined != nullptr) return *defined;
    return frame.applied.empty() ? Applied{Plan::root, always} : frame.applied.front();
}

}  // namespace muster
