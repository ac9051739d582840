#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "read/paths.hpp"
#include "read/read.hpp"
#include "read/streams.hpp"

namespace muster {
namespace {

/// A file or folder, whatever path leads to it.
using Identity = std::pair<dev_t, ino_t>;
using Stat = struct stat;

Identity identity_of(const Stat& status) {
    return {status.st_dev, status.st_ino};
}

/// As a dataset: that of what has no dataset.json. As a file: standard input.
constexpr Identity nothing{static_cast<dev_t>(-1), 0};

std::optional<Identity> identity_of(const std::string& folder) {
    Stat status;
    if (::stat(folder.c_str(), &status) != 0) return std::nullopt;
    return identity_of(status);
}

/// The current folder and those above it: ".", "..", "../..".
std::map<Identity, std::string> folders_upward() {
    std::map<Identity, std::string> folders;
    for (std::string folder = ".";; folder = folder_above(folder)) {
        const std::optional<Identity> identity = identity_of(folder);
        if (!identity || !folders.emplace(*identity, folder).second) return folders;
    }
}

/// A link does not count: it is not entered either.
bool has_dataset_file(const std::string& folder) {
    Stat status;
    return ::lstat(path_in(folder, "dataset.json").c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool is_hidden(std::string_view name) {
    return name.substr(0, 1) == "." || name == "node_modules";
}

bool is_data_name(std::string_view name) {
    return framing_of(name) != Framing::detect;
}

class Finder {
public:
    /// With the folder of a dataset, all that is named belongs to it.
    void use_dataset(const std::string& given);
    void take(const std::string& given);
    void take(const Buffer& buffer);
    void take_stdin(const std::string& in_place_of);
    Found finish();

private:
    struct Entry {
        std::string path;
        bool is_pipe = false;
        bool is_stdin = false;
        const Buffer* buffer = nullptr;
        bool named = false;
        bool reported = true;
    };

    void add(Identity dataset, Identity file, const Entry& entry);
    void add_file(Identity dataset, const Stat& status, const Entry& entry);
    void walk(const std::string& top, Identity dataset, bool reported);
    Identity dataset_of(std::string folder);
    Identity begin_dataset(Identity folder, const std::string& path);
    void trouble(const std::string& path, const std::string& message, Identity dataset);

    std::optional<Identity> given_dataset_;
    std::map<Identity, std::string> datasets_{{nothing, ""}};  // their folders
    std::map<std::pair<Identity, Identity>, Entry> entries_;   // by dataset and file
    std::set<Identity> walked_;                                // datasets of which every file is an entry
    std::set<Identity> incomplete_;                            // datasets of which something cannot be read
    std::set<std::pair<std::string, std::string>> troubles_;
    ino_t buffers_ = 0;
};

void Finder::trouble(const std::string& path, const std::string& message, Identity dataset) {
    troubles_.emplace(path, message);
    incomplete_.insert(dataset);
}

Identity Finder::begin_dataset(Identity folder, const std::string& path) {
    const auto [known, is_new] = datasets_.emplace(folder, path);
    if (!is_new) known->second = std::min(known->second, path);
    return folder;
}

/// The dataset of the nearest folder upward, from that folder on.
Identity Finder::dataset_of(std::string folder) {
    if (given_dataset_) return *given_dataset_;
    std::optional<Identity> identity = identity_of(folder);
    while (true) {
        if (identity && has_dataset_file(folder)) return begin_dataset(*identity, folder);
        folder = folder_above(folder);
        const std::optional<Identity> above = identity_of(folder);
        // The root is above itself; there is nothing above a folder that was deleted while muster stands in it.
        if (above == identity && (above || folder_above(folder).size() > folder.size())) return nothing;
        identity = above;
    }
}

void Finder::use_dataset(const std::string& given) {
    const std::string path = printed_path(given);
    Stat status;
    given_dataset_ = nothing;
    if (::stat(path.c_str(), &status) != 0) {
        trouble(path, reason_in_words(errno), nothing);
    } else if (!S_ISDIR(status.st_mode)) {
        trouble(path, "not a folder: name the folder that holds dataset.json", nothing);
    } else if (!has_dataset_file(path)) {
        trouble(path, "no dataset: there is no file dataset.json in this folder", nothing);
    } else {
        given_dataset_ = begin_dataset(identity_of(status), path);
    }
}

void Finder::take_stdin(const std::string& in_place_of) {
    Entry entry;
    entry.path = in_place_of.empty() ? "-" : printed_path(in_place_of);
    entry.is_pipe = entry.is_stdin = entry.named = true;
    if (in_place_of.empty()) return add(given_dataset_.value_or(nothing), nothing, entry);
    // With the identity of the file the file itself is not read beside it.
    add(dataset_of(folder_above(entry.path)), identity_of(entry.path).value_or(nothing), entry);
}

void Finder::take(const std::string& given) {
    const Identity dataset_of_pipes = given_dataset_.value_or(nothing);
    Entry entry;
    entry.named = true;
    entry.path = given.empty() ? "" : printed_path(given);
    Stat status;
    if (::stat(entry.path.c_str(), &status) != 0) {
        const int error = errno;
        const bool is_link = error == ENOENT && ::lstat(entry.path.c_str(), &status) == 0;
        trouble(entry.path, is_link ? "a symbolic link that leads nowhere" : reason_in_words(error),
                dataset_of(folder_above(entry.path)));
    } else if (S_ISDIR(status.st_mode)) {
        walk(entry.path, dataset_of(entry.path), true);
    } else if (S_ISREG(status.st_mode)) {
        add_file(dataset_of(folder_above(entry.path)), status, entry);
    } else if (S_ISFIFO(status.st_mode)) {
        entry.is_pipe = true;
        add(dataset_of_pipes, identity_of(status), entry);
    } else {
        trouble(entry.path, "neither a file nor a folder nor a pipe", dataset_of_pipes);
    }
}

void Finder::take(const Buffer& buffer) {
    Entry entry;
    entry.path = buffer.name;
    entry.buffer = &buffer;
    entry.named = true;
    const Identity dataset = given_dataset_.value_or(nothing);
    Stat status;
    const bool is_file = dataset != nothing && ::stat(buffer.name.c_str(), &status) == 0;
    // Taken before what is named by path: of one file the first entry stays.
    add(dataset, is_file ? identity_of(status) : Identity{nothing.first, ++buffers_}, entry);
}

void Finder::add(Identity dataset, Identity file, const Entry& entry) {
    const auto [known, is_new] = entries_.emplace(std::pair{dataset, file}, entry);
    if (is_new) return;
    Entry& old = known->second;
    // Of several paths to one file the named one is printed, and of several of these the first by bytes. What is not
    // reported is added last, so it changes nothing.
    const auto rank = [](const Entry& of) { return std::tuple(!of.named, !of.reported, std::string_view(of.path)); };
    if (rank(entry) < rank(old)) old.path = entry.path;
    old.named = old.named || entry.named;
}

void Finder::add_file(Identity dataset, const Stat& status, const Entry& entry) {
    const int file = ::open(entry.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file < 0) {
        trouble(entry.path, reason_in_words(errno), dataset);
        return;
    }
    ::close(file);
    add(dataset, identity_of(status), entry);
}

void Finder::walk(const std::string& top, Identity dataset, bool reported) {
    // Seen from above, the current folder would be ../records; it and those above it have shorter names.
    std::map<Identity, std::string> short_names;
    if (!reported && top.front() != '/') short_names = folders_upward();
    if (reported && identity_of(top) == dataset) walked_.insert(dataset);
    std::vector<std::pair<std::string, Identity>> waiting{{top, dataset}};
    while (!waiting.empty()) {
        const auto [folder, its_dataset] = std::move(waiting.back());
        waiting.pop_back();
        std::error_code error;
        std::filesystem::directory_iterator found(folder, error);
        for (; !error && found != std::filesystem::directory_iterator(); found.increment(error)) {
            const std::string name = found->path().filename().native();
            if (is_hidden(name)) continue;
            Entry entry;
            entry.path = path_in(folder, name);
            entry.reported = reported;
            Stat status;
            if (::lstat(entry.path.c_str(), &status) != 0) {
                // Deleted in this moment, it is not missed.
                if (errno != ENOENT) trouble(entry.path, reason_in_words(errno), its_dataset);
            } else if (S_ISREG(status.st_mode) && is_data_name(name)) {
                add_file(its_dataset, status, entry);
            } else if (S_ISDIR(status.st_mode) && !has_dataset_file(entry.path)) {
                const auto short_name = short_names.find(identity_of(status));
                waiting.emplace_back(short_name == short_names.end() ? entry.path : short_name->second, its_dataset);
            } else if (S_ISDIR(status.st_mode) && reported) {
                const Identity own = begin_dataset(identity_of(status), entry.path);
                walked_.insert(own);
                waiting.emplace_back(entry.path, own);
            }
        }
        if (error) trouble(folder, reason_in_words(error.value()), its_dataset);
    }
}

Found Finder::finish() {
    std::set<Identity> unfinished;
    for (const auto& [key, entry] : entries_) unfinished.insert(key.first);
    unfinished.erase(nothing);
    for (const Identity& dataset : unfinished) {
        if (walked_.count(dataset) == 0) walk(datasets_.at(dataset), dataset, false);
    }

    std::map<Identity, Dataset> datasets;
    for (const auto& [key, entry] : entries_) {
        Dataset& dataset = datasets[key.first];
        dataset.folder = datasets_.at(key.first);
        Input input = entry.buffer != nullptr ? buffer_input(*entry.buffer)
                      : entry.is_stdin        ? pipe_input("-")
                      : entry.is_pipe         ? pipe_input(entry.path)
                                              : file_input(entry.path);
        input.path = entry.path;
        input.named_by_user = entry.named;
        input.reported = entry.reported;
        input.dataset = dataset.folder;
        dataset.inputs.push_back(std::move(input));
    }

    Found result;
    for (auto& [identity, dataset] : datasets) {
        std::vector<Input>& inputs = dataset.inputs;
        std::sort(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
        dataset.complete = incomplete_.count(identity) == 0 &&
                           std::all_of(inputs.begin(), inputs.end(), [](const Input& input) { return input.reported; });
        result.datasets.push_back(std::move(dataset));
    }
    std::sort(result.datasets.begin(), result.datasets.end(),
              [](const Dataset& a, const Dataset& b) { return a.inputs.front().path < b.inputs.front().path; });
    for (const auto& [path, message] : troubles_) result.problems.push_back({path, message});
    return result;
}

}  // namespace

Found find_inputs(const std::vector<std::string>& paths, const std::string& dataset, const std::string& stdin_path,
                  const std::vector<Buffer>& buffers) {
    Finder finder;
    if (!dataset.empty()) finder.use_dataset(dataset);
    // These first, so that each takes the place of its file, whatever folder that is met in.
    for (const Buffer& buffer : buffers) finder.take(buffer);
    if (std::find(paths.begin(), paths.end(), "-") != paths.end()) finder.take_stdin(stdin_path);
    for (const std::string& path : paths) {
        if (path != "-") finder.take(path);
    }
    if (paths.empty() && buffers.empty()) finder.take(".");
    return finder.finish();
}

}  // namespace muster
