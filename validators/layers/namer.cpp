#include "layers/namer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/fingerprint.hpp"
#include "core/words.hpp"
#include "layers/fold.hpp"
#include "muster/rule.hpp"

namespace muster {
namespace {

/// A finding about an equation is the same whichever of its numbers it is shown at.
bool is_about_an_equation(const Rule& rule) {
    return rule.layer == Layer::derived_totals || rule.layer == Layer::stated_totals ||
           rule.layer == Layer::disagreement;
}

/// What a finding is about: by name, and with its numbers.
std::string subject_of(const Examined& examined, const Draft& draft) {
    std::vector<std::string> names;
    for (const Participant& participant : draft.participants)
        names.push_back(examined.stable_name(participant.where) + examined.figures(participant.where));
    std::sort(names.begin(), names.end());
    if (!is_about_an_equation(rule_of(draft)) || names.empty())
        names.insert(names.begin(), examined.stable_name(draft.at));
    // What is missing stands nowhere.
    for (const auto& [name, value] : draft.args) {
        const auto* text = std::get_if<std::string>(&value);
        if (text != nullptr && (name == "field" || name == "fields")) names.push_back(*text);
    }
    return joined(names);
}

}  // namespace

Namer::Namer(const Examined& examined, std::size_t occurrence, Fingerprints& names)
    : examined_(&examined), record_(examined.record_id()), occurrence_(occurrence), names_(&names) {}

std::string Namer::operator()(const Draft& draft) {
    std::string subject =
        fmt::format("{}|{}|{}|{}", rule_of(draft).code, names_->dataset, record_, subject_of(*examined_, draft));
    if (occurrence_ > 0) subject += fmt::format("|record {}", occurrence_ + 1);
    const std::size_t before = names_->times[subject]++;
    if (before > 0) subject += fmt::format("|{}", before + 1);
    return fingerprint(subject);
}

}  // namespace muster
