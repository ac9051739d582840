#include "config/toml.hpp"

// What toml++ asserts of its own steps, or with NDEBUG lets the compiler assume, does not hold for every broken text (a
// table named by a sign, for one); it tells of the mistake a step later.
#define TOML_ASSERT(expression) static_cast<void>(0)
// Without exceptions, and all of it in this one file: nothing has to be installed beside muster.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 32
#include <fmt/format.h>

#pragma push_macro("NDEBUG")
#undef NDEBUG
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

#include <algorithm>
#include <tuple>

#include "config/toml_mistake.hpp"
#include "parse/unicode.hpp"

namespace muster {
namespace {

TomlPlace place_of(const toml::source_region& source) {
    TomlPlace place{source.begin.line, source.begin.column, source.end.column};
    if (source.end.line != source.begin.line || place.end_column <= place.column) place.end_column = place.column + 1;
    return place;
}

TomlValue value_of(const toml::node& node) {
    TomlValue value;
    value.place = place_of(node.source());
    if (const auto* text = node.as_string()) {
        value.kind = TomlValue::Kind::text;
        value.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = TomlValue::Kind::integer;
        value.integer = integer->get();
    } else if (const auto* day = node.as_date()) {
        value.kind = TomlValue::Kind::day;
        value.text = fmt::format("{:04}-{:02}-{:02}", day->get().year, day->get().month, day->get().day);
    } else if (const auto* list = node.as_array()) {
        value.kind = TomlValue::Kind::list;
        for (const toml::node& item : *list) value.members.push_back({"", place_of(item.source()), value_of(item)});
    } else if (const auto* table = node.as_table()) {
        value.kind = TomlValue::Kind::table;
        for (const auto& [key, item] : *table) {
            value.members.push_back({std::string(key.str()), place_of(key.source()), value_of(item)});
        }
        std::sort(value.members.begin(), value.members.end(), [](const TomlMember& a, const TomlMember& b) {
            return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
        });
    }
    return value;
}

/// The byte at which a column begins.
std::size_t byte_of(std::string_view line, std::size_t column) {
    std::size_t at = 0;
    while (column-- > 1 && at < line.size()) at += std::max<std::size_t>(utf8_length(line.substr(at)), 1);
    return at;
}

}  // namespace

const TomlMember* TomlValue::find(std::string_view key) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const TomlMember& member) { return member.key == key; });
    return found == members.end() ? nullptr : &*found;
}

Error error_at(const std::string& path, const TomlPlace& place, std::string_view message) {
    return Error{fmt::format("{}:{}:{}: {}", path, place.line, place.column, message)};
}

Site toml_site(const std::string& path, std::string_view text, const TomlPlace& place) {
    Site site;
    site.place = {path, place.line, place.column, place.line, place.end_column, std::nullopt, 0, ""};
    const std::string_view line = toml_line(text, place.line);
    site.excerpt.text = std::string(line);
    site.excerpt.mark_begin = byte_of(line, place.column);
    site.excerpt.mark_end = byte_of(line, place.end_column);
    return site;
}

Result<TomlValue> parse_toml(const std::string& path, std::string_view text) {
    const toml::parse_result result = toml::parse(text);
    if (result) return value_of(result.table());
    const toml::source_position begin = result.error().source().begin;
    return error_at(path, {std::max<std::size_t>(begin.line, 1), std::max<std::size_t>(begin.column, 1), 0},
                    toml_mistake(text, begin.line));
}

}  // namespace muster
