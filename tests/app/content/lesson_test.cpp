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

} // namespace
} // namespace lockstep::content
