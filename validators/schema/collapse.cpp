#include <algorithm>
#include <tuple>

#include "core/suggestion.hpp"
#include "schema/walk.hpp"

namespace muster {
namespace {

bool contains(const std::vector<KeyId>& keys, KeyId key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

/// Looks for misspelt keys among those that a closed schema does not know; where no schema here is closed, only for
/// required ones.
void Walk::correct_keys(ObjectFrame& frame) {
    frame.spelt = frame.closed;
    frame.known = frame.applied.size();
    for (ObjectMember& member : frame.members) {
        if (member.misspelt) continue;
        bool declared = false;
        for (const Applied& applied : frame.applied) {
            const Subschema& schema = plan_[applied.schema];
            if (schema.knows(member.key, document_.node(member.node).key)) {
                declared = true;
            } else if (schema.closed && member.unknown_to == no_schema) {
                member.unknown_to = applied.schema;
                member.unknown_cause = applied.cause;
            }
        }
        const bool known = frame.closed > 0 ? member.unknown_to == no_schema : declared;
        const KeyId meant = known ? no_key : meant_by(frame, document_.node(member.node).key);
        if (meant == no_key) continue;
        member.key = meant;
        member.misspelt = true;
    }
}

KeyId Walk::meant_by(const ObjectFrame& frame, std::string_view written) const {
    KeyId best = no_key;
    std::tuple<bool, std::size_t> least;
    const auto consider = [&](KeyId key) {
        if (frame.member(key) != nullptr) return;
        const std::optional<std::size_t> slips = slips_between(written, name(key));
        if (!slips) return;
        const std::tuple<bool, std::size_t> cost{!is_required(frame, key), *slips};
        if (best != no_key && cost >= least) return;
        best = key;
        least = cost;
    };
    for (const Applied& applied : frame.applied) {
        const Subschema& schema = plan_[applied.schema];
        if (frame.closed == 0) std::for_each(schema.required.begin(), schema.required.end(), consider);
        if (!schema.closed) continue;
        for (const KeyId key : schema.declared) {
            const bool to_all = std::all_of(frame.applied.begin(), frame.applied.end(), [&](const Applied& other) {
                return !plan_[other.schema].closed || plan_[other.schema].property(key) != no_schema;
            });
            if (to_all) consider(key);
        }
    }
    return best;
}

bool Walk::is_required(const ObjectFrame& frame, KeyId key) const {
    return std::any_of(frame.applied.begin(), frame.applied.end(),
                       [&](const Applied& applied) { return contains(plan_[applied.schema].required, key); });
}

/// A required member with a closed set of words: what else belongs into the object rests on it.
bool Walk::is_discriminator(const ObjectFrame& frame, KeyId key) const {
    return is_required(frame, key) &&
           std::any_of(frame.applied.begin(), frame.applied.end(),
                       [&](const Applied& applied) { return words_for(plan_, applied.schema, key) != nullptr; });
}

void Walk::find_lacks(ObjectFrame& frame) {
    const auto lack = [&](KeyId key, const Applied& by, std::string_view keyword, KeyId because) {
        if (frame.member(key) != nullptr) return;
        const std::string_view rule = plan_[by.schema].recode(keyword);
        for (Lack& known : frame.lacks) {
            if (!contains(known.keys, key)) continue;
            if (known.rule.empty() && !rule.empty()) known = {{key}, by, keyword, rule, because};
            return;
        }
        frame.lacks.push_back({{key}, by, keyword, rule, because});
    };
    for (const Applied& applied : frame.applied) {
        const Subschema& schema = plan_[applied.schema];
        for (const KeyId key : schema.required) lack(key, applied, "required", no_key);
        for (const Subschema::Dependency& dependency : schema.dependencies) {
            if (frame.member(dependency.key) == nullptr) continue;
            for (const KeyId key : dependency.needs) lack(key, applied, "dependencies", dependency.key);
        }
    }
}

void Walk::find_misfits(ObjectFrame& frame) {
    for (std::size_t i = 0; i < frame.members.size(); ++i) {
        ObjectMember& member = frame.members[i];
        const auto begin = frame.seeds.begin() + static_cast<std::ptrdiff_t>(member.seeds_begin);
        const auto end = frame.seeds.begin() + static_cast<std::ptrdiff_t>(member.seeds_end);
        const auto never = std::find_if(begin, end, [&](const Applied& seed) { return plan_[seed.schema].never; });
        if (member.misspelt && never != end) {
            // It cannot be meant, then.
            member.misspelt = false;
            member.key = plan_.key(document_.node(member.node).key);
            member.seeds_end = member.seeds_begin;
        }
        if (member.told || member.misspelt || document_.node(member.node).unknown) continue;
        if (member.unknown_to != no_schema) {
            frame.misfits.push_back({i, {member.unknown_to, member.unknown_cause}, {}, true});
        } else if (member.seeds_begin != member.seeds_end && never != end) {
            frame.misfits.push_back({i, *never, plan_[never->schema].recode("false"), false});
        }
    }
}

void Walk::judge_object(ObjectFrame& frame) {
    gather(frame);
    find_misfits(frame);
    find_lacks(frame);
    merge_misplaced(frame);
    merge_by_discriminator(frame);
    merge_foreign(frame);
    merge_by_rule(frame);
    merge_by_condition(frame);
    for (const Lack& lack : frame.lacks) {
        if (lack.told) continue;
        Violation made = about(Violation::Kind::missing, frame, lack.by, lack.keyword);
        for (const KeyId key : lack.keys) made.keys.push_back(name(key));
        if (lack.because != no_key) made.because = name(lack.because);
        made.blinds = lack.keys.size() == 1 && contains(frame.blind, lack.keys[0]);
        violations_.push_back(std::move(made));
    }
    for (const Misfit& misfit : frame.misfits) {
        ObjectMember& member = frame.members[misfit.member];
        if (member.told) continue;
        member.told = true;
        const auto kind = misfit.unknown ? Violation::Kind::unknown_key : Violation::Kind::value;
        const std::string_view keyword = misfit.unknown ? "additionalProperties" : "false";
        violations_.push_back(about(kind, frame, misfit.by, keyword));
        violations_.back().node = member.node;
        marks_.push_back(member.node);
        if (!misfit.unknown) continue;
        for (const KeyId key : plan_[misfit.by.schema].declared) {
            if (frame.member(key) == nullptr) violations_.back().keys.push_back(name(key));
        }
    }
    for (const ObjectMember& member : frame.members) {
        if (!member.misspelt) continue;
        corrections_.push_back({member.node, name(member.key)});
        if (document_.node(member.node).unknown) continue;
        violations_.push_back(
            about(Violation::Kind::unknown_key, frame, {name_of(frame).schema, always}, "additionalProperties"));
        violations_.back().node = member.node;
        violations_.back().suggestion = name(member.key);
        marks_.push_back(member.node);
    }
    if (!frame.blind.empty()) marks_.push_back(frame.node);
}

}  // namespace muster
