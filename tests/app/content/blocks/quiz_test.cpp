// SPDX-License-Identifier: MIT
#include "app/content/blocks/answer.hpp"
#include "tests/app/content/blocks/one_block.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(QuizBlock, AChoice) {
    const OneBlock<QuizBody> block("ask='a'\nbecause='b'\n[[choice]]\ntext='x'\nsays='no'\n[["
                                   "choice]]\ntext='y'\nright=true\n");
    ASSERT_TRUE(block.body);
    EXPECT_EQ(block.said(), "");
    EXPECT_EQ(block->kind, QuizKind::Choice);
    ASSERT_EQ(block->choices.size(), 2u);
    EXPECT_EQ(block->choices[0].says, "no");
    EXPECT_TRUE(block->choices[1].right);
}

TEST(QuizBlock, ANumberIsFixedOrLive) {
    const OneBlock<QuizBody> fixed(
        "kind='number'\nask='a'\nbecause='b'\nanswer=1.5\ntolerance=0.1\nunit='times'\nhint='h'\n");
    EXPECT_EQ(fixed->answer, 1.5);
    EXPECT_EQ(fixed->tolerance, 0.1);
    const OneBlock<QuizBody> live("kind='number'\nask='a'\nbecause='b'\nanswer='measured f=1'\n");
    EXPECT_EQ(live->answer_live, "measured f=1");
    EXPECT_EQ(live->tolerance, 0.1) << "relative: nobody knows beforehand how large it is";
    const OneBlock<QuizBody> none("kind='number'\nask='a'\nbecause='b'\n");
    EXPECT_THAT(none.said(), HasSubstr("no 'answer'"));
}

TEST(QuizBlock, AnAnswerIsPartedAtTimesAndOver) {
    const auto parts = answer_parts("2 times  measured f=1 over baseline");
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[0].text, "2");
    EXPECT_EQ(parts[1].text, "measured f=1");
    EXPECT_FALSE(parts[1].divides);
    EXPECT_EQ(parts[2].text, "baseline");
    EXPECT_TRUE(parts[2].divides);
    EXPECT_EQ(answer_parts("timestamp").size(), 1u);
    EXPECT_EQ(answer_parts("").size(), 1u);
}

TEST(QuizBlock, AnOrderAndASlider) {
    const OneBlock<QuizBody> order("kind='order'\nask='a'\nbecause='b'\norder=['y','x']\n"
                                   "[[choice]]\ntext='x'\n[[choice]]\ntext='y'\n");
    ASSERT_TRUE(order.body);
    EXPECT_THAT(order->order, ElementsAre(1, 0));
    const OneBlock<QuizBody> set("kind='set'\nask='a'\nbecause='b'\nat={ f = 1 "
                                 "}\nlow=1.2\nhigh=1.4\nexperiment='workers'\n");
    EXPECT_EQ(set->at, (Values{{"f", 1}}));
    EXPECT_EQ(set->high, 1.4);
    EXPECT_EQ(set->experiment, "workers");
}

TEST(QuizBlock, Checks) {
    EXPECT_THAT(spoiled_block("right = true", "right = false", "choice").what,
                HasSubstr("0 choices"));
    EXPECT_THAT(spoiled_block("says = 'Wrong.'", "", "[[choice]]\ntext = 'no'").what,
                HasSubstr("no 'says'"));
    EXPECT_THAT(spoiled_block("hint      = 'Count.'", "", "```quiz\nid        = 'two'").what,
                HasSubstr("no hint"));
    EXPECT_THAT(spoiled_block("because   = 'Two.'", "", "```quiz\nid        = 'two'").what,
                HasSubstr("no 'because'"));
}

} // namespace
} // namespace lockstep::content
