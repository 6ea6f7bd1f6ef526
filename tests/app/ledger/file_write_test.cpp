// SPDX-License-Identifier: MIT
#include "app/ledger/file_write.hpp"

#include "tests/app/ledger/hardship.hpp"

#include <gmock/gmock.h>

namespace lockstep::ledger {
namespace {

using testing::HasSubstr;

std::size_t files_in(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST(FileWrite, WritesAndReplaces) {
    const Folder folder;
    const auto path = folder.path() / "more" / "a.txt";
    ASSERT_TRUE(write_whole(path, "one"));
    EXPECT_EQ(content_of(path), "one");
    ASSERT_TRUE(write_whole(path, ""));
    EXPECT_EQ(content_of(path), "");
    EXPECT_EQ(files_in(path.parent_path()), 1u) << "no part is left behind";
}

TEST(FileWrite, WithoutRoomTheOldFileStays) {
    const Folder folder;
    const auto path = folder.path() / "a.txt";
    ASSERT_TRUE(write_whole(path, "old"));
    Result<void> written;
    {
        const NoRoom limit(4096);
        written = write_whole(path, std::string(100'000, 'x'));
    }
    ASSERT_FALSE(written);
    EXPECT_FALSE(written.error().remedy.empty());
    EXPECT_EQ(content_of(path), "old");
    EXPECT_EQ(files_in(folder.path()), 1u);
}

TEST(FileWrite, AFullDiskIsSaid) {
    const TinyDisk disk;
    if (!disk.mounted())
        GTEST_SKIP() << "mounting a small disk needs root";
    const auto path = disk.path() / "a.txt";
    ASSERT_TRUE(write_whole(path, "old"));
    disk.fill();
    const auto written = write_whole(path, std::string(100'000, 'x'));
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().what, HasSubstr("disk is full"));
    EXPECT_EQ(content_of(path), "old");
    disk.make_room();
    EXPECT_TRUE(write_whole(path, "new"));
}

TEST(FileWrite, AReadOnlyFolderIsSaid) {
    const Folder folder;
    ASSERT_TRUE(write_whole(folder.path() / "a.txt", "old"));
    make_read_only(folder.path());
    const AsNobody nobody;
    const auto written = write_whole(folder.path() / "a.txt", "new");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().what, HasSubstr("may not be written to"));
    EXPECT_EQ(content_of(folder.path() / "a.txt"), "old");
    EXPECT_FALSE(write_whole(folder.path() / "below" / "b.txt", "new"));
}

TEST(FileWrite, AFileInPlaceOfAFolder) {
    const Folder folder;
    ASSERT_TRUE(write_whole(folder.path() / "a", "old"));
    EXPECT_FALSE(write_whole(folder.path() / "a" / "b", "new"));
    std::filesystem::create_directory(folder.path() / "c");
    EXPECT_FALSE(write_whole(folder.path() / "c", "new"));
    EXPECT_EQ(files_in(folder.path()), 2u);
}

} // namespace
} // namespace lockstep::ledger
