#include "core/draft.hpp"

#include <fmt/format.h>

#include "core/words.hpp"

namespace muster {

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::info:
            return "info";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "";
}

namespace {

std::string written(const Arg& arg) {
    if (const auto* text = std::get_if<std::string>(&arg)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&arg)) return with_commas(*number);
    std::string list;
    for (const std::string& item : std::get<std::vector<std::string>>(arg)) {
        if (!list.empty()) list += ", ";
        list += item;
    }
    return list;
}

}  // namespace

std::string render(std::string_view message, const Args& args) {
    std::string rendered;
    while (!message.empty()) {
        const std::size_t open = message.find('{');
        const std::size_t close = open == std::string_view::npos ? open : message.find('}', open);
        if (close == std::string_view::npos) break;
        const std::string_view name = message.substr(open + 1, close - open - 1);
        rendered += message.substr(0, open);
        const Arg* found = nullptr;
        for (const auto& [key, value] : args) {
            if (key == name) found = &value;
        }
        rendered += found != nullptr ? written(*found) : std::string(message.substr(open, close + 1 - open));
        message.remove_prefix(close + 1);
    }
    rendered += message;
    return rendered;
}

}  // namespace muster
