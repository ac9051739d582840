// A rule of one's own: this desk publishes a count only if somebody said on which day it was stated, and keeps a
// `desk.example.org:batch` with each claim.
#include <iostream>
#include <muster/check.hpp>

namespace {

/// The pointer of a claim, as in the document.
std::string pointer_of(std::size_t claim) {
    return "/claims/" + std::to_string(claim);
}

void count_without_day(muster::OwnCheck& check) {
    const std::vector<muster::records::Claim>& claims = check.record().claims;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const muster::records::Claim& claim = claims[i];
        if (claim.unknown) {
            check.undecided();
            continue;
        }
        if (claim.type != "count" || claim.stated_on) continue;
        const auto speaker = check.agent(claim.speaker);
        check.report({.pointer = pointer_of(i) + "/quantity/amount",
                      .message = "nobody says when {speaker} gave this count",
                      .args = {{"speaker", speaker ? speaker->name : claim.speaker}}});
    }
}

void claim_without_batch(muster::OwnCheck& check) {
    for (std::size_t i = 0; i < check.record().claims.size(); ++i) {
        // Extensions are read by no rule of muster's; a rule of one's own sees their JSON.
        if (check.json(pointer_of(i) + "/extensions/desk.example.org:batch")) continue;
        check.report({.pointer = pointer_of(i) + "/extensions", .message = "this claim belongs to no batch"});
    }
}

class Printed final : public muster::Sink {
public:
    void take(const muster::Finding& finding) override {
        std::cout << finding.place.path << ':' << finding.place.line << ':' << finding.place.column << ": "
                  << to_string(finding.severity) << '[' << finding.code << ' ' << finding.name << "] "
                  << finding.message << "\n  help: " << finding.remedy << '\n';
    }
};

}  // namespace

int main(int argc, char** argv) {
    muster::CheckOptions options;
    options.paths.assign(argv + 1, argv + argc);
    options.as_of = "2030-01-01";
    options.own_rules = {
        {.code = "XDK001",
         .name = "count_without_day",
         .severity = muster::Severity::warning,
         .summary = "A count does not say when it was stated.",
         .remedy = "Add stated_on.",
         .check = count_without_day},
        {.code = "XDK002",
         .name = "claim_without_batch",
         .severity = muster::Severity::error,
         .summary = "A claim belongs to no batch.",
         .remedy = "Add the extension desk.example.org:batch.",
         .check = claim_without_batch},
    };

    Printed printed;
    const muster::Result<muster::Summary> summary = muster::check(options, printed);
    if (!summary) {
        std::cerr << summary.error().message << '\n';
        return 2;
    }
    std::cout << summary->errors << " errors, " << summary->warnings << " warnings\n";
    return summary->errors == 0 ? 0 : 1;
}
