// From a plan to its documents. The numbers of a plan are true of the imagined exchange; whatever is claimed is a way
// of saying them, so that all that is said fits together however much of it there is.
#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>

#include "muster/testing.hpp"
#include "testing/document.hpp"

namespace muster::testing {
namespace {

constexpr std::array<const char*, 6> scripts{"Harbour district", "Північний район", "المنطقة الشمالية",
                                             "მთის უბანი",       "מחוז הצפון",      "北部地区"};

struct AgentText {
    const char* id;
    const char* json;
};
constexpr std::array<AgentText, 12> agents{{
    {"north", R"({"id": "north", "type": "party", "name": "Northland"})"},
    {"south", R"({"id": "south", "type": "party", "name": "Southland"})"},
    {"office", R"({"id": "office", "type": "institution", "name": "Office for the Missing", "party": "north"})"},
    {"staff", R"({"id": "staff", "type": "institution", "name": "General Staff of Southland", "party": "south"})"},
    {"envoy",
     R"({"id": "envoy", "type": "person", "name": "A. Envoy", "party": "south", "public_role": "head of the delegation"})"},
    {"society", R"({"id": "society", "type": "institution", "name": "Relief Society"})"},
    {"side", R"({"id": "side", "type": "group", "name": "Southern side", "party": "south"})"},
    {"unnamed", R"({"id": "unnamed", "type": "anonymous", "description": "an unnamed official"})"},
    {"critic", R"({"id": "critic", "type": "person", "name": "C. Critic", "public_role": "member of parliament"})"},
    {"ledger", R"({"id": "ledger", "type": "outlet", "name": "The Daily Ledger"})"},
    {"courier", R"({"id": "courier", "type": "outlet", "name": "Evening Courier"})"},
    {"wire", R"({"id": "wire", "type": "outlet", "name": "Meridian Wire"})"},
}};
/// Those whose word is their own; the critic, who is left for numbers that do not fit, is none of them.
constexpr std::array<const char*, 6> voices{"office", "staff", "envoy", "society", "side", "unnamed"};

std::string day_of(std::uint32_t day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::year{2024} / 1 / 1} +
                                           std::chrono::days{day % 700}};
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
           two(static_cast<unsigned>(date.day()));
}

struct FlowText {
    std::string id, from, to, kind;
    std::int64_t number = 0;
};

/// What of a claim later ones need to know.
struct Said {
    std::string id, speaker;
    std::optional<std::size_t> flow;      ///< nothing: it is no exact, true and valid count of one flow
    std::optional<std::size_t> bounds{};  ///< a number, perhaps a loose one, for this flow
};

class Writer {
public:
    explicit Writer(const ExchangePlan& plan) : plan_(plan), date_(day_of(plan.day)) {
        make_flows();
        document_["schema"] = "muster/exchange/1";
        document_["id"] = "north-south-" + date_;
        document_["status"] = "carried_out";
        document_["date"] = date_;
        for (const FlowText& flow : flows_) {
            document_["flows"].push_back({{"id", flow.id}, {"from", flow.from}, {"to", flow.to}, {"kind", flow.kind}});
            used_.insert(flow.from);
            used_.insert(flow.to);
        }
        document_["claims"] = Json::array();
        for (const ClaimPlan& claim : plan.claims) add(claim);
        if (document_["claims"].empty()) add(ClaimPlan{});
    }

    const std::string& date() const { return date_; }
    const std::vector<FlowText>& flows() const { return flows_; }
    Json& document() { return document_; }
    const std::set<std::string>& used() const { return used_; }
    const std::map<std::string, Json>& sources() const { return sources_; }

    /// A claim about many exchanges, by an outlet.
    void add_about_many(Json claim) {
        claim["speaker"] = "ledger";
        used_.insert("ledger");
        claim["appearances"] = Json::array({{{"source", source("ledger")}}});
        push(std::move(claim), Said{"", "ledger", {}});
    }

private:
    void make_flows() {
        const std::array<const char*, 2> kinds{"remains", "persons"};
        const std::string kind = kinds[plan_.shape / 4 % 2];
        const auto number = [this](std::size_t i) {
            return i < plan_.numbers.size() ? static_cast<std::int64_t>(plan_.numbers[i] % 5000) : 0;
        };
        flows_.push_back({"to-north", "south", "north", kind, number(0)});
        if (plan_.shape % 4 >= 1) flows_.push_back({"to-south", "north", "south", kind, number(1)});
        // In addition to the exchange, as reports say.
        if (plan_.shape % 4 == 3) flows_.push_back({"to-north-besides", "south", "north", kind, number(2)});
    }

    std::string source(const std::string& outlet) {
        const std::string id = outlet + "-" + date_;
        sources_.try_emplace(id, Json{{"id", id},
                                      {"outlet", outlet},
                                      {"url", "https://example.org/" + outlet + "/" + date_},
                                      {"published", date_}});
        used_.insert(outlet);
        return id;
    }

    Json appearance(const std::string& speaker, std::uint32_t detail) {
        const std::string outlet = detail % 2 == 0 ? "ledger" : "courier";
        Json appearance{{"source", source(outlet)}};
        if (detail / 2 % 3 == 1 && speaker != "wire") {
            appearance["via"] = Json::array({"wire"});
            used_.insert("wire");
        }
        return appearance;
    }

    void push(Json claim, Said said) {
        claim = ordered(std::move(claim), "c" + std::to_string(said_.size() + 1));
        said.id = claim["id"];
        document_["claims"].push_back(std::move(claim));
        said_.push_back(std::move(said));
    }

    /// The id first, as people write it.
    static Json ordered(Json claim, const std::string& id) {
        Json made{{"id", id}};
        for (auto& [key, value] : claim.items()) made[key] = std::move(value);
        return made;
    }

    void say(Json claim, const std::string& speaker, std::uint32_t detail, std::optional<std::size_t> flow = {}) {
        used_.insert(speaker);
        claim["speaker"] = speaker;
        claim["appearances"] = Json::array({appearance(speaker, detail)});
        if (detail / 6 % 5 == 4 && flow)
            claim["appearances"][0]["quote"] = {{"exact", std::to_string(flows_[*flow].number) + " were handed over"}};
        push(std::move(claim), Said{"", speaker, flow});
    }

    Json describe(Json claim, std::size_t flow, std::uint32_t detail) const {
        const std::int64_t number = flows_[flow].number;
        // Who is counted is said in one way in the whole record, or not at all.
        const std::uint32_t who = plan_.words / 6 % 3;
        if (who == 1 && detail / 30 % 2 == 1) claim["category"] = "military";
        if (who == 2 && detail / 30 % 2 == 1) claim["category"] = "mixed";
        if (detail / 60 % 4 == 1) claim["breakdowns"] = Json::array({partition(number, detail / 240)});
        if (detail / 60 % 4 == 2) claim["breakdowns"] = Json::array({open_list(number, detail / 240)});
        if (detail / 60 % 4 == 3)
            claim["breakdowns"] = Json::array({partition(number, detail / 240), subsets(number, detail / 240)});
        return claim;
    }

    Json part(std::size_t label, std::int64_t number) const {
        std::string words = scripts[(plan_.words + label) % scripts.size()];
        return {{"label", words}, {"quantity", {{"amount", number}}}};
    }
    Json partition(std::int64_t number, std::uint32_t detail) const {
        const std::int64_t first = number == 0 ? 0 : static_cast<std::int64_t>(detail % (number + 1));
        Json parts = Json::array({part(0, first), part(1, number - first)});
        if (detail % 3 == 2) {
            const std::int64_t half = first / 2;
            parts[0]["breakdowns"] = Json::array(
                {{{"dimension", "branch"}, {"shape", "partition"}, {"parts", {part(2, half), part(3, first - half)}}}});
        }
        return {{"dimension", "place"}, {"shape", "partition"}, {"parts", std::move(parts)}};
    }
    Json open_list(std::int64_t number, std::uint32_t detail) const {
        return {{"dimension", "place"},
                {"shape", "open_list"},
                {"parts", {part(0, number / 3), part(1, number / (2 + detail % 5))}}};
    }
    Json subsets(std::int64_t number, std::uint32_t detail) const {
        return {{"dimension", "health"},
                {"shape", "subsets"},
                {"parts", {part(2, number), part(3, number / (1 + detail % 4))}}};
    }

    Json count(std::size_t flow) const {
        return {{"type", "count"}, {"flows", {flows_[flow].id}}, {"quantity", {{"amount", flows_[flow].number}}}};
    }

    /// A number that leaves room for the true one.
    Json bound(std::int64_t number, std::uint32_t detail) const {
        switch (detail % 7) {
            case 0:
                return {{"amount", number - number % 10}, {"qualifier", "at_least"}};
            case 1:
                if (number > 0) return {{"amount", number - 1}, {"qualifier", "more_than"}};
                return {{"lower", 0}};
            case 2:
                return {{"amount", number + 3}, {"qualifier", "at_most"}};
            case 3:
                return {{"amount", number + 1}, {"qualifier", "fewer_than"}};
            case 4:
                return {{"amount", number}, {"qualifier", "about"}, {"lower", number / 2}, {"upper", number + 9}};
            case 5:
                return {{"amount", number + 2}, {"qualifier", "nearly"}};
            default:
                return {{"lower", number / 2}, {"upper", number + 1}, {"as_printed", "dozens"}};
        }
    }

    const Said* exact(std::size_t flow, std::uint32_t which) const {
        std::vector<const Said*> found;
        for (const Said& said : said_) {
            if (said.flow == flow) found.push_back(&said);
        }
        return found.empty() ? nullptr : found[which % found.size()];
    }

    /// Another one than the speaker of a claim.
    std::string other_voice(const std::string& speaker, std::uint32_t which) const {
        std::string voice = voices[which % voices.size()];
        return voice == speaker ? voices[(which + 1) % voices.size()] : voice;
    }

    void add(const ClaimPlan& plan) {
        const std::size_t flow = plan.flow % flows_.size();
        const std::string voice = voices[plan.voice % voices.size()];
        const std::int64_t number = flows_[flow].number;
        const Said* base = exact(flow, plan.detail);
        switch (plan.type % 16) {
            case 1:
                return say_bound(flow, voice, plan.detail);
            case 2:
                return say_nothing(flow, voice, plan.detail);
            case 3:
                return add_total(plan);
            case 4:
                if (base == nullptr) break;
                return say({{"type", "confirmation"}, {"claims", {base->id}}}, other_voice(base->speaker, plan.voice),
                           plan.detail);
            case 5: {
                if (base == nullptr) break;
                Json claim = count(flow);
                claim["relations"] = Json::array({{{"type", "corroborates"}, {"claim", base->id}}});
                return say(contested(std::move(claim), flow), other_voice(base->speaker, plan.voice), plan.detail,
                           flow);
            }
            case 6:
                if (base == nullptr || contested_.count(flow) > 0) break;
                return contest(flow);
            case 7: {
                Json old = count(flow);
                old["quantity"]["amount"] = number + 5;
                say(std::move(old), voice, plan.detail % 2);
                Json claim = count(flow);
                claim["relations"] = Json::array({{{"type", "supersedes"}, {"claim", said_.back().id}}});
                return say(contested(std::move(claim), flow), voice, plan.detail % 2, flow);
            }
            case 8: {
                if (base == nullptr) break;
                Json claim = count(flow);
                claim["quantity"]["amount"] = number * 10 + 1;
                claim["relations"] = Json::array({{{"type", "misprint_of"}, {"claim", base->id}}});
                return say(std::move(claim), base->speaker, plan.detail % 2);
            }
            case 9:
                return say({{"type", "plan"}, {"flows", {flows_[flow].id}}, {"quantity", {{"amount", number}}}}, voice,
                           plan.detail);
            case 10:
                return say({{"type", "place"},
                            {"place_role", plan.detail % 2 == 0 ? "origin" : "handover"},
                            {"places", Json::array({{{"label", scripts[plan_.words % scripts.size()]}}})}},
                           voice, plan.detail);
            case 11:
                used_.insert("society");
                return say({{"type", "mediation"}, {"mediators", {"society"}}}, voice, plan.detail);
            case 12:
                return say({{"type", "identification"}, {"flows", {flows_[flow].id}}, {"result", "pending"}}, voice,
                           plan.detail);
            case 13:
                return say({{"type", "statement"}, {"text", "The lists were exchanged the day before."}}, voice,
                           plan.detail);
            case 14:
                if (base == nullptr) break;
                return say(
                    {{"type", "interpretation"}, {"claims", {base->id}}, {"text", "More than in the year before."}},
                    "critic", plan.detail);
            case 15:
                return say({{"type", plan.detail % 2 == 0 ? "date" : "status"},
                            {plan.detail % 2 == 0 ? "date" : "status", plan.detail % 2 == 0 ? date_ : "carried_out"}},
                           voice, plan.detail);
            default:
                break;
        }
        say(contested(describe(count(flow), flow, plan.detail), flow), voice, plan.detail, flow);
    }

    void say_bound(std::size_t flow, const std::string& voice, std::uint32_t detail) {
        Json claim = count(flow);
        claim["quantity"] = bound(flows_[flow].number, detail);
        say(contested(std::move(claim), flow), voice, detail);
        said_.back().bounds = flow;
    }

    void say_nothing(std::size_t flow, const std::string& voice, std::uint32_t detail) {
        constexpr std::array<const char*, 4> reasons{"not_stated", "withheld", "unknown", "no_comment"};
        say({{"type", "count"},
             {"flows", {flows_[flow].id}},
             {"quantity", {{"absent", reasons[detail % reasons.size()]}}}},
            voice, detail / 4);
    }

    /// Of all flows: added by an outlet, or simply stated.
    void add_total(const ClaimPlan& plan) {
        Json all = Json::array();
        Json terms = Json::array();
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < flows_.size(); ++i) {
            all.push_back(flows_[i].id);
            sum += flows_[i].number;
            if (const Said* term = exact(i, plan.detail)) terms.push_back(term->id);
        }
        if (flows_.size() < 2) return add(ClaimPlan{0, plan.voice, plan.flow, plan.detail});
        Json claim{{"type", "count"}, {"flows", all}, {"applies", "together"}, {"quantity", {{"amount", sum}}}};
        if (terms.size() < flows_.size()) return say(std::move(claim), voices[plan.voice % voices.size()], plan.detail);
        claim["derivation"] = {{"method", "sum"}, {"of", terms}};
        say(std::move(claim), "courier", 1);
    }

    /// The critic gives another number, and the record notes that it does not fit.
    void contest(std::size_t flow) {
        Json claim = count(flow);
        claim["quantity"]["amount"] = flows_[flow].number + 7;
        claim["relations"] = Json::array();
        for (const Said& said : said_) {
            if (said.flow == flow || said.bounds == flow)
                claim["relations"].push_back({{"type", "contradicts"}, {"claim", said.id}});
        }
        say(std::move(claim), "critic", 0);
        contested_[flow] = said_.back().id;
    }

    /// Whoever counts a contested flow afterwards contradicts the critic.
    Json contested(Json claim, std::size_t flow) const {
        if (const auto found = contested_.find(flow); found != contested_.end())
            claim["relations"].push_back({{"type", "contradicts"}, {"claim", found->second}});
        return claim;
    }

    const ExchangePlan& plan_;
    std::string date_;
    std::vector<FlowText> flows_;
    Json document_;
    std::set<std::string> used_;
    std::map<std::string, Json> sources_;
    std::vector<Said> said_;
    std::map<std::size_t, std::string> contested_;  ///< by flow: the claim of the critic
};

/// Those of the registry that are named, in its order.
Json agents_used(const std::set<std::string>& used) {
    Json list = Json::array();
    for (const AgentText& agent : agents) {
        if (used.count(agent.id) > 0) list.push_back(Json::parse(agent.json));
    }
    return list;
}

Json sources_used(const std::map<std::string, Json>& sources) {
    Json list = Json::array();
    for (const auto& [id, source] : sources) list.push_back(source);
    return list;
}

constexpr const char* whole_window = "2024-01-01/..";

/// What an outlet says of all exchanges so far.
class SoFar {
public:
    void add_to(Writer& writer, std::uint32_t which) {
        const FlowText& flow = writer.flows().front();
        Seen& seen = seen_[flow.kind];
        ++seen.exchanges;
        for (const FlowText& one : writer.flows()) seen.to_north += one.to == "north" ? one.number : 0;
        const Json between{{"kind", flow.kind}, {"between", {"north", "south"}}, {"window", whole_window}};
        if (which % 4 == 1)
            writer.add_about_many({{"type", "ordinal"}, {"scope", between}, {"ordinal", seen.exchanges}});
        if (which % 4 == 2 && !seen.last.empty())
            writer.add_about_many({{"type", "previous"}, {"scope", between}, {"date", seen.last}});
        if (which % 4 == 3) {
            writer.add_about_many({{"type", "cumulative"},
                                   {"scope", {{"kind", flow.kind}, {"to", "north"}, {"window", whole_window}}},
                                   {"quantity", {{"amount", seen.to_north}}}});
        }
        seen.last = writer.date();
    }

private:
    struct Seen {
        int exchanges = 0;
        std::int64_t to_north = 0;
        std::string last;
    };
    std::map<std::string, Seen> seen_;  ///< by kind
};

}  // namespace

std::string written(const ExchangePlan& plan) {
    Writer writer(plan);
    Json document = writer.document();
    document["agents"] = agents_used(writer.used());
    document["sources"] = sources_used(writer.sources());
    return document.dump();
}

std::vector<std::string> written(const DatasetPlan& plan) {
    std::set<std::string> used;
    std::map<std::string, Json> sources;
    std::vector<Json> exchanges;
    SoFar so_far;
    std::uint32_t day = 0;
    const std::size_t stages = plan.staged ? std::min<std::size_t>(plan.exchanges.size(), 3) : 0;
    for (ExchangePlan exchange : plan.exchanges) {
        day += 1 + exchange.day % 20;
        if (day >= 700) break;
        exchange.day = day;
        Writer writer(exchange);
        so_far.add_to(writer, exchange.words / 18);
        if (exchanges.size() < stages) {
            writer.document()["part_of"] = "agreement";
            writer.document()["stage"] = exchanges.size() + 1;
        }
        used.insert(writer.used().begin(), writer.used().end());
        sources.insert(writer.sources().begin(), writer.sources().end());
        exchanges.push_back(writer.document());
    }
    std::vector<Json> documents{
        {{"schema", "muster/dataset/1"},
         {"id", "north-south"},
         {"title", "Exchanges between Northland and Southland"},
         {"licence", "CC0-1.0"},
         {"maintainers", {"Editors"}},
         {"language", "en"},
         {"covers", Json::array({{{"window", "2024-01-01/2025-12-31"}}})}},
    };
    if (!exchanges.empty()) {
        documents.push_back({{"schema", "muster/agents/1"}, {"agents", agents_used(used)}});
        documents.push_back({{"schema", "muster/sources/1"}, {"sources", sources_used(sources)}});
    }
    if (stages > 0 && exchanges.size() >= stages) {
        const std::string last = exchanges[stages - 1]["date"];
        documents.push_back({{"schema", "muster/series/1"},
                             {"id", "agreement"},
                             {"title", "The agreement on lists"},
                             {"date", std::string(exchanges[0]["date"]) + "/" + last},
                             {"stages", stages}});
    }
    documents.insert(documents.end(), exchanges.begin(), exchanges.end());
    std::vector<std::string> lines;
    for (const Json& document : documents) lines.push_back(document.dump());
    return lines;
}

}  // namespace muster::testing
