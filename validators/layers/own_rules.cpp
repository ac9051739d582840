#include "layers/own_rules.hpp"

#include <new>

#include "record/values.hpp"

namespace muster {
namespace {

class Look final : public OwnCheck {
public:
    Look(const Examined& examined, RecordCheck& check, const records::Record& record)
        : examined_(examined), check_(check), record_(record) {}

    const records::Record& record() const override { return record_; }
    std::optional<std::string_view> json(std::string_view pointer) const override { return examined_.json(pointer); }
    std::optional<records::Agent> agent(std::string_view id) const override { return value_of(check_.agent(id)); }
    std::optional<records::Source> source(std::string_view id) const override { return value_of(check_.source(id)); }
    void report(OwnFinding finding) override { findings_.push_back(std::move(finding)); }
    void undecided() override { ++undecided_; }

    /// Its findings as drafts of a rule; none, and no check counted, if it broke down.
    bool run(const Rule& rule, const OwnRule& own, std::vector<Draft>& drafts) {
        findings_.clear();
        undecided_ = 0;
        try {
            own.check(*this);
        } catch (const std::bad_alloc&) {
            throw;
        } catch (...) {
            return false;
        }
        check_.undecided(undecided_);
        for (OwnFinding& finding : findings_) drafts.push_back(draft_of(rule, std::move(finding)));
        return true;
    }

private:
    template <class T>
    static auto value_of(const T* defined) -> std::optional<decltype(values_of(*defined))> {
        if (defined == nullptr) return std::nullopt;
        return values_of(*defined);
    }

    Draft draft_of(const Rule& rule, OwnFinding finding) const {
        Draft draft;
        draft.rule = rule.name;
        draft.own = &rule;
        std::tie(draft.at, draft.end) = examined_.marked(finding.pointer);
        draft.participants = {value_at(draft.at)};
        draft.message = std::move(finding.message);
        draft.args = std::move(finding.args);
        draft.remedy = std::move(finding.remedy);
        for (auto& [pointer, message] : finding.notes) {
            draft.notes.push_back({examined_.marked(pointer).first, std::move(message)});
        }
        return draft;
    }

    const Examined& examined_;
    RecordCheck& check_;
    const records::Record& record_;
    std::vector<OwnFinding> findings_;
    std::size_t undecided_ = 0;
};

}  // namespace

std::vector<Draft> run_own_rules(const Examined& examined, RecordCheck& check, const records::Record& record,
                                 const Selection& selection, std::set<std::string>& failed) {
    Look look(examined, check, record);
    std::vector<Draft> drafts;
    selection.for_each_own([&](const Rule& rule, const OwnRule& own) {
        if (selection.runs(rule) && !look.run(rule, own, drafts)) failed.insert(std::string(rule.code));
    });
    return drafts;
}

}  // namespace muster
