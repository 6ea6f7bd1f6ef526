// SPDX-License-Identifier: MIT
#include "app/content/lesson.hpp"
#include "tests/app/content/scratch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

void write_lesson(const Scratch& scratch, const std::string& folder, const std::string& id) {
    scratch.write("lessons/" + folder + "/lesson.toml",
                  replaced(good_toml, "'sample'", "'" + id + "'"));
    scratch.write("lessons/" + folder + "/lesson.md", good_markdown);
}

TEST(Course, ReadsUnitsAndNumbersInOrder) {
    const Scratch scratch;
    write_lesson(scratch, "10_late/01_z", "z");
    write_lesson(scratch, "02_early/03_b", "b");
    write_lesson(scratch, "02_early/01_a", "a");
    scratch.write("lessons/02_early/unit.toml", "title = 'The early ones'\n");
    scratch.write("lessons/10_late/unit.toml", "title = 'The late ones'\n");
    scratch.write("lessons/README.md", "no lesson");
    scratch.write("lessons/notes/lesson.toml", "no lesson either");
    const Course course = read_course(scratch.path() / "lessons");
    EXPECT_TRUE(course.problems.empty()) << course.problems[0].text();
    ASSERT_EQ(course.lessons.size(), 3u);
    EXPECT_EQ(course.lessons[0].id, "a");
    EXPECT_EQ(course.lessons[0].number, "2.1");
    EXPECT_EQ(course.lessons[0].unit, "The early ones");
    EXPECT_EQ(course.lessons[1].number, "2.3");
    EXPECT_EQ(course.lessons[2].number, "10.1");
    EXPECT_EQ(course.lesson("b"), &course.lessons[1]);
}

TEST(Course, AUnitCanBeShownAfterAnother) {
    const Scratch scratch;
    for (const char* folder : {"00_before", "01_first", "02_second"}) {
        write_lesson(scratch, std::string(folder) + "/01_a", folder);
        scratch.write("lessons/" + std::string(folder) + "/unit.toml", "title = 'U'\n");
    }
    const auto order = [&] {
        std::vector<std::string> numbers;
        for (const Lesson& lesson : read_course(scratch.path() / "lessons").lessons)
            numbers.push_back(lesson.number);
        return numbers;
    };
    EXPECT_THAT(order(), testing::ElementsAre("0.1", "1.1", "2.1"));
    scratch.write("lessons/00_before/unit.toml", "title = 'U'\nshown_after = 1\n");
    EXPECT_THAT(order(), testing::ElementsAre("1.1", "0.1", "2.1"));
    scratch.write("lessons/00_before/unit.toml", "title = 'U'\nshown_after = 7\n");
    EXPECT_THAT(order(), testing::ElementsAre("1.1", "2.1", "0.1")) << "there is no unit 7 yet";
}

TEST(Course, OneBrokenLessonLeavesTheOthersOpen) {
    const Scratch scratch;
    write_lesson(scratch, "01_u/01_a", "a");
    write_lesson(scratch, "01_u/02_b", "b");
    write_lesson(scratch, "01_u/03_c", "c");
    scratch.write("lessons/01_u/02_b/lesson.toml", "id = \n");
    const Course course = read_course(scratch.path() / "lessons");
    ASSERT_EQ(course.lessons.size(), 2u);
    EXPECT_EQ(course.lessons[1].id, "c");
    ASSERT_EQ(course.problems.size(), 2u) << "the lesson, and the unit without a title";
    EXPECT_TRUE(course.problems[0].fatal || course.problems[1].fatal);
    EXPECT_EQ(course.lessons[0].unit, "u");
}

TEST(Course, ASecondLessonOfTheSameIdIsNotOpened) {
    const Scratch scratch;
    write_lesson(scratch, "01_u/01_a", "a");
    write_lesson(scratch, "01_u/02_b", "a");
    scratch.write("lessons/01_u/unit.toml", "title = 'U'\n");
    const Course course = read_course(scratch.path() / "lessons");
    EXPECT_EQ(course.lessons.size(), 1u);
    ASSERT_EQ(course.problems.size(), 1u);
    EXPECT_THAT(course.problems[0].what, HasSubstr("the id 'a' is taken"));
    EXPECT_TRUE(course.problems[0].fatal);
}

TEST(Course, OneLessonAlone) {
    const Scratch scratch;
    write_lesson(scratch, "03_u/04_a", "a");
    scratch.write("lessons/03_u/unit.toml", "title = 'U'\n");
    const Course course = read_course(scratch.path() / "lessons/03_u/04_a");
    ASSERT_EQ(course.lessons.size(), 1u);
    EXPECT_EQ(course.lessons[0].number, "3.4");
    EXPECT_EQ(course.lessons[0].unit, "U");
}

TEST(Course, AnEmptyFolderIsSaid) {
    const Scratch scratch;
    ASSERT_EQ(read_course(scratch.path()).problems.size(), 1u);
    ASSERT_EQ(read_course(scratch.path() / "none").problems.size(), 1u);
}

TEST(Course, TheStampFollowsEveryFile) {
    const Scratch scratch;
    write_lesson(scratch, "01_u/01_a", "a");
    const auto lessons = scratch.path() / "lessons";
    const auto first = course_stamp(lessons);
    EXPECT_EQ(course_stamp(lessons), first);
    const auto file = lessons / "01_u/01_a/lesson.md";
    std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) +
                                               std::chrono::seconds(1));
    const auto second = course_stamp(lessons);
    EXPECT_NE(second, first);
    scratch.write("lessons/01_u/01_a/picture.png", "x");
    const auto third = course_stamp(lessons);
    EXPECT_NE(third, second);
    std::filesystem::remove(lessons / "01_u/01_a/picture.png");
    EXPECT_NE(course_stamp(lessons), third);
    EXPECT_EQ(course_stamp(scratch.path() / "none"), 0u);
}

} // namespace
} // namespace lockstep::content
