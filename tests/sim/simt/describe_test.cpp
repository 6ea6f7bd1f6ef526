// SPDX-License-Identifier: MIT
#include "traced.hpp"

namespace lockstep::simt {

static std::vector<TraceStep> steps_of(TraceBench& bench) {
    const Traced traced = bench.trace(0);
    return traced.trace->window(0, 1000);
}

TEST(DescribeTest, GenericAddressesAreSeenWhereTheyLie) {
    TraceBench bench(kernel(R"( .shared .align 4 .b8 s[256]; ld.param.u64 %d1, [p0];
 mov.u64 %d2, s; cvta.shared.u64 %d3, %d2; ld.u32 %r1, [%d3+8]; ld.u32 %r2, [%d1+4];
 mov.u32 %r3, %tid.x; setp.lt.u32 %p1, %r3, 16; selp.b64 %d4, %d3, %d1, %p1; ld.u32 %r4, [%d4];
 ret;)"));
    bench.buffer(std::vector<int>(64));
    const auto steps = steps_of(bench);
    const std::uint64_t x = bench.memory.allocations()[0].address;
    EXPECT_EQ(steps[3].accesses[0].space, ptx::Space::Shared);
    EXPECT_EQ(steps[3].accesses[0].addresses[0], 8u);
    EXPECT_EQ(steps[4].accesses[0].space, ptx::Space::Global);
    EXPECT_EQ(steps[4].accesses[0].addresses[31], x + 4);
    // Half of the lanes here, half there: pointers, of which the space cannot be one.
    EXPECT_EQ(steps[8].accesses[0].space, ptx::Space::Generic);
    EXPECT_EQ(steps[8].accesses[0].addresses[31], x);
    EXPECT_GT(steps[8].accesses[0].addresses[0], 1u << 30);
}

TEST(DescribeTest, LanesThatAreOffHaveNoAddress) {
    TraceBench bench(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x;
 setp.eq.u32 %p1, %r1, 5; @%p1 ld.global.v4.u32 {%r2, %r3, %r4, %r5}, [%d1+16]; ret;)"));
    bench.buffer(std::vector<int>(64));
    const TraceStep step = steps_of(bench)[3];
    EXPECT_EQ(step.lanes, ~Mask{0});
    EXPECT_EQ(step.on, Mask{32});
    EXPECT_EQ(step.accesses[0].bytes, 16u);
    EXPECT_EQ(step.accesses[0].on, Mask{32});
    EXPECT_EQ(step.accesses[0].addresses[4], 0u);
    EXPECT_NE(step.accesses[0].addresses[5], 0u);
}

TEST(DescribeTest, OnlyWhoWaitsAtABarrierWaits) {
    TraceBench bench(kernel("barrier.arrive 1, 64; barrier.sync 2, 32; ret;", 0));
    const auto steps = steps_of(bench);
    EXPECT_FALSE(steps[0].waits);
    EXPECT_TRUE(steps[1].waits);
    EXPECT_EQ(steps[1].kind, StepKind::Barrier);
}

} // namespace lockstep::simt
