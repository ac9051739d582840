// Which rules run in a dataset, muster's and those of who uses the library, how grave what they find is, and which of
// their findings are held back.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "config/configuration.hpp"
#include "muster/baseline.hpp"
#include "muster/check.hpp"
#include "muster/rule.hpp"
#include "record/edtf_date.hpp"

namespace muster {

class Selection {
public:
    /// Without a configuration or a baseline where there is none. All of them must outlive it.
    /// `as_of`, the day that counts as today, is that of the options if it is left out.
    explicit Selection(const CheckOptions& options, const Configuration* configuration = nullptr,
                       const Baseline* baseline = nullptr, std::string_view as_of = {});

    /// Why the options cannot be used: a name that no rule has, a rule whose code or name another one has.
    std::optional<Error> problem() const;

    bool runs(const Rule& rule) const;
    /// How grave a finding is that the rule itself has as `own`. What the rule makes lighter than usual (a disagreement
    /// that was noted, a misprint) never becomes graver than that.
    Severity severity(const Rule& rule, Severity own) const;
    /// The suppression that holds back what the rule finds there; null if none does. `claim` is "" outside of claims.
    const Suppression* suppression(const Rule& rule, std::string_view record, std::string_view claim) const;
    bool is_known(std::string_view fingerprint) const;

    const Configuration* configuration() const { return configuration_; }
    /// The day that counts as today; after all days if nothing tells it.
    Day today() const { return today_; }
    /// Codes of the rules that run, ascending.
    std::vector<std::string_view> codes() const;
    /// The rules that do not, with the reason.
    std::vector<NotRun> not_run() const;
    std::vector<ChangedSeverity> changed() const;

    /// Calls for each rule that is none of muster's, as one of ours would look, and as it was given.
    template <class Function>
    void for_each_own(Function function) const {
        for (std::size_t i = 0; i < own_.size(); ++i) function(own_[i], options_.own_rules[i]);
    }
    /// Somebody wants to see records as values.
    bool shows_records() const { return !own_.empty() || options_.record != nullptr; }

private:
    struct Configured {
        Level level;
        std::string config;  ///< the file that says so; "" for the options
    };
    std::optional<Configured> configured(const Rule& rule) const;
    const Rule* find(std::string_view code_or_name) const;

    const CheckOptions& options_;
    const Configuration* configuration_;
    const Baseline* baseline_;
    Day today_ = after_all_days;
    std::vector<Rule> own_;
    std::vector<const Rule*> all_;  ///< by code
};

}  // namespace muster
