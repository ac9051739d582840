#include "layers/layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>

#include "layers/fold.hpp"
#include "layers/own_rules.hpp"
#include "record/poison.hpp"
#include "record/values.hpp"

namespace muster {
namespace {

class Run {
public:
    Run(Examined& examined, const Directory& directory, const Selection& selection)
        : examined_(examined), selection_(selection), check_(examined.record, directory, examined.number) {}

    /// What reading, parsing and the schema found.
    void first_layers() {
        std::vector<Draft> drafts = examined_.drafts;
        // What the schema saw may belong to a rule of a later layer, which then need not look again.
        const auto of_schema = std::stable_partition(
            drafts.begin(), drafts.end(), [](const Draft& draft) { return rule_of(draft).layer == Layer::bytes; });
        std::vector<Draft> schema(of_schema, drafts.end());
        drafts.erase(of_schema, drafts.end());
        keep(std::move(drafts));
        keep(std::move(schema));
    }

    void layer(Layer layer) {
        check_.forget();
        for (const Rule* rule : all_rules()) {
            if (rule->layer == layer && rule->check != nullptr && !check_.run(*rule))
                failed_.insert(std::string(rule->code));
        }
        std::vector<Draft> drafts = check_.take_drafts();
        std::vector<Dangling> dangling = check_.take_dangling();
        // A reference that leads nowhere stays unusable, whether anybody wants to hear of it or not.
        for (const Dangling& use : dangling) make_unknown(examined_.record, {Participant::Kind::value, use.where, 0});
        dangling_.insert(dangling_.end(), dangling.begin(), dangling.end());
        for (const Draft& draft : drafts) {
            const bool unusable = layer == Layer::references;
            const bool counts = unusable || selection_.runs(rule_of(draft));
            if (severity_of(draft) != Severity::error || !counts) continue;
            for (const Participant& participant : draft.participants) make_unknown(examined_.record, participant);
        }
        keep(std::move(drafts));
    }

    /// The rules of who uses the library come last: what an error of theirs touches stays known to muster's own.
    void own_rules(const records::Record& record) {
        keep(run_own_rules(examined_, check_, record, selection_, failed_));
    }

    RecordCheck& check() { return check_; }
    std::vector<Draft> take_kept() { return std::move(kept_); }
    std::vector<Dangling> take_dangling() { return std::move(dangling_); }
    const std::set<std::string>& failed() const { return failed_; }

private:
    /// Of one layer: what is wanted, and of what has the same first participant the gravest.
    void keep(std::vector<Draft> drafts) {
        drafts.erase(std::remove_if(drafts.begin(), drafts.end(),
                                    [&](const Draft& draft) { return !selection_.runs(rule_of(draft)); }),
                     drafts.end());
        for (Draft& draft : merge_same(std::move(drafts))) kept_.push_back(std::move(draft));
    }

    Examined& examined_;
    const Selection& selection_;
    RecordCheck check_;
    std::vector<Draft> kept_;
    std::vector<Dangling> dangling_;
    std::set<std::string> failed_;
};

Finding finding_of(const Examined& examined, const Draft& draft, Fingerprints& seen, std::size_t occurrence) {
    const Rule& rule = rule_of(draft);
    Finding finding;
    finding.code = rule.code;
    finding.name = rule.name;
    finding.severity = severity_of(draft);
    finding.layer = number_of(rule.layer);
    finding.message = render(draft.message, draft.args);
    finding.args = draft.args;
    finding.remedy = draft.remedy.empty() ? std::string(rule.remedy) : draft.remedy;
    Site site = examined.site(draft.at, draft.end);
    finding.place = std::move(site.place);
    finding.excerpt = std::move(site.excerpt);
    for (const Note& note : draft.notes) {
        const Where* where = std::get_if<Where>(&note.at);
        finding.related.push_back(
            {where != nullptr ? examined.site(*where).place : std::get<Site>(note.at).place, note.message});
    }
    std::string subject =
        fmt::format("{}|{}|{}", rule.code, finding.place.record.value_or(""), examined.stable_name(draft.at));
    if (occurrence > 0) subject += fmt::format("|record {}", occurrence + 1);
    const std::size_t before = seen[subject]++;
    if (before > 0) subject += fmt::format("|{}", before + 1);
    finding.fingerprint = fingerprint(subject);
    return finding;
}

}  // namespace

Outcome run_layers(Examined& examined, const Directory& directory, const Selection& selection, std::size_t occurrence,
                   Fingerprints& nameless) {
    Run run(examined, directory, selection);
    run.first_layers();
    Outcome outcome;
    if (examined.readable()) {
        for (const Layer layer : {Layer::references, Layer::claim, Layer::breakdowns, Layer::derived_totals,
                                  Layer::stated_totals, Layer::disagreement}) {
            run.layer(layer);
        }
        const DocumentType type = examined.record.type;
        if (type == DocumentType::exchange || type == DocumentType::series) {
            outcome.summary = summarize(run.check(), [&](Where where) { return examined.site(where); });
        }
        if (selection.shows_records()) {
            outcome.record = values_of(examined.record, run.check().accounts());
            outcome.record->path = examined.origin().path;
            outcome.record->index = examined.origin().index;
            run.own_rules(*outcome.record);
        }
    }
    std::vector<Draft> drafts = fold(run.take_kept());
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
        return std::pair(a.at, rule_of(a).code) < std::pair(b.at, rule_of(b).code);
    });
    Fingerprints own;
    const bool named = examined.record.is_record() && examined.record.id.known();
    for (const Draft& draft : drafts) {
        outcome.findings.push_back(finding_of(examined, draft, named ? own : nameless, occurrence));
    }
    outcome.dangling = run.take_dangling();
    outcome.undecided = run.check().undecided_checks();
    outcome.rules_failed.assign(run.failed().begin(), run.failed().end());
    return outcome;
}

void settle(Examined& examined, const Directory& directory, const Selection& selection) {
    if (!examined.readable()) return;
    Run run(examined, directory, selection);
    run.layer(Layer::references);
    run.layer(Layer::claim);
}

std::string fingerprint(std::string_view text) {
    // FNV-1a twice, from two beginnings: not against forgery, only against chance.
    std::uint64_t first = 0xcbf29ce484222325U;
    std::uint64_t second = 0x84222325cbf29ce4U;
    for (const char c : text) {
        first = (first ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        second = (second ^ static_cast<unsigned char>(c)) * 0x100000001b3U + 0x9e3779b97f4a7c15U;
    }
    return fmt::format("{:016x}{:016x}", first, second);
}

}  // namespace muster
