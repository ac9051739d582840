#include "layers/selection.hpp"

#include <algorithm>

namespace muster {
namespace {

Severity severity_of(Level level) {
    return level == Level::info ? Severity::info : level == Level::warning ? Severity::warning : Severity::error;
}

}  // namespace

Selection::Selection(const CheckOptions& options, const Configuration* configuration, const Baseline* baseline)
    : options_(options), configuration_(configuration), baseline_(baseline) {}

std::optional<Selection::Configured> Selection::configured(const Rule& rule) const {
    if (const auto found = options_.levels.find(rule.name); found != options_.levels.end())
        return Configured{found->second, ""};
    if (configuration_ == nullptr) return std::nullopt;
    const auto found = configuration_->levels.find(rule.name);
    if (found == configuration_->levels.end()) return std::nullopt;
    return Configured{found->second, configuration_->path};
}

bool Selection::runs(const Rule& rule) const {
    if (options_.ignored.find(rule.name) != options_.ignored.end()) return false;
    if (!options_.only.empty() && options_.only.find(rule.name) == options_.only.end()) return false;
    const std::optional<Configured> told = configured(rule);
    return !told || told->level != Level::off;
}

Severity Selection::severity(const Rule& rule, Severity own) const {
    const std::optional<Configured> told = configured(rule);
    if (!told || told->level == Level::off) return own;
    const Severity wanted = severity_of(told->level);
    return own < rule.severity ? std::min(own, wanted) : wanted;
}

const Suppression* Selection::suppression(const Rule& rule, std::string_view record, std::string_view claim) const {
    if (configuration_ == nullptr || record.empty()) return nullptr;
    // The narrower one first, so that the wider one is not said to be used.
    const Suppression* whole_record = nullptr;
    for (const Suppression& suppression : configuration_->suppressions) {
        if (suppression.rule != &rule || suppression.record != record) continue;
        if (!suppression.claim.empty() && suppression.claim == claim) return &suppression;
        if (suppression.claim.empty()) whole_record = &suppression;
    }
    return whole_record;
}

bool Selection::is_known(std::string_view fingerprint) const {
    return baseline_ != nullptr && baseline_->find(fingerprint) != baseline_->end();
}

std::vector<std::string_view> Selection::codes() const {
    std::vector<std::string_view> codes;
    for (const Rule* rule : all_rules()) {
        if (runs(*rule)) codes.push_back(rule->code);
    }
    return codes;
}

std::vector<NotRun> Selection::not_run() const {
    std::vector<NotRun> list;
    for (const Rule* rule : all_rules()) {
        if (runs(*rule)) continue;
        if (options_.ignored.find(rule->name) != options_.ignored.end()) {
            list.push_back({rule->code, rule->name, "ignored", "", ""});
        } else if (!options_.only.empty() && options_.only.find(rule->name) == options_.only.end()) {
            list.push_back({rule->code, rule->name, "not_selected", "", ""});
        } else {
            list.push_back({rule->code, rule->name, "switched_off", "", "", configured(*rule)->config});
        }
    }
    return list;
}

std::vector<ChangedSeverity> Selection::changed() const {
    std::vector<ChangedSeverity> list;
    for (const Rule* rule : all_rules()) {
        const std::optional<Configured> told = configured(*rule);
        if (!told || !runs(*rule)) continue;
        const Severity severity = severity_of(told->level);
        if (severity != rule->severity)
            list.push_back({rule->code, rule->name, rule->severity, severity, told->config});
    }
    return list;
}

}  // namespace muster
