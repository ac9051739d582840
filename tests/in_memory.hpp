// Checking documents that are held in memory, for tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dataset/dataset_run.hpp"

namespace muster::testing {

class Collected : public Sink {
public:
    void take(const Finding& finding) override { findings.push_back(finding); }
    std::vector<Finding> findings;

    std::size_t count(Severity severity) const {
        std::size_t found = 0;
        for (const Finding& finding : findings) found += finding.severity == severity ? 1 : 0;
        return found;
    }
    /// "SER001 records/a.json:3:5 message", one a line.
    std::string text() const {
        std::string all;
        for (const Finding& finding : findings) {
            all += std::string(finding.code) + " " + finding.place.path + ":" + std::to_string(finding.place.line) +
                   ":" + std::to_string(finding.place.column) + " " + finding.message + "\n";
        }
        return all;
    }
};

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct NamedText {
    std::string path;
    std::string text;
};

/// The files of a folder, by path.
inline std::vector<NamedText> files_of(const std::filesystem::path& folder) {
    std::vector<NamedText> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == ".json") {
            files.push_back(
                {std::filesystem::relative(entry.path(), folder).generic_string(), read_file(entry.path())});
        }
    }
    std::sort(files.begin(), files.end(), [](const NamedText& a, const NamedText& b) { return a.path < b.path; });
    return files;
}

inline std::filesystem::path source_folder() {
    return MUSTER_SOURCE_DIR;
}

inline CheckOptions options_for_tests() {
    CheckOptions options;
    options.as_of = "2030-01-01";
    // Registries of tests hold what several of them need.
    options.ignored = {"unused_agent", "unused_source"};
    return options;
}

/// Examines a whole file that holds one document.
inline std::shared_ptr<Examined> examine(const NamedText& file, std::size_t number) {
    const Input input = memory_input(file.path, file.text);
    auto stream = input.open();
    Framer framer(**stream, input.framing);
    Frame frame;
    if (!framer.next(frame)) return std::make_shared<Examined>(Examined::empty_file(input, number));
    return std::make_shared<Examined>(input, frame, number, false);
}

/// Runs all layers over documents that were examined before; they are left as they are.
inline Collected run(const std::vector<std::shared_ptr<Examined>>& documents, Summary& summary,
                     const CheckOptions& options = options_for_tests()) {
    std::vector<std::shared_ptr<Examined>> copies;
    for (const auto& document : documents) {
        if (!document->skipped()) copies.push_back(std::make_shared<Examined>(*document));
    }
    Collected collected;
    const Selection selection(options);
    DatasetRun dataset(Documents(std::move(copies)), selection, options, collected, summary);
    dataset.learn();
    dataset.judge();
    dataset.compare();
    return collected;
}

/// Runs all layers over inputs, as `muster check` would.
inline Collected run(Dataset& dataset, Summary& summary, const CheckOptions& options = options_for_tests()) {
    Collected collected;
    const Selection selection(options);
    DatasetRun whole(Documents(dataset, 0), selection, options, collected, summary);
    whole.learn();
    whole.judge();
    whole.compare();
    return collected;
}

inline Collected run(const std::vector<NamedText>& files, Summary& summary,
                     const CheckOptions& options = options_for_tests()) {
    Dataset dataset;
    for (const NamedText& file : files) dataset.inputs.push_back(memory_input(file.path, file.text));
    return run(dataset, summary, options);
}

inline Collected run(const std::vector<NamedText>& files) {
    Summary summary;
    return run(files, summary);
}

}  // namespace muster::testing
