// What there is to say about one rule, with an example from its fixtures: for a terminal and as a page of the
// documentation.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "muster/rule.hpp"

namespace muster {

/// The first fixture of a rule that it finds, or that it must not find, as it was when muster was built.
struct RuleExample {
    enum class Content : unsigned char { file, long_file, folder };
    std::string_view rule;
    bool valid = false;
    std::string_view path;  ///< in the source of muster
    Content content = Content::file;
    std::string_view text;  ///< of a file that is short enough to be shown
};
std::span<const RuleExample> rule_examples();

std::string page_for_terminal(const Rule& rule);
std::string page_in_markdown(const Rule& rule);

/// The page that lists all rules.
std::string index_in_markdown();

/// The first line of every Markdown page that is written from here.
inline constexpr std::string_view markdown_mark =
    "<!-- Written by `muster rules --markdown`; change the rule, not this page. -->\n";

}  // namespace muster
