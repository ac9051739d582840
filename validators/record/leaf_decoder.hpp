// What every field of the typed record comes down to: texts, words, numbers, dates, references and lists of them, each
// with its place, and unknown where it cannot be used.
#pragma once

#include <charconv>
#include <string_view>

#include "record/names.hpp"
#include "record/record.hpp"

namespace muster {

inline constexpr std::int64_t greatest_count = 1'000'000'000;

/// `In` is a value of a document: is_string(), is_number(), is_object(), is_array(), text(), where(), unknown(),
/// members(function(key, value)), elements(function(value)).
template <class In>
class LeafDecoder {
protected:
    /// What is required and not there is unknown, not absent.
    template <class... Fields>
    static void require(Fields&... fields) {
        ((fields.state = fields.state == State::absent ? State::unknown : fields.state), ...);
    }

    template <class Field>
    static bool place(const In& in, Field& field, bool right_kind) {
        field.where = in.where();
        field.state = in.unknown() || !right_kind ? State::unknown : State::known;
        return field.state == State::known;
    }

    static void text(const In& in, Text& field) {
        if (place(in, field, in.is_string())) field.value = in.text();
    }

    template <class Enum>
    static void word_of(const In& in, Value<Enum>& field) {
        if (!place(in, field, in.is_string())) return;
        const std::optional<Enum> value = from_word<Enum>(in.text());
        if (value) {
            field.value = *value;
        } else {
            field.state = State::unknown;
        }
    }

    static void whole(const In& in, Value<std::int64_t>& field) {
        if (!place(in, field, in.is_number())) return;
        const std::string_view token = in.text();
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), field.value);
        const bool whole = error == std::errc{} && end == token.data() + token.size() && token.front() != '-';
        if (!whole || field.value > greatest_count) field = {0, field.where, State::unknown};
    }

    static void date(const In& in, Date& field) {
        if (!place(in, field, in.is_string())) return;
        const ParsedDate parsed = parse_date(in.text());
        field.value = {in.text(), parsed.date, parsed.problem, parsed.culprit};
        if (!parsed.problem) return;
        field.value.days = {};
        field.state = State::unknown;
    }

    static void reference(const In& in, Value<ClaimRef>& field) {
        if (!place(in, field, in.is_string())) return;
        const std::string_view written = in.text();
        const std::size_t hash = written.find('#');
        const bool here = hash == std::string_view::npos;
        field.value = {written, here ? "" : written.substr(0, hash), here ? written : written.substr(hash + 1)};
    }

    template <class T, class Read>
    static void list(const In& in, List<T>& field, Read read) {
        if (!place(in, field, in.is_array())) return;
        in.elements([&](const In& element) { read(element, field.items.emplace_back()); });
    }

    static void texts(const In& in, List<Text>& field) {
        list(in, field, [](const In& v, Text& t) { text(v, t); });
    }
    static void references(const In& in, List<Value<ClaimRef>>& field) {
        list(in, field, [](const In& v, Value<ClaimRef>& r) { reference(v, r); });
    }
};

}  // namespace muster
