// SPDX-License-Identifier: MIT
#include "app/content/blocks/kind.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(BlockKinds, AreComplete) {
    for (const char* name : {"predict", "run", "quiz", "figure", "code", "step"})
        EXPECT_TRUE(find_block_kind(name)) << name;
    EXPECT_EQ(find_block_kind("text"), nullptr) << "running text has no fence";
    for (const BlockKind* kind : all_block_kinds()) {
        EXPECT_FALSE(kind->sentence.empty()) << kind->name;
        EXPECT_TRUE(kind->read && kind->check && kind->texts) << kind->name;
    }
}

} // namespace
} // namespace lockstep::content
