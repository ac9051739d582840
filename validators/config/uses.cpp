#include "config/uses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/fingerprint.hpp"
#include "core/words.hpp"

namespace muster {
namespace {

constexpr Day days_of_grace = 30;

std::string what_it_means(const Suppression& suppression) {
    return fmt::format("{} in {}{}", suppression.rule->code,
                       suppression.claim.empty() ? "" : fmt::format("claim {} of ", suppression.claim),
                       suppression.record);
}

Finding about(const Suppression& suppression, const Rule& rule, Site site, std::string message, Args args) {
    Finding finding;
    finding.code = rule.code;
    finding.name = rule.name;
    finding.severity = rule.severity;
    finding.layer = number_of(rule.layer);
    finding.message = render(message, args);
    finding.args = std::move(args);
    finding.remedy = std::string(rule.remedy);
    finding.place = std::move(site.place);
    finding.excerpt = std::move(site.excerpt);
    finding.fingerprint = fingerprint(fmt::format("{}|{}|{}|{}|{}", rule.code, finding.place.path,
                                                  suppression.rule->code, suppression.record, suppression.claim));
    return finding;
}

Finding unused(const Suppression& suppression, bool record_is_there) {
    const Rule& rule = *find_rule("suppression_unused");
    if (!record_is_there) {
        return about(suppression, rule, suppression.record_site,
                     "this suppression holds nothing back: there is no record {record}",
                     {{"record", suppression.record}});
    }
    return about(suppression, rule, suppression.rule_site, "this suppression holds nothing back: {what} is not found",
                 {{"what", what_it_means(suppression)}});
}

Finding expired(const Suppression& suppression, std::size_t held, Day today) {
    const Day days = today - *suppression.until;
    Finding finding = about(suppression, *find_rule("suppression_expired"), suppression.until_site,
                            "this suppression ended on {until}, {days} ago, and still holds {held} back: {what}",
                            {{"until", day_in_words(*suppression.until)},
                             {"days", counted(days, "day")},
                             {"held", counted(static_cast<std::int64_t>(held), "finding")},
                             {"what", what_it_means(suppression)}});
    if (days <= days_of_grace) finding.severity = Severity::warning;
    return finding;
}

}  // namespace

void Uses::add(Uses&& other) {
    for (const auto& [suppression, count] : other.held) held[suppression] += count;
    met.merge(other.met);
    certain.merge(other.certain);
    seen.merge(other.seen);
    fresh.merge(other.fresh);
    std::move(other.looked.begin(), other.looked.end(), std::back_inserter(looked));
}

std::vector<Finding> judge_suppressions(const Configuration& configuration, const Uses& uses, Day today) {
    // Whether a record is gone can only be said when everything that the configuration is for was seen.
    bool all_seen = true;
    for (const Looked& looked : uses.looked) {
        if (looked.configuration == &configuration) all_seen = all_seen && looked.whole;
    }
    std::vector<Finding> findings;
    for (const Suppression& suppression : configuration.suppressions) {
        const auto held = uses.held.find(&suppression);
        if (held != uses.held.end()) {
            if (suppression.until && *suppression.until < today)
                findings.push_back(expired(suppression, held->second, today));
            continue;
        }
        const bool ran = std::any_of(uses.looked.begin(), uses.looked.end(), [&](const Looked& looked) {
            return looked.configuration == &configuration && looked.rules.count(suppression.rule->code) > 0;
        });
        const bool met = uses.met.count(&suppression) > 0;
        if (ran && (met ? uses.certain.count(&suppression) > 0 : all_seen))
            findings.push_back(unused(suppression, met));
    }
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
    return findings;
}

std::vector<KnownFinding> stale_entries(const Baseline& baseline, const Uses& uses) {
    std::vector<KnownFinding> stale;
    for (const auto& [fingerprint, known] : baseline) {
        if (uses.seen.count(fingerprint) > 0) continue;
        const bool looked_for =
            std::any_of(uses.looked.begin(), uses.looked.end(), [&, &entry = known](const Looked& looked) {
                return looked.dataset == entry.dataset && looked.rules.count(entry.code) > 0 &&
                       (looked.whole || looked.records.count(entry.record) > 0);
            });
        if (looked_for) stale.push_back(known);
    }
    std::sort(stale.begin(), stale.end(), [](const KnownFinding& a, const KnownFinding& b) {
        return std::tie(a.dataset, a.record, a.code, a.fingerprint) <
               std::tie(b.dataset, b.record, b.code, b.fingerprint);
    });
    return stale;
}

}  // namespace muster
