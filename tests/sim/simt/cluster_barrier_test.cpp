// SPDX-License-Identifier: MIT
// The barrier of a cluster that is one block: come, go on, wait.
#include "bench.hpp"

namespace lockstep::simt {

/// Two warps; the second is late, so that the first has to wait for what it stores.
static Outcome run(Bench& bench, const std::string& arrive, const std::string& between = "",
                   const std::string& wait = "barrier.cluster.wait.acquire;") {
    bench.launch.block = {64, 1, 1};
    bench.options.checks = {true, true, false};
    return bench.run(kernel(R"( .shared .align 4 .b8 s[256];
 ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x; shl.b32 %r2, %r1, 2; mov.u32 %r3, s;
 add.u32 %r4, %r3, %r2; xor.b32 %r5, %r2, 252; add.u32 %r5, %r3, %r5;
 setp.lt.u32 %p1, %r1, 32; mov.u32 %r6, 0; @%p1 bra C;
L: add.u32 %r6, %r6, 1; setp.lt.u32 %p2, %r6, 5000; @%p2 bra L;
C: st.shared.u32 [%r4], %r1;
)" + arrive + between + wait +
                            R"(
 ld.shared.u32 %r7, [%r5]; cvt.u64.u32 %d2, %r2; add.u64 %d3, %d1, %d2;
 st.global.u32 [%d3], %r7; ret;)"),
                     {BufferAddress{bench.buffer("out", 256)}});
}

TEST(ClusterBarrierTest, NobodyGoesOnBeforeAllHaveCome) {
    Bench bench;
    const Outcome outcome = run(bench, "barrier.cluster.arrive.release;");
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(outcome.counters.barriers, 4u); // two warps come and wait
    const auto out = bench.read<int>(bench.memory.allocations()[0].address);
    for (int i = 0; i < 64; ++i)
        EXPECT_EQ(out[static_cast<std::size_t>(i)], 63 - i);
}

TEST(ClusterBarrierTest, BarrierZeroOfTheBlockIsAnotherOne) {
    Bench bench;
    EXPECT_EQ(told(run(bench, "barrier.cluster.arrive;", "bar.sync 0;")), "");
}

TEST(ClusterBarrierTest, PhasesFollowEachOther) {
    Bench bench;
    EXPECT_EQ(told(run(bench, "barrier.cluster.arrive.aligned;",
                       "barrier.cluster.wait.aligned; barrier.cluster.arrive;")),
              "");
}

TEST(ClusterBarrierTest, ARelaxedArrivalOrdersNothing) {
    Bench bench;
    const Outcome outcome = run(bench, "barrier.cluster.arrive.relaxed;");
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Race);
}

TEST(ClusterBarrierTest, WhatIsStoredBetweenComingAndWaitingIsNotOrdered) {
    Bench bench;
    const Outcome outcome = run(bench, "barrier.cluster.arrive;", "st.shared.u32 [%r4], %r2;");
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Race);
}

TEST(ClusterBarrierTest, ThreadsThatExitedAreNotWaitedFor) {
    Bench bench;
    bench.launch.block = {64, 1, 1};
    const Outcome outcome =
        bench.run(kernel("mov.u32 %r1, %tid.x; setp.ge.u32 %p1, %r1, 40; @%p1 ret;"
                         "barrier.cluster.arrive; barrier.cluster.wait; ret;",
                         0));
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(told(outcome), "");
}

TEST(ClusterBarrierTest, ComingAndWaitingGoTogether) {
    for (const std::string body :
         {"barrier.cluster.wait;", "barrier.cluster.arrive; barrier.cluster.arrive;"}) {
        Bench bench;
        const Outcome outcome = bench.run(kernel(body + " ret;", 0));
        ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
        EXPECT_EQ(outcome.findings[0].kind, FindingKind::Barrier);
        EXPECT_FALSE(outcome.findings[0].remark);
    }
}

TEST(ClusterBarrierTest, WhoWaitsForThreadsThatNeverComeIsFound) {
    Bench bench;
    bench.launch.block = {64, 1, 1};
    const Outcome outcome = bench.run(
        kernel("mov.u32 %r1, %tid.x; setp.lt.u32 %p1, %r1, 32; @%p1 bra A; bar.sync 1; ret;"
               "A: barrier.cluster.arrive; barrier.cluster.wait; ret;",
               0));
    EXPECT_FALSE(outcome.finished);
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    EXPECT_NE(outcome.findings[0].message.find("Nothing in the block can move"), std::string::npos);
}

TEST(ClusterBarrierTest, ALaneThatIsAPhaseBehindGoesOn) {
    // The second warp makes phase 0 complete; lanes 16 to 31 then come again, and all lanes of the
    // first warp meet at the wait that ends the block.
    Bench bench;
    bench.launch.block = {64, 1, 1};
    const Outcome outcome = bench.run(kernel(R"( mov.u32 %r1, %tid.x;
 barrier.cluster.arrive; setp.lt.u32 %p1, %r1, 16; @%p1 bra M;
 barrier.cluster.wait; barrier.cluster.arrive;
M: barrier.cluster.wait; @!%p1 ret; barrier.cluster.arrive; barrier.cluster.wait; ret;)",
                                             0));
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(told(outcome), "");
}

} // namespace lockstep::simt
