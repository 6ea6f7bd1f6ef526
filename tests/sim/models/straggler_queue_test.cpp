// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(StragglerQueueTest, ThePlaceOfTheLongTaskDecides) {
    // Two workers, 23 units of work. First: 8 beside 8 short ones, then 7 short ones: 12.
    EXPECT_DOUBLE_EQ(ask("straggler_queue", {{"p", 2}, {"position", 0}}), 23.0 / 12);
    // Last: fifteen short ones take 7 and 8, and the long one starts at 7: 15.
    EXPECT_DOUBLE_EQ(ask("straggler_queue", {{"p", 2}, {"position", 2}}), 23.0 / 15);
    // Middle: eight short ones take 4, then 8 beside seven short ones: 12.
    EXPECT_DOUBLE_EQ(ask("straggler_queue", {{"p", 2}, {"position", 1}}), 23.0 / 12);
    // On four they take 2 each, and the long one ends at 10.
    EXPECT_DOUBLE_EQ(ask("straggler_queue", {{"p", 4}, {"position", 1}}), 23.0 / 10);
    EXPECT_DOUBLE_EQ(limit_of("straggler_queue", {}), 23.0 / 8);
}

TEST(StragglerQueueTest, FirstIsNeverSlowerThanLastAndNoneBeatsTheBound) {
    for (double p = 1; p <= 16; ++p) {
        const double first = ask("straggler_queue", {{"p", p}, {"position", 0}});
        EXPECT_GE(first, ask("straggler_queue", {{"p", p}, {"position", 2}}));
        EXPECT_LE(first, ask("straggler_tasks", {{"p", p}}) + 1e-12);
    }
    EXPECT_DOUBLE_EQ(ask("straggler_queue", {{"p", 1}, {"position", 2}}), 1);
}

} // namespace lockstep::models
