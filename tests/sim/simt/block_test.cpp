// SPDX-License-Identifier: MIT
#include "bench.hpp"

namespace lockstep::simt {

TEST(BlockTest, WarpsWaitForEachOtherWhicheverComesFirst) {
    // Warp 1 spins until warp 0, which has the longer way, has stored; then warp 0 for warp 1.
    Bench bench;
    bench.launch.block = {64, 1, 1};
    const std::uint64_t flags = bench.upload("flags", std::vector<int>(2));
    const Outcome outcome =
        bench.run(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x; mov.u32 %r9, 1;
 setp.ge.u32 %p1, %r1, 32; @%p1 bra W;
 mov.u32 %r3, 0;
K: add.s32 %r3, %r3, 1; setp.lt.u32 %p2, %r3, 20000; @%p2 bra K;
 st.volatile.global.u32 [%d1], %r9;
A: ld.volatile.global.u32 %r2, [%d1+4]; setp.eq.s32 %p2, %r2, 0; @%p2 bra A;
 ret;
W: ld.volatile.global.u32 %r2, [%d1]; setp.eq.s32 %p2, %r2, 0; @%p2 bra W;
 st.volatile.global.u32 [%d1+4], %r9;
 ret;)"),
                  {BufferAddress{flags}});
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(bench.read<int>(flags), (std::vector<int>{1, 1}));
}

TEST(BlockTest, SharedMemoryBeginsTheSameInEveryBlock) {
    Bench bench;
    bench.launch.grid = {3, 1, 1};
    const std::uint64_t out = bench.buffer("out", 12);
    bench.run(kernel(R"( .shared .align 4 .b8 s[4]; ld.param.u64 %d1, [p0]; mov.u32 %r1, %ctaid.x;
 mul.wide.u32 %d2, %r1, 4; add.s64 %d3, %d1, %d2;
 ld.shared.u32 %r2, [s]; st.global.u32 [%d3], %r2; mov.u32 %r3, 9; st.shared.u32 [s], %r3; ret;)"),
              {BufferAddress{out}});
    EXPECT_EQ(bench.read<int>(out), (std::vector<int>{0, 0, 0}));
}

} // namespace lockstep::simt
