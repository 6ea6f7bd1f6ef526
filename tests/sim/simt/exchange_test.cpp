// SPDX-License-Identifier: MIT
// Which lanes an exchange waits for: those of its mask, by its kind, wherever they stand.
#include "bench.hpp"

namespace lockstep::simt {

static Outcome run_exchange(Bench& bench, std::uint64_t out, const std::string& body) {
    return bench.run(kernel("ld.param.u64 %d1, [p0];\nmov.u32 %r1, %tid.x;\n"
                            "mul.wide.u32 %d2, %r1, 4;\nadd.s64 %d3, %d1, %d2;\n" +
                            body + "\nst.global.u32 [%d3], %r2;\nret;"),
                     {BufferAddress{out}});
}

static constexpr const char* both_arms = R"(
 and.b32 %r3, %r1, 1; setp.eq.u32 %p1, %r3, 0; mov.u32 %r2, 0;
 @%p1 bra E;
 add.s32 %r2, %r2, 1; bar.warp.sync -1; add.s32 %r2, %r2, 10; bra.uni M;
E: add.s32 %r2, %r2, 2; bar.warp.sync -1; add.s32 %r2, %r2, 20;
M:)";

TEST(ExchangeTest, BothArmsOfABranchMayHoldTheBarrier) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_exchange(bench, out, both_arms);
    EXPECT_EQ(told(outcome), "");
    EXPECT_TRUE(outcome.finished);
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[static_cast<std::size_t>(i)], i % 2 == 1 ? 11 : 22);
    // 4 + 3 + bra, 3 + bra, 3, then 2 together: the arms meet behind the barrier again.
    EXPECT_EQ(outcome.counters.instructions_executed, 4u + 4 + 4 + 3 + 2);
    EXPECT_EQ(outcome.counters.lane_instructions, 32u * 10 + 16 * 7);
}

TEST(ExchangeTest, AStackWaitsForEver) {
    Bench bench;
    bench.options.scheduling = Scheduling::Stack;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_exchange(bench, out, both_arms);
    EXPECT_FALSE(outcome.finished);
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Barrier);
    EXPECT_FALSE(outcome.findings[0].remark);
}

TEST(ExchangeTest, AStackDoesWhatNeedsNoOtherArm) {
    Bench bench;
    bench.options.scheduling = Scheduling::Stack;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_exchange(bench, out, R"(
 and.b32 %r3, %r1, 1; setp.eq.u32 %p1, %r3, 0; mov.u32 %r2, 1;
 @%p1 bra M;
 bar.warp.sync 0xaaaaaaaa; mov.u32 %r2, 2;
M: bar.warp.sync -1;)");
    EXPECT_EQ(told(outcome), "");
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(bench.read<int>(out)[1], 2);
}

TEST(ExchangeTest, ShuffleAcrossTheArmsOfABranch) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_exchange(bench, out, R"(
 and.b32 %r3, %r1, 1; setp.eq.u32 %p1, %r3, 0;
 @%p1 bra E;
 add.s32 %r4, %r1, 100; shfl.sync.bfly.b32 %r2, %r4, 1, 31, -1; bra.uni M;
E: add.s32 %r4, %r1, 200; shfl.sync.bfly.b32 %r2, %r4, 1, 31, -1;
M:)");
    EXPECT_EQ(told(outcome), "");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[static_cast<std::size_t>(i)],
                  (i ^ 1) + (i % 2 == 1 ? 200 : 100));
}

TEST(ExchangeTest, VotesOfOneArmHearOnlyThatArm) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_exchange(bench, out, R"(
 setp.lt.u32 %p1, %r1, 12; mov.u32 %r2, 0; setp.ge.u32 %p2, %r1, 4;
 @!%p1 bra M;
 vote.sync.ballot.b32 %r2, %p2, 0xfff;
M:)");
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<unsigned>(out)[0], 0xff0u);
    EXPECT_EQ(bench.read<unsigned>(out)[12], 0u);
}

TEST(ExchangeTest, ExitedLanesAreNotWaitedFor) {
    Bench bench;
    const std::uint64_t out = bench.upload("out", std::vector<int>(32, -1));
    const Outcome outcome = run_exchange(bench, out, R"(
 setp.ge.u32 %p1, %r1, 10; mov.u32 %r2, 0;
 @%p1 exit;
 setp.ge.u32 %p2, %r1, 0;
 vote.sync.ballot.b32 %r2, %p2, -1;)");
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<unsigned>(out)[0], 0x3ffu);
    EXPECT_EQ(bench.read<int>(out)[10], -1);
}

TEST(ExchangeTest, LanesThatExitWhileOthersWaitLetThemGo) {
    Bench bench;
    const std::uint64_t out = bench.upload("out", std::vector<int>(32, -1));
    const Outcome outcome = run_exchange(bench, out, R"(
 setp.ge.u32 %p1, %r1, 10;
 @%p1 bra X;
 bar.warp.sync -1; bra.uni M;
X: mov.u32 %r4, 0;
 exit;
M: mov.u32 %r2, 4;)");
    EXPECT_EQ(told(outcome), "");
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(bench.read<int>(out)[3], 4);
}

TEST(ExchangeTest, LanesWithOtherMasksAreOtherExchanges) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_exchange(bench, out, R"(
 shr.u32 %r3, %r1, 3; shl.b32 %r3, %r3, 3; mov.u32 %r4, 0xff; shl.b32 %r4, %r4, %r3;
 redux.sync.add.s32 %r2, %r1, %r4;)");
    EXPECT_EQ(told(outcome), "");
    // The sum of 8 k .. 8 k + 7 is 64 k + 28.
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[static_cast<std::size_t>(i)], i / 8 * 64 + 28);
    // Once for all, which come to it together, and once more for each of the three that are left.
    EXPECT_EQ(outcome.counters.instructions_executed, 4u + 4 + 4 + 2);
}

TEST(ExchangeTest, ALaneOutsideItsOwnMaskIsUnspecified) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_exchange(bench, out, "bar.warp.sync 0xffff;\nmov.u32 %r2, 0;");
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Unspecified);
    EXPECT_EQ(outcome.findings[0].lane, 16);
}

TEST(ExchangeTest, WaitingForOneThatWaitsAtTheJoinLetsItGo) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    // Odd lanes come to a barrier that even lanes reach only behind the join.
    const Outcome outcome = run_exchange(bench, out, R"(
 and.b32 %r3, %r1, 1; setp.eq.u32 %p1, %r3, 0; mov.u32 %r2, 1;
 @%p1 bra M;
 bar.warp.sync -1; mov.u32 %r2, 2;
M: @!%p1 bra D;
 bar.warp.sync -1;
D:)");
    EXPECT_EQ(told(outcome), "");
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(bench.read<int>(out)[1], 2);
}

} // namespace lockstep::simt
