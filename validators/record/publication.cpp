#include "record/publication.hpp"

#include <algorithm>

namespace muster {
namespace {

bool usable(const Date& date) {
    return date.known() && !date->problem;
}

OldCounts find_old_counts(const RecordCheck& check) {
    OldCounts found;
    const Record& record = check.record();
    if (record.type != DocumentType::exchange || record.status.absent() || record.date.absent()) return found;
    if (record.status.known() && !record.status.is(RecordStatus::carried_out)) return found;
    const bool unknown = record.status.unknown() || !usable(record.date);
    for (std::uint32_t i = 0; i < check.claims().size(); ++i) {
        const Claim& claim = check.claim(i);
        if (!claim.type.is(ClaimType::count) || claim.appearances.empty()) continue;
        ++found.all;
        if (unknown) {
            ++found.undecided;
            continue;
        }
        PagesBefore before = pages_before(check, claim, record.date->days);
        const bool open = before.unknown > 0 && before.unknown + before.pages.size() == claim.appearances.size();
        found.undecided += open ? 1 : 0;
        const bool dated = std::all_of(claim.appearances.begin(), claim.appearances.end(), [&](const Appearance& a) {
            const Source* source = a.source.known() ? check.source(*a.source) : nullptr;
            return source != nullptr && usable(source->published);
        });
        found.judged += dated ? 1 : 0;
        if (before.all) found.counts.push_back({i, std::move(before.pages)});
    }
    return found;
}

}  // namespace

PagesBefore pages_before(const RecordCheck& check, const Claim& claim, const EdtfDate& day) {
    PagesBefore before;
    for (const Appearance& appearance : claim.appearances) {
        const Source* source = appearance.source.known() ? check.source(*appearance.source) : nullptr;
        if (source == nullptr) {
            ++before.unknown;
            continue;
        }
        if (source->published.absent()) continue;
        const bool changed = !source->modified.absent();
        if (!usable(source->published) || (changed && !usable(source->modified))) {
            ++before.unknown;
            continue;
        }
        const bool later = changed && source->modified->days.latest > source->published->days.latest;
        const Date& newest = later ? source->modified : source->published;
        if (source->published->days.well_before(day) && newest->days.well_before(day))
            before.pages.push_back({&appearance, source, newest});
    }
    before.all = !before.pages.empty() && before.pages.size() == claim.appearances.size();
    return before;
}

const TooEarly& newest_of(const std::vector<TooEarly>& pages) {
    return *std::max_element(pages.begin(), pages.end(), [](const TooEarly& a, const TooEarly& b) {
        return a.newest->days.latest < b.newest->days.latest;
    });
}

const OldCounts& old_counts(RecordCheck& check) {
    return check.once<OldCounts>([&] { return find_old_counts(check); });
}

}  // namespace muster
