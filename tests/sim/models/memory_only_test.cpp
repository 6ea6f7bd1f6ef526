// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(MemoryOnlyTest, HasNoRoofButMemory) {
    EXPECT_DOUBLE_EQ(ask("memory_only", {{"k", 12}, {"memory_gb_s", 10}}), 10);
    EXPECT_DOUBLE_EQ(ask("memory_only", {{"k", 1024}}), 1024 * ask("memory_only", {{"k", 1}}));
}

} // namespace lockstep::models
