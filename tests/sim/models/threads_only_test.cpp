// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(ThreadsOnlyTest, IsTheLineThatTheWavesClimb) {
    const Values grid{{"sms", 10}, {"resident", 4}};
    for (const double full : {1.0, 2.0, 5.0}) {
        Values values = grid;
        values["blocks"] = 40 * full;
        EXPECT_EQ(ask("threads_only", values), full);
        EXPECT_EQ(ask("waves", values), full);
    }
    EXPECT_EQ(ask("threads_only", {{"blocks", 20}, {"sms", 10}, {"resident", 4}}), 0.5);
}

} // namespace lockstep::models
