// Records for tests of your own: sound ones, made from numbers that are true of one imagined exchange, and broken ones
// with the rule that finds the one thing that is wrong with them. Component `testing` of the package; needs RapidCheck.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace muster::testing {

/// One claim, in numbers of which each is taken modulo what there is to choose from: zero is the simplest, so that a
/// plan shrinks to one that a person can read.
struct ClaimPlan {
    std::uint32_t type = 0;    ///< a count, a bound, a total, a confirmation, ...
    std::uint32_t voice = 0;   ///< who says it
    std::uint32_t flow = 0;    ///< of what
    std::uint32_t detail = 0;  ///< qualifiers, breakdowns, quotes, relays
};

/// One exchange between Northland and Southland.
struct ExchangePlan {
    std::uint32_t day = 0;               ///< days since 2024-01-01
    std::uint32_t shape = 0;             ///< which flows there are
    std::vector<std::uint32_t> numbers;  ///< how many went, for each flow; 0 where one is missing
    std::uint32_t words = 0;             ///< in which script places are named, and who is counted
    std::vector<ClaimPlan> claims;       ///< what is said of it
};

/// A dataset: exchanges on different days, the earliest first, some of them stages of a series.
struct DatasetPlan {
    std::vector<ExchangePlan> exchanges;
    bool staged = false;  ///< the first exchanges are the stages of one agreement
};

/// The text of a document (JSON), and for people the text once more.
struct Text {
    std::string json;
};
inline std::ostream& operator<<(std::ostream& out, const Text& text) {
    return out << text.json;
}

/// A document in which one thing is wrong.
struct BrokenText {
    std::string json;
    std::string rule;  ///< the name of the rule that finds it; no other has an error or a warning
};
inline std::ostream& operator<<(std::ostream& out, const BrokenText& text) {
    return out << text.rule << "\n" << text.json;
}

/// The exchange as one document that defines all it needs. It gives neither an error nor a warning.
std::string written(const ExchangePlan& plan);
/// The dataset as documents, in order: its description, registries, a series if it is staged, exchanges. As one dataset
/// they give neither an error nor a warning.
std::vector<std::string> written(const DatasetPlan& plan);

/// For a test that failed: the documents.
inline std::ostream& operator<<(std::ostream& out, const ExchangePlan& plan) {
    return out << written(plan);
}
inline std::ostream& operator<<(std::ostream& out, const DatasetPlan& plan) {
    for (const std::string& document : written(plan)) out << document << "\n";
    return out;
}

rc::Gen<ExchangePlan> exchange_plan();
rc::Gen<DatasetPlan> dataset_plan();

/// A sound record with all that it needs.
rc::Gen<Text> sound_record();
/// A record with one thing wrong.
rc::Gen<BrokenText> broken_record();
/// The documents of a sound dataset, one a line.
rc::Gen<Text> sound_dataset();

}  // namespace muster::testing
