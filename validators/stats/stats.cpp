#include "stats/stats.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace muster {
namespace {

using Positions = std::vector<std::size_t>;

const records::Counted* counted_of(const records::Record& record, const Positions& flows) {
    const auto found = std::find_if(record.counted.begin(), record.counted.end(),
                                    [&](const records::Counted& counted) { return counted.flows == flows; });
    return found == record.counted.end() ? nullptr : &*found;
}

/// The ends of `one` and `other` added; no number stays none.
std::optional<std::int64_t> sum_of(const std::optional<std::int64_t>& one, const std::optional<std::int64_t>& other) {
    return one && other ? std::optional(*one + *other) : std::nullopt;
}

void add(Range& range, const Range& more) {
    range.low += more.low;
    range.high = sum_of(range.high, more.high);
    range.best = sum_of(range.best, more.best);
}

constexpr auto nothing_yet = [] { return Range{0, 0, 0}; };

Range range_of(const records::View& view) {
    return {view.interval.low, view.interval.high, view.best};
}

bool meet(const records::Interval& one, const records::Interval& other) {
    return (!one.high || other.low <= *one.high) && (!other.high || one.low <= *other.high);
}

bool disagree(const records::Counted& counted) {
    for (const records::Account& one : counted.accounts) {
        for (const records::Account& other : counted.accounts) {
            if (one.interval && other.interval && !meet(*one.interval, *other.interval)) return true;
        }
    }
    return false;
}

std::string full_name(const records::Record& record, const std::string& claim) {
    return claim.find('#') == std::string::npos ? record.id + "#" + claim : claim;
}

/// One claim behind the accounts contradicts another one, or the editors prefer a count.
bool is_declared(const records::Record& record, const records::Counted& counted) {
    std::set<std::string> behind;
    for (const records::Account& account : counted.accounts) {
        if (account.preferred) return true;
        for (const std::size_t claim : account.claims) behind.insert(full_name(record, record.claims[claim].id));
    }
    for (const records::Claim& claim : record.claims) {
        if (behind.count(full_name(record, claim.id)) == 0) continue;
        for (const records::Relation& relation : claim.relations) {
            if (relation.type == "contradicts" && behind.count(full_name(record, relation.claim)) > 0) return true;
        }
    }
    return false;
}

/// The sets of flows that go one way: one for each giver.
std::vector<Positions> ways_to(const records::Record& record, const std::string& to, const std::string& kind) {
    std::map<std::string, Positions> ways;
    for (std::size_t i = 0; i < record.flows.size(); ++i) {
        const records::Flow& flow = record.flows[i];
        // What goes back where it had come from by mistake was received by nobody.
        if (flow.to == to && flow.kind == kind && flow.returns.empty()) ways[flow.from].push_back(i);
    }
    std::vector<Positions> sets;
    for (auto& [from, flows] : ways) sets.push_back(std::move(flows));
    return sets;
}

/// Of the set itself, else of its flows one by one.
std::vector<const records::Counted*> counts_for(const records::Record& record, const Positions& flows) {
    const records::Counted* whole = counted_of(record, flows);
    if (whole != nullptr && (whole->view || flows.size() == 1)) return {whole};
    std::vector<const records::Counted*> single;
    for (const std::size_t flow : flows) {
        if (const records::Counted* counted = counted_of(record, {flow})) single.push_back(counted);
    }
    return single;
}

/// The name of an agent that the record itself defines; "" else.
std::string own_name(const records::Record& record, const std::string& agent) {
    for (const records::Agent& own : record.agents) {
        if (own.id == agent) return own.name.empty() ? own.description : own.name;
    }
    return "";
}

SaidFigure said_by(const records::Record& record, const records::Account& account) {
    SaidFigure said{account.speaker, own_name(record, account.speaker), account.interval, "", {}};
    for (const std::size_t claim : account.claims) said.claims.push_back(record.claims[claim].id);
    return said;
}

/// Who speaks of some of the flows without a number.
std::vector<SaidFigure> silent_of(const records::Record& record, const Positions& flows) {
    std::vector<SaidFigure> silent;
    for (const records::Claim& claim : record.claims) {
        if (claim.type != "count" || !claim.quantity || claim.quantity->absent.empty()) continue;
        const bool of_these = std::any_of(flows.begin(), flows.end(), [&](std::size_t flow) {
            return std::find(claim.flows.begin(), claim.flows.end(), record.flows[flow].id) != claim.flows.end();
        });
        if (of_these)
            silent.push_back({claim.speaker, own_name(record, claim.speaker), {}, claim.quantity->absent, {claim.id}});
    }
    return silent;
}

}  // namespace

void StatsMaker::add(const records::Record& record) {
    if (record.type == "agents") {
        for (const records::Agent& agent : record.agents)
            names_[agent.id] = agent.name.empty() ? agent.description : agent.name;
    }
    if (record.type == "series") ++stats_.series;
    if (record.type == "tombstone") ++stats_.tombstones;
    if (record.type == "exchange") add_exchange(record);
    if (record.type != "exchange" && record.type != "series") return;
    if (record.unknown) ++stats_.unknown;
    add_claims(record);
}

void StatsMaker::add_exchange(const records::Record& record) {
    ++stats_.by_status[record.status];
    TimelineRow row{record.path, record.id, record.date ? record.date->text : "", record.status, {}};
    std::set<std::pair<std::string, std::string>> ways;
    std::set<std::string> kinds;
    for (const records::Flow& flow : record.flows) {
        if (flow.to.empty() || flow.kind.empty()) continue;
        ways.emplace(flow.kind, flow.to);
        kinds.insert(flow.kind);
    }
    for (const auto& [kind, to] : ways) {
        if (std::optional<Receipt> receipt = received(record, to, kind)) row.received.push_back(std::move(*receipt));
    }
    stats_.timeline.push_back(std::move(row));
    if (record.status == "carried_out") {
        for (const std::string& kind : kinds) ++stats_.by_kind[kind];
    }
    disagreements_of(record);
}

std::optional<Receipt> StatsMaker::received(const records::Record& record, const std::string& to,
                                            const std::string& kind) {
    const std::vector<Positions> ways = ways_to(record, to, kind);
    if (ways.empty()) return std::nullopt;
    Receipt receipt{to, own_name(record, to), kind, nothing_yet(), {}};
    for (const Positions& flows : ways) {
        const std::vector<const records::Counted*> counts = counts_for(record, flows);
        Positions seen;
        for (const records::Counted* counted : counts) {
            for (const records::Account& account : counted->accounts) receipt.said.push_back(said_by(record, account));
            if (!counted->view) continue;
            seen.insert(seen.end(), counted->flows.begin(), counted->flows.end());
            if (receipt.range) muster::add(*receipt.range, range_of(*counted->view));
        }
        if (seen.size() < flows.size()) receipt.range.reset();
        for (SaidFigure& silent : silent_of(record, flows)) receipt.said.push_back(std::move(silent));
    }
    return receipt;
}

void StatsMaker::disagreements_of(const records::Record& record) {
    std::set<std::size_t> disputed;  // single flows
    for (const records::Counted& counted : record.counted) {
        if (counted.flows.size() == 1 && disagree(counted)) disputed.insert(counted.flows.front());
    }
    for (const records::Counted& counted : record.counted) {
        // What is disputed of a flow is so again of all that holds it.
        const bool again =
            counted.flows.size() > 1 && std::any_of(counted.flows.begin(), counted.flows.end(),
                                                    [&](std::size_t flow) { return disputed.count(flow) > 0; });
        if (again || !disagree(counted)) continue;
        StatedDisagreement disagreement{
            record.id, record.date ? record.date->text : "", {}, is_declared(record, counted), {}};
        for (const std::size_t flow : counted.flows) disagreement.flows.push_back(record.flows[flow].id);
        for (const records::Account& account : counted.accounts) disagreement.said.push_back(said_by(record, account));
        stats_.disagreements.push_back(std::move(disagreement));
    }
}

void StatsMaker::add_claims(const records::Record& record) {
    Attribution& attribution = stats_.attribution;
    for (const records::Claim& claim : record.claims) {
        ++attribution.claims;
        if (claim.speaker == "dataset") ++attribution.editors;
        const auto any = [&](auto holds) {
            return std::any_of(claim.appearances.begin(), claim.appearances.end(), holds);
        };
        if (any([](const records::Appearance& appearance) { return !appearance.via.empty(); })) ++attribution.relayed;
        if (any([](const records::Appearance& appearance) { return appearance.quote.has_value(); }))
            ++attribution.quoted;
        Voice& voice = voices_[full_name(record, claim.id)];
        voice.origin = claim.origin;
        for (const records::Relation& relation : claim.relations) {
            if (relation.type == "corroborates") voice.joined.push_back(full_name(record, relation.claim));
        }
        if (claim.type != "confirmation") continue;
        for (const std::string& confirmed : claim.claims) voice.joined.push_back(full_name(record, confirmed));
    }
}

std::size_t StatsMaker::with_second_origin() const {
    std::map<std::string, std::string> leads_to;
    const auto root = [&](std::string name) {
        for (auto next = leads_to.find(name); next != leads_to.end(); next = leads_to.find(name)) name = next->second;
        return name;
    };
    for (const auto& [claim, voice] : voices_) {
        for (const std::string& other : voice.joined) {
            if (voices_.count(other) == 0) continue;
            const std::string one = root(claim);
            const std::string two = root(other);
            if (one != two) leads_to[one] = two;
        }
    }
    std::map<std::string, std::pair<std::set<std::string>, std::size_t>> classes;  // their origins and their size
    for (const auto& [claim, voice] : voices_) {
        auto& [origins, size] = classes[root(claim)];
        if (!voice.origin.empty()) origins.insert(voice.origin);
        ++size;
    }
    std::size_t claims = 0;
    for (const auto& [name, members] : classes) claims += members.first.size() > 1 ? members.second : 0;
    return claims;
}

std::string StatsMaker::name(const std::string& agent) const {
    if (agent == "dataset") return "the editors";
    const auto found = names_.find(agent);
    return found == names_.end() || found->second.empty() ? agent : found->second;
}

void StatsMaker::sum_up() {
    struct Sum {
        Received received;
        std::map<std::pair<std::string, std::string>, std::size_t> speakers;  // by name and id
    };
    std::map<std::pair<std::string, std::string>, Sum> sums;
    for (const TimelineRow& row : stats_.timeline) {
        if (row.status != "carried_out") continue;
        for (const Receipt& receipt : row.received) {
            auto [found, fresh] = sums.try_emplace({receipt.kind, receipt.to});
            Sum& sum = found->second;
            if (fresh) sum.received = {receipt.to, receipt.to_name, receipt.kind, 0, 0, nothing_yet(), {}};
            ++sum.received.exchanges;
            if (!receipt.range) {
                ++sum.received.without_number;
                continue;
            }
            muster::add(sum.received.range, *receipt.range);
            std::set<std::pair<std::string, std::string>> speakers;
            for (const SaidFigure& said : receipt.said) {
                if (said.figure) speakers.emplace(said.name, said.speaker);
            }
            for (const auto& speaker : speakers) ++sum.speakers[speaker];
        }
    }
    for (auto& [key, sum] : sums) {
        for (const auto& [speaker, exchanges] : sum.speakers)
            sum.received.speakers.push_back({speaker.second, speaker.first, exchanges});
        std::stable_sort(sum.received.speakers.begin(), sum.received.speakers.end(),
                         [](const SpeakerShare& a, const SpeakerShare& b) { return a.exchanges > b.exchanges; });
        stats_.received.push_back(std::move(sum.received));
    }
}

Stats StatsMaker::finish() {
    const auto name_all = [&](std::vector<SaidFigure>& list) {
        for (SaidFigure& said : list) {
            if (said.name.empty()) said.name = name(said.speaker);
        }
    };
    for (TimelineRow& row : stats_.timeline) {
        for (Receipt& receipt : row.received) {
            if (receipt.to_name.empty()) receipt.to_name = name(receipt.to);
            name_all(receipt.said);
        }
    }
    for (StatedDisagreement& disagreement : stats_.disagreements) name_all(disagreement.said);
    const auto by_date = [](const auto& a, const auto& b) {
        return std::tie(a.date, a.record) < std::tie(b.date, b.record);
    };
    std::stable_sort(stats_.timeline.begin(), stats_.timeline.end(), by_date);
    std::stable_sort(stats_.disagreements.begin(), stats_.disagreements.end(), by_date);
    stats_.attribution.second_origin = with_second_origin();
    sum_up();
    return std::move(stats_);
}

}  // namespace muster
