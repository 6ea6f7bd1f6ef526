// SPDX-License-Identifier: MIT
#include "app/content/check.hpp"

#include "tests/app/content/checked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(Check, AGoodLessonHasNoProblem) {
    EXPECT_THAT(checked(good_toml, good_markdown), IsEmpty());
}

TEST(Check, EveryProblemSaysFileWhatAndRemedy) {
    const auto problems = checked(replaced(good_toml, "title ", "titel "),
                                  replaced(good_markdown, "above   =", "abvoe   ="));
    ASSERT_GE(problems.size(), 2u);
    for (const Problem& problem : problems) {
        EXPECT_FALSE(problem.file.empty());
        EXPECT_FALSE(problem.what.empty());
        EXPECT_FALSE(problem.remedy.empty()) << problem.text();
    }
}

TEST(Check, ALessonHasAtMost600Words) {
    std::string long_text = good_markdown;
    for (int i = 0; i < 600; ++i)
        long_text += "word ";
    EXPECT_THAT(only(checked(good_toml, long_text)).what, HasSubstr("words"));
}

TEST(Check, TwoOrThreeQuizzes) {
    const auto second = good_markdown.rfind("```quiz");
    EXPECT_THAT(only(checked(good_toml, good_markdown.substr(0, second))).what,
                HasSubstr("1 quiz blocks"));
    std::string many = good_markdown;
    for (const char* id : {"'x'", "'y'"})
        many += replaced(good_markdown.substr(second), "'two'", id);
    EXPECT_THAT(only(checked(good_toml, many)).what, HasSubstr("4 quiz blocks"));
}

TEST(Check, FourToEightCards) {
    const auto last = good_toml.rfind("[[card]]");
    EXPECT_THAT(only(checked(good_toml.substr(0, last), good_markdown)).what, HasSubstr("3 cards"));
}

TEST(Check, AfterNamesALesson) {
    Course course;
    for (const char* id : {"one-cashier", "amdahl"}) {
        course.lessons.emplace_back();
        course.lessons.back().id = id;
    }
    course.lessons[1].after = {"one-casheir"};
    const auto problems = check_lesson(course.lessons[1], course, known_names());
    bool found = false;
    for (const Problem& problem : problems)
        found |= problem.remedy == "Did you mean 'one-cashier'?";
    EXPECT_TRUE(found);
}

TEST(Check, ProblemsOfAWholeFolderAreSortedByPlace) {
    const Scratch scratch;
    scratch.write("lessons/01_u/01_a/lesson.toml",
                  replaced(replaced(good_toml, "minutes", "minuets"), "'amdahl'\nvariants",
                           "'amdal'\nvariants"));
    scratch.write("lessons/01_u/01_a/lesson.md", good_markdown);
    scratch.write("lessons/01_u/02_b/lesson.toml", "broken");
    scratch.write("lessons/01_u/03_c/lesson.md", good_markdown);
    const auto problems = check_course(scratch.path() / "lessons", scratch.path(), known_names());
    ASSERT_EQ(problems.size(), 5u); // typo, workload, two files of lesson b, the unit's title
    EXPECT_EQ(problems[0].line, 3);
    EXPECT_EQ(problems[1].line, 6);
    EXPECT_TRUE(problems[2].fatal);
}

TEST(Check, TheLessonsOfThisTreeAreClean) {
    const char* tree = std::getenv("LOCKSTEP_SOURCE_DIR");
    ASSERT_NE(tree, nullptr) << "ctest sets it";
    const std::filesystem::path root(tree);
    const Course course = read_course(root / "lessons");
    EXPECT_GE(course.lessons.size(), 2u);
    for (const Problem& problem : course.problems)
        ADD_FAILURE() << problem.text();
    for (const Lesson& lesson : course.lessons)
        for (const Problem& problem : lesson.problems)
            ADD_FAILURE() << problem.text();
}

} // namespace
} // namespace lockstep::content
