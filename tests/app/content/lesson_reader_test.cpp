// SPDX-License-Identifier: MIT
#include "app/content/lesson_reader.hpp"

#include "app/content/blocks/bodies.hpp"

#include "tests/app/content/scratch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

LessonRead read(const Scratch& scratch, const std::string& toml, const std::string& markdown) {
    scratch.write("lesson.toml", toml);
    scratch.write("lesson.md", markdown);
    return read_lesson(scratch.path(), scratch.path());
}

TEST(LessonReader, ReadsAGoodLessonWithoutAProblem) {
    const Scratch scratch;
    const LessonRead found = read(scratch, good_toml, good_markdown);
    ASSERT_TRUE(found.lesson);
    EXPECT_TRUE(found.lesson->problems.empty()) << found.lesson->problems[0].text();
    EXPECT_EQ(found.lesson->id, "sample");
    EXPECT_EQ(found.lesson->minutes, 5);
    EXPECT_EQ(found.lesson->cards.size(), 4u);
    EXPECT_EQ(found.lesson->cards[1].back, "d");
    EXPECT_TRUE(found.lesson->experiment("main"));
    EXPECT_TRUE(found.lesson->body<RunBody>("first"));
    EXPECT_FALSE(found.lesson->body<QuizBody>("first")) << "a block has one kind";
}

TEST(LessonReader, BothFilesChangeTheHash) {
    const Scratch scratch;
    const std::string hash = read(scratch, good_toml, good_markdown).lesson->hash;
    EXPECT_EQ(read(scratch, good_toml, good_markdown).lesson->hash, hash);
    EXPECT_NE(read(scratch, good_toml + "\n", good_markdown).lesson->hash, hash);
    EXPECT_NE(read(scratch, good_toml, good_markdown + "\n").lesson->hash, hash);
}

TEST(LessonReader, BrokenTomlIsFatalAndSaysWhere) {
    const Scratch scratch;
    const LessonRead found = read(scratch, "id = 'a'\ntitle = = 'b'\n", good_markdown);
    EXPECT_FALSE(found.lesson);
    ASSERT_EQ(found.problems.size(), 1u);
    EXPECT_TRUE(found.problems[0].fatal);
    EXPECT_EQ(found.problems[0].line, 2);
}

TEST(LessonReader, AMissingFileIsFatal) {
    const Scratch scratch;
    scratch.write("lesson.toml", good_toml);
    const LessonRead found = read_lesson(scratch.path(), scratch.path());
    EXPECT_FALSE(found.lesson);
    ASSERT_EQ(found.problems.size(), 1u);
    EXPECT_EQ(found.problems[0].file.filename(), "lesson.md");
}

TEST(LessonReader, ALessonWithoutIdCannotBeKept) {
    const Scratch scratch;
    const LessonRead found =
        read(scratch, replaced(good_toml, "id      = 'sample'\n", ""), good_markdown);
    EXPECT_FALSE(found.lesson);
    ASSERT_FALSE(found.problems.empty());
    EXPECT_THAT(found.problems[0].what, HasSubstr("no 'id'"));
}

TEST(LessonReader, ATypoKeepsTheLessonOpen) {
    const Scratch scratch;
    const LessonRead found =
        read(scratch, replaced(good_toml, "minutes", "minuets"), good_markdown);
    ASSERT_TRUE(found.lesson);
    ASSERT_EQ(found.lesson->problems.size(), 1u);
    EXPECT_EQ(found.lesson->problems[0].line, 3);
    EXPECT_THAT(found.lesson->problems[0].remedy, HasSubstr("'minutes'"));
}

} // namespace
} // namespace lockstep::content
