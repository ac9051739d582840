#include "schema/verdict.hpp"

// Must be the same wherever valijson is included; here is the only place.
#define VALIJSON_USE_EXCEPTIONS 1

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <limits>
#include <new>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "schema/number.hpp"

namespace muster {
namespace {

using json = nlohmann::json;

/// The engine reads unsigned numbers as signed ones: none beyond those may reach it.
json number(std::string_view token) {
    if (written_as_integer(token)) {
        std::int64_t whole = 0;
        const auto read = std::from_chars(token.data(), token.data() + token.size(), whole);
        if (read.ec == std::errc{}) return whole;
        return token[0] == '-' ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
    }
    return std::strtod(std::string(token).c_str(), nullptr);
}

json value(const Document& document, NodeId id, const std::set<NodeId>& ignored = {}) {
    const Node& node = document.node(id);
    switch (node.kind) {
        case Node::Kind::null:
            return nullptr;
        case Node::Kind::boolean:
            return node.text == "true";
        case Node::Kind::number:
            return number(node.text);
        case Node::Kind::string:
            return std::string(node.text);
        case Node::Kind::array: {
            json items = json::array();
            for (NodeId item = node.first; item != no_node; item = document.node(item).next) {
                items.push_back(value(document, item, ignored));
            }
            return items;
        }
        case Node::Kind::object: {
            json members = json::object();
            for (NodeId member = node.first; member != no_node; member = document.node(member).next) {
                if (!ignored.empty() && ignored.count(member) > 0) continue;
                members.emplace(std::string(document.node(member).key), value(document, member, ignored));
            }
            return members;
        }
    }
    return nullptr;
}

}  // namespace

struct Verdict::Engine {
    valijson::Schema schema;
};

Verdict::Verdict(std::unique_ptr<const Engine> engine) : engine_(std::move(engine)) {}
Verdict::~Verdict() = default;

std::unique_ptr<const Verdict> Verdict::compile(const Document& schema, const std::set<NodeId>& ignored) {
    try {
        auto engine = std::make_unique<Engine>();
        const json text = value(schema, Document::root, ignored);
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(text), engine->schema);
        return std::unique_ptr<const Verdict>(new Verdict(std::move(engine)));
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return nullptr;
    }
}

bool Verdict::valid(const Document& document) const {
    // It holds nothing but compiled patterns, which do not depend on the schema.
    thread_local valijson::Validator validator;
    try {
        const json target = value(document, Document::root);
        return validator.validate(engine_->schema, valijson::adapters::NlohmannJsonAdapter(target), nullptr);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace muster
