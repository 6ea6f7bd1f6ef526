// SPDX-License-Identifier: MIT
// Files whole or not at all.
#include "app/experiment/run_file.hpp"
#include "tests/app/experiment/scratch_folder.hpp"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

namespace lockstep {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing_support::ScratchFolder;

TEST(RunFileWrite, WritesAndReadsBackAndLeavesNoPart) {
    const ScratchFolder folder;
    const fs::path file = folder.path() / "a.json";
    ASSERT_TRUE(write_whole(file, "first"));
    ASSERT_TRUE(write_whole(file, "second, longer"));
    EXPECT_EQ(read_whole(file, 100).value(), "second, longer");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.json"});
}

TEST(RunFileWrite, AMissingFolderIsSaid) {
    const ScratchFolder folder;
    const auto written = write_whole(folder.path() / "none" / "a.json", "x");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().text(), HasSubstr("No such file or directory. Make the folder"));
}

TEST(RunFileWrite, AFullDiskLeavesTheOldFileAndNoPart) {
    const ScratchFolder folder;
    const fs::path file = folder.path() / "a.json";
    ASSERT_TRUE(write_whole(file, "old"));
    // /dev/full cannot take a .part beside it, so the limit on file sizes stands in for the disk.
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tiny{4096, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    const auto written = write_whole(file, std::string(100000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().text(), HasSubstr("cannot be written"));
    EXPECT_EQ(read_whole(file, 100).value(), "old");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.json"});
}

TEST(RunFileWrite, AFolderInItsPlaceIsSaid) {
    const ScratchFolder folder;
    fs::create_directory(folder.path() / "a.json");
    EXPECT_FALSE(write_whole(folder.path() / "a.json", "x"));
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.json"});
    const auto read = read_whole(folder.path() / "a.json", 100);
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().text(), HasSubstr("not a file"));
    EXPECT_THAT(read.error().text(), HasSubstr("this is a folder"));
}

TEST(RunFileWrite, AHugeFileIsRefusedUnread) {
    const ScratchFolder folder;
    const fs::path file = folder.path() / "huge.json";
    std::ofstream(file) << "{}";
    fs::resize_file(file, 100u << 20); // sparse: takes no room
    const auto run = load_run_file(file);
    ASSERT_FALSE(run);
    EXPECT_THAT(run.error().text(),
                HasSubstr("this has 100 MB, and no such file has more than 64"));
}

TEST(RunFileWrite, AMissingFileIsSaid) {
    const auto run = load_run_file("/nowhere/at/all.json");
    ASSERT_FALSE(run);
    EXPECT_THAT(run.error().text(),
                HasSubstr("/nowhere/at/all.json: cannot be read: No such file"));
    EXPECT_THAT(run.error().text(), HasSubstr("Check its name."));
}

} // namespace
} // namespace lockstep
