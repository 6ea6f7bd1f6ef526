// SPDX-License-Identifier: MIT
#include "bench.hpp"

namespace lockstep::simt {

static Outcome run(Bench& bench, const std::string& body, unsigned threads = 64) {
    bench.launch.block = {threads, 1, 1};
    return bench.run(kernel("mov.u32 %r1, %tid.x;\n" + body + "\nret;", 0));
}

TEST(BarriersTest, EveryWarpCountsItsBarrier) {
    Bench bench;
    const Outcome outcome = run(bench, "bar.sync 0;\nbarrier.sync 0;", 128);
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(outcome.counters.barriers, 8u);
    EXPECT_EQ(outcome.counters.instructions_executed, 4u * 4);
}

TEST(BarriersTest, ExitedThreadsCountAsArrivedWhichIsRemarked) {
    Bench bench;
    const Outcome outcome = run(bench, "setp.ge.u32 %p1, %r1, 40;\n@%p1 ret;\nbar.sync 0;");
    EXPECT_TRUE(outcome.finished);
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Barrier);
    EXPECT_TRUE(outcome.findings[0].remark);
    EXPECT_NE(outcome.findings[0].message.find("24 threads"), std::string::npos);
    EXPECT_EQ(told(run(bench, "setp.ge.u32 %p1, %r1, 400;\n@%p1 ret;\nbar.sync 0;")), "");
}

TEST(BarriersTest, ThreadsAtDifferentBarriersAreAFinding) {
    Bench bench;
    const Outcome outcome = run(bench, R"(setp.lt.u32 %p1, %r1, 32;
 @%p1 bra A;
 bar.sync 0; bra.uni M;
A: bar.sync 0;
M:)");
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Barrier);
    EXPECT_FALSE(outcome.findings[0].remark);
    EXPECT_TRUE(outcome.finished);
}

TEST(BarriersTest, ABlockInWhichNothingCanMove) {
    Bench bench;
    const Outcome outcome = run(bench, R"(setp.lt.u32 %p1, %r1, 32;
 @%p1 bra A;
 bar.sync 1; bra.uni M;
A: bar.sync 2;
M:)");
    EXPECT_FALSE(outcome.finished);
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Barrier);
    EXPECT_NE(outcome.findings[0].message.find("Nothing in the block can move"), std::string::npos);
}

TEST(BarriersTest, BarriersOfAPartWithCounts) {
    Bench bench;
    // Two pairs of warps, each with a barrier of its own.
    const Outcome outcome =
        run(bench, "shr.u32 %r2, %r1, 6;\nadd.s32 %r2, %r2, 1;\nbar.sync %r2, 64;", 128);
    EXPECT_EQ(told(outcome), "");
    EXPECT_TRUE(outcome.finished);
    const Outcome never = run(bench, "setp.lt.u32 %p1, %r1, 32;\n@%p1 bar.sync 1, 64;", 128);
    EXPECT_FALSE(never.finished);
}

TEST(BarriersTest, ArrivingDoesNotWait) {
    Bench bench;
    // Warp 1 waits for both; warp 0 only says that it was there.
    const Outcome outcome = run(bench, R"(setp.lt.u32 %p1, %r1, 32;
 @%p1 bra A;
 bar.sync 3, 64; bra.uni M;
A: bar.arrive 3, 64;
M:)");
    EXPECT_EQ(told(outcome), "");
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(outcome.counters.barriers, 2u);
}

TEST(BarriersTest, Reductions) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 64 * 4);
    bench.launch.block = {64, 1, 1};
    const Outcome outcome = bench.run(kernel(R"(ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x;
 mul.wide.u32 %d2, %r1, 4; add.s64 %d3, %d1, %d2;
 setp.lt.u32 %p1, %r1, 37; setp.lt.u32 %p4, %r1, 64;
 bar.red.popc.u32 %r2, 0, %p1;
 bar.red.and.pred %p2, 0, %p1; bar.red.or.pred %p3, 0, !%p4; bar.red.and.pred %p5, 0, %p4;
 @%p2 add.s32 %r2, %r2, 1000; @%p3 add.s32 %r2, %r2, 2000; @%p5 add.s32 %r2, %r2, 4000;
 st.global.u32 [%d3], %r2; ret;)"),
                                      {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(out)[0], 4037);
    EXPECT_EQ(bench.read<int>(out)[63], 4037);
}

TEST(BarriersTest, LanesAtAJoinAreLetGoWhenNothingElseCanMove) {
    Bench bench;
    // Half of the warp waits for the other half, which waits at the join for it.
    const Outcome outcome = run(bench, R"(and.b32 %r2, %r1, 16; setp.eq.u32 %p1, %r2, 0;
 @%p1 bra M;
 barrier.sync 1, 32;
M: @!%p1 bra D;
 barrier.sync 1, 32;
D:)",
                                32);
    EXPECT_EQ(told(outcome), "");
    EXPECT_TRUE(outcome.finished);
}

} // namespace lockstep::simt
