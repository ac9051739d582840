#include "layers/selection.hpp"

#include <algorithm>

namespace muster {
namespace {

bool names(const std::set<std::string, std::less<>>& rules, const Rule& rule) {
    return rules.find(rule.name) != rules.end() || rules.find(rule.code) != rules.end();
}

bool is_code(std::string_view text) {
    const auto in = [&](std::size_t at, char first, char last) { return text[at] >= first && text[at] <= last; };
    return text.size() == 6 && in(0, 'A', 'Z') && in(1, 'A', 'Z') && in(2, 'A', 'Z') && in(3, '0', '9') &&
           in(4, '0', '9') && in(5, '0', '9');
}

bool is_name(std::string_view text) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
    });
}

std::optional<Error> unusable(const OwnRule& rule) {
    const std::string code(rule.code);
    if (!is_code(rule.code)) {
        return Error{"the rule of your own \"" + code +
                     "\" cannot be used: a code is three capital letters and three digits, such as XAB001"};
    }
    if (!is_name(rule.name)) {
        return Error{"the rule of your own " + code + " cannot be used: \"" + std::string(rule.name) +
                     "\" is no name; a name is made of lower-case letters, digits and _, and begins with a letter"};
    }
    if (!rule.check) return Error{"the rule of your own " + code + " cannot be used: it has no check"};
    return std::nullopt;
}

Severity severity_of(Level level) {
    return level == Level::info ? Severity::info : level == Level::warning ? Severity::warning : Severity::error;
}

}  // namespace

Selection::Selection(const CheckOptions& options, const Configuration* configuration, const Baseline* baseline,
                     std::string_view as_of)
    : options_(options), configuration_(configuration), baseline_(baseline) {
    const std::string_view given = options.as_of ? *options.as_of : options.today;
    const ParsedDate day = parse_date(as_of.empty() ? given : as_of);
    if (!day.problem) today_ = day.date.earliest;
    for (const OwnRule& own : options.own_rules) {
        Rule& rule = own_.emplace_back();
        rule.code = own.code;
        rule.name = own.name;
        rule.severity = own.severity;
        rule.layer = Layer::disagreement;
        rule.summary = own.summary;
        rule.remedy = own.remedy;
    }
    all_.assign(all_rules().begin(), all_rules().end());
    for (const Rule& rule : own_) all_.push_back(&rule);
    std::stable_sort(all_.begin(), all_.end(), [](const Rule* a, const Rule* b) { return a->code < b->code; });
}

std::optional<Selection::Configured> Selection::configured(const Rule& rule) const {
    if (const auto found = options_.levels.find(rule.name); found != options_.levels.end())
        return Configured{found->second, ""};
    if (configuration_ == nullptr) return std::nullopt;
    const auto found = configuration_->levels.find(rule.name);
    if (found == configuration_->levels.end()) return std::nullopt;
    return Configured{found->second, configuration_->path};
}

const Rule* Selection::find(std::string_view code_or_name) const {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Rule* rule) {
        return rule->code == code_or_name || rule->name == code_or_name;
    });
    return found == all_.end() ? nullptr : *found;
}

std::optional<Error> Selection::problem() const {
    for (const OwnRule& own : options_.own_rules) {
        if (std::optional<Error> error = unusable(own)) return error;
    }
    for (const Rule& own : own_) {
        for (const Rule* other : all_) {
            if (other == &own || (other->code != own.code && other->name != own.name)) continue;
            return Error{"the rule of your own " + std::string(own.code) + " " + std::string(own.name) +
                         " cannot be used: there is another rule " + std::string(other->code) + " " +
                         std::string(other->name)};
        }
    }
    for (const auto* given : {&options_.only, &options_.ignored}) {
        for (const std::string& name : *given) {
            if (find(name) == nullptr) return Error{"there is no rule \"" + name + "\""};
        }
    }
    for (const auto& [name, level] : options_.levels) {
        if (find(name) == nullptr) return Error{"there is no rule \"" + name + "\""};
    }
    return std::nullopt;
}

bool Selection::runs(const Rule& rule) const {
    if (rule.needs == Needs::versions || names(options_.ignored, rule)) return false;
    if (!options_.only.empty() && !names(options_.only, rule)) return false;
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
    for (const Rule* rule : all_) {
        if (runs(*rule)) codes.push_back(rule->code);
    }
    return codes;
}

std::vector<NotRun> Selection::not_run() const {
    std::vector<NotRun> list;
    for (const Rule* rule : all_) {
        if (runs(*rule) || rule->needs == Needs::versions) continue;
        if (names(options_.ignored, *rule)) {
            list.push_back({rule->code, rule->name, "ignored", "", ""});
        } else if (!options_.only.empty() && !names(options_.only, *rule)) {
            list.push_back({rule->code, rule->name, "not_selected", "", ""});
        } else {
            list.push_back({rule->code, rule->name, "switched_off", "", "", configured(*rule)->config});
        }
    }
    return list;
}

std::vector<ChangedSeverity> Selection::changed() const {
    std::vector<ChangedSeverity> list;
    for (const Rule* rule : all_) {
        const std::optional<Configured> told = configured(*rule);
        if (!told || !runs(*rule)) continue;
        const Severity severity = severity_of(told->level);
        if (severity != rule->severity)
            list.push_back({rule->code, rule->name, rule->severity, severity, told->config});
    }
    return list;
}

}  // namespace muster
