// A report: takes findings one by one and writes them in one format, the summary last, so that memory does not grow
// with their number. A format is one file, format_<name>.cpp: a class that derives from Report, and one const Format
// named as the file. formats() lists the files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "muster/check.hpp"
#include "muster/finding.hpp"
#include "muster/rule.hpp"
#include "report/output.hpp"

namespace muster {

struct ReportOptions {
    std::string version;  ///< muster's own
    std::string as_of;    ///< the clock of the check, YYYY-MM-DD; the check itself may tell another
    std::size_t max_findings = SIZE_MAX;
    bool color = false;
    bool summary = true;                   ///< false: the text form leaves its summary out
    std::span<const Rule* const> rules{};  ///< the catalogue, for formats that describe it
    std::string schema;                    ///< documents were checked by this schema alone; "" for records
};

/// Write errors are kept by the output; whoever owns it asks there.
class Report : public Sink {
public:
    Report(Output& output, ReportOptions options) : output_(output), options_(std::move(options)) {}

    void as_of(std::string_view day) final { options_.as_of = day; }
    /// Writes the finding, unless max_findings are written already.
    void take(const Finding& finding) final;
    /// Ends the report; nothing may be taken after it.
    void finish(const Summary& summary);

protected:
    virtual void begin() {}
    /// `number` counts from 0.
    virtual void write(const Finding& finding, std::size_t number) = 0;
    virtual void end(const Summary& summary, std::size_t shown) = 0;

    Output& output() { return output_; }
    const ReportOptions& options() const { return options_; }

private:
    void begin_once();

    Output& output_;
    ReportOptions options_;
    std::size_t shown_ = 0;
    bool begun_ = false;
};

struct Format {
    std::string_view name;
    std::unique_ptr<Report> (*make)(Output& output, ReportOptions options) = nullptr;
};

/// All formats, ordered by name.
std::span<const Format* const> formats();

/// The format of that name; null if there is none.
const Format* find_format(std::string_view name);

template <class Form>
std::unique_ptr<Report> make_report(Output& output, ReportOptions options) {
    return std::make_unique<Form>(output, std::move(options));
}

}  // namespace muster
