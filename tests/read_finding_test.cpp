// What is found below folders, and what comes through pipes.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "read/paths.hpp"
#include "read_frames.hpp"

namespace muster {
namespace {

using namespace testing;

namespace fs = std::filesystem;

/// A fresh folder to stand in, with standard input and TMPDIR put back afterwards.
class InFolder : public ::testing::Test {
protected:
    InFolder() {
        std::string name = (fs::temp_directory_path() / "muster-read-XXXXXX").string();
        top_ = fs::canonical(::mkdtemp(name.data()));
        before_ = fs::current_path();
        fs::current_path(top_);
        if (const char* const named = std::getenv("TMPDIR")) temporary_ = named;
    }
    ~InFolder() override {
        fs::current_path(before_);
        fs::remove_all(top_);
        if (standard_input_ >= 0) {
            ::dup2(standard_input_, STDIN_FILENO);
            ::close(standard_input_);
        }
        if (temporary_.empty()) {
            ::unsetenv("TMPDIR");
        } else {
            ::setenv("TMPDIR", temporary_.c_str(), 1);
        }
    }

    static void write(const std::string& path, const std::string& bytes = "{}") {
        if (fs::path(path).has_parent_path()) fs::create_directories(fs::path(path).parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }

    void stand_in(const std::string& folder) { fs::current_path(top_ / folder); }

    void use_as_standard_input(int file) {
        if (standard_input_ < 0) standard_input_ = ::dup(STDIN_FILENO);
        ::dup2(file, STDIN_FILENO);
        ::close(file);
    }

    /// Runs `job` while the bytes come through a pipe to standard input.
    template <class Job>
    void with_piped(const std::string& bytes, Job job) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        use_as_standard_input(ends[0]);
        std::thread writer([&bytes, end = ends[1]] {
            for (std::size_t at = 0; at < bytes.size();) {
                const ssize_t written = ::write(end, bytes.data() + at, bytes.size() - at);
                if (written <= 0) break;
                at += static_cast<std::size_t>(written);
            }
            ::close(end);
        });
        job();
        writer.join();
    }

    fs::path top_;

private:
    fs::path before_;
    std::string temporary_;
    int standard_input_ = -1;
};

using finding = InFolder;
using pipes = InFolder;

/// "[folder]", "[folder, incomplete]" for each dataset, then its inputs: "path", "(path)" if not reported, with "!" if
/// named; then "path: message" for each problem.
Lines found(const std::vector<std::string>& paths, const std::string& dataset = "") {
    const Found all = find_inputs(paths, dataset);
    Lines result;
    for (const Dataset& each : all.datasets) {
        result.push_back("[" + each.folder + (each.complete ? "" : ", incomplete") + "]");
        for (const Input& input : each.inputs) {
            EXPECT_EQ(input.dataset, each.folder);
            const std::string path = input.path + (input.named_by_user ? "!" : "");
            result.push_back(input.reported ? path : "(" + path + ")");
        }
    }
    for (const ReadProblem& problem : all.problems) result.push_back(problem.path + ": " + problem.message);
    return result;
}

TEST_F(finding, a_folder_gives_what_looks_like_data_in_order_of_bytes) {
    for (const std::string name : {"b.json", "a/z.ndjson", "a/y.jsonl.gz", "a.json.zst", "a-b.json", "B.json",
                                   "a/deep/er/x.json", "notes.txt", "x.gz", "json", "a/.hidden.json", ".git/x.json",
                                   "node_modules/x.json", "a/node_modules/y/x.json", "\xFF\n.json"}) {
        write(name);
    }
    fs::create_directory("folder.json");
    const Lines all = {"[]",           "B.json",     "a-b.json", "a.json.zst", "a/deep/er/x.json",
                       "a/y.jsonl.gz", "a/z.ndjson", "b.json",   "\xFF\n.json"};
    EXPECT_EQ(found({}), all);
    EXPECT_EQ(found({"."}), all);
    EXPECT_EQ(found({".//"}), all);
    EXPECT_EQ(found({"./a//deep/", "node_modules", ".git"}),
              Lines({"[]", ".git/x.json", "a/deep/er/x.json", "node_modules/x.json"}));
    EXPECT_EQ(found({top_.string() + "/./a/deep"}), Lines({"[]", top_.string() + "/a/deep/er/x.json"}));
    stand_in("a/deep");
    EXPECT_EQ(found({".."}), Lines({"[]", "../deep/er/x.json", "../y.jsonl.gz", "../z.ndjson"}));
}

TEST_F(finding, the_ending_says_how_a_file_is_cut) {
    EXPECT_EQ(found({"."}), Lines());
    for (const std::string name : {"a.json", "a.json.gz", "a.ndjson", "a.jsonl.zst", "a.txt", "a.gz", "a"}) write(name);
    const Found all = find_inputs({"a.json", "a.json.gz", "a.ndjson", "a.jsonl.zst", "a.txt", "a.gz", "a"}, "");
    ASSERT_EQ(all.datasets.size(), 1U);
    std::vector<Framing> cut;
    for (const Input& input : all.datasets[0].inputs) cut.push_back(input.framing);
    // a, a.gz, a.json, a.json.gz, a.jsonl.zst, a.ndjson, a.txt
    EXPECT_EQ(cut, std::vector<Framing>({Framing::detect, Framing::detect, Framing::whole, Framing::whole,
                                         Framing::lines, Framing::lines, Framing::detect}));
}

TEST_F(finding, files_are_opened_as_often_as_wanted_and_decompressed) {
    write("a.ndjson", "{}\n{}\n");
    write("b.ndjson.gz", gzipped("{}\n{}\n"));
    write("c.zst", zstd_compressed("{}\n{}\n"));
    const Found all = find_inputs({"a.ndjson", "b.ndjson.gz", "c.zst"}, "");
    ASSERT_EQ(all.datasets.at(0).inputs.size(), 3U);
    for (const Input& input : all.datasets[0].inputs) {
        for (int time = 0; time < 2; ++time) {
            EXPECT_EQ(frames(input), Lines({"document 1:1 @0 #0 |{}|", "document 2:1 @3 #1 |{}|"})) << input.path;
        }
    }
    fs::remove("a.ndjson");
    EXPECT_EQ(frames(all.datasets[0].inputs[0]), Lines({"cannot be opened: no such file or folder"}));
    fs::create_directory("a.ndjson");
    EXPECT_EQ(frames(all.datasets[0].inputs[0]), Lines({"damaged 1:1 @0 #0 |reading failed: is a directory|"}));
}

TEST_F(finding, a_file_is_read_once_whatever_it_is_called_by) {
    write("a/x.json");
    fs::create_hard_link("a/x.json", "a/y.json");
    fs::create_symlink("a", "b");
    EXPECT_EQ(found({"a", "a", "./a/x.json", "a//x.json"}), Lines({"[]", "a/x.json!"}));
    EXPECT_EQ(found({"b/x.json", "a"}), Lines({"[]", "b/x.json!"}));
    EXPECT_EQ(found({"a/y.json", "b/x.json", "a"}), Lines({"[]", "a/y.json!"}));
    EXPECT_EQ(found({"a"}), Lines({"[]", "a/x.json"}));
}

TEST_F(finding, links_are_followed_when_named_and_not_entered_when_met) {
    write("data/a.json");
    write("elsewhere/b.json");
    fs::create_directory_symlink(".", "data/loop");
    fs::create_directory_symlink("../elsewhere", "data/out");
    fs::create_symlink("../elsewhere/b.json", "data/b.json");
    fs::create_symlink("data", "latest");
    fs::create_symlink("nowhere", "broken.json");
    fs::create_symlink("circle.json", "circle.json");
    EXPECT_EQ(found({"data"}), Lines({"[]", "data/a.json"}));
    EXPECT_EQ(found({"latest"}), Lines({"[]", "latest/a.json"}));
    EXPECT_EQ(found({"data/out", "data/b.json"}), Lines({"[]", "data/b.json!"}));
    EXPECT_EQ(found({"broken.json", "circle.json", "data/a.json"}),
              Lines({"[, incomplete]", "data/a.json!", "broken.json: a symbolic link that leads nowhere",
                     "circle.json: a symbolic link that leads back to itself"}));
}

TEST_F(finding, one_problem_never_stops_the_others) {
    write("a.json");
    const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::string("socket.json").copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(listening);
    const std::string long_name(5000, 'x');
    EXPECT_EQ(
        found({"missing/b.json", "a.json", "a.json/b", "", "/dev/null", "socket.json", "missing/b.json", long_name}),
        Lines({"[, incomplete]", "a.json!", ": no such file or folder",
               "/dev/null: neither a file nor a folder nor a pipe", "a.json/b: no such file or folder",
               "missing/b.json: no such file or folder", "socket.json: neither a file nor a folder nor a pipe",
               long_name + ": the path is too long"}));
    EXPECT_EQ(found({"."}), Lines({"[]", "a.json"}));
    EXPECT_EQ(found({"missing.json"}), Lines({"missing.json: no such file or folder"}));
}

TEST_F(finding, what_may_not_be_read_is_a_problem) {
    if (::geteuid() == 0) GTEST_SKIP() << "nothing is forbidden to root";
    write("d/dataset.json");
    write("d/a.json");
    write("d/locked/b.json");
    fs::permissions("d/a.json", fs::perms::none);
    fs::permissions("d/locked", fs::perms::none);
    EXPECT_EQ(found({"d"}), Lines({"[d, incomplete]", "d/dataset.json", "d/a.json: may not be read: permission denied",
                                   "d/locked: may not be read: permission denied"}));
    fs::permissions("d/locked", fs::perms::owner_all);
}

TEST_F(finding, folders_deeper_than_a_path_may_be_long_are_a_problem_not_a_crash) {
    const std::string name(200, 'd');
    for (int depth = 0; depth < 30; ++depth) {
        ASSERT_EQ(::mkdir(name.c_str(), 0700), 0);
        ASSERT_EQ(::chdir(name.c_str()), 0);
    }
    fs::current_path(top_);
    write("a.json");
    const Lines all = found({"."});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[1], "a.json");
    EXPECT_EQ(all[2].substr(all[2].find(':')), ": the path is too long");
}

// --- Datasets ------------------------------------------------------------------------------------------------------

TEST_F(finding, the_dataset_of_a_file_is_read_with_it) {
    write("d/dataset.json");
    write("d/agents.json");
    write("d/records/a.json");
    write("d/records/b.ndjson");
    const Lines all = {"[d]", "d/agents.json", "d/dataset.json", "d/records/a.json", "d/records/b.ndjson"};
    EXPECT_EQ(found({"d"}), all);
    EXPECT_EQ(found({"."}), all);
    EXPECT_EQ(found({"d/records/a.json"}), Lines({"[d, incomplete]", "(d/agents.json)", "(d/dataset.json)",
                                                  "d/records/a.json!", "(d/records/b.ndjson)"}));
    EXPECT_EQ(found({"d/records"}), Lines({"[d, incomplete]", "(d/agents.json)", "(d/dataset.json)", "d/records/a.json",
                                           "d/records/b.ndjson"}));
    EXPECT_EQ(found({"d/dataset.json", "d/records", "d/agents.json"}),
              Lines({"[d]", "d/agents.json!", "d/dataset.json!", "d/records/a.json", "d/records/b.ndjson"}));
    EXPECT_EQ(found({"d", "d/missing.json"}).front(), "[d, incomplete]");
}

TEST_F(finding, a_dataset_above_the_current_folder_is_found_and_its_paths_stay_short) {
    write("d/dataset.json");
    write("d/other/c.json");
    write("d/records/a.json");
    write("d/records/2025/b.json");
    stand_in("d/records/2025");
    EXPECT_EQ(found({"b.json"}),
              Lines({"[../.., incomplete]", "(../../dataset.json)", "(../../other/c.json)", "(../a.json)", "b.json!"}));
    EXPECT_EQ(found({top_.string() + "/d/records/2025"}),
              Lines({"[" + top_.string() + "/d, incomplete]", "(" + top_.string() + "/d/dataset.json)",
                     "(" + top_.string() + "/d/other/c.json)", top_.string() + "/d/records/2025/b.json",
                     "(" + top_.string() + "/d/records/a.json)"}));
    EXPECT_EQ(found({"../.."}), Lines({"[../..]", "../../dataset.json", "../../other/c.json",
                                       "../../records/2025/b.json", "../../records/a.json"}));
    stand_in("d");
    EXPECT_EQ(found({"records/a.json"}), Lines({"[., incomplete]", "(dataset.json)", "(other/c.json)",
                                                "(records/2025/b.json)", "records/a.json!"}));
}

TEST_F(finding, each_folder_with_a_dataset_file_is_a_dataset_of_its_own) {
    write("all/loose.json");
    write("all/am-az/dataset.json");
    write("all/am-az/a.json");
    write("all/ua-ru/dataset.json");
    write("all/ua-ru/z.json");
    write("all/ua-ru/archive/dataset.json");
    write("all/ua-ru/archive/old.json");
    EXPECT_EQ(found({"all"}),
              Lines({"[all/am-az]", "all/am-az/a.json", "all/am-az/dataset.json", "[]", "all/loose.json",
                     "[all/ua-ru/archive]", "all/ua-ru/archive/dataset.json", "all/ua-ru/archive/old.json",
                     "[all/ua-ru]", "all/ua-ru/dataset.json", "all/ua-ru/z.json"}));
    EXPECT_EQ(found({"all/ua-ru/z.json", "all/am-az"}),
              Lines({"[all/am-az]", "all/am-az/a.json", "all/am-az/dataset.json", "[all/ua-ru, incomplete]",
                     "(all/ua-ru/dataset.json)", "all/ua-ru/z.json!"}));
    EXPECT_EQ(
        found({"all/ua-ru/archive/old.json"}),
        Lines({"[all/ua-ru/archive, incomplete]", "(all/ua-ru/archive/dataset.json)", "all/ua-ru/archive/old.json!"}));
    const std::string absolute = top_.string() + "/all/am-az";
    const Lines once = {"[" + absolute + "]", absolute + "/a.json", absolute + "/dataset.json"};
    EXPECT_EQ(found({absolute, "all/am-az"}), once);
    EXPECT_EQ(found({"all/am-az", absolute}), once);
}

TEST_F(finding, a_file_shared_by_two_datasets_belongs_to_both) {
    write("a/dataset.json");
    write("b/dataset.json");
    write("a/agents.json");
    fs::create_hard_link("a/agents.json", "b/agents.json");
    EXPECT_EQ(found({"."}),
              Lines({"[a]", "a/agents.json", "a/dataset.json", "[b]", "b/agents.json", "b/dataset.json"}));
}

TEST_F(finding, a_dataset_that_is_named_holds_all_that_is_named) {
    write("d/dataset.json");
    write("d/a.json");
    write("e/dataset.json");
    write("e/b.json");
    write("c.json");
    EXPECT_EQ(found({"c.json", "e/b.json"}, "./d/"),
              Lines({"[d, incomplete]", "c.json!", "(d/a.json)", "(d/dataset.json)", "e/b.json!"}));
    EXPECT_EQ(found({"c.json", "d"}, "d"), Lines({"[d]", "c.json!", "d/a.json", "d/dataset.json"}));
    EXPECT_EQ(found({"."}, "d"),
              Lines({"[d]", "c.json", "d/a.json", "d/dataset.json", "[e]", "e/b.json", "e/dataset.json"}));
    EXPECT_EQ(found({"e/b.json"}, "."),
              Lines({"[, incomplete]", "e/b.json!", ".: no dataset: there is no file dataset.json in this folder"}));
    EXPECT_EQ(found({"c.json"}, "nowhere"), Lines({"[, incomplete]", "c.json!", "nowhere: no such file or folder"}));
    EXPECT_EQ(
        found({"c.json"}, "d/dataset.json"),
        Lines({"[, incomplete]", "c.json!", "d/dataset.json: not a folder: name the folder that holds dataset.json"}));
}

TEST(paths, are_printed_plainly) {
    EXPECT_EQ(printed_path("./a//b/./c/"), "a/b/c");
    EXPECT_EQ(printed_path("//a/"), "/a");
    EXPECT_EQ(printed_path("a/../b"), "a/../b");
    EXPECT_EQ(printed_path("./"), ".");
    EXPECT_EQ(printed_path("./-"), "./-");
    const std::pair<const char*, const char*> above[] = {{"a/b", "a"},        {"a", "."},  {".", ".."}, {"..", "../.."},
                                                         {"a/..", "a/../.."}, {"/a", "/"}, {"/", "/"},  {"..a", "."}};
    for (const auto& [path, folder] : above) EXPECT_EQ(folder_above(path), folder);
}

// --- Pipes ---------------------------------------------------------------------------------------------------------

Input standard_input() {
    return find_inputs({"-"}, "").datasets.at(0).inputs.at(0);
}

const std::string two_documents = "{\"a\": 1}\n{\"b\": 2}\n";

TEST_F(pipes, standard_input_gives_the_same_twice) {
    for (const std::string& bytes :
         {two_documents, std::string("[{},\n{}]"), std::string("{\n \"a\": 1\n}\n"), std::string(),
          gzipped(first_lines) + gzipped(last_lines), zstd_compressed(first_lines) + zstd_compressed(last_lines)}) {
        const bool compressed = bytes.substr(0, 1) == "\x1F" || bytes.substr(0, 1) == "\x28";
        const Lines expected = frames(compressed ? first_lines + last_lines : bytes, Framing::detect);
        with_piped(bytes, [&] {
            const Input input = standard_input();
            EXPECT_EQ(frames(input), expected);
            EXPECT_EQ(frames(input), expected);
        });
        write("file", bytes);
        use_as_standard_input(::open("file", O_RDONLY));
        const Input input = standard_input();
        EXPECT_EQ(frames(input), expected);
        EXPECT_EQ(frames(input), expected);
    }
}

TEST_F(pipes, a_zstd_stream_may_begin_with_a_frame_to_skip) {
    with_piped(std::string("\x50\x2A\x4D\x18\x02\0\0\0ab", 10) + zstd_compressed(two_documents),
               [&] { EXPECT_EQ(frames(standard_input()), frames(two_documents, Framing::detect)); });
}

TEST_F(pipes, a_file_on_standard_input_is_read_from_where_it_stands) {
    write("file", "skip\n" + two_documents);
    const int file = ::open("file", O_RDONLY);
    ::lseek(file, 5, SEEK_SET);
    use_as_standard_input(file);
    const Input input = standard_input();
    EXPECT_EQ(frames(input), frames(two_documents, Framing::detect));
    EXPECT_EQ(frames(input), frames(two_documents, Framing::detect));
}

TEST_F(pipes, a_pass_that_stopped_early_or_runs_beside_another_loses_nothing) {
    with_piped(two_documents, [&] {
        const Input input = standard_input();
        auto first = input.open();
        auto second = input.open();
        std::string bytes[2];
        for (std::size_t step = 0; step < 2 * two_documents.size(); ++step) {
            char buffer[3];
            const Result<std::size_t> size = (step % 3 == 0 ? first : second).value()->read(buffer, 3);
            ASSERT_TRUE(size);
            bytes[step % 3 == 0 ? 0 : 1].append(buffer, *size);
        }
        EXPECT_EQ(bytes[0], two_documents);
        EXPECT_EQ(bytes[1], two_documents);
    });
}

/// How many bytes the unnamed temporary file below this folder holds.
off_t kept_in(const fs::path& folder) {
    for (const fs::directory_entry& file : fs::directory_iterator("/proc/self/fd")) {
        std::error_code error;
        const std::string target = fs::read_symlink(file.path(), error).string();
        struct stat status {};
        if (target.find(folder.string() + "/muster-") == 0 && ::stat(file.path().c_str(), &status) == 0)
            return status.st_size;
    }
    return -1;
}

TEST_F(pipes, what_is_too_large_is_not_kept_and_gives_the_same_twice) {
    ::setenv("TMPDIR", top_.c_str(), 1);
    const std::string huge = "  {" + std::string(3 * largest_document, '"') + "}";
    const std::string bytes = huge + "\r\n{\"b\": 2}\n" + huge + "\n{}";
    const Lines expected = frames(bytes, Framing::detect);
    ASSERT_EQ(expected.size(), 4U);
    with_piped(bytes, [&] {
        const Input input = standard_input();
        EXPECT_EQ(frames(input), expected);
        EXPECT_EQ(frames(input), expected);
        EXPECT_GE(kept_in(top_), static_cast<off_t>(2 * largest_document));
        EXPECT_LE(kept_in(top_), static_cast<off_t>(2 * largest_document + 100));
    });
}

TEST_F(pipes, white_space_and_one_long_line_of_an_array_are_kept) {
    const std::string spaces(largest_document + 1000000, ' ');
    std::string array = "[";
    while (array.size() < largest_document + 3000000) array += "{\"text\": \"" + std::string(300000, 'x') + "\"},";
    array += "{}]";
    for (const std::string& bytes : {"{}\n" + spaces + "{}" + spaces + "\n{}", array}) {
        const Lines expected = frames(bytes, Framing::detect);
        ASSERT_GE(expected.size(), 3U);
        with_piped(bytes, [&] {
            const Input input = standard_input();
            EXPECT_TRUE(frames(input) == expected);
            EXPECT_TRUE(frames(input) == expected);
        });
    }
}

TEST_F(pipes, a_copy_that_cannot_be_written_is_named_as_the_reason) {
    ::setenv("TMPDIR", "nowhere", 1);
    with_piped(two_documents, [&] {
        const Lines expected = {
            "damaged 1:1 @0 #0 |what comes through a pipe is kept in a temporary file to be read twice, and "
            "none can be written in nowhere (no such file or directory): set TMPDIR to a folder with room|"};
        const Input input = standard_input();
        EXPECT_EQ(frames(input), expected);
        EXPECT_EQ(frames(input), expected);
    });
}

TEST_F(pipes, a_folder_as_standard_input_cannot_be_read) {
    use_as_standard_input(::open(".", O_RDONLY));
    EXPECT_EQ(frames(standard_input()), Lines({"damaged 1:1 @0 #0 |reading failed: is a directory|"}));
}

TEST_F(pipes, a_named_pipe_is_read_like_standard_input) {
    ASSERT_EQ(::mkfifo("pipe", 0600), 0);
    write("dataset.json");
    EXPECT_EQ(found({"pipe"}), Lines({"[]", "pipe!"}));
    EXPECT_EQ(found({"."}), Lines({"[.]", "dataset.json"}));
    std::thread writer([] { std::ofstream("pipe") << two_documents; });
    const Input input = find_inputs({"pipe"}, "").datasets.at(0).inputs.at(0);
    EXPECT_EQ(frames(input), frames(two_documents, Framing::detect));
    writer.join();
    // Who writes to it after its end comes too late.
    std::ofstream("pipe") << two_documents;
    EXPECT_EQ(frames(input), frames(two_documents, Framing::detect));
}

TEST_F(pipes, standard_input_belongs_to_the_named_dataset_only) {
    write("dataset.json");
    write("a.json");
    write("b/c.json");
    EXPECT_EQ(found({"-"}), Lines({"[]", "-!"}));
    EXPECT_EQ(found({"-", "-"}), Lines({"[]", "-!"}));
    EXPECT_EQ(found({"-"}, "."), Lines({"[., incomplete]", "-!", "(a.json)", "(b/c.json)", "(dataset.json)"}));
    EXPECT_EQ(found({"-", "."}), Lines({"[]", "-!", "[.]", "a.json", "b/c.json", "dataset.json"}));
    fs::remove("dataset.json");
    EXPECT_EQ(found({"-", "b"}), Lines({"[]", "-!", "b/c.json"}));
}

}  // namespace
}  // namespace muster
