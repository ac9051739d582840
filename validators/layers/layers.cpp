#include "layers/layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "layers/fold.hpp"
#include "layers/namer.hpp"
#include "layers/own_rules.hpp"
#include "record/poison.hpp"
#include "record/values.hpp"

namespace muster {
namespace {

class Run {
public:
    Run(Examined& examined, const Directory& directory, const Selection& selection, Namer namer)
        : examined_(examined),
          selection_(selection),
          check_(examined.record, directory, examined.number, selection.today()),
          namer_(std::move(namer)) {}

    /// What reading, parsing and the schema found.
    void first_layers() {
        std::vector<Draft> drafts = examined_.drafts;
        // What the schema saw may belong to a rule of a later layer, which then need not look again.
        const auto of_schema = std::stable_partition(
            drafts.begin(), drafts.end(), [](const Draft& draft) { return rule_of(draft).layer == Layer::bytes; });
        std::vector<Draft> schema(of_schema, drafts.end());
        drafts.erase(of_schema, drafts.end());
        keep(wanted(std::move(drafts)));
        keep(wanted(std::move(schema)));
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
        std::vector<Participant> unusable;
        for (const Dangling& use : dangling) unusable.push_back({Participant::Kind::value, use.where, 0});
        dangling_.insert(dangling_.end(), dangling.begin(), dangling.end());
        if (layer == Layer::references) note_errors(drafts, unusable);
        drafts = wanted(std::move(drafts));
        note_errors(drafts, unusable);
        make_unknown(examined_.record, unusable);
        keep(std::move(drafts));
    }

    /// The rules of who uses the library come last: what an error of theirs touches stays known to muster's own.
    void own_rules(const records::Record& record) {
        keep(wanted(run_own_rules(examined_, check_, record, selection_, failed_)));
    }

    RecordCheck& check() { return check_; }
    std::vector<Draft> take_kept() { return std::move(kept_); }
    std::vector<Held> take_held() { return std::move(held_); }
    std::vector<Dangling> take_dangling() { return std::move(dangling_); }
    const std::set<std::string>& failed() const { return failed_; }

private:
    static void note_errors(const std::vector<Draft>& drafts, std::vector<Participant>& unusable) {
        for (const Draft& draft : drafts) {
            if (severity_of(draft) != Severity::error) continue;
            unusable.insert(unusable.end(), draft.participants.begin(), draft.participants.end());
        }
    }

    /// The drafts of one layer that are to be reported, each as grave as it is wanted. What is held back is set aside:
    /// a known defect must not hide a new one.
    std::vector<Draft> wanted(std::vector<Draft> drafts) {
        std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.at < b.at; });
        std::vector<Draft> wanted;
        for (Draft& draft : drafts) {
            const Rule& rule = rule_of(draft);
            if (!selection_.runs(rule)) continue;
            draft.severity = selection_.severity(rule, severity_of(draft));
            draft.fingerprint = namer_(draft);
            if (!hold_back(rule, draft)) wanted.push_back(std::move(draft));
        }
        return wanted;
    }

    bool hold_back(const Rule& rule, const Draft& draft) {
        const Suppression* suppression = selection_.suppression(rule, namer_.record(), examined_.claim_id(draft.at));
        if (suppression == nullptr && !selection_.is_known(draft.fingerprint)) return false;
        held_.push_back(
            {suppression,
             {draft.fingerprint, std::string(rule.code), "", namer_.record(), render(draft.message, draft.args)}});
        return true;
    }

    /// Of what has the same first participant the gravest.
    void keep(std::vector<Draft> drafts) {
        for (Draft& draft : merge_same(std::move(drafts))) kept_.push_back(std::move(draft));
    }

    Examined& examined_;
    const Selection& selection_;
    RecordCheck check_;
    Namer namer_;
    std::vector<Draft> kept_;
    std::vector<Held> held_;
    std::vector<Dangling> dangling_;
    std::set<std::string> failed_;
};

Finding finding_of(const Examined& examined, const Draft& draft) {
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
    finding.fingerprint = draft.fingerprint;
    return finding;
}

}  // namespace

Outcome run_layers(Examined& examined, const Directory& directory, const Selection& selection, std::size_t occurrence,
                   Fingerprints& nameless) {
    Fingerprints own{nameless.dataset, {}};
    Run run(examined, directory, selection, Namer(examined, occurrence, examined.record_id().empty() ? nameless : own));
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
            outcome.record = values_of(run.check());
            outcome.record->path = examined.origin().path;
            outcome.record->index = examined.origin().index;
            run.own_rules(*outcome.record);
        }
    }
    std::vector<Draft> drafts = fold(run.take_kept());
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
        // Nowhere is the file's beginning.
        return std::tuple(a.at != nowhere, a.at, rule_of(a).code) < std::tuple(b.at != nowhere, b.at, rule_of(b).code);
    });
    for (const Draft& draft : drafts) outcome.findings.push_back(finding_of(examined, draft));
    outcome.held = run.take_held();
    outcome.dangling = run.take_dangling();
    outcome.undecided = run.check().undecided_checks();
    outcome.rules_failed.assign(run.failed().begin(), run.failed().end());
    return outcome;
}

void settle(Examined& examined, const Directory& directory, const Selection& selection, std::size_t occurrence,
            const std::string& dataset) {
    if (!examined.readable()) return;
    Fingerprints own{dataset, {}};
    Run run(examined, directory, selection, Namer(examined, occurrence, own));
    run.layer(Layer::references);
    run.layer(Layer::claim);
    run.layer(Layer::breakdowns);
}

}  // namespace muster
