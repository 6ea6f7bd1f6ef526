// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(MoreWorkMoreTimeTest, DoesNotAskWhatMemoryHasToDo) {
    for (const double k : {1.0, 64.0, 1024.0})
        EXPECT_DOUBLE_EQ(ask("more_work_more_time", {{"k", k}, {"peak_gflops", 30}}), 30);
}

} // namespace lockstep::models
