// SPDX-License-Identifier: MIT
// Which steps are in sight, and registers as words.
#include "app/views/lanes/parts.hpp"

#include <bit>
#include <gtest/gtest.h>

namespace lockstep::lanes_view {
namespace {

Tracing traced(std::int64_t steps, int warps) {
    Tracing tracing;
    tracing.info.block = 0;
    tracing.info.steps = steps;
    for (std::int64_t i = 0; i < steps; ++i) {
        tracing.window.warp.push_back(static_cast<int>(i % warps));
        tracing.window.function.push_back(0);
        tracing.window.instruction.push_back(0);
        tracing.window.ptx_line.push_back(1);
        tracing.window.chain.push_back(-1);
        tracing.window.lanes.push_back(~0u);
        tracing.window.on.push_back(~0u);
        tracing.window.kind.push_back(0);
        tracing.window.flags.push_back(0);
    }
    return tracing;
}

TEST(Sight, TheChosenStepStandsInTheMiddle) {
    Tracing tracing = traced(100, 1);
    tracing.cursor = 50;
    const Sight sight = sight_of(tracing, 17);
    EXPECT_EQ(sight.count, 17u);
    EXPECT_EQ(sight.first, 42u);
    EXPECT_EQ(sight.chosen, 50u);
}

TEST(Sight, AtBothEndsTheRowsStayFull) {
    Tracing tracing = traced(100, 1);
    EXPECT_EQ(sight_of(tracing, 17).first, 0u);
    tracing.cursor = 99;
    EXPECT_EQ(sight_of(tracing, 17).first, 83u);
    const Tracing few = traced(5, 1);
    EXPECT_EQ(sight_of(few, 17).count, 5u);
}

TEST(Sight, BetweenStepsOfAWarpTheNextIsMeant) {
    Tracing tracing = traced(100, 2);
    tracing.warp = 1;
    tracing.cursor = 10; // of warp 0
    const Sight sight = sight_of(tracing, 17);
    ASSERT_TRUE(sight.has_chosen());
    EXPECT_EQ(sight.rows[sight.chosen].step, 11);
}

TEST(Sight, WithoutAWindowNothingIsChosen) {
    EXPECT_FALSE(sight_of({}, 17).has_chosen());
}

TEST(RegisterWords, AreReadByTheirTypes) {
    protocol::Registers registers;
    registers.function = 0;
    registers.names = {"%r1", "%f1", "%p1", "%r2"};
    registers.types = {"s32", "f32", "pred", "u32"};
    registers.written = {1, 1, 1, 0};
    const auto half = static_cast<std::int64_t>(std::bit_cast<std::uint32_t>(0.5f));
    std::vector<std::int64_t> lanes(32);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        lanes[lane] = static_cast<std::int64_t>(lane) - 3;
    registers.low = {lanes, {half}, {1}, {9}};
    registers.high.resize(4);
    EXPECT_EQ(register_words(registers, 1, 9),
              (std::vector<std::string>{"%r1 = -2", "%f1 = 0.5", "%p1 = true"}));
    EXPECT_EQ(register_words(registers, 5, 1), std::vector<std::string>{"%r1 = 2"});
    registers.function = -1;
    EXPECT_TRUE(register_words(registers, 1, 9).empty()) << "the lane has exited";
}

} // namespace
} // namespace lockstep::lanes_view
