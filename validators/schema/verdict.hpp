// The verdict of a well-known engine, valijson, on a document: valid or not, without reasons.
#pragma once

#include <memory>
#include <set>

#include "parse/document.hpp"

namespace muster {

class Verdict {
public:
    /// Null if the engine cannot take the schema. Members of it that are `ignored` are kept from the engine.
    static std::unique_ptr<const Verdict> compile(const Document& schema, const std::set<NodeId>& ignored = {});

    /// Safe to be called from several threads at once. Numbers beyond 64 bits reach the engine as the nearest it can
    /// hold: they have been judged by their tokens.
    bool valid(const Document& document) const;

    ~Verdict();

private:
    struct Engine;
    explicit Verdict(std::unique_ptr<const Engine> engine);
    std::unique_ptr<const Engine> engine_;
};

}  // namespace muster
