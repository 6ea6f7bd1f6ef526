// SPDX-License-Identifier: MIT
#include "app/content/paths.hpp"

#include "tests/app/content/scratch.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(Paths, OnlyInsideTheFolder) {
    const Scratch scratch;
    scratch.write("lesson/a.png", "x");
    scratch.write("lesson/more/b.png", "x");
    scratch.write("secret.txt", "x");
    scratch.write("lesson-2/c.png", "x");
    const auto lesson = scratch.path() / "lesson";
    EXPECT_TRUE(file_inside(lesson, "a.png"));
    EXPECT_TRUE(file_inside(lesson, "more/../more/b.png"));
    for (const char* outside :
         {"../secret.txt", "more/../../secret.txt", "../lesson-2/c.png", "/etc/passwd", ".."}) {
        const auto found = file_inside(lesson, outside);
        ASSERT_FALSE(found) << outside;
    }
    EXPECT_NE(file_inside(lesson, "../secret.txt").error().what.find("outside"), std::string::npos);
    EXPECT_NE(file_inside(lesson, "missing.png").error().what.find("no such file"),
              std::string::npos);
    EXPECT_FALSE(file_inside(lesson, "more")) << "a folder is no file";
}

TEST(Paths, ALinkThatLeadsOutIsSeenThrough) {
    const Scratch scratch;
    scratch.write("secret.txt", "x");
    scratch.write("lesson/a.txt", "x");
    const auto lesson = scratch.path() / "lesson";
    std::filesystem::create_symlink(scratch.path() / "secret.txt", lesson / "link.txt");
    EXPECT_FALSE(file_inside(lesson, "link.txt"));
}

TEST(Paths, ReadsWholeFilesUpToALimit) {
    const Scratch scratch;
    EXPECT_EQ(read_text(scratch.write("a", "abc")).value(), "abc");
    EXPECT_EQ(read_text(scratch.write("empty", "")).value(), "");
    EXPECT_FALSE(read_text(scratch.path() / "a", 2));
    EXPECT_FALSE(read_text(scratch.path() / "none"));
}

} // namespace
} // namespace lockstep::content
