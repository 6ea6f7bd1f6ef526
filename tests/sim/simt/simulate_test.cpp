// SPDX-License-Identifier: MIT
#include "bench.hpp"

namespace lockstep::simt {

TEST(SimulateTest, EveryThreadOfEveryBlockRunsOnce) {
    Bench bench;
    bench.launch.grid = {3, 2, 2};
    bench.launch.block = {5, 3, 2};
    const std::uint64_t out = bench.upload("out", std::vector<int>(360));
    const Outcome outcome = bench.run(kernel(R"( ld.param.u64 %d1, [p0];
 mov.u32 %r1, %ctaid.z; mov.u32 %r2, %nctaid.y; mov.u32 %r3, %ctaid.y;
 mad.lo.u32 %r4, %r1, %r2, %r3;
 mov.u32 %r2, %nctaid.x; mov.u32 %r3, %ctaid.x; mad.lo.u32 %r4, %r4, %r2, %r3;
 mov.u32 %r2, %ntid.z; mov.u32 %r3, %tid.z; mad.lo.u32 %r4, %r4, %r2, %r3;
 mov.u32 %r2, %ntid.y; mov.u32 %r3, %tid.y; mad.lo.u32 %r4, %r4, %r2, %r3;
 mov.u32 %r2, %ntid.x; mov.u32 %r3, %tid.x; mad.lo.u32 %r4, %r4, %r2, %r3;
 mul.wide.u32 %d2, %r4, 4; add.s64 %d3, %d1, %d2; red.global.add.u32 [%d3], 1; ret;)"),
                                      {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(out), std::vector<int>(360, 1));
    // 12 blocks of one warp; 1 + (3 + 1) + 4 * (2 + 1) + 4 instructions.
    EXPECT_EQ(outcome.counters.instructions_executed, 12u * 21);
    EXPECT_EQ(outcome.counters.lane_instructions, 360u * 21);
    EXPECT_EQ(outcome.counters.atomics, 12u);
}

TEST(SimulateTest, TheSameLaunchTwiceIsTheSame) {
    const auto once = [] {
        Bench bench;
        bench.launch.grid = {4, 1, 1};
        bench.options.resident_blocks = 4;
        const std::uint64_t out = bench.upload("out", std::vector<float>(1));
        const Outcome outcome = bench.run(
            kernel("ld.param.u64 %d1, [p0];\nmov.u32 %r1, %tid.x;\ncvt.rn.f32.u32 %f1, "
                   "%r1;\nadd.f32 %f1, %f1, 0f3DCCCCCD;\nred.global.add.f32 [%d1], %f1;\nret;"),
            {BufferAddress{out}});
        return std::pair(bench.read<float>(out), outcome.counters);
    };
    EXPECT_EQ(once(), once());
}

TEST(SimulateTest, WhatDoesNotFitIsAnErrorAndNoCrash) {
    auto module = ptx::read(kernel("ret;", 1), "test.ptx");
    const auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    Memory memory;
    const auto outcome = simulate(**program, memory, Launch{}, Options{});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().where, "k");
}

} // namespace lockstep::simt
