// What is known of one value while it is judged.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/document.hpp"
#include "schema/plan.hpp"

namespace muster {

/// Why a schema applies: conditions that hold, each within an outer one.
using CauseId = std::uint32_t;
inline constexpr CauseId always = UINT32_MAX;
struct Cause {
    SchemaId condition;
    NodeId node;  ///< of which it holds
    CauseId outer;
};

struct Applied {
    SchemaId schema;
    CauseId cause;
};

struct ObjectMember {
    enum class State : std::uint8_t { unasked, sound, broken };
    NodeId node;
    KeyId key;                        ///< as it was meant
    bool misspelt = false;            ///< what is written is another
    bool told = false;                ///< all that is to be said of it has been said
    State state = State::unasked;     ///< by what applies to it without conditions
    SchemaId unknown_to = no_schema;  ///< a closed schema that does not know the key
    CauseId unknown_cause = always;
    std::size_t seeds_begin = 0;  ///< the schemas that apply to it, in ObjectFrame::seeds
    std::size_t seeds_end = 0;
};

/// None of these keys is there, though one must be.
struct Lack {
    std::vector<KeyId> keys;
    Applied by;
    std::string_view keyword;
    std::string_view rule;
    KeyId because = no_key;
    bool told = false;
};

/// A member that may not be there.
struct Misfit {
    std::size_t member;
    Applied by;
    std::string_view rule;
    bool unknown;  ///< nobody here knows the key
};

struct ObjectFrame {
    NodeId node = no_node;
    SchemaId holder = no_schema;  ///< names the object that holds the value
    const Applied* origin = nullptr;
    std::size_t origins = 0;

    std::vector<Applied> applied;
    std::vector<Applied> conditions;
    std::vector<Applied> choices;
    std::vector<ObjectMember> members;
    std::vector<Applied> seeds;
    std::vector<Lack> lacks;
    std::vector<Misfit> misfits;
    std::vector<KeyId> blind;     ///< discriminators that are missing or broken
    bool told = false;            ///< all that is to be said of the value itself has been said
    bool in_doubt = false;        ///< what it should be is not known: its members are not judged
    std::size_t closed = 0;       ///< how many of `applied` are closed
    std::size_t spelt = 0;        ///< how many of them were there when misspelt keys were looked for
    std::size_t known = 0;        ///< how many of `applied` were there then
    KeyId supposed_key = no_key;  ///< a discriminator that is taken to have another value
    std::string_view supposed;

    void reset();
    ObjectMember* member(KeyId key);
    const ObjectMember* member(KeyId key) const;
};

}  // namespace muster
