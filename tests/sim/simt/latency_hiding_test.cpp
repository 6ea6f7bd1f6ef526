// SPDX-License-Identifier: MIT
#include "sim/simt/latency_hiding.hpp"

#include <gtest/gtest.h>
#include <string>

namespace lockstep::simt {
namespace {

/// One letter a cycle: I issuing, R ready, . waiting.
std::string row(const IssueTimeline& timeline, int warp) {
    std::string letters;
    for (int cycle = 0; cycle < timeline.cycles; ++cycle)
        letters += "IR."[static_cast<int>(timeline.at(warp, cycle).state)];
    return letters;
}

TEST(LatencyHidingTest, ARoundIsTheSumOfTheWaits) {
    // Load, 10 cycles, add, 4 cycles, add, one cycle to the next load.
    EXPECT_EQ(round_cycles(load_then_arithmetic(10, 4, 2)), 10 + 4 + 1);
    // A list: the next address is the last sum.
    EXPECT_EQ(round_cycles(load_then_arithmetic(10, 4, 2, NextLoad::NeedsResult)), 10 + 4 + 4);
    EXPECT_EQ(round_cycles(load_then_arithmetic(10, 4, 0, NextLoad::NeedsResult)), 10);
    // Loads that nobody waits for follow each other every cycle.
    EXPECT_EQ(round_cycles(load_then_arithmetic(10, 4, 0)), 1);
}

TEST(LatencyHidingTest, OneWarpAlone) {
    const auto pattern = load_then_arithmetic(5, 2, 2);
    // Issues at 0, 5, 7 and again from 8 on.
    const IssueTimeline timeline = issue_timeline(pattern, 1, 16);
    EXPECT_EQ(row(timeline, 0), "I....I.II....I.I");
    EXPECT_EQ(timeline.at(0, 0).step, 0);
    EXPECT_EQ(timeline.at(0, 3).step, 1); // waits for the load
    EXPECT_EQ(timeline.at(0, 7).step, 2);
    EXPECT_EQ(timeline.utilisation, 6.0 / 16);
    EXPECT_EQ(steady_utilisation(pattern, 1), 3.0 / 8);
    EXPECT_EQ(utilisation_bound(pattern, 1), 3.0 / 8);
}

TEST(LatencyHidingTest, TwoWarpsFillEachOthersGaps) {
    // Load 3, one addition. The loads at 0 and 1 are answered at 3 and 4. Warp 0 adds at 3 and,
    // being served already, loads again at 4, so that warp 1 adds a cycle late; from then on they
    // alternate.
    const IssueTimeline timeline = issue_timeline(load_then_arithmetic(3, 2, 1), 2, 10);
    EXPECT_EQ(row(timeline, 0), "I..II..II.");
    EXPECT_EQ(row(timeline, 1), "RI..RII..I");
    // Two rounds of two instructions in four cycles: 2 x 2 / 4 = 1. Only cycle 2 was lost.
    EXPECT_EQ(steady_utilisation(load_then_arithmetic(3, 2, 1), 2), 1);
}

TEST(LatencyHidingTest, CountsTheWarpsThatCouldIssue) {
    // Alone: ready exactly in the slots that it uses.
    const SteadyState alone = steady_state(load_then_arithmetic(5, 2, 2), 1);
    EXPECT_EQ(alone.used, 3.0 / 8);
    EXPECT_EQ(alone.ready, 3.0 / 8);
    // Instructions of one cycle that need nothing: all four are ready in every slot.
    const std::vector<PatternStep> free{{"free", 1, false}};
    const SteadyState crowd = steady_state(free, 4);
    EXPECT_EQ(crowd.used, 1);
    EXPECT_EQ(crowd.ready, 4);
}

TEST(LatencyHidingTest, LittlesLaw) {
    // A round of 400 + 3 x 4 + 1 = 413 cycles issues 5 instructions: 413 / 5 = 82.6.
    const auto pattern = load_then_arithmetic(400, 4, 4);
    EXPECT_EQ(round_cycles(pattern), 413);
    EXPECT_EQ(warps_needed(pattern), 83);
    EXPECT_DOUBLE_EQ(utilisation_bound(pattern, 16), 16 * 5 / 413.0);
    EXPECT_LT(utilisation_bound(pattern, 82), 1);
    EXPECT_EQ(utilisation_bound(pattern, 83), 1);
}

TEST(LatencyHidingTest, FewWarpsAreNearlyAsFastAsTheLawSays) {
    // 17 instructions in 400 + 15 x 4 + 1 = 461 cycles; alone a warp is in nobody's way.
    const auto pattern = load_then_arithmetic(400, 4, 16);
    EXPECT_DOUBLE_EQ(steady_utilisation(pattern, 1), 17 / 461.0);
    for (const int warps : {2, 4, 8})
        EXPECT_NEAR(steady_utilisation(pattern, warps), warps * 17 / 461.0, 0.02);
}

TEST(LatencyHidingTest, NoScheduleBeatsTheLawAndThisOneComesNear) {
    for (const int load : {20, 33, 200})
        for (const int arithmetic : {1, 3, 8})
            for (const NextLoad next : {NextLoad::Independent, NextLoad::NeedsResult})
                for (int warps = 1; warps <= 16; ++warps) {
                    const auto pattern = load_then_arithmetic(load, 4, arithmetic, next);
                    const double bound = utilisation_bound(pattern, warps);
                    const double found = steady_utilisation(pattern, warps);
                    EXPECT_LE(found, bound + 1e-12);
                    EXPECT_GE(found, 0.75 * bound) << load << " " << arithmetic << " " << warps;
                }
}

TEST(LatencyHidingTest, ExactlyOneWarpIssuesWhereAnyCould) {
    const IssueTimeline timeline = issue_timeline(load_then_arithmetic(20, 4, 3), 5, 200);
    for (int cycle = 0; cycle < 200; ++cycle) {
        int issuing = 0, ready = 0;
        for (int warp = 0; warp < 5; ++warp) {
            issuing += timeline.at(warp, cycle).state == WarpState::Issuing;
            ready += timeline.at(warp, cycle).state == WarpState::Ready;
        }
        EXPECT_LE(issuing, 1);
        EXPECT_TRUE(ready == 0 || issuing == 1) << "a slot was wasted in cycle " << cycle;
    }
}

TEST(LatencyHidingTest, ItSaysThatItIsAModel) {
    EXPECT_TRUE(latency_hiding_sentence.starts_with("A model:"));
}

TEST(LatencyHidingDeathTest, APatternHasInstructionsThatTakeTime) {
    EXPECT_DEATH(round_cycles({}), "at least one instruction");
    EXPECT_DEATH(steady_utilisation(load_then_arithmetic(0, 4, 1), 1), "at least one cycle");
    EXPECT_DEATH(steady_utilisation(load_then_arithmetic(1, 4, 1), 0), "at least one warp");
}

} // namespace
} // namespace lockstep::simt
