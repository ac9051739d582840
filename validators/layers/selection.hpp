// Which rules run: muster's, and those of who uses the library.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "muster/check.hpp"
#include "muster/rule.hpp"

namespace muster {

class Selection {
public:
    /// The options must outlive it.
    explicit Selection(const CheckOptions& options);

    /// Why the options cannot be used: a name that no rule has, a rule whose code or name another one has.
    std::optional<Error> problem() const;

    bool runs(const Rule& rule) const;
    /// Codes of the rules that run, ascending.
    std::vector<std::string_view> codes() const;
    /// The rules that do not, with the reason.
    std::vector<NotRun> not_run() const;

    /// Calls for each rule that is none of muster's, as one of ours would look, and as it was given.
    template <class Function>
    void for_each_own(Function function) const {
        for (std::size_t i = 0; i < own_.size(); ++i) function(own_[i], options_.own_rules[i]);
    }
    /// Somebody wants to see records as values.
    bool shows_records() const { return !own_.empty() || options_.record != nullptr; }

private:
    const Rule* find(std::string_view code_or_name) const;

    const CheckOptions& options_;
    std::vector<Rule> own_;
    std::vector<const Rule*> all_;  ///< by code
};

}  // namespace muster
