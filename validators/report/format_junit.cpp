// JUnit XML, valid by the schemas of Jenkins and of Ant. An error is a failed test. JUnit knows no warnings: they and
// infos are skipped tests, which readers list and do not count as failures. A second suite tells of the check itself.
// A suite's counts stand before its tests, so the tests are set aside until they are counted.
#include <fmt/format.h>

#include "report/finding_text.hpp"
#include "report/inert.hpp"
#include "report/report.hpp"
#include "report/summary.hpp"

namespace muster {
namespace {

/// A suite of tests, written as its tests come.
class Suite {
public:
    void passed(std::string_view group, std::string_view name) { test(group, name, "/>\n"); }

    void skipped(std::string_view group, std::string_view name, std::string_view message, std::string_view text) {
        ++skipped_;
        test(group, name,
             fmt::format("><skipped message=\"{}\">{}</skipped></testcase>\n", markup(message), markup(text)));
    }

    void failed(std::string_view group, std::string_view name, std::string_view message, std::string_view text) {
        ++failed_;
        test(group, name,
             fmt::format("><failure type=\"error\" message=\"{}\">{}</failure></testcase>\n", markup(message),
                         markup(text)));
    }

    void broken(std::string_view group, std::string_view name, std::string_view message) {
        ++broken_;
        test(group, name, fmt::format("><error type=\"unchecked\" message=\"{}\"/></testcase>\n", markup(message)));
    }

    void write_to(Output& output, std::string_view name, int id, const ReportOptions& options) {
        // No clock and no name of a machine, so that the same check gives the same bytes.
        output.write(
            fmt::format("<testsuite name=\"{}\" package=\"muster\" id=\"{}\" hostname=\"localhost\" "
                        "timestamp=\"{}T00:00:00\" time=\"0\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
                        "skipped=\"{}\">\n",
                        name, id, markup(inert(options.as_of)), tests_, failed_, broken_, skipped_));
        output.write(
            fmt::format("<properties><property name=\"version\" value=\"{}\"/><property name=\"as_of\" "
                        "value=\"{}\"/></properties>\n",
                        markup(inert(options.version)), markup(inert(options.as_of))));
        output.append(*text_);
        output.write("<system-out/><system-err/>\n</testsuite>\n");
    }

private:
    void test(std::string_view group, std::string_view name, std::string_view rest) {
        ++tests_;
        text_->write(fmt::format("<testcase classname=\"muster.{}\" name=\"{}\" time=\"0\"{}", markup(group),
                                 markup(name), rest));
    }

    std::unique_ptr<Output> text_ = Output::set_aside();
    std::size_t tests_ = 0;
    std::size_t failed_ = 0;
    std::size_t broken_ = 0;
    std::size_t skipped_ = 0;
};

class JunitReport final : public Report {
public:
    using Report::Report;

private:
    void write(const Finding& finding, std::size_t) override {
        const Place& place = finding.place;
        const std::string name =
            fmt::format("{}:{}:{} {}", inert_path(place.path), place.line, place.column, inert(finding.name));
        const std::string message = inert(finding.message);
        const std::string text = finding_text(finding, Paint(false));
        if (finding.severity == Severity::error) {
            findings_.failed(inert(finding.code), name, message, text);
        } else {
            findings_.skipped(inert(finding.code), name, fmt::format("{}: {}", to_string(finding.severity), message),
                              text);
        }
    }

    void end(const Summary& summary, std::size_t shown) override {
        Suite check;
        check.passed("check", what_was_checked(summary, options()));
        for (const Remark& remark : remarks(summary, shown)) {
            if (remark.severity == Severity::error) {
                check.broken("check", remark.text, remark.text);
            } else {
                check.skipped("check", remark.text, remark.text, "");
            }
        }
        output().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        findings_.write_to(output(), "findings", 0, options());
        check.write_to(output(), "what was checked", 1, options());
        output().write("</testsuites>\n");
    }

    Suite findings_;
};

}  // namespace

extern const Format format_junit;
const Format format_junit{"junit", make_report<JunitReport>};

}  // namespace muster
