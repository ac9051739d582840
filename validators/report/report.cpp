#include "report/report.hpp"

namespace muster {

void Report::take(const Finding& finding) {
    if (shown_ == options_.max_findings) return;
    begin_once();
    write(finding, shown_);
    ++shown_;
}

void Report::finish(const Summary& summary) {
    begin_once();
    end(summary, shown_);
}

void Report::begin_once() {
    if (begun_) return;
    begun_ = true;
    begin();
}

const Format* find_format(std::string_view name) {
    for (const Format* format : formats()) {
        if (format->name == name) return format;
    }
    return nullptr;
}

}  // namespace muster
