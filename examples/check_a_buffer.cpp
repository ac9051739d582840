// Checks a document that is held in memory, and reads what it says.
#include <iostream>
#include <muster/check.hpp>

namespace {

constexpr std::string_view document = R"({
  "schema": "muster/exchange/1", "id": "2025-03-28-remains", "status": "carried_out", "date": "2025-03-28",
  "flows": [{ "id": "to-west", "from": "east", "to": "west", "kind": "remains" }],
  "claims": [
    { "id": "c1", "type": "count", "flows": ["to-west"], "quantity": { "amount": 43 }, "speaker": "office",
      "appearances": [{ "source": "s1" }] },
    { "id": "c2", "type": "count", "flows": ["to-west"], "quantity": { "amount": -7 }, "speaker": "daily",
      "appearances": [{ "source": "s1" }] }],
  "agents": [
    { "id": "east", "type": "party", "name": "East" }, { "id": "west", "type": "party", "name": "West" },
    { "id": "office", "type": "institution", "name": "The exchange office" },
    { "id": "daily", "type": "outlet", "name": "The Daily" }],
  "sources": [{ "id": "s1", "outlet": "daily", "url": "https://example.org/1" }]
})";

/// Takes findings one by one.
class Printed final : public muster::Sink {
public:
    void take(const muster::Finding& finding) override {
        const muster::Place& place = finding.place;
        std::cout << place.path << ':' << place.line << ':' << place.column << ": " << to_string(finding.severity)
                  << '[' << finding.code << "] " << finding.message << "\n  help: " << finding.remedy << '\n';
    }
};

void print(const muster::records::Record& record) {
    for (const muster::records::Claim& claim : record.claims) {
        std::cout << record.id << ": " << claim.speaker << " says ";
        // What muster found wrong is never handed on as a number.
        if (claim.quantity && claim.quantity->amount) {
            std::cout << *claim.quantity->amount << '\n';
        } else {
            std::cout << "something that cannot be used\n";
        }
    }
}

}  // namespace

int main() {
    muster::CheckOptions options;
    options.buffers = {{"draft.json", document}};
    options.as_of = "2025-06-30";
    options.record = print;

    Printed printed;
    const muster::Result<muster::Summary> summary = muster::check(options, printed);
    if (!summary) {
        std::cerr << summary.error().message << '\n';
        return 2;
    }
    std::cout << summary->records << " record, " << summary->errors << " error\n";
    return summary->errors == 0 ? 0 : 1;
}
