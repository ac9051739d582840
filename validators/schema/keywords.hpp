// The keywords of draft-07 and their neighbours: what each takes, and what is to be said of those that are not
// supported.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace muster {

/// What the value of a keyword must be.
enum class Takes : std::uint8_t {
    text,
    anything,
    list,  ///< of anything
    boolean,
    size,  ///< a whole number from 0
    number,
    types,   ///< the name of a type, or a list of them
    values,  ///< a list of different values, at least one
    names,   ///< a list of different texts
    needs,   ///< an object of lists of texts or schemas
    factor,  ///< a whole number from 1
    schema,
    items,               ///< a schema, or a list of them
    schemas,             ///< a list of schemas, at least one
    schemas_by_key,      ///< an object of schemas
    schemas_by_pattern,  ///< the same, its keys being patterns
};

struct SupportedKeyword {
    std::string_view name;
    Takes takes;
    std::uint8_t types;  ///< bits of Types it says something about; any_type: of all
};

struct UnsupportedKeyword {
    std::string_view name;
    std::string_view why;  ///< what engines do with it
    std::string_view remedy;
    bool harmless = false;  ///< it checks nothing: what stands beside it means the same without it
};

/// Null if it is not supported.
const SupportedKeyword* supported_keyword(std::string_view name);
/// Null if nobody knows it.
const UnsupportedKeyword* unsupported_keyword(std::string_view name);
std::vector<std::string_view> supported_keywords();

}  // namespace muster
