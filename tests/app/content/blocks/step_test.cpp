// SPDX-License-Identifier: MIT
#include "app/content/blocks/kind.hpp"
#include "app/content/lesson_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(StepBlock, MovesOnAndIsNoBlockOfThePage) {
    std::vector<Problem> problems;
    const auto blocks = read_blocks("```step\nbegin = 'compare'\n```\ntext\n", "l", "r", problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(blocks.size(), 1u);
    EXPECT_EQ(blocks[0].step, Step::Compare);
}

TEST(StepBlock, AWrongStepNamesTheNearest) {
    std::vector<Problem> problems;
    read_blocks("```step\nbegin = 'explian'\n```\n", "l", "r", problems);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 2);
    EXPECT_THAT(problems[0].remedy, testing::HasSubstr("'explain'"));
}

} // namespace
} // namespace lockstep::content
