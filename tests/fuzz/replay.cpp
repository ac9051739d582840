// Runs a fuzz target over files and folders, once each: what once went wrong stays mended, in builds without a fuzzer.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"

int main(int count, char** paths) {
    std::size_t files = 0;
    const auto replay = [&files](const std::filesystem::path& path) {
        std::ifstream in(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++files;
    };
    for (int i = 1; i < count; ++i) {
        if (!std::filesystem::is_directory(paths[i])) {
            replay(paths[i]);
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(paths[i])) {
            if (entry.is_regular_file()) replay(entry.path());
        }
    }
    std::cout << files << " files\n";
    return files == 0 ? 1 : 0;
}
