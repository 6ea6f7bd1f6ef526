// SPDX-License-Identifier: MIT
#include "sim/models/model.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(LinearTest, PWorkersArePTimesAsFastWithoutEnd) {
    const Model* linear = find_model("linear");
    ASSERT_NE(linear, nullptr);
    EXPECT_EQ(linear->value({{"p", 16}}), 16);
    EXPECT_EQ(linear->value({}), 2) << "the parameter's default";
    EXPECT_TRUE(std::isinf(linear->limit({})));
}

} // namespace lockstep::models
