// What a dataset says, in numbers: how many exchanges there are, how many each party received and who says so, where
// the counts do not meet, and how well the claims are attributed. Made of the records as values; nothing is averaged
// and nothing is chosen that the records leave open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muster/records.hpp"

namespace muster {

/// From the least to the greatest number that is possible, and the one that is best attested.
struct Range {
    std::int64_t low = 0;
    std::optional<std::int64_t> high;  ///< nothing: no upper end
    std::optional<std::int64_t> best;  ///< nothing: the counts leave it open
};

/// What one speaker says of how many went one way.
struct SaidFigure {
    std::string speaker;                      ///< id
    std::string name;                         ///< of the speaker; the id where none is known
    std::optional<records::Interval> figure;  ///< nothing: none was said, or it cannot be used
    std::string absent;                       ///< why no number was said: "withheld"
    std::vector<std::string> claims;          ///< ids; two or more for a sum
};

/// What a party received in one exchange.
struct Receipt {
    std::string to;              ///< id of the party
    std::string to_name;         ///< its name
    std::string kind;            ///< "remains", "persons", "items"
    std::optional<Range> range;  ///< nothing: no number is known
    std::vector<SaidFigure> said;
};

/// An exchange, as a row of a timeline.
struct TimelineRow {
    std::string path;  ///< of its file
    std::string record;
    std::string date;  ///< as it is written; "" if it cannot be used
    std::string status;
    std::vector<Receipt> received;
};

struct SpeakerShare {
    std::string speaker;  ///< id
    std::string name;
    std::size_t exchanges = 0;  ///< in how many of them the speaker gives a number
};

/// What a party received in all exchanges that were carried out.
struct Received {
    std::string to;
    std::string to_name;
    std::string kind;
    std::size_t exchanges = 0;       ///< carried out, with a flow of the kind to the party
    std::size_t without_number = 0;  ///< of them, those that no usable number is known of: not in `range`
    Range range;
    std::vector<SpeakerShare> speakers;  ///< those who speak of most exchanges first
};

/// Counts of one set of flows that do not meet.
struct StatedDisagreement {
    std::string record;
    std::string date;
    std::vector<std::string> flows;  ///< ids
    bool declared = false;           ///< the editors noted it: `contradicts`, or a preferred count
    std::vector<SaidFigure> said;
};

/// How well claims are attributed.
struct Attribution {
    std::size_t claims = 0;         ///< all
    std::size_t editors = 0;        ///< computed by the editors
    std::size_t relayed = 0;        ///< with somebody between the speaker and the source
    std::size_t second_origin = 0;  ///< corroborated or confirmed by somebody whose word comes from elsewhere
    std::size_t quoted = 0;         ///< with words of the source
};

struct Stats {
    std::size_t series = 0;
    std::size_t tombstones = 0;
    std::map<std::string, std::size_t> by_status;  ///< exchanges
    std::map<std::string, std::size_t> by_kind;    ///< exchanges carried out with a flow of that kind
    std::vector<Received> received;
    std::vector<StatedDisagreement> disagreements;
    Attribution attribution;
    std::vector<TimelineRow> timeline;  ///< by date
    std::size_t unknown = 0;            ///< records in which something cannot be used

    std::size_t exchanges() const { return timeline.size(); }
};

/// Takes records in any order, each once.
class StatsMaker {
public:
    void add(const records::Record& record);
    Stats finish();

private:
    /// A claim of a record, by its full name.
    struct Voice {
        std::string origin;
        std::vector<std::string> joined;  ///< full names of the claims that it corroborates or confirms
    };

    void add_exchange(const records::Record& record);
    void add_claims(const records::Record& record);
    std::optional<Receipt> received(const records::Record& record, const std::string& to, const std::string& kind);
    void disagreements_of(const records::Record& record);
    std::size_t with_second_origin() const;
    void sum_up();
    std::string name(const std::string& agent) const;

    Stats stats_;
    std::map<std::string, std::string> names_;  ///< of the agents of registries
    std::map<std::string, Voice> voices_;
};

}  // namespace muster
