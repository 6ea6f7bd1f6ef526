// SPDX-License-Identifier: MIT
// Twice the work, by script: what holds, what is wrong, and what is odd.
#include "tests/kernels/measure/scripted.hpp"

#include <gmock/gmock.h>

namespace lockstep::scripted {
namespace {

using testing::HasSubstr;

TEST(ComparisonCheck, TwiceTheWorkMustTakeTwiceAsLong) {
    // A batch takes as long as it takes, however many repetitions it has.
    const Machine machine([](int) { return Beat{1, 0, 1e6}; }, 1);
    for (const int side : {0, 1}) {
        const auto& state = machine.scribe.state_of(side);
        EXPECT_EQ(state.status, PointStatus::Wrong);
        EXPECT_LT(state.checks, surely_left_out);
        EXPECT_THAT(state.reason, HasSubstr("not all of it was carried out"));
        EXPECT_TRUE(machine.scribe.samples_of(side).empty() ||
                    machine.scribe.samples_of(side).back().round < stats::pilot_rounds)
            << "a wrong side is timed no further";
    }
}

TEST(ComparisonCheck, CachesThatOthersEmptyAreNoWorkLeftOut) {
    // A sample finds its data cold, and twice the work right behind it finds them warm.
    const Machine machine([](int) { return Beat{1e6, 0, 0, 1e6}; }, 1);
    for (const int side : {0, 1}) {
        EXPECT_EQ(machine.scribe.state_of(side).status, PointStatus::Ok)
            << machine.scribe.state_of(side).reason;
        EXPECT_NEAR(machine.scribe.state_of(side).checks, 2, 0.1) << "of warm batches";
    }
}

TEST(ComparisonCheck, ALittleOnceABatchIsNoMatter) {
    const Machine machine([](int) { return Beat{1e6, 0, 0.04e6}; });
    EXPECT_EQ(machine.scribe.state_of(0).status, PointStatus::Ok);
    EXPECT_NEAR(machine.scribe.state_of(0).checks, 2, 0.1);
}

TEST(ComparisonCheck, MoreThanTwiceIsOddAndNotWrong) {
    // Something grows with the batch: a cache that twice the work falls out of.
    int batches = 0;
    const Machine machine(
        [&](int) {
            return Beat{1e6 * (1 + 0.3 * (batches++ % 3 == 2)), 0, 0};
        },
        1, 2);
    for (const int side : {0, 1})
        EXPECT_NE(machine.scribe.state_of(side).status, PointStatus::Wrong);
}

TEST(ComparisonCheck, TriesThatSomebodyDisturbedSayNothing) {
    // Each batch loses a tenth to somebody: the tries all fail, and none of them counts.
    const Machine machine([](int) { return Beat{1e6, 0.1e6, 0}; }, 1);
    EXPECT_EQ(machine.scribe.state_of(0).checks, 0) << "nobody could tell";
    EXPECT_EQ(machine.scribe.state_of(0).status, PointStatus::Disturbed);
}

} // namespace
} // namespace lockstep::scripted
