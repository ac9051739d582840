#include "record/poison.hpp"

#include "record/walk.hpp"

namespace muster {

void make_unknown(Record& record, const Participant& participant) {
    if (participant.kind == Participant::Kind::claim) {
        record.claims.items[participant.number].unknown = true;
        return;
    }
    if (participant.kind == Participant::Kind::flow) {
        record.flows.items[participant.number].unknown = true;
        return;
    }
    const auto mark = [&](auto& value) {
        if (value.where == participant.where) value.state = State::unknown;
    };
    mark(record.id);
    for_each_date(record, mark);
    for_each_agent_reference(record, mark);
    for_each_source_reference(record, mark);
    for_each_claim_reference(record, mark);
    for_each_record_reference(record, mark);
    for (Flow& flow : record.flows.items) {
        mark(flow.id);
        for (Text& returned : flow.returns.items) mark(returned);
    }
    for (Claim& claim : record.claims.items) {
        mark(claim.id);
        for_each_quantity(claim, mark);
        for (Text& flow : claim.flows.items) mark(flow);
    }
    for (Agent& agent : record.agents.items) mark(agent.id);
    for (Source& source : record.sources.items) mark(source.id);
}

}  // namespace muster
