// SPDX-License-Identifier: MIT
// Branches, and what they cost: counters worked out by hand.
#include "bench.hpp"

namespace lockstep::simt {

static Outcome run_warps(Bench& bench, std::uint64_t out, const std::string& body) {
    return bench.run(kernel("ld.param.u64 %d1, [p0];\nmov.u32 %r1, %tid.x;\n"       // 2
                            "mul.wide.u32 %d2, %r1, 4;\nadd.s64 %d3, %d1, %d2;\n" + // 2
                            body),
                     {BufferAddress{out}});
}

TEST(WarpTest, TwoArmsRunOneAfterTheOther) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_warps(bench, out, R"(
 setp.lt.u32 %p1, %r1, 8;
 @%p1 bra A;
 mov.u32 %r2, 1; mov.u32 %r2, 2; bra.uni M;
A: mov.u32 %r2, 3;
M: st.global.u32 [%d3], %r2;
 ret;)");
    // 4 + setp, bra; 3 for lanes 8 to 31; 1 for lanes 0 to 7; st, ret for all.
    EXPECT_EQ(outcome.counters.instructions_executed, 4u + 2 + 3 + 1 + 2);
    EXPECT_EQ(outcome.counters.lane_instructions, 32u * (4 + 2 + 2) + 24 * 3 + 8);
    EXPECT_EQ(outcome.counters.branches, 2u);
    EXPECT_EQ(outcome.counters.divergent_branches, 1u);
    EXPECT_EQ(outcome.counters.global_requests, 1u);
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[i], i < 8 ? 3 : 2);
}

TEST(WarpTest, AUniformBranchIsNotDivergent) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_warps(bench, out, R"(
 setp.lt.u32 %p1, %r1, 99;
 @%p1 bra A;
 mov.u32 %r2, 1;
A: @!%p1 bra B;
B: ret;)");
    EXPECT_EQ(outcome.counters.instructions_executed, 4u + 4);
    EXPECT_EQ(outcome.counters.branches, 2u);
    EXPECT_EQ(outcome.counters.divergent_branches, 0u);
    EXPECT_EQ(outcome.counters.lane_efficiency(), 1.0);
}

TEST(WarpTest, LanesWithOtherTripCountsMeetBehindTheLoop) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_warps(bench, out, R"(
 mov.u32 %r2, 0;
L: add.s32 %r2, %r2, 1;
 setp.le.u32 %p1, %r2, %r1;
 @%p1 bra L;
 st.global.u32 [%d3], %r2;
 ret;)");
    // Lane i goes round i + 1 times: 32 rounds of 3 with 32, 31, ... 1 lanes.
    EXPECT_EQ(outcome.counters.instructions_executed, 5u + 32 * 3 + 2);
    EXPECT_EQ(outcome.counters.lane_instructions, 32u * 7 + 3 * (32 * 33 / 2));
    EXPECT_EQ(outcome.counters.branches, 32u);
    EXPECT_EQ(outcome.counters.divergent_branches, 31u);
    EXPECT_EQ(outcome.counters.global_sectors, 4u);
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[i], static_cast<int>(i) + 1);
}

TEST(WarpTest, NestedArmsMeetFromTheInsideOut) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_warps(bench, out, R"(
 and.b32 %r3, %r1, 1; and.b32 %r4, %r1, 2; mov.u32 %r2, 0;
 setp.eq.u32 %p1, %r3, 0; setp.eq.u32 %p2, %r4, 0;
 @%p1 bra E;
 @%p2 bra O2;
 mov.u32 %r2, 3;
O2: add.s32 %r2, %r2, 10;
E: st.global.u32 [%d3], %r2;
 ret;)");
    // 9 for all, then bra for 16, mov for 8, add for 16, then 2 for all.
    EXPECT_EQ(outcome.counters.instructions_executed, 10u + 1 + 1 + 1 + 2);
    EXPECT_EQ(outcome.counters.lane_instructions, 32u * 12 + 16 + 8 + 16);
    EXPECT_EQ(outcome.counters.divergent_branches, 2u);
}

TEST(WarpTest, AKWayBranchCountsOnce) {
    for (const unsigned ways : {1u, 2u, 4u, 8u}) {
        Bench bench;
        const std::uint64_t out = bench.buffer("out", 128);
        std::string labels, arms;
        for (unsigned k = 0; k < ways; ++k) {
            labels += (k > 0 ? ", W" : "W") + std::to_string(k);
            arms += "W" + std::to_string(k) + ": mov.u32 %r2, " + std::to_string(100 + k) +
                    ";\nbra.uni M;\n";
        }
        const Outcome outcome = run_warps(
            bench, out,
            "rem.u32 %r3, %r1, " + std::to_string(ways) + ";\nT: .branchtargets " + labels +
                ";\nbrx.idx %r3, T;\n" + arms + "M: st.global.u32 [%d3], %r2;\nret;");
        EXPECT_EQ(told(outcome), "");
        EXPECT_EQ(outcome.counters.instructions_executed, 4u + 2 + 2 * ways + 2) << ways;
        EXPECT_EQ(outcome.counters.lane_instructions, 32u * (4 + 2 + 2 + 2));
        EXPECT_EQ(outcome.counters.divergent_branches, ways > 1 ? 1u : 0u);
        EXPECT_EQ(outcome.counters.branches, 1u + ways);
        for (unsigned i = 0; i < 32; ++i)
            EXPECT_EQ(bench.read<unsigned>(out)[i], 100 + i % ways);
    }
}

TEST(WarpTest, LanesThatExitEarlyAreNotWaitedFor) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_warps(bench, out, R"(
 setp.ge.u32 %p1, %r1, 20;
 @%p1 ret;
 mov.u32 %r2, 5;
 st.global.u32 [%d3], %r2;
 ret;)");
    EXPECT_EQ(outcome.counters.instructions_executed, 4u + 2 + 3);
    EXPECT_EQ(outcome.counters.lane_instructions, 32u * 6 + 20 * 3);
    // The guarded ret is on in 12 lanes.
    EXPECT_EQ(outcome.counters.lane_instructions_on, 32u * 5 + 12 + 20 * 3);
    // 20 words: 80 bytes.
    EXPECT_EQ(outcome.counters.global_sectors, 3u);
}

TEST(WarpTest, ABlockOfFortyHasAWarpOfEight) {
    Bench bench;
    bench.launch.block = {40, 1, 1};
    const std::uint64_t out = bench.buffer("out", 160);
    const Outcome outcome = run_warps(bench, out, "st.global.u32 [%d3], %r1;\nret;");
    EXPECT_EQ(outcome.counters.instructions_executed, 12u);
    EXPECT_EQ(outcome.counters.lane_instructions, 6u * 40);
    EXPECT_EQ(outcome.counters.lane_efficiency(), 240.0 / (32 * 12));
}

TEST(WarpTest, AGuardSwitchesLanesOffAndIsNoBranch) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_warps(bench, out, R"(
 setp.lt.u32 %p1, %r1, 4;
 mov.u32 %r2, 1;
 @%p1 mov.u32 %r2, 2;
 @!%p1 add.s32 %r2, %r2, 6;
 st.global.u32 [%d3], %r2;
 ret;)");
    EXPECT_EQ(outcome.counters.branches, 0u);
    EXPECT_EQ(outcome.counters.lane_instructions, 32u * 10);
    EXPECT_EQ(outcome.counters.lane_instructions_on, 32u * 8 + 4 + 28);
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(out)[i], i < 4 ? 2 : 7);
}

TEST(WarpTest, DividingByZeroIsUnspecified) {
    for (const int divisor : {0, 3}) {
        Bench bench;
        const std::uint64_t out = bench.buffer("out", 128);
        const Outcome outcome =
            run_warps(bench, out,
                      "add.s32 %r2, %r1, " + std::to_string(divisor) +
                          ";\ndiv.u32 %r3, 12, %r2;\nst.global.u32 [%d3], %r3;\nret;");
        ASSERT_EQ(outcome.findings.size(), divisor == 0 ? 1u : 0u);
        for (const Finding& found : outcome.findings)
            EXPECT_EQ(found.kind, FindingKind::Unspecified);
        EXPECT_EQ(bench.read<unsigned>(out)[3], divisor == 0 ? 4u : 2u);
    }
}

TEST(WarpTest, AnIndexOutsideTheTableIsUnspecified) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_warps(bench, out, R"(
T: .branchtargets A, B;
 brx.idx %r1, T;
A: bra.uni M;
B: bra.uni M;
M: ret;)");
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Unspecified);
    EXPECT_EQ(outcome.findings[0].lane, 2);
}

TEST(WarpTest, TrapEndsTheLaunch) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome outcome = run_warps(bench, out, "setp.eq.u32 %p1, %r1, 7;\n@%p1 trap;\nret;");
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Trap);
    EXPECT_EQ(outcome.findings[0].lane, 7);
    EXPECT_FALSE(outcome.finished);
    EXPECT_EQ(told(run_warps(bench, out, "setp.eq.u32 %p1, %r1, 77;\n@%p1 trap;\nret;")), "");
}

TEST(WarpTest, TheClockCountsWarpInstructions) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    run_warps(bench, out,
              "mov.u32 %r2, %clock;\nadd.s32 %r4, %r1, 1;\nmov.u32 %r3, %clock;\n"
              "sub.s32 %r3, %r3, %r2;\nst.global.u32 [%d3], %r3;\nret;");
    EXPECT_EQ(bench.read<int>(out)[0], 2);
}

} // namespace lockstep::simt
