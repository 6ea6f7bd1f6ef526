// SPDX-License-Identifier: MIT
// How much a trace keeps, and what it does when that is too much.
#include "traced.hpp"

namespace lockstep::simt {
namespace {

/// 100,000 steps that store to one page after another.
TraceBench walking() {
    TraceBench bench(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, 0; mov.u32 %r2, %tid.x;
 mul.wide.u32 %d2, %r2, 4; add.s64 %d3, %d1, %d2;
L: st.global.u32 [%d3], %r1; add.s64 %d3, %d3, 128; add.u32 %r1, %r1, 1;
 setp.lt.u32 %p1, %r1, 20000; @%p1 bra L; ret;)"));
    bench.buffer(std::vector<std::byte>(20'000 * 128));
    return bench;
}

TEST(RecorderTest, CheckpointsAreAtMostFiftyThousandStepsApart) {
    TraceBench bench = walking();
    const Traced traced = bench.trace(0);
    EXPECT_EQ(traced.trace->steps(), 100'006u);
    EXPECT_EQ(traced.trace->checkpoints(), 3u); // at 0, 49152, 98304
    EXPECT_FALSE(traced.trace->seeks_take_longer());
    EXPECT_FALSE(traced.trace->ends_early());
}

TEST(RecorderTest, TheyAreThinnedWhenThereAreTooMany) {
    TraceBench bench = walking();
    TraceLimits limits = close_checkpoints();
    limits.steps_full = 8;
    const Traced thin = bench.trace(0, limits), full = bench.trace(0, close_checkpoints());
    EXPECT_TRUE(thin.trace->seeks_take_longer());
    EXPECT_FALSE(full.trace->seeks_take_longer());
    EXPECT_LT(thin.trace->checkpoints(), 9u);
    EXPECT_EQ(full.trace->checkpoints(), 25u);
    EXPECT_LT(thin.trace->bytes(), full.trace->bytes());
    for (const std::uint64_t step : {99'999u, 3u, 50'001u, 70'000u, 12'345u}) {
        EXPECT_EQ(thin.trace->window(step, 50), full.trace->window(step, 50));
        EXPECT_EQ(value_of(*thin.trace, step, 0, "%r1", 0),
                  value_of(*full.trace, step, 0, "%r1", 0));
    }
}

TEST(RecorderTest, MemoryIsALimitToo) {
    // The same 128 KiB are stored to again and again, so that each checkpoint has pages of its own.
    TraceBench bench(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, 0; mov.u32 %r2, %tid.x;
 mul.wide.u32 %d2, %r2, 4; add.s64 %d3, %d1, %d2;
L: and.b32 %r3, %r1, 1023; mul.wide.u32 %d4, %r3, 128; add.s64 %d5, %d3, %d4;
 st.global.u32 [%d5], %r1; add.u32 %r1, %r1, 1; setp.lt.u32 %p1, %r1, 20000; @%p1 bra L; ret;)"));
    bench.buffer(std::vector<std::byte>(1024 * 128));
    const Traced full = bench.trace(0, close_checkpoints());
    TraceLimits limits = close_checkpoints();
    limits.bytes = full.trace->bytes();
    const Traced thin = bench.trace(0, limits);
    EXPECT_TRUE(thin.trace->seeks_take_longer());
    EXPECT_FALSE(thin.trace->ends_early());
    EXPECT_EQ(thin.trace->steps(), full.trace->steps());
    EXPECT_EQ(thin.trace->window(60'000, 100), full.trace->window(60'000, 100));
}

TEST(RecorderTest, ATraceThatCannotBeKeptEndsEarly) {
    TraceBench bench = walking();
    TraceLimits limits = close_checkpoints();
    limits.bytes = 1'000'000; // the pages alone are more
    const Traced cut = bench.trace(0, limits), full = bench.trace(0);
    EXPECT_TRUE(cut.trace->ends_early());
    EXPECT_GT(cut.trace->steps(), 4096u);
    EXPECT_LT(cut.trace->steps(), full.trace->steps());
    EXPECT_EQ(cut.outcome.counters, full.outcome.counters);
    EXPECT_EQ(cut.trace->window(4000, 100), full.trace->window(4000, 100));
    EXPECT_EQ(cut.trace->window(cut.trace->steps() - 1, 5).size(), 1u);
}

TEST(RecorderTest, LanesThatMissAreNotRemembered) {
    // Lane 31 misses the buffer, lane 3 is misaligned; the others are stored to.
    TraceBench bench(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x;
 mul.wide.u32 %d2, %r1, 4; add.s64 %d3, %d1, %d2; setp.eq.u32 %p1, %r1, 3; @%p1 add.s64 %d3, %d3, 1;
 st.global.u32 [%d3], 7; ld.global.u32 %r3, [%d3]; ret;)"));
    bench.buffer(std::vector<int>(31, 1));
    const Traced traced = bench.trace(0);
    for (int thread = 0; thread < 32; ++thread)
        EXPECT_EQ(value_of(*traced.trace, 8, 0, "%r3", thread),
                  thread == 3 || thread == 31 ? 0u : 7u);
}

} // namespace
} // namespace lockstep::simt
