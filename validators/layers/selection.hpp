// Which rules run in a dataset, how grave what they find is, and which of their findings are held back.
#pragma once

#include <string_view>
#include <vector>

#include "config/configuration.hpp"
#include "muster/baseline.hpp"
#include "muster/check.hpp"
#include "muster/rule.hpp"

namespace muster {

class Selection {
public:
    /// Without a configuration or a baseline where there is none.
    explicit Selection(const CheckOptions& options, const Configuration* configuration = nullptr,
                       const Baseline* baseline = nullptr);

    bool runs(const Rule& rule) const;
    /// How grave a finding is that the rule itself has as `own`. What the rule makes lighter than usual (a disagreement
    /// that was noted, a misprint) never becomes graver than that.
    Severity severity(const Rule& rule, Severity own) const;
    /// The suppression that holds back what the rule finds there; null if none does. `claim` is "" outside of claims.
    const Suppression* suppression(const Rule& rule, std::string_view record, std::string_view claim) const;
    bool is_known(std::string_view fingerprint) const;

    const Configuration* configuration() const { return configuration_; }
    /// Codes of the rules that run, ascending.
    std::vector<std::string_view> codes() const;
    /// The rules that do not, with the reason.
    std::vector<NotRun> not_run() const;
    std::vector<ChangedSeverity> changed() const;

private:
    struct Configured {
        Level level;
        std::string config;  ///< the file that says so; "" for the options
    };
    std::optional<Configured> configured(const Rule& rule) const;

    const CheckOptions& options_;
    const Configuration* configuration_;
    const Baseline* baseline_;
};

}  // namespace muster
