#include "core/suggestion.hpp"

#include <algorithm>
#include <array>

namespace muster {
namespace {

struct Pair {
    std::string_view looks;
    char latin;
    std::string_view script;
};

constexpr std::string_view cyrillic = "Cyrillic";
constexpr std::string_view greek = "Greek";

constexpr auto pairs = std::to_array<Pair>({
    {"а", 'a', cyrillic}, {"е", 'e', cyrillic}, {"о", 'o', cyrillic}, {"р", 'p', cyrillic}, {"с", 'c', cyrillic},
    {"у", 'y', cyrillic}, {"х", 'x', cyrillic}, {"і", 'i', cyrillic}, {"ј", 'j', cyrillic}, {"ѕ", 's', cyrillic},
    {"к", 'k', cyrillic}, {"һ", 'h', cyrillic}, {"ԁ", 'd', cyrillic}, {"А", 'A', cyrillic}, {"В", 'B', cyrillic},
    {"Е", 'E', cyrillic}, {"К", 'K', cyrillic}, {"М", 'M', cyrillic}, {"Н", 'H', cyrillic}, {"О", 'O', cyrillic},
    {"Р", 'P', cyrillic}, {"С", 'C', cyrillic}, {"Т", 'T', cyrillic}, {"У", 'Y', cyrillic}, {"Х", 'X', cyrillic},
    {"І", 'I', cyrillic}, {"Ј", 'J', cyrillic}, {"Ѕ", 'S', cyrillic}, {"ο", 'o', greek},    {"α", 'a', greek},
    {"ι", 'i', greek},    {"ν", 'v', greek},    {"ρ", 'p', greek},    {"χ", 'x', greek},    {"Α", 'A', greek},
    {"Β", 'B', greek},    {"Ε", 'E', greek},    {"Η", 'H', greek},    {"Ι", 'I', greek},    {"Κ", 'K', greek},
    {"Μ", 'M', greek},    {"Ν", 'N', greek},    {"Ο", 'O', greek},    {"Ρ", 'P', greek},    {"Τ", 'T', greek},
    {"Χ", 'X', greek},    {"Ζ", 'Z', greek},    {"‐", '-', ""},       {"‑", '-', ""},       {"‒", '-', ""},
    {"–", '-', ""},       {"—", '-', ""},       {"−", '-', ""},
});

const Pair* pair_at(std::string_view text, std::size_t at) {
    if (static_cast<unsigned char>(text[at]) < 0x80) return nullptr;
    const auto found = std::find_if(pairs.begin(), pairs.end(),
                                    [&](const Pair& pair) { return text.substr(at, pair.looks.size()) == pair.looks; });
    return found == pairs.end() ? nullptr : &*found;
}

std::string folded(std::string_view text) {
    std::string plain = without_look_alikes(text);
    for (char& c : plain) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return plain;
}

/// Damerau's distance: letters left out, added, changed, and neighbours swapped. `limit` + 1 stands for all beyond it.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

}  // namespace

std::optional<std::size_t> slips_between(std::string_view written, std::string_view meant) {
    // In a short word two slips leave too little of it.
    const std::size_t limit = meant.size() <= 5 ? 1 : 2;
    if (written.size() > 4 * meant.size() + 8) return std::nullopt;
    const std::size_t slips = distance(folded(written), folded(meant), limit);
    if (slips > limit || slips >= meant.size()) return std::nullopt;
    return slips;
}

std::string_view nearest(std::string_view written, const std::vector<std::string_view>& words) {
    std::string_view best;
    std::size_t least = 0;
    for (const std::string_view word : words) {
        const std::optional<std::size_t> slips = slips_between(written, word);
        if (!slips || (!best.empty() && *slips >= least)) continue;
        best = word;
        least = *slips;
    }
    return best;
}

std::string did_you_mean(std::string_view written, const std::vector<std::string_view>& words) {
    const std::string_view near = nearest(written, words);
    return near.empty() ? "" : "; did you mean " + std::string(near) + "?";
}

std::optional<LookAlike> look_alike(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const Pair* pair = pair_at(text, at)) return LookAlike{text.substr(at, pair->looks.size()), pair->script};
    }
    return std::nullopt;
}

std::string without_look_alikes(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const Pair* pair = pair_at(text, at);
        plain += pair != nullptr ? pair->latin : text[at];
        at += pair != nullptr ? pair->looks.size() : 1;
    }
    return plain;
}

}  // namespace muster
