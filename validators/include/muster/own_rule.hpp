// A rule of your own, run beside muster's: it looks at one document at a time and reports what is wrong. Its findings
// have code, name, place, remedy and fingerprint like ours, take part in "one cause, one finding", and are selected and
// counted like ours. It is passed in the options of one check; there is no registry of such rules.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/finding.hpp"
#include "muster/records.hpp"

namespace muster {

/// What a rule of your own found.
struct OwnFinding {
    /// JSON pointer of what it is about: "/claims/0/quantity/amount". What is not in the document is shown at the
    /// innermost value around it that is.
    std::string pointer{};
    /// What is wrong, in plain words, one sentence without a full stop; {name} stands for the argument of that name.
    std::string message{};
    /// For programs, and for the message.
    Args args{};
    /// What to do; empty: the rule's own.
    std::string remedy{};
    /// Other places that take part: pointer and words.
    std::vector<std::pair<std::string, std::string>> notes{};
};

/// What a rule of your own sees of one document. Valid during the call only.
class OwnCheck {
public:
    /// What the document says. What muster found wrong is unknown in it; build no verdict on that.
    virtual const records::Record& record() const = 0;
    /// The JSON text of the value at a pointer, for fields that records do not hold (extensions); nothing if there is
    /// none.
    virtual std::optional<std::string_view> json(std::string_view pointer) const = 0;
    /// The agent of that id, of this record or of the dataset's registries; nothing if there is none.
    virtual std::optional<records::Agent> agent(std::string_view id) const = 0;
    /// The source of that id, likewise.
    virtual std::optional<records::Source> source(std::string_view id) const = 0;
    /// Reports a finding.
    virtual void report(OwnFinding finding) = 0;
    /// Counts a check that could not be decided, since it would have used something unknown.
    virtual void undecided() = 0;

protected:
    ~OwnCheck() = default;
};

/// A rule of your own. Its texts are views, as those of findings and summaries are: use literals, or keep the texts
/// until the last finding and summary made with them are gone.
struct OwnRule {
    std::string_view code{};  ///< three capital letters and three digits; muster has no family X..: "XAB001"
    std::string_view name{};  ///< lower-case letters, digits and underscores, from a letter on
    Severity severity = Severity::warning;  ///< of its findings
    std::string_view summary{};             ///< one sentence: what is wrong
    std::string_view remedy{};              ///< what to do about it
    /// Called once for each document that can be read, after muster's own rules for it. What it throws ends its work on
    /// that document: its findings there are dropped and its code is in Summary::rules_failed; only std::bad_alloc goes
    /// on to the caller.
    std::function<void(OwnCheck&)> check{};
};

}  // namespace muster
