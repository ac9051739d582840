#include "layers/fold.hpp"

#include <optional>
#include <unordered_map>
#include <utility>

namespace muster {
namespace {

/// Graver first, then by code.
bool before(const Draft& a, const Draft& b) {
    if (severity_of(a) != severity_of(b)) return severity_of(a) > severity_of(b);
    return rule_of(a).code < rule_of(b).code;
}

void add_as_note(Draft& draft, Draft&& other) {
    draft.notes.push_back({other.at, render(other.message, other.args)});
    for (Note& note : other.notes) draft.notes.push_back(std::move(note));
}

/// The identity of the first participant; none if a draft has no participant.
std::optional<Where> first_of(const Draft& draft) {
    if (draft.participants.empty()) return std::nullopt;
    return draft.participants.front().where;
}

}  // namespace

const Rule& rule_of(const Draft& draft) {
    return draft.own != nullptr ? *draft.own : *find_rule(draft.rule);
}

Severity severity_of(const Draft& draft) {
    return draft.severity.value_or(rule_of(draft).severity);
}

std::vector<Draft> merge_same(std::vector<Draft> drafts) {
    std::vector<Draft> merged;
    std::unordered_map<Where, std::size_t> found_at;
    for (Draft& draft : drafts) {
        const std::optional<Where> first = first_of(draft);
        const auto [found, fresh] =
            first ? found_at.try_emplace(*first, merged.size()) : std::pair(found_at.end(), true);
        if (fresh) {
            merged.push_back(std::move(draft));
            continue;
        }
        Draft& same = merged[found->second];
        if (before(draft, same)) std::swap(draft, same);
        add_as_note(same, std::move(draft));
    }
    return merged;
}

std::vector<Draft> fold(std::vector<Draft> drafts) {
    std::vector<Draft> folded;
    std::unordered_map<Where, std::size_t> error_with;
    for (Draft& draft : drafts) {
        if (severity_of(draft) != Severity::error) continue;
        for (const Participant& participant : draft.participants) {
            error_with.try_emplace(participant.where, folded.size());
        }
        folded.push_back(std::move(draft));
    }
    for (Draft& draft : drafts) {
        if (severity_of(draft) == Severity::error) continue;
        const std::optional<Where> first = first_of(draft);
        const auto error = first ? error_with.find(*first) : error_with.end();
        if (error != error_with.end()) {
            add_as_note(folded[error->second], std::move(draft));
        } else {
            folded.push_back(std::move(draft));
        }
    }
    return folded;
}

}  // namespace muster
