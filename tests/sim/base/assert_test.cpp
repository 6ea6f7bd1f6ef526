// SPDX-License-Identifier: MIT
#include "sim/base/assert.hpp"

#include <gtest/gtest.h>

namespace lockstep {

TEST(AssertDeathTest, ABrokenPromiseStopsWithItsSentenceAndPlace) {
    EXPECT_DEATH(LOCKSTEP_ASSERT(1 + 1 == 3, "One and one are three."),
                 "One and one are three.*assert_test.cpp");
}

TEST(AssertTest, AKeptPromiseIsCheckedOnceAndSilent) {
    int checks = 0;
    LOCKSTEP_ASSERT(++checks == 1, "It is checked once.");
    EXPECT_EQ(checks, 1);
}

} // namespace lockstep
