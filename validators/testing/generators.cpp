// Plans of any size RapidCheck asks for, and what can be broken in a record.
#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "muster/testing.hpp"
#include "testing/document.hpp"

namespace muster::testing {
namespace {

rc::Gen<std::uint32_t> below(std::uint32_t end) {
    return rc::gen::inRange<std::uint32_t>(0, end);
}

/// 0 and small numbers are as frequent as large ones.
rc::Gen<std::uint32_t> number() {
    return rc::gen::oneOf(below(3), below(100), below(5000));
}

rc::Gen<ClaimPlan> claim_plan() {
    return rc::gen::build<ClaimPlan>(
        rc::gen::set(&ClaimPlan::type, below(20)), rc::gen::set(&ClaimPlan::voice, below(6)),
        rc::gen::set(&ClaimPlan::flow, below(3)), rc::gen::set(&ClaimPlan::detail, below(100000)));
}

/// One way to break a record: changes the document, or says that there is nothing to change in it.
struct Break {
    const char* rule;
    std::function<bool(Json& document)> apply;
};

/// The first claim that is a plain count of one flow on which nothing else in the record rests.
Json* plain_count(Json& document) {
    for (Json& claim : document["claims"]) {
        const std::string id = claim["id"];
        const std::string text = document["claims"].dump();
        const std::string quoted = "\"" + id + "\"";
        const bool used = text.find(quoted) != text.rfind(quoted);
        if (claim["type"] == "count" && claim["quantity"].contains("amount") && claim["flows"].size() == 1 &&
            !claim.contains("relations") && !used)
            return &claim;
    }
    return nullptr;
}

template <class Change>
std::function<bool(Json&)> in_a_count(Change change) {
    return [change](Json& document) {
        Json* claim = plain_count(document);
        return claim != nullptr && change(*claim);
    };
}

std::function<bool(Json&)> in_a_breakdown(const std::string& shape, std::int64_t more) {
    return [=](Json& document) {
        for (Json& claim : document["claims"]) {
            if (!claim.contains("breakdowns") || claim["breakdowns"].size() > 1) continue;
            Json& breakdown = claim["breakdowns"][0];
            if (breakdown["shape"] != shape || breakdown["parts"].back().contains("breakdowns")) continue;
            Json& amount = breakdown["parts"].back()["quantity"]["amount"];
            amount = amount.get<std::int64_t>() + more;
            return true;
        }
        return false;
    };
}

const std::array<Break, 14>& breaks() {
    static const std::array<Break, 14> all{{
        {"negative_count", in_a_count([](Json& claim) {
             claim["quantity"] = {{"amount", -3}};
             return true;
         })},
        {"count_out_of_range", in_a_count([](Json& claim) {
             claim["quantity"] = {{"amount", 18446744073709551615U}};
             return true;
         })},
        {"count_not_integer", in_a_count([](Json& claim) {
             claim["quantity"] = {{"amount", 43.5}};
             return true;
         })},
        {"wrong_type", in_a_count([](Json& claim) {
             claim["quantity"] = {{"amount", "43"}};
             return true;
         })},
        {"claim_without_speaker", in_a_count([](Json& claim) {
             claim.erase("speaker");
             return true;
         })},
        {"claim_without_appearance", in_a_count([](Json& claim) {
             claim.erase("appearances");
             return true;
         })},
        {"unknown_agent", in_a_count([](Json& claim) {
             claim["speaker"] = "nobody-of-this-name";
             return true;
         })},
        {"unknown_source", in_a_count([](Json& claim) {
             claim["appearances"][0]["source"] = "nothing-of-this-name";
             return true;
         })},
        {"unknown_flow", in_a_count([](Json& claim) {
             claim["flows"][0] = "no-such-flow";
             return true;
         })},
        {"bounds_reversed", in_a_count([](Json& claim) {
             claim["quantity"] = {{"lower", 12}, {"upper", 7}};
             return true;
         })},
        {"impossible_date",
         [](Json& document) {
             document["date"] = "2025-02-30";
             return true;
         }},
        {"partition_does_not_sum", in_a_breakdown("partition", 1)},
        {"open_list_exceeds_whole", in_a_breakdown("open_list", 5001)},
        {"unknown_field",
         [](Json& document) {
             document["colour"] = "blue";
             return true;
         }},
    }};
    return all;
}

}  // namespace

rc::Gen<ExchangePlan> exchange_plan() {
    return rc::gen::build<ExchangePlan>(
        rc::gen::set(&ExchangePlan::day, below(700)), rc::gen::set(&ExchangePlan::shape, below(8)),
        rc::gen::set(&ExchangePlan::numbers, rc::gen::container<std::vector<std::uint32_t>>(3, number())),
        rc::gen::set(&ExchangePlan::words, below(72)),
        rc::gen::set(&ExchangePlan::claims, rc::gen::container<std::vector<ClaimPlan>>(claim_plan())));
}

rc::Gen<DatasetPlan> dataset_plan() {
    return rc::gen::build<DatasetPlan>(
        rc::gen::set(&DatasetPlan::exchanges,
                     rc::gen::scale(0.3, rc::gen::container<std::vector<ExchangePlan>>(exchange_plan()))),
        rc::gen::set(&DatasetPlan::staged));
}

rc::Gen<Text> sound_record() {
    return rc::gen::map(exchange_plan(), [](const ExchangePlan& plan) { return Text{written(plan)}; });
}

rc::Gen<Text> sound_dataset() {
    return rc::gen::map(dataset_plan(), [](const DatasetPlan& plan) {
        std::string lines;
        for (const std::string& document : written(plan)) lines += document + "\n";
        return Text{std::move(lines)};
    });
}

rc::Gen<BrokenText> broken_record() {
    return rc::gen::map(rc::gen::pair(exchange_plan(), below(static_cast<std::uint32_t>(breaks().size()))),
                        [](const std::pair<ExchangePlan, std::uint32_t>& made) {
                            // Not everything can be broken in every record; an unknown field fits all.
                            for (std::size_t i = made.second;; i = (i + 1) % breaks().size()) {
                                Json document = Json::parse(written(made.first));
                                if (breaks()[i].apply(document)) return BrokenText{document.dump(), breaks()[i].rule};
                            }
                        });
}

}  // namespace muster::testing
