#include <memory>

#include "cli/command.hpp"
#include "cli/rule_page.hpp"
#include "config/rules_meant.hpp"

namespace muster {

Command add_explain(CLI::App& app) {
    auto written = std::make_shared<std::string>();
    CLI::App* explain = app.add_subcommand("explain", "Says what a rule finds, why it matters and what to do");
    explain->allow_extras();
    explain->add_option("RULE", *written, "Its code or its name, as in a finding")->type_name("");
    return {explain, [written] {
                if (written->empty())
                    return refuse("which rule? As in: muster explain TOT004 (muster rules lists all)");
                const Result<const Rule*> rule = rule_meant(*written);
                if (!rule) return refuse(rule.error().message);
                return print(page_for_terminal(**rule));
            }};
}

}  // namespace muster
