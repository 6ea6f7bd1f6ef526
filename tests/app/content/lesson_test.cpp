// SPDX-License-Identifier: MIT
#include "app/content/lesson.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(Lesson, FindsItsPartsByName) {
    Lesson lesson;
    lesson.experiments.resize(2);
    lesson.experiments[1].id = "workers";
    lesson.blocks.resize(1);
    lesson.blocks[0].id = "first";
    EXPECT_EQ(lesson.experiment("workers"), &lesson.experiments[1]);
    EXPECT_EQ(lesson.experiment("none"), nullptr);
    EXPECT_EQ(lesson.block("first"), &lesson.blocks[0]);
    EXPECT_EQ(lesson.block("second"), nullptr);
}

TEST(Lesson, AProblemIsOneLine) {
    EXPECT_EQ((Problem{"a.md", 3, "this is wrong.", "Mend it."}).text(),
              "a.md:3: this is wrong. Mend it.");
    EXPECT_EQ((Problem{"a.md", 0, "this is wrong.", ""}).text(), "a.md: this is wrong.");
}

TEST(Lesson, AProblemIsSeenFromTheFolderOfTheLessons) {
    const Problem wrong{"/home/me/lessons/01_a/02_b/lesson.md", 3,
                        "the id 'b' is taken by /home/me/lessons/01_a/01_b.", "Give another."};
    EXPECT_EQ(wrong.text_from("/home/me/lessons"),
              "01_a/02_b/lesson.md:3: the id 'b' is taken by 01_a/01_b. Give another.");
    EXPECT_EQ(wrong.text_from("/home/you"), wrong.text());
    EXPECT_EQ(wrong.text_from(""), wrong.text());
}

} // namespace
} // namespace lockstep::content
