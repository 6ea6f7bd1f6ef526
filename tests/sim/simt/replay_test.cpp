// SPDX-License-Identifier: MIT
// A block that is executed again alone does what it did among the others.
#include "traced.hpp"

namespace lockstep::simt {

/// Each block adds up, round after round, a word that the block before it writes, and writes one
/// of its own: what is read depends on how far the others were.
static const char* const chatter = R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %ctaid.x;
 mov.u32 %r2, %tid.x; mov.u32 %r9, 0; mov.u32 %r8, 0;
 mul.wide.u32 %d2, %r1, 128; add.s64 %d3, %d1, %d2; mul.wide.u32 %d4, %r2, 4;
 add.s64 %d5, %d3, %d4; add.u32 %r3, %r1, 1; rem.u32 %r3, %r3, 3;
 mul.wide.u32 %d6, %r3, 128; add.s64 %d7, %d1, %d6; add.s64 %d8, %d7, %d4;
L: ld.volatile.global.u32 %r4, [%d8]; add.u32 %r8, %r8, %r4; xor.b32 %r8, %r8, %r9;
 and.b32 %r5, %r8, 7; setp.eq.u32 %p1, %r5, 3; @%p1 bra S;
 add.u32 %r8, %r8, 5;
S: st.volatile.global.u32 [%d5], %r8; atom.global.add.u32 %r6, [%d1+400], 1;
 xor.b32 %r8, %r8, %r6; add.u32 %r9, %r9, 1; setp.lt.u32 %p2, %r9, 2500; @%p2 bra L;
 st.volatile.global.u32 [%d5], %r8; ret;)";

static TraceBench chattering() {
    TraceBench bench(kernel(chatter));
    bench.launch.grid = {3, 1, 1};
    bench.options.resident_blocks = 3;
    bench.buffer(std::vector<std::uint32_t>(128));
    return bench;
}

TEST(ReplayTest, WhatOthersWroteIsReadAgain) {
    TraceBench bench = chattering();
    for (std::uint64_t block = 0; block < 3; ++block) {
        const Traced traced = bench.trace(block, close_checkpoints());
        Trace& trace = *traced.trace;
        EXPECT_GT(trace.steps(), 30'000u);
        EXPECT_GE(trace.checkpoints(), 7u);
        const auto stored = bench.result<std::uint32_t>(0);
        // The last store of the block is the result, lane by lane.
        for (int lane = 0; lane < 32; ++lane)
            EXPECT_EQ(value_of(trace, trace.steps() - 1, 0, "%r8", lane),
                      stored[block * 32 + static_cast<std::size_t>(lane)]);
    }
}

TEST(ReplayTest, FromEachCheckpointItIsTheFirstExecution) {
    TraceBench bench = chattering();
    const Traced near = bench.trace(1, close_checkpoints());
    const Traced far = bench.trace(1); // one checkpoint: executed from the beginning
    EXPECT_EQ(far.trace->checkpoints(), 1u);
    ASSERT_EQ(near.trace->steps(), far.trace->steps());
    const auto whole = far.trace->window(0, far.trace->steps());
    ASSERT_EQ(whole.size(), far.trace->steps());
    // Backward, so that each window begins at another checkpoint.
    constexpr std::uint64_t width = 3000;
    for (std::uint64_t from = whole.size() / width * width + width; from > 0;) {
        from -= width;
        const auto part = near.trace->window(from, width);
        for (std::size_t i = 0; i < part.size(); ++i)
            ASSERT_EQ(part[i], whole[from + i]) << from + i;
    }
    for (const std::uint64_t step : {100u, 29'000u, 4095u, 4096u, 12'288u, 20'001u, 3u}) {
        const RegistersView a = near.trace->registers(step, 0), b = far.trace->registers(step, 0);
        ASSERT_EQ(a.registers.size(), b.registers.size());
        for (std::size_t i = 0; i < a.registers.size(); ++i) {
            EXPECT_EQ(a.registers[i].low, b.registers[i].low) << step << a.registers[i].name;
            EXPECT_EQ(a.registers[i].written, b.registers[i].written) << a.registers[i].name;
        }
    }
}

TEST(ReplayTest, TheSameLaunchGivesTheSameTrace) {
    TraceBench bench = chattering();
    const Traced first = bench.trace(2), second = bench.trace(2);
    EXPECT_EQ(first.trace->window(0, 50'000), second.trace->window(0, 50'000));
    EXPECT_EQ(first.trace->bytes(), second.trace->bytes());
}

TEST(ReplayTest, TheStackOfOlderCards) {
    // The lock of before Volta: a block spins until another one has let it go.
    TraceBench bench(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x; mov.u32 %r9, 1;
 setp.ne.u32 %p1, %r1, 0; @%p1 bra E; mov.u32 %r7, 0;
L: atom.global.cas.b32 %r2, [%d1], 0, 1; setp.ne.u32 %p2, %r2, 0; @%p2 bra L;
W: add.u32 %r7, %r7, 1; setp.lt.u32 %p3, %r7, 3000; @%p3 bra W;
 ld.volatile.global.u32 %r3, [%d1+4]; add.u32 %r3, %r3, 1; st.volatile.global.u32 [%d1+4], %r3;
 atom.global.exch.b32 %r4, [%d1], 0;
E: ret;)"));
    bench.launch.grid = {3, 1, 1};
    bench.options.resident_blocks = 3;
    bench.options.scheduling = Scheduling::Stack;
    bench.buffer(std::vector<int>(2));
    for (std::uint64_t block = 0; block < 3; ++block) {
        const Traced traced = bench.trace(block, close_checkpoints());
        EXPECT_TRUE(traced.outcome.finished) << told(traced.outcome);
        const auto whole = traced.trace->window(0, traced.trace->steps());
        ASSERT_EQ(whole.size(), traced.trace->steps());
        EXPECT_EQ(whole.back().kind, StepKind::Exit);
        EXPECT_EQ(value_of(*traced.trace, whole.size() - 1, 0, "%r3", 0), block + 1);
    }
}

} // namespace lockstep::simt
