// SPDX-License-Identifier: MIT
#include "tests/app/content/blocks/one_block.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

TEST(FigureBlock, NamesAPicture) {
    const OneBlock<FigureBody> block("name = 'queue'\ncaption = 'c'\n");
    ASSERT_TRUE(block.body);
    EXPECT_EQ(block->name, "queue");
    EXPECT_EQ(block->experiment, "main");
    EXPECT_EQ(block->caption, "c");
}

TEST(FigureBlock, Checks) {
    EXPECT_EQ(spoiled_block("'amdahl_bar'", "'amdahl_baa'", "name = 'amdahl_baa'").remedy,
              "Did you mean 'amdahl_bar'?");
}

} // namespace
} // namespace lockstep::content
