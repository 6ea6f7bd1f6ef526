// SPDX-License-Identifier: MIT
#include "sim/base/values.hpp"

#include <gtest/gtest.h>

namespace lockstep {

TEST(ValuesTest, AGivenValueWinsOverTheFallback) {
    const Values values{{"f", 0.5}, {"p", 0}};
    EXPECT_EQ(value_of(values, "f", 9), 0.5);
    EXPECT_EQ(value_of(values, "p", 9), 0) << "0 is a value, not a missing one";
    EXPECT_EQ(value_of(values, "longest", 9), 9);
    EXPECT_EQ(value_of(values, "", 9), 9);
}

} // namespace lockstep
