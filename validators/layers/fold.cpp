#include "layers/fold.hpp"

#include <algorithm>

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

bool same_first(const Draft& a, const Draft& b) {
    return !a.participants.empty() && !b.participants.empty() && a.participants.front() == b.participants.front();
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
    for (Draft& draft : drafts) {
        const auto same =
            std::find_if(merged.begin(), merged.end(), [&](const Draft& other) { return same_first(draft, other); });
        if (same == merged.end()) {
            merged.push_back(std::move(draft));
            continue;
        }
        if (before(draft, *same)) std::swap(draft, *same);
        add_as_note(*same, std::move(draft));
    }
    return merged;
}

std::vector<Draft> fold(std::vector<Draft> drafts) {
    std::vector<Draft> folded;
    for (Draft& draft : drafts) {
        if (severity_of(draft) == Severity::error) folded.push_back(std::move(draft));
    }
    const std::size_t errors = folded.size();
    for (Draft& draft : drafts) {
        if (draft.rule.empty() || severity_of(draft) == Severity::error) continue;
        const auto end = folded.begin() + static_cast<std::ptrdiff_t>(errors);
        const auto error = std::find_if(folded.begin(), end, [&](const Draft& other) {
            return !draft.participants.empty() && std::find(other.participants.begin(), other.participants.end(),
                                                            draft.participants.front()) != other.participants.end();
        });
        if (error != end) {
            add_as_note(*error, std::move(draft));
        } else {
            folded.push_back(std::move(draft));
        }
    }
    return folded;
}

}  // namespace muster
