#include "core/draft.hpp"

#include <algorithm>

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

const Arg* find(const Args& args, std::string_view name) {
    const auto found = std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == name; });
    return found == args.end() ? nullptr : &found->second;
}

}  // namespace

std::string render(std::string_view message, const Args& args) {
    std::string rendered;
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t close = message[at] == '{' ? message.find('}', at) : std::string_view::npos;
        const Arg* arg = close == std::string_view::npos ? nullptr : find(args, message.substr(at + 1, close - at - 1));
        // A bracket that names no argument is meant as one.
        rendered += arg == nullptr ? std::string(1, message[at]) : written(*arg);
        at = arg == nullptr ? at + 1 : close + 1;
    }
    return rendered;
}

}  // namespace muster
