#include "diff/record_change.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/words.hpp"
#include "diff/canonical.hpp"
#include "record/names.hpp"
#include "record/sayings.hpp"
#include "record/walk.hpp"

namespace muster {
namespace {

std::string with_spaces(std::string_view word) {
    std::string words(word);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string agent_name(const RecordSide& side, const Text& id) {
    if (!id.known()) return "an unknown agent";
    if (*id == "dataset") return "the editors";
    for (const Agent& agent : side.record().agents) {
        if (!agent.id.is(*id)) continue;
        if (agent.name.known()) return std::string(*agent.name);
        if (agent.description.known()) return std::string(*agent.description);
    }
    return side.version.agent_name(std::string(*id));
}

Figure figure_of(const Interval& interval, std::string words) {
    Figure figure{std::move(words), std::nullopt, std::nullopt};
    if (interval.is_unknown()) return figure;
    figure.low = interval.low();
    if (!interval.open_ended()) figure.high = interval.high();
    return figure;
}

std::optional<Figure> figure_of(const Quantity& quantity) {
    if (!quantity.present()) return std::nullopt;
    if (!quantity.has_interval()) return Figure{say(quantity), std::nullopt, std::nullopt};
    return figure_of(quantity.interval(), say(quantity));
}

/// What a claim counts or numbers as a whole.
std::optional<Figure> figure_of(const Claim& claim) {
    if (claim.ordinal.known()) return figure_of(Interval::exactly(*claim.ordinal), ordinal_in_words(*claim.ordinal));
    return figure_of(claim.quantity);
}

/// The figure that is written at a node: a quantity, a part that has one, or an ordinal.
std::optional<Figure> figure_at(const RecordSide& side, NodeId node) {
    if (node == no_node) return std::nullopt;
    const Document& document = side.document();
    const NodeId quantity = document.member(node, "quantity");
    const Where where = document.node(quantity == no_node ? node : quantity).begin;
    std::optional<Figure> found;
    for (const Claim& claim : side.record().claims) {
        if (claim.ordinal.known() && claim.ordinal.where == where) found = figure_of(claim);
        for_each_quantity(claim, [&](const Quantity& one) {
            if (one.where == where) found = figure_of(one);
        });
    }
    // What is no number at all is shown as it is written.
    if (!found || (!found->low && found->words == "an unknown number"))
        found = Figure{canonical(document, node), {}, {}};
    return found;
}

const Claim* claim_at(const RecordSide& side, NodeId node) {
    if (node == no_node) return nullptr;
    for (const Claim& claim : side.record().claims) {
        if (claim.where == side.document().node(node).begin) return &claim;
    }
    return nullptr;
}

std::string relation_in_words(const Relation& relation) {
    if (!relation.type.known() || !relation.claim.known()) return "an unknown relation";
    return fmt::format("{} {}", with_spaces(word(*relation.type)), relation.claim->text);
}

ClaimChange claim_change(Change change, const std::string& name, const RecordSide& side, NodeId node) {
    ClaimChange made{change, name, "claim", "an unknown agent", std::nullopt, {}};
    const Claim* claim = claim_at(side, node);
    if (claim == nullptr) return made;
    if (claim->type.known()) made.type = with_spaces(word(*claim->type));
    made.speaker = agent_name(side, claim->speaker);
    made.figure = figure_of(*claim);
    for (const Relation& relation : claim->relations) made.relations.push_back(relation_in_words(relation));
    std::sort(made.relations.begin(), made.relations.end());
    return made;
}

std::string flow_in_words(const RecordSide& side, std::string_view id) {
    for (const Flow& flow : side.record().flows) {
        if (!flow.id.is(id)) continue;
        return fmt::format("{} from {} to {}", flow.kind.known() ? word(*flow.kind) : "something",
                           agent_name(side, flow.from), agent_name(side, flow.to));
    }
    return "";
}

Change kind_of(const Difference& difference) {
    if (difference.reordered) return Change::reordered;
    if (difference.before == no_node) return Change::added;
    return difference.after == no_node ? Change::dropped : Change::changed;
}

std::optional<std::int64_t> version_number(const Document& document, NodeId revision) {
    if (revision == no_node) return std::nullopt;
    const NodeId version = document.member(revision, "version");
    if (version == no_node) return std::nullopt;
    const std::string_view token = document.node(version).text;
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (problem != std::errc{} || end != token.data() + token.size()) return std::nullopt;
    return number;
}

Revision revision_of(const Document& before, const Document& after) {
    const NodeId revision = after.member(Document::root, "revision");
    Revision made;
    made.from = version_number(before, before.member(Document::root, "revision"));
    made.to = version_number(after, revision);
    const auto text = [&](std::string_view key) {
        const NodeId member = revision == no_node ? no_node : after.member(revision, key);
        return member == no_node ? std::string() : std::string(after.node(member).text);
    };
    made.data_status = text("data_status");
    made.note = text("note");
    return made;
}

/// Sorts the differences of one record into what a reader asks for.
class Sorting {
public:
    Sorting(const RecordSide& before, const RecordSide& after) : before_(before), after_(after) {}

    void take(const Difference& difference) {
        const std::vector<PathStep>& path = difference.path;
        const bool element = path.size() > 1 && path[1].element;
        FieldChange field = field_change(difference, before_.document(), after_.document());
        if (path.size() == 1 && path[0].name == "status") {
            made.status = std::move(field);
        } else if (path.size() == 1 && path[0].name == "date") {
            made.date = std::move(field);
        } else if (element && path[0].name == "claims") {
            take_claim(difference, std::move(field));
        } else if (element && path[0].name == "flows") {
            take_flow(difference, std::move(field));
        } else {
            made.others.push_back(std::move(field));
        }
    }

    RecordChange made;

private:
    void take_claim(const Difference& difference, FieldChange field) {
        const std::vector<PathStep>& path = difference.path;
        const std::string& name = path[1].name;
        if (path.size() == 2 && kind_of(difference) != Change::changed) {
            const bool added = difference.before == no_node;
            made.claims.push_back(claim_change(kind_of(difference), name, added ? after_ : before_,
                                               added ? difference.after : difference.before));
        } else if (is_figure(path)) {
            take_figure(difference);
        } else {
            made.others.push_back(std::move(field));
        }
    }

    /// The claim's own number, or that of a part.
    static bool is_figure(const std::vector<PathStep>& path) {
        const bool whole = path.size() == 3 && (path[2].name == "quantity" || path[2].name == "ordinal");
        const bool part =
            path.size() > 5 && path[2].name == "breakdowns" &&
            (path.back().element ? path[path.size() - 2].name == "parts" : path.back().name == "quantity");
        return whole || part;
    }

    void take_figure(const Difference& difference) {
        const std::vector<PathStep>& path = difference.path;
        FigureChange figure;
        figure.claim = path[1].name;
        for (std::size_t i = 2; i < path.size(); ++i) {
            if (path[i].element) figure.part.push_back(path[i].name);
        }
        figure.from = figure_at(before_, difference.before);
        figure.to = figure_at(after_, difference.after);
        if (figure.from && figure.to && figure.from->words == figure.to->words) {
            // The number is the same; what is printed beside it is not.
            figure.from->words = canonical(before_.document(), difference.before);
            figure.to->words = canonical(after_.document(), difference.after);
        }
        const RecordSide& side = difference.after == no_node ? before_ : after_;
        for (const Claim& claim : side.record().claims) {
            if (claim.id.is(figure.claim)) figure.speaker = agent_name(side, claim.speaker);
        }
        made.figures.push_back(std::move(figure));
    }

    void take_flow(const Difference& difference, FieldChange field) {
        FlowChange flow{kind_of(difference), difference.path[1].name, "", std::nullopt};
        flow.words = flow_in_words(flow.change == Change::dropped ? before_ : after_, flow.flow);
        if (difference.path.size() > 2) {
            flow.change = Change::changed;
            field.path = written({difference.path.begin() + 2, difference.path.end()});
            flow.field = std::move(field);
        }
        made.flows.push_back(std::move(flow));
    }

    const RecordSide& before_;
    const RecordSide& after_;
};

}  // namespace

std::string about(const Examined& examined) {
    const Record& record = examined.record;
    if (record.type == DocumentType::tombstone) {
        const NodeId reason = examined.document()->member(Document::root, "reason");
        std::string words = "withdrawn";
        if (record.withdrawn_on.known()) words += fmt::format(" on {}", record.withdrawn_on->text);
        if (record.replaced_by.known()) words += fmt::format(", replaced by {}", *record.replaced_by);
        if (reason != no_node) words += fmt::format(": {}", examined.document()->node(reason).text);
        return words;
    }
    std::string words = record.date.absent()  ? ""
                        : record.date.known() ? std::string(record.date->text)
                                              : "no usable date";
    if (record.status.known()) words += ", " + with_spaces(word(*record.status));
    if (record.type == DocumentType::series) words += ", a series";
    const auto add = [&](std::size_t number, std::string_view what) {
        if (number > 0) words += ", " + counted(static_cast<std::int64_t>(number), what);
    };
    add(record.flows.size(), "flow");
    add(record.claims.size(), "claim");
    return words;
}

FieldChange field_change(const Difference& difference, const Document& before, const Document& after) {
    FieldChange change{kind_of(difference), written(difference.path), "", ""};
    if (difference.before != no_node) change.from = canonical(before, difference.before);
    if (difference.after != no_node) change.to = canonical(after, difference.after);
    return change;
}

RecordChange change_of(const RecordSide& before, const RecordSide& after) {
    Sorting sorting(before, after);
    for (const Difference& difference :
         differences(before.document(), before.item.node, after.document(), after.item.node)) {
        sorting.take(difference);
    }
    sorting.made.about = about(*after.item.examined);
    sorting.made.revision = revision_of(before.document(), after.document());
    return std::move(sorting.made);
}

}  // namespace muster
