// TOML as a tree of our own, each key and value with its place. toml.cpp is the only file that talks to toml++.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"
#include "muster/result.hpp"

namespace muster {

/// Lines and columns count from 1, columns in code points.
struct TomlPlace {
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t end_column = 1;  ///< on the same line; exclusive
};

struct TomlMember;

struct TomlValue {
    enum class Kind : std::uint8_t { text, integer, day, list, table, other };
    Kind kind = Kind::other;
    std::string text;  ///< of a text; of a day as YYYY-MM-DD
    std::int64_t integer = 0;
    std::vector<TomlMember> members;  ///< of a table or list, in the order of the file
    TomlPlace place;

    /// The member of that key; null if there is none.
    const TomlMember* find(std::string_view key) const;
};

struct TomlMember {
    std::string key;  ///< "" in a list
    TomlPlace place;  ///< of the key
    TomlValue value;
};

/// "path:line:column: message".
Error error_at(const std::string& path, const TomlPlace& place, std::string_view message);

/// The place with its line, for a finding.
Site toml_site(const std::string& path, std::string_view text, const TomlPlace& place);

/// Error: with path, line and column, why the text is not TOML.
Result<TomlValue> parse_toml(const std::string& path, std::string_view text);

}  // namespace muster
