// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(StragglerTasksTest, ByHand) {
    // Sixteen tasks, one of 8: 23 in all. Two workers could share that evenly, eight cannot.
    EXPECT_DOUBLE_EQ(ask("straggler_tasks", {{"p", 2}}), 2);
    EXPECT_DOUBLE_EQ(ask("straggler_tasks", {{"p", 8}}), 23.0 / 8);
    EXPECT_DOUBLE_EQ(limit_of("straggler_tasks", {}), 23.0 / 8);
    EXPECT_DOUBLE_EQ(ask("straggler_tasks", {{"factor", 1}, {"p", 4}}), 4);
}

TEST(StragglerTasksTest, NoScheduleBeatsIt) {
    for (double p = 1; p <= 16; ++p)
        for (const double factor : {1.0, 2.5, 8.0, 16.0})
            EXPECT_LE(ask("chains_longest", {{"chains", 16}, {"longest", factor}, {"p", p}}),
                      ask("straggler_tasks", {{"tasks", 16}, {"factor", factor}, {"p", p}}) +
                          1e-12);
}

} // namespace lockstep::models
