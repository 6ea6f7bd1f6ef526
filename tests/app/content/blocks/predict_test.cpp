// SPDX-License-Identifier: MIT
#include "tests/app/content/blocks/one_block.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(PredictBlock, ACurve) {
    const OneBlock<PredictBody> block(R"(
kind = 'curve'
experiment = 'workers'
ask = 'Draw.'
right = 'Good.'
given = { f = 0.25 }
tolerance = 0.2
[[reading]]
like = 'flat'
with = { level = 2 }
says = 'No.'
)");
    ASSERT_TRUE(block.body) << block.said();
    EXPECT_EQ(block.said(), "");
    EXPECT_EQ(block->kind, PredictKind::Curve);
    EXPECT_EQ(block->experiment, "workers");
    EXPECT_TRUE(block->has_given);
    EXPECT_EQ(block->given_x, 0.25);
    EXPECT_EQ(block->tolerance, 0.2);
    ASSERT_EQ(block->readings.size(), 1u);
    EXPECT_EQ(block->readings[0].with, (Values{{"level", 2}}));
}

TEST(PredictBlock, AChoiceIsKnownByItsText) {
    const OneBlock<PredictBody> block("kind='choice'\nask='a'\nchoices=['x','y','z']\nanswer='y'\n["
                                      "[reading]]\nlike='z'\nsays='no'\n");
    ASSERT_TRUE(block.body);
    EXPECT_EQ(block->answer, 1);
    EXPECT_EQ(block->readings[0].like, "2");
    const OneBlock<PredictBody> wrong("kind='choice'\nask='a'\nchoices=['x','y']\nanswer='w'\n");
    EXPECT_THAT(wrong.said(), HasSubstr("'w' is none of the choices"));
}

TEST(PredictBlock, AnOrderAndANumber) {
    const OneBlock<PredictBody> order(
        "kind='order'\nask='a'\nchoices=['x','y','z']\norder=['z','x','y']\n");
    ASSERT_TRUE(order.body);
    EXPECT_THAT(order->order, ElementsAre(2, 0, 1));
    const OneBlock<PredictBody> number(
        "kind='number'\nask='a'\nanswer='measured p=2'\nunit='ms'\n");
    EXPECT_EQ(number->answer_live, "measured p=2");
    EXPECT_EQ(number->unit, "ms");
}

TEST(PredictBlock, AWrongKindNamesTheNearest) {
    const OneBlock<PredictBody> block("kind='cruve'\nask='a'\n");
    EXPECT_THAT(block.said(), HasSubstr("Did you mean 'curve'?"));
}

TEST(PredictBlock, Checks) {
    EXPECT_EQ(spoiled_block("'straight_line'", "'straight_lime'", "like").remedy,
              "Did you mean 'straight_line'?");
    EXPECT_THAT(spoiled_block("right = 'Yes.'", "", "```predict").what, HasSubstr("hears nothing"));
    EXPECT_THAT(
        spoiled_block("ask   = 'Draw it.'", "ask   = 'Draw it.'\nexperiment = 'mian'", "experiment")
            .remedy,
        HasSubstr("'main'"));
}

} // namespace
} // namespace lockstep::content
