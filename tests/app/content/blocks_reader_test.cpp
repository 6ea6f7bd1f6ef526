// SPDX-License-Identifier: MIT
#include "app/content/blocks/bodies.hpp"
#include "app/content/lesson_reader.hpp"
#include "tests/app/content/scratch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

struct BlocksReader : testing::Test {
    std::vector<Problem> problems;
    std::vector<Block> read(std::string_view markdown) {
        return read_blocks(markdown, "lesson", "root", problems);
    }
    static std::string steps(const std::vector<Block>& blocks) {
        std::string said;
        for (const Block& block : blocks)
            said += "PRCE"[static_cast<int>(block.step)];
        return said;
    }
};

const std::string predict = "```predict\nid = 'p'\nask = 'a'\n```\n";
const std::string run = "```run\nid = 'r'\n```\n";
const std::string explain = "```step\nbegin = 'explain'\n```\n";

TEST_F(BlocksReader, GatesMakeTheSteps) {
    EXPECT_EQ(steps(read("a\n" + predict + "b\n" + run + "c\n" + explain + "d\n")), "PPRRCE");
    EXPECT_TRUE(problems.empty());
}

TEST_F(BlocksReader, TextBetweenTwoGuessesIsStillPredict) {
    const std::string second = "```predict\nid = 'q'\nask = 'a'\n```\n";
    EXPECT_EQ(steps(read(predict + "b\n" + second + "c\n" + run + "d\n")), "PPPRRC");
}

TEST_F(BlocksReader, AGuessAfterTheRunStaysWhereItIs) {
    const std::string second = "```predict\nid = 'q'\nask = 'a'\n```\n";
    EXPECT_EQ(steps(read(predict + run + second + "d\n")), "PRCC");
}

TEST_F(BlocksReader, OnlyTheFirstRunIsTheGate) {
    const auto blocks = read(run + "```run\nid = 's'\nask = 'more'\n```\n");
    ASSERT_EQ(blocks.size(), 2u);
    EXPECT_TRUE(static_cast<const RunBody&>(*blocks[0].body).gate);
    EXPECT_FALSE(static_cast<const RunBody&>(*blocks[1].body).gate);
}

TEST_F(BlocksReader, AStepNeverGoesBack) {
    EXPECT_EQ(steps(read(run + explain + "a\n```step\nbegin = 'compare'\n```\nb\n")), "REE");
}

TEST_F(BlocksReader, UnknownKindsNameTheNearest) {
    EXPECT_TRUE(read("\n```predcit\nid = 'a'\n```\n").empty());
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 2);
    EXPECT_THAT(problems[0].remedy, HasSubstr("'predict'"));
}

TEST_F(BlocksReader, ASecondIdIsLeftOut) {
    EXPECT_EQ(read(run + run).size(), 1u);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 5);
    EXPECT_THAT(problems[0].what, HasSubstr("second block is called 'r'"));
}

TEST_F(BlocksReader, ABlockNeedsAnId) {
    EXPECT_TRUE(read("```run\nask = 'x'\n```\n").empty());
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_THAT(problems[0].what, HasSubstr("no 'id'"));
}

TEST_F(BlocksReader, BrokenTomlInABlockLeavesTheOthers) {
    const auto blocks = read("text\n\n```run\nid = 'r'\nask = = 'x'\n```\n\nmore\n");
    EXPECT_EQ(blocks.size(), 2u);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 5);
}

TEST_F(BlocksReader, AnOpenFenceIsSaid) {
    EXPECT_TRUE(read("```run\nid = 'r'\n").empty());
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_THAT(problems[0].what, HasSubstr("never closed"));
}

TEST_F(BlocksReader, UnknownKeysOfABlockHaveTheirLine) {
    EXPECT_EQ(read("a\n```run\nid = 'r'\nexpcet = 'above'\n```\n").size(), 2u);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 4);
    EXPECT_THAT(problems[0].remedy, HasSubstr("'expect'"));
}

} // namespace
} // namespace lockstep::content
