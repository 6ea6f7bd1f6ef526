// SPDX-License-Identifier: MIT
#include "bench.hpp"

namespace lockstep::simt {

/// The special register in lane 5 of warp 1 in block (1, 0, 0) of 2 blocks of 64 threads.
static std::uint32_t special(const std::string& name) {
    Bench bench;
    bench.launch.grid = {2, 1, 1};
    bench.launch.block = {16, 4, 1};
    bench.launch.shared_bytes = 40;
    const std::uint64_t out = bench.buffer("out", 128 * 4);
    const Outcome outcome =
        bench.run(kernel(".shared .align 4 .b8 s[8];\nld.param.u64 %d1, [p0];\nmov.u32 %r1, "
                         "%tid.y;\nmov.u32 %r2, %tid.x;\nmad.lo.u32 %r1, %r1, 16, %r2;\n"
                         "mov.u32 %r2, %ctaid.x;\nmad.lo.u32 %r1, %r2, 64, %r1;\nmul.wide.u32 %d2, "
                         "%r1, 4;\nadd.s64 %d3, %d1, %d2;\nmov.u32 %r3, " +
                         name + ";\nst.global.u32 [%d3], %r3;\nret;"),
                  {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    return bench.read<std::uint32_t>(out)[64 + 32 + 5];
}

TEST(SpecialsTest, WhereAThreadIs) {
    // Thread 37 of its block: row 2, column 5.
    EXPECT_EQ(special("%tid.x"), 5u);
    EXPECT_EQ(special("%tid.y"), 2u);
    EXPECT_EQ(special("%tid.z"), 0u);
    EXPECT_EQ(special("%ntid.x"), 16u);
    EXPECT_EQ(special("%ctaid.x"), 1u);
    EXPECT_EQ(special("%nctaid.x"), 2u);
    EXPECT_EQ(special("%laneid"), 5u);
    EXPECT_EQ(special("%warpid"), 1u);
    EXPECT_EQ(special("%nwarpid"), 2u);
    EXPECT_EQ(special("WARP_SZ"), 32u);
}

TEST(SpecialsTest, MasksOfLanes) {
    EXPECT_EQ(special("%lanemask_eq"), 0x20u);
    EXPECT_EQ(special("%lanemask_lt"), 0x1fu);
    EXPECT_EQ(special("%lanemask_le"), 0x3fu);
    EXPECT_EQ(special("%lanemask_gt"), 0xffffffc0u);
    EXPECT_EQ(special("%lanemask_ge"), 0xffffffe0u);
}

TEST(SpecialsTest, SizesOfSharedMemory) {
    EXPECT_EQ(special("%dynamic_smem_size"), 40u);
    EXPECT_EQ(special("%total_smem_size"), 48u);
}

} // namespace lockstep::simt
