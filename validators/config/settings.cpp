#include "config/settings.hpp"

#include <fmt/format.h>

#include "config/small_file.hpp"
#include "read/paths.hpp"

namespace muster {
namespace {

constexpr std::string_view file_name = "muster.toml";

/// The day on which all configurations agree; none if no one names any.
Result<std::optional<std::string>> common_day(const std::map<std::string, Configuration>& configurations) {
    const Configuration* first = nullptr;
    for (const auto& [path, configuration] : configurations) {
        if (!configuration.as_of) continue;
        if (first == nullptr) first = &configuration;
        if (configuration.as_of == first->as_of) continue;
        return error_at(path, configuration.as_of_place,
                        fmt::format("as_of is {} here, but {} in {}:{}; check the datasets one by one, or name one day "
                                    "for all with --as-of",
                                    *configuration.as_of, *first->as_of, first->path, first->as_of_place.line));
    }
    return first == nullptr ? std::nullopt : first->as_of;
}

}  // namespace

const Configuration* Settings::of(const Dataset& dataset) const {
    const auto path = paths.find(dataset.folder);
    return path == paths.end() ? nullptr : &configurations.at(path->second);
}

Result<Settings> settings_for(const CheckOptions& options, const std::vector<Dataset>& datasets) {
    Settings settings;
    for (const Dataset& dataset : datasets) {
        const bool beside = options.config.empty();
        if (beside && dataset.folder.empty()) continue;
        const std::string path = beside ? path_in(dataset.folder, file_name) : printed_path(options.config);
        if (beside && !is_there(path)) continue;
        if (options.isolated) {
            settings.not_used.push_back(path);
            continue;
        }
        settings.paths.emplace(dataset.folder, path);
        if (settings.configurations.count(path) > 0) continue;
        Result<Configuration> read = read_configuration(path);
        if (!read) return read.error();
        settings.configurations.emplace(path, std::move(*read));
    }
    if (!options.as_of) {
        Result<std::optional<std::string>> day = common_day(settings.configurations);
        if (!day) return day.error();
        settings.as_of = day->value_or(options.today);
    } else {
        settings.as_of = *options.as_of;
    }
    return settings;
}

}  // namespace muster
