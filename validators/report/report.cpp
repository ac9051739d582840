#include "report/report.hpp"

#include <array>

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

std::span<const Format> formats() {
    static constexpr std::array<Format, 2> all{{{"text", make_text_report}, {"json", make_json_report}}};
    return all;
}

}  // namespace muster
