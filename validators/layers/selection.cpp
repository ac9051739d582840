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

}  // namespace

Selection::Selection(const CheckOptions& options) : options_(options) {
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
    return std::nullopt;
}

bool Selection::runs(const Rule& rule) const {
    if (names(options_.ignored, rule)) return false;
    return options_.only.empty() || names(options_.only, rule);
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
        if (runs(*rule)) continue;
        list.push_back({rule->code, rule->name, names(options_.ignored, *rule) ? "ignored" : "not_selected", "", ""});
    }
    return list;
}

}  // namespace muster
