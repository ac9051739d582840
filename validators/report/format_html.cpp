// A page to hand on: one file without scripts, pictures or links, with the summary first. It holds no address that a
// browser would ask for anything.
#include <fmt/format.h>

#include <map>

#include "core/words.hpp"
#include "report/finding_text.hpp"
#include "report/frame.hpp"
#include "report/inert.hpp"
#include "report/report.hpp"
#include "report/summary.hpp"

namespace muster {
namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>muster report</title>
<style>
:root { --text: #1b1b1b; --quiet: #5c5c5c; --page: #ffffff; --shade: #f4f4f2; --line: #d6d6d2;
  --error: #a4161a; --warning: #8a5a00; --info: #1f5f8b; } @media (prefers-color-scheme: dark) {
:root { --text: #e6e6e3; --quiet: #a3a39e; --page: #181818; --shade: #232322; --line: #3d3d3a;
  --error: #ff8f8f; --warning: #e8b94f; --info: #8cc4ea; } }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: var(--text); background: var(--page);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2.5rem 0 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 1rem 0; } th { text-align: left; }
td, th { padding: .2rem 1rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { overflow-wrap: anywhere; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
article { border-left: .25rem solid var(--info); margin: 1.2rem 0; padding: .1rem 0 .1rem 1rem; break-inside: avoid; }
article.error { border-color: var(--error); } article.warning { border-color: var(--warning); }
article p { margin: .4rem 0; overflow-wrap: anywhere; } .quiet { color: var(--quiet); font-size: .9rem; font-weight: 400; }
.error > .severity { color: var(--error); } .warning > .severity { color: var(--warning); }
.info > .severity { color: var(--info); } .severity { font-weight: 600; }
li.error { color: var(--error); }
pre { background: var(--shade); padding: .5rem .8rem; overflow-x: auto; font: .85rem/1.4 ui-monospace, monospace; }
</style>
</head>
<body>
<h1>muster report</h1>
)";

class HtmlReport final : public Report {
public:
    using Report::Report;

private:
    void write(const Finding& finding, std::size_t) override {
        ++by_rule_[{finding.code, finding.name, finding.severity}];
        std::string text;
        if (finding.place.path != path_) {
            path_ = finding.place.path;
            text += fmt::format("<h2><bdi>{}</bdi></h2>\n", markup(inert(path_)));
        }
        text += fmt::format(
            "<article class=\"{0}\">\n<p class=\"severity\">{0} {1} <span class=\"quiet\">{2}, line {3}, "
            "column {4}</span></p>\n<p dir=\"auto\">{5}</p>\n",
            to_string(finding.severity), markup(finding.code), markup(finding.name), finding.place.line,
            finding.place.column, markup(inert(finding.message)));
        const std::string frame = code_frame(finding.excerpt, finding.place.line, finding.severity, Paint(false));
        if (!frame.empty()) text += fmt::format("<pre><bdo dir=\"ltr\">{}</bdo></pre>\n", markup(frame));
        for (const std::string& line : finding_notes(finding, Paint(false))) {
            text += fmt::format("<p class=\"quiet\" dir=\"auto\">{}</p>\n", markup(line));
        }
        findings_->write(text + "</article>\n");
    }

    void end(const Summary& summary, std::size_t shown) override {
        std::string text(head);
        text += fmt::format("<p>{}</p>\n", markup(what_was_checked(summary, options())));
        const std::vector<Remark> all = remarks(summary, shown);
        if (!all.empty()) {
            text += "<ul>\n";
            for (const Remark& remark : all)
                text += fmt::format("<li class=\"{}\">{}</li>\n", to_string(remark.severity), markup(remark.text));
            text += "</ul>\n";
        }
        if (!by_rule_.empty()) {
            text += "<table>\n<tr><th>rule</th><th>severity</th><th>findings</th></tr>\n";
            for (const auto& [rule, number] : by_rule_) {
                text += fmt::format("<tr><td>{} {}</td><td>{}</td><td class=\"number\">{}</td></tr>\n",
                                    markup(rule.code), markup(rule.name), to_string(rule.severity),
                                    with_commas(static_cast<std::int64_t>(number)));
            }
            text += "</table>\n";
        }
        output().write(text);
        output().append(*findings_);
        output().write(
            fmt::format("<p class=\"quiet\">muster {}</p>\n</body>\n</html>\n", markup(inert(options().version))));
    }

    struct Group {
        std::string_view code;
        std::string_view name;
        Severity severity;

        auto operator<=>(const Group&) const = default;
    };

    std::unique_ptr<Output> findings_ = Output::set_aside();
    std::string path_;
    std::map<Group, std::size_t> by_rule_;
};

}  // namespace

extern const Format format_html;
const Format format_html{"html", make_report<HtmlReport>};

}  // namespace muster
