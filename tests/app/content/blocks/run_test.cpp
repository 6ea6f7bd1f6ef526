// SPDX-License-Identifier: MIT
#include "tests/app/content/blocks/one_block.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

TEST(RunBlock, ReadsAComparison) {
    const OneBlock<RunBody> block(R"(
ask = 'Go'
set = { piece_us = 1 }
compare = { a = { f = 0.5, variant = 'simd' }, b = { f = 1, model = true } }
expect = 'below'
above = 'A'
below = 'B'
same = 'S'
)");
    ASSERT_TRUE(block.body);
    EXPECT_EQ(block.said(), "");
    EXPECT_EQ(block->ask, "Go");
    EXPECT_EQ(block->set, (Values{{"piece_us", 1}}));
    ASSERT_TRUE(block->compare);
    EXPECT_EQ(block->compare->a, (Values{{"f", 0.5}}));
    EXPECT_EQ(block->compare->a_variant, "simd");
    EXPECT_FALSE(block->compare->a_model);
    EXPECT_TRUE(block->compare->b_model);
    EXPECT_EQ(block->compare->expect, "below");
    EXPECT_EQ(block->compare->same, "S");
}

TEST(RunBlock, WithoutComparisonItOnlyRuns) {
    const OneBlock<RunBody> block("ask = 'Go'\n");
    ASSERT_TRUE(block.body);
    EXPECT_FALSE(block->compare);
}

TEST(RunBlock, Checks) {
    EXPECT_THAT(spoiled_block("same    = 'The same.'", "", "compare").what, HasSubstr("no 'same'"));
    EXPECT_THAT(spoiled_block("a = { f = 0.5 }", "a = { g = 0.5 }", "compare").what,
                HasSubstr("no parameter 'g'"));
    EXPECT_THAT(spoiled_block("b = { f = 0.0 }", "b = { f = -1 }", "compare").what,
                HasSubstr("'f' cannot be -1"));
    EXPECT_THAT(spoiled_block("f = 0.0 }", "f = 0.0, variant = 'simd' }", "compare").what,
                HasSubstr("no variant"));
    EXPECT_THAT(spoiled_block("'above'", "'abvoe'", "expect").remedy, HasSubstr("'above'"));
    EXPECT_THAT(
        spoiled_block("id      = 'first'", "id      = 'first'\nset = { piece_us = 9999 }", "set =")
            .what,
        HasSubstr("'piece_us' cannot be 9999"));
    EXPECT_THAT(spoiled_block(", b = { f = 0.0 }", "", "compare").what, HasSubstr("no side 'b'"));
}

} // namespace
} // namespace lockstep::content
