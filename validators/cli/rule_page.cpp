#include "cli/rule_page.hpp"

#include <fmt/format.h>

#include "muster/check.hpp"
#include "report/finding_text.hpp"
#include "report/inert.hpp"

namespace muster {
namespace {

constexpr std::size_t text_width = 80;

/// Lines of at most text_width columns, each with two blanks before it.
std::string wrapped(std::string_view text) {
    std::string lines;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        if (column > 0 && column + 1 + word.size() > text_width) {
            lines += '\n';
            column = 0;
        }
        lines += column == 0 ? "  " : " ";
        lines += word;
        column += (column == 0 ? 2 : 1) + word.size();
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return lines + "\n";
}

/// Every line that holds something, with a margin.
std::string indented(std::string_view text, std::string_view margin) {
    std::string lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        lines += fmt::format("{}{}\n", line.empty() ? "" : margin, line);
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return lines;
}

const RuleExample* example_of(const Rule& rule, bool valid) {
    for (const RuleExample& example : rule_examples()) {
        if (example.rule == rule.name && example.valid == valid) return &example;
    }
    return nullptr;
}

/// The text of an example line by line and harmless; "" if it cannot be shown.
std::string shown_text(const RuleExample& example, std::string_view margin) {
    if (example.content != RuleExample::Content::file || example.text.find('\0') != std::string_view::npos) return "";
    std::string shown;
    for (std::string_view rest = example.text; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        shown += fmt::format("{}{}\n", line.empty() ? "" : margin, inert(line));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    return shown;
}

bool is_shown_as_it_is(const RuleExample& example) {
    std::string_view rest = example.text;
    while (!rest.empty()) {
        const Shown shown = show_first(rest);
        if (rest[0] != '\n' && rest.substr(0, shown.size) != shown.text) return false;
        rest.remove_prefix(shown.size);
    }
    return true;
}

/// A sentence about an example: where it stands, and what cannot be seen of it.
std::string about(const RuleExample& example) {
    switch (example.content) {
        case RuleExample::Content::folder:
            return fmt::format("It takes several files: {}.", example.path);
        case RuleExample::Content::long_file:
            return fmt::format("It is too long to be shown: {}.", example.path);
        case RuleExample::Content::file:
            break;
    }
    if (example.text.empty()) return fmt::format("It is an empty file: {}.", example.path);
    if (shown_text(example, "").empty()) return fmt::format("It is no text: {}.", example.path);
    if (is_shown_as_it_is(example)) return fmt::format("From {}.", example.path);
    return fmt::format("From {}; \\u{{...}} and \\x.. stand for characters and bytes that cannot be shown.",
                       example.path);
}

class Findings final : public Sink {
public:
    void take(const Finding& finding) override {
        text += (text.empty() ? "" : "\n") + finding_text(finding, Paint(false));
    }
    std::string text;
};

/// What muster prints of an example; "" where an example cannot be shown.
std::string printed_of(const RuleExample& example) {
    if (shown_text(example, "").empty()) return "";
    CheckOptions options;
    options.buffers = {{std::string(example.path.substr(example.path.rfind('/') + 1)), example.text}};
    options.isolated = true;
    // A page is the same on every day.
    options.today = "2025-12-31";
    Findings findings;
    const Result<Summary> summary = check(options, findings);
    return summary ? findings.text : "";
}

std::string terminal_printed(const Rule& rule) {
    const RuleExample* example = example_of(rule, false);
    const std::string printed = example == nullptr ? "" : printed_of(*example);
    if (printed.empty()) return "";
    return "\nWhat muster says of it\n" + indented(printed, "    ");
}

std::string markdown_printed(const Rule& rule) {
    const RuleExample* example = example_of(rule, false);
    const std::string printed = example == nullptr ? "" : printed_of(*example);
    return printed.empty() ? "" : fmt::format("\nmuster says of this:\n\n```text\n{}```\n", printed);
}

/// How one finding of the rule may stand, as it is written in muster.toml; "" for rules that watch over that file.
std::string suppression_of(const Rule& rule) {
    if (rule.needs == Needs::versions || rule.code.substr(0, 3) == "CFG") return "";
    return fmt::format(
        "[[suppress]]\nrule = \"{}\"\nrecord = \"the id of the record\"\nreason = \"why it may stand\"\n", rule.name);
}

std::string terminal_example(const Rule& rule, bool valid, std::string_view heading) {
    const RuleExample* example = example_of(rule, valid);
    if (example == nullptr) return "";
    return fmt::format("\n{}\n{}{}", heading, wrapped(about(*example)), shown_text(*example, "    "));
}

std::string markdown_example(const Rule& rule, bool valid, std::string_view heading) {
    const RuleExample* example = example_of(rule, valid);
    if (example == nullptr) return "";
    std::string text = fmt::format("\n## {}\n\n{}\n", heading, about(*example));
    const std::string shown = shown_text(*example, "");
    if (!shown.empty()) text += fmt::format("\n```json\n{}```\n", shown);
    return text;
}

std::string seen_by(const Rule& rule) {
    if (rule.needs == Needs::versions) return "compares two versions (`muster diff`)";
    return rule.needs == Needs::dataset ? "needs the whole dataset" : "looks at one record at a time";
}

std::string switched_off(const Rule& rule) {
    if (rule.needs == Needs::versions) return "muster diff --fail-on none OLD NEW";
    return fmt::format("muster check --ignore {}", rule.name);
}

}  // namespace

std::string page_for_terminal(const Rule& rule) {
    std::string page = fmt::format("{} {} ({}; {}; since {})\n", rule.code, rule.name, to_string(rule.severity),
                                   seen_by(rule), rule.since);
    page += wrapped(rule.summary);
    page += fmt::format("\nWhy it matters\n{}", wrapped(rule.rationale));
    page += fmt::format("\nWhat to do\n{}", wrapped(rule.remedy));
    page += terminal_example(rule, false, "What it finds");
    page += terminal_printed(rule);
    page += terminal_example(rule, true, "What it does not find");
    if (const std::string suppression = suppression_of(rule); !suppression.empty())
        page += "\nTo let one finding stand, in muster.toml\n" + indented(suppression, "    ");
    page += fmt::format("\nTo switch it off\n  {}\n", switched_off(rule));
    return page;
}

std::string page_in_markdown(const Rule& rule) {
    std::string page(markdown_mark);
    page += fmt::format("# {} {}\n\n{}\n\n", rule.code, rule.name, rule.summary);
    page += fmt::format("Severity: {}. Layer {}; {}. Since {}.\n", to_string(rule.severity), number_of(rule.layer),
                        seen_by(rule), rule.since);
    page += fmt::format("\n## Why it matters\n\n{}\n", rule.rationale);
    page += fmt::format("\n## What to do\n\n{}\n", rule.remedy);
    page += markdown_example(rule, false, "What it finds");
    page += markdown_printed(rule);
    page += markdown_example(rule, true, "What it does not find");
    if (const std::string suppression = suppression_of(rule); !suppression.empty())
        page += fmt::format("\n## To let one finding stand\n\nIn `muster.toml`:\n\n```toml\n{}```\n", suppression);
    page += fmt::format("\n## To switch it off\n\n```sh\n{}\n```\n", switched_off(rule));
    return page;
}

std::string index_in_markdown() {
    std::string page(markdown_mark);
    page +=
        "# Rules\n\n`muster explain CODE` prints one of these pages; codes are permanent.\n\n"
        "| Code | Rule | Severity | What is wrong |\n| --- | --- | --- | --- |\n";
    for (const Rule* rule : all_rules()) {
        page += fmt::format("| {} | [{}]({}.md) | {} | {} |\n", rule->code, rule->name, rule->name,
                            to_string(rule->severity), rule->summary);
    }
    return page;
}

}  // namespace muster
