#include <algorithm>

#include "schema/walk.hpp"

namespace muster {

/// Members that belong into an object which is missing here: they and its absence are one cause.
void Walk::merge_misplaced(ObjectFrame& frame) {
    const auto knows = [&](SchemaId schema, KeyId key, const auto& self) -> bool {
        while (plan_[schema].reference != no_schema) schema = plan_[schema].reference;
        return plan_[schema].property(key) != no_schema ||
               std::any_of(plan_[schema].all_of.begin(), plan_[schema].all_of.end(),
                           [&](SchemaId part) { return self(part, key, self); });
    };
    for (Lack& lack : frame.lacks) {
        if (lack.keys.size() != 1 || !lack.rule.empty()) continue;
        Violation made;
        for (const Misfit& misfit : frame.misfits) {
            ObjectMember& member = frame.members[misfit.member];
            const bool inside = std::any_of(frame.applied.begin(), frame.applied.end(), [&](const Applied& applied) {
                const SchemaId property = plan_[applied.schema].property(lack.keys[0]);
                return property != no_schema && knows(property, member.key, knows);
            });
            if (!misfit.unknown || member.told || !inside) continue;
            if (made.members.empty()) {
                made = about(Violation::Kind::misplaced, frame, misfit.by, "additionalProperties");
            }
            member.told = true;
            made.members.push_back(member.node);
            marks_.push_back(member.node);
        }
        if (made.members.empty()) continue;
        lack.told = true;
        made.suggestion = name(lack.keys[0]);
        violations_.push_back(std::move(made));
    }
}

/// Where nothing that is there belongs there, all of it is one complaint, with what is missing. So are a single strange
/// key and a single missing one whose value it could be: it was renamed.
void Walk::merge_foreign(ObjectFrame& frame) {
    std::vector<std::size_t> lacks;
    std::vector<std::size_t> alternatives;
    std::vector<std::size_t> misfits;
    for (std::size_t i = 0; i < frame.lacks.size(); ++i) {
        if (!frame.lacks[i].told) (frame.lacks[i].keys.size() == 1 ? lacks : alternatives).push_back(i);
    }
    for (std::size_t i = 0; i < frame.misfits.size(); ++i) {
        if (frame.misfits[i].unknown && !frame.members[frame.misfits[i].member].told) misfits.push_back(i);
    }
    const bool nothing_there = frame.members.empty() && lacks.size() > 1;
    const bool all_strange = misfits.size() == frame.members.size() && misfits.size() + lacks.size() > 1;
    const auto could_be = [&](const Misfit& misfit, const Lack& lack) {
        return std::any_of(frame.applied.begin(), frame.applied.end(), [&](const Applied& applied) {
            return std::any_of(lack.keys.begin(), lack.keys.end(), [&](KeyId key) {
                const SchemaId property = plan_[applied.schema].property(key);
                return property != no_schema && !plan_[property].trivial &&
                       holds(property, frame.members[misfit.member].node, nullptr) == Truth::yes;
            });
        });
    };
    // One of several that are needed was renamed as well as a field that is needed by itself.
    if (lacks.empty() && alternatives.size() == 1) lacks = alternatives;
    const bool renamed =
        lacks.size() == 1 && misfits.size() == 1 && could_be(frame.misfits[misfits[0]], frame.lacks[lacks[0]]);
    if (!nothing_there && !renamed && (!all_strange || misfits.empty())) return;
    const Applied& by = nothing_there ? frame.lacks[lacks[0]].by : frame.misfits[misfits[0]].by;
    Violation made = about(Violation::Kind::unfit, frame, by, nothing_there ? "required" : "additionalProperties");
    make_unfit(frame, lacks, misfits, std::move(made));
    violations_.back().rule = {};
    if (!renamed || all_strange) marks_.push_back(frame.node);
}

void Walk::make_unfit(ObjectFrame& frame, const std::vector<std::size_t>& lacks,
                      const std::vector<std::size_t>& misfits, Violation&& made) {
    for (const std::size_t i : lacks) {
        frame.lacks[i].told = true;
        if (made.rule.empty()) made.rule = frame.lacks[i].rule;
        // Of alternatives none is needed by itself.
        const std::vector<KeyId>& keys = frame.lacks[i].keys;
        if (keys.size() > 1 && lacks.size() > 1) continue;
        for (const KeyId key : keys) made.keys.push_back(name(key));
        made.any_of_keys = keys.size() > 1;
    }
    for (const std::size_t i : misfits) {
        ObjectMember& member = frame.members[frame.misfits[i].member];
        member.told = true;
        made.members.push_back(member.node);
        marks_.push_back(member.node);
        if (made.rule.empty()) made.rule = frame.misfits[i].rule;
    }
    std::sort(made.members.begin(), made.members.end());
    violations_.push_back(std::move(made));
}

/// Complaints that are recoded to one rule are one.
void Walk::merge_by_rule(ObjectFrame& frame) {
    std::vector<std::string_view> rules;
    for (const Lack& lack : frame.lacks) rules.push_back(lack.rule);
    for (const std::string_view rule : rules) {
        if (rule.empty()) continue;
        std::vector<std::size_t> lacks;
        std::vector<std::size_t> misfits;
        for (std::size_t i = 0; i < frame.lacks.size(); ++i) {
            if (!frame.lacks[i].told && frame.lacks[i].rule == rule) lacks.push_back(i);
        }
        for (std::size_t i = 0; i < frame.misfits.size(); ++i) {
            if (!frame.members[frame.misfits[i].member].told && frame.misfits[i].rule == rule) misfits.push_back(i);
        }
        if (lacks.empty() || lacks.size() + misfits.size() < 2) continue;
        make_unfit(frame, lacks, misfits, about(Violation::Kind::unfit, frame, frame.lacks[lacks[0]].by, "required"));
    }
}

/// Members that one and the same other member forbids are one complaint: what was added is that other one.
void Walk::merge_by_condition(ObjectFrame& frame) {
    for (const Misfit& first : std::vector<Misfit>(frame.misfits)) {
        if (first.unknown || first.by.cause == always || !first.rule.empty()) continue;
        const std::vector<KeyId>& present = plan_[causes_[first.by.cause].condition].required;
        const bool by_presence =
            std::any_of(present.begin(), present.end(), [&](KeyId key) { return !is_discriminator(frame, key); });
        if (!by_presence) continue;
        std::vector<std::size_t> misfits;
        for (std::size_t i = 0; i < frame.misfits.size(); ++i) {
            const Misfit& misfit = frame.misfits[i];
            if (misfit.by.cause == first.by.cause && !frame.members[misfit.member].told) misfits.push_back(i);
        }
        if (misfits.size() < 2) continue;
        make_unfit(frame, {}, misfits, about(Violation::Kind::unfit, frame, first.by, "false"));
    }
}

bool Walk::rests_on(CauseId cause, NodeId node, KeyId key) const {
    for (; cause != always; cause = causes_[cause].outer) {
        const SchemaId tested = plan_[causes_[cause].condition].property(key);
        if (causes_[cause].node == node && tested != no_schema && plan_[tested].has_set()) return true;
    }
    return false;
}

/// Of what is needed where something is lacking, nothing is there.
bool Walk::nothing_of_its_own(const ObjectFrame& frame, const std::vector<std::size_t>& lacks) const {
    return std::all_of(lacks.begin(), lacks.end(), [&](std::size_t i) {
        const std::vector<KeyId>& required = plan_[frame.lacks[i].by.schema].required;
        return std::none_of(required.begin(), required.end(), [&](KeyId key) { return frame.member(key) != nullptr; });
    });
}

/// Members that may not be here and others that are missing, all by one discriminator, while with another value of it
/// all would be well: then it is the value that is wrong. So it is where all that it asks for is missing.
void Walk::merge_by_discriminator(ObjectFrame& frame) {
    const bool misspelt = std::any_of(frame.members.begin(), frame.members.end(),
                                      [](const ObjectMember& member) { return member.misspelt; });
    if (frame.lacks.empty() && frame.misfits.empty() && !misspelt) return;
    for (const ObjectMember& discriminator : std::vector<ObjectMember>(frame.members)) {
        const KeyId key = discriminator.key;
        const Node& value = document_.node(discriminator.node);
        if (value.unknown || value.kind != Node::Kind::string || discriminator.state != ObjectMember::State::sound)
            continue;
        if (!is_discriminator(frame, key)) continue;
        std::vector<std::size_t> lacks;
        std::vector<std::size_t> misfits;
        for (std::size_t i = 0; i < frame.lacks.size(); ++i) {
            if (!frame.lacks[i].told && rests_on(frame.lacks[i].by.cause, frame.node, key)) lacks.push_back(i);
        }
        for (std::size_t i = 0; i < frame.misfits.size(); ++i) {
            const Misfit& misfit = frame.misfits[i];
            if (!frame.members[misfit.member].told && rests_on(misfit.by.cause, frame.node, key)) misfits.push_back(i);
        }
        std::vector<std::size_t> strange;  // taken for misspelt here, while another value would make them right
        for (std::size_t i = 0; i < frame.members.size(); ++i) {
            const ObjectMember& member = frame.members[i];
            if (member.misspelt && rests_on(member.unknown_cause, frame.node, key)) strange.push_back(i);
        }
        const std::size_t too_much = misfits.size() + strange.size();
        if (lacks.size() + too_much < 2 || (too_much == 0 && !nothing_of_its_own(frame, lacks))) continue;
        std::vector<std::string_view> words = fitting_words(frame, key);
        if (words.empty()) continue;
        for (const std::size_t i : strange) {
            ObjectMember& member = frame.members[i];
            member.misspelt = false;
            frame.misfits.push_back({i, {member.unknown_to, member.unknown_cause}, {}, true});
            misfits.push_back(frame.misfits.size() - 1);
        }
        const Applied by = misfits.empty() ? frame.lacks[lacks[0]].by : frame.misfits[misfits[0]].by;
        Violation made = about(Violation::Kind::unfit, frame, by, "");
        made.rule = {};
        made.because = name(key);
        made.words = std::move(words);
        make_unfit(frame, lacks, misfits, std::move(made));
        marks_.push_back(frame.node);
        frame.in_doubt = true;
        return;
    }
}

/// Values of the discriminator with which nothing would be missing and nothing too much.
std::vector<std::string_view> Walk::fitting_words(const ObjectFrame& frame, KeyId key) {
    std::vector<std::string_view> candidates;
    for (const Applied& applied : frame.applied) {
        const Subschema* set = words_for(plan_, applied.schema, key);
        if (set == nullptr) continue;
        if (candidates.size() < set->words.size()) candidates = set->words;
    }
    std::vector<std::string_view> words;
    const std::string_view written = document_.node(frame.member(key)->node).text;
    for (const std::string_view word : candidates) {
        if (word == written) continue;
        const std::size_t violations = violations_.size();
        const std::size_t marks = marks_.size();
        ObjectFrame& supposed = push(frame.node, frame.origin, frame.origins, frame.holder);
        supposed.supposed_key = key;
        supposed.supposed = word;
        settle(supposed);
        gather(supposed);
        find_misfits(supposed);
        find_lacks(supposed);
        const bool allowed = std::all_of(supposed.applied.begin(), supposed.applied.end(), [&](const Applied& applied) {
            const SchemaId property = plan_[applied.schema].property(key);
            return property == no_schema || allows_word(property, word);
        });
        if (allowed && supposed.lacks.empty() && supposed.misfits.empty() && violations_.size() == violations) {
            words.push_back(word);
        }
        --depth_;
        violations_.resize(violations);
        marks_.resize(marks);
    }
    return words;
}

}  // namespace muster
