#include "layers/selection.hpp"

namespace muster {

Selection::Selection(const CheckOptions& options) : options_(options) {}

bool Selection::runs(const Rule& rule) const {
    if (rule.needs == Needs::versions) return false;
    if (options_.ignored.find(rule.name) != options_.ignored.end()) return false;
    return options_.only.empty() || options_.only.find(rule.name) != options_.only.end();
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
        if (runs(*rule) || rule->needs == Needs::versions) continue;
        const bool ignored = options_.ignored.find(rule->name) != options_.ignored.end();
        list.push_back({rule->code, rule->name, ignored ? "ignored" : "not_selected", "", ""});
    }
    return list;
}

}  // namespace muster
