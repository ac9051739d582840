// Which rules run.
#pragma once

#include <string_view>
#include <vector>

#include "muster/check.hpp"
#include "muster/rule.hpp"

namespace muster {

class Selection {
public:
    explicit Selection(const CheckOptions& options);

    bool runs(const Rule& rule) const;
    /// Codes of the rules that run, ascending.
    std::vector<std::string_view> codes() const;
    /// The rules that do not, with the reason.
    std::vector<NotRun> not_run() const;

private:
    const CheckOptions& options_;
};

}  // namespace muster
