#include "report/output.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "temporary_folder.hpp"

namespace muster {
namespace {

namespace fs = std::filesystem;

std::string message_of(const Result<std::unique_ptr<Output>>& output) {
    return output ? "opened" : output.error().message;
}

/// More than is held back.
const std::string long_text(200'000, 'x');

TEST(output, a_file_appears_whole_at_the_end) {
    const Folder folder;
    const std::string path = folder / "report.txt";
    put(path, "old");
    ASSERT_EQ(chmod(path.c_str(), 0640), 0);
    {
        Result<std::unique_ptr<Output>> output = Output::open(path);
        ASSERT_EQ(message_of(output), "opened");
        (*output)->write(long_text);
        EXPECT_EQ(text_of(path), "old");
        EXPECT_EQ(folder.names().size(), 2U);
        EXPECT_TRUE((*output)->finish());
    }
    EXPECT_EQ(text_of(path), long_text);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"report.txt"});
    EXPECT_EQ(fs::status(path).permissions(), fs::perms(0640));
}

TEST(output, what_is_not_finished_leaves_nothing_behind) {
    const Folder folder;
    const std::string path = folder / "report.txt";
    put(path, "old");
    {
        Result<std::unique_ptr<Output>> output = Output::open(path);
        ASSERT_EQ(message_of(output), "opened");
        (*output)->write(long_text);
    }
    EXPECT_EQ(text_of(path), "old");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"report.txt"});
}

TEST(output, unfinished_files_can_be_removed_from_a_signal_handler) {
    const Folder folder;
    Result<std::unique_ptr<Output>> one = Output::open(folder / "one");
    Result<std::unique_ptr<Output>> two = Output::open(folder / "two");
    Result<std::unique_ptr<Output>> three = Output::open(folder / "three");
    ASSERT_EQ(message_of(one), "opened");
    ASSERT_EQ(message_of(two), "opened");
    ASSERT_EQ(message_of(three), "opened");
    EXPECT_TRUE((*two)->finish());
    EXPECT_EQ(folder.names().size(), 3U);
    Output::remove_unfinished();
    EXPECT_EQ(folder.names(), std::vector<std::string>{"two"});
    EXPECT_FALSE((*one)->finish());
    EXPECT_EQ(folder.names(), std::vector<std::string>{"two"});
}

TEST(output, a_link_stays_and_the_file_it_leads_to_is_written) {
    const Folder folder;
    fs::create_directory(folder / "there");
    for (const char* name : {"there/old.txt", "there/new.txt"}) {
        fs::remove(folder / "link");
        fs::create_symlink(name, folder / "link");
        if (name == std::string_view("there/old.txt")) put(folder / name, "old");
        Result<std::unique_ptr<Output>> output = Output::open(folder / "link");
        ASSERT_EQ(message_of(output), "opened");
        (*output)->write("new");
        EXPECT_TRUE((*output)->finish());
        EXPECT_TRUE(fs::is_symlink(folder / "link"));
        EXPECT_EQ(text_of(folder / name), "new");
    }
}

TEST(output, a_device_is_written_and_stays_one) {
    Result<std::unique_ptr<Output>> null = Output::open("/dev/null");
    ASSERT_EQ(message_of(null), "opened");
    (*null)->write("x");
    EXPECT_TRUE((*null)->finish());
    EXPECT_TRUE(fs::is_character_file("/dev/null"));

    Result<std::unique_ptr<Output>> full = Output::open("/dev/full");
    ASSERT_EQ(message_of(full), "opened");
    (*full)->write(long_text);
    EXPECT_TRUE((*full)->failed());
    (*full)->write("x");
    const Status status = (*full)->finish();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().message, "/dev/full: could not be written: no space is left there");
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST(output, an_open_descriptor_is_appended_to_and_never_replaced) {
    const Folder folder;
    const std::string path = folder / "log";
    put(path, "begun\n");
    std::FILE* log = std::fopen(path.c_str(), "a");
    ASSERT_NE(log, nullptr);
    Result<std::unique_ptr<Output>> output = Output::open("/dev/fd/" + std::to_string(fileno(log)));
    ASSERT_EQ(message_of(output), "opened");
    (*output)->write("report\n");
    EXPECT_TRUE((*output)->finish());
    std::fputs("ended\n", log);
    std::fclose(log);
    EXPECT_EQ(text_of(path), "begun\nreport\nended\n");
}

TEST(output, says_why_a_file_cannot_be_written) {
    const Folder folder;
    put(folder / "file", "");
    fs::create_symlink("circle", folder / "circle");
    EXPECT_EQ(message_of(Output::open("")), "the name of the file to write is empty");
    EXPECT_EQ(message_of(Output::open(folder / "none/report")),
              folder / "none/report" + ": could not be written: there is no such folder");
    EXPECT_EQ(message_of(Output::open(folder / "")), folder / "" + ": could not be written: it is a folder");
    EXPECT_EQ(message_of(Output::open(folder / "file/report")),
              folder / "file/report" + ": could not be written: its path leads through something that is not a folder");
    EXPECT_EQ(message_of(Output::open(folder / "circle")),
              folder / "circle" + ": could not be written: its symbolic links lead in a circle");
}

TEST(output, what_may_not_be_written_is_left_alone) {
    // Root may write everything, so the test is somebody else for a while.
    const uid_t me = geteuid();
    const Folder folder;
    put(folder / "kept", "old");
    ASSERT_EQ(chmod((folder / "kept").c_str(), 0444), 0);
    ASSERT_EQ(chmod((folder / "").c_str(), 0555), 0);
    if (me == 0) {
        ASSERT_EQ(seteuid(65534), 0);
    }
    const std::string kept = message_of(Output::open(folder / "kept"));
    const std::string added = message_of(Output::open(folder / "new"));
    ASSERT_EQ(seteuid(me), 0);
    ASSERT_EQ(chmod((folder / "").c_str(), 0755), 0);
    EXPECT_EQ(kept, folder / "kept" + ": could not be written: the permission is missing");
    EXPECT_EQ(added, folder / "new" + ": could not be written: the permission is missing");
    EXPECT_EQ(text_of(folder / "kept"), "old");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"kept"});
}

TEST(output, what_is_set_aside_is_written_later) {
    for (const std::string& text : {std::string("short"), long_text + "end"}) {
        const Folder folder;
        const std::string path = folder / "report.txt";
        Result<std::unique_ptr<Output>> output = Output::open(path);
        ASSERT_EQ(message_of(output), "opened");
        const std::unique_ptr<Output> aside = Output::set_aside();
        aside->write(text);
        (*output)->write("before ");
        (*output)->append(*aside);
        (*output)->write(" after");
        EXPECT_TRUE((*output)->finish());
        EXPECT_EQ(text_of(path), "before " + text + " after");
    }
}

TEST(output, what_could_not_be_set_aside_is_not_left_out_in_silence) {
    const Folder folder;
    const std::string path = folder / "report.txt";
    Result<std::unique_ptr<Output>> output = Output::open(path);
    ASSERT_EQ(message_of(output), "opened");
    const char* const before = std::getenv("TMPDIR");
    const std::string kept = before != nullptr ? before : "/tmp";
    setenv("TMPDIR", (folder / "none").c_str(), 1);
    const std::unique_ptr<Output> aside = Output::set_aside();
    aside->write(long_text);
    setenv("TMPDIR", kept.c_str(), 1);
    (*output)->append(*aside);
    const Status status = (*output)->finish();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().message, "a temporary file in " + (folder / "none") +
                                          " (TMPDIR can name another folder): could not be written: there is no such "
                                          "folder");
    EXPECT_EQ(folder.names(), std::vector<std::string>{});
}

}  // namespace
}  // namespace muster
