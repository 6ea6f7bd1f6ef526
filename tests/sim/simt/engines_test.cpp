// SPDX-License-Identifier: MIT
// Loads, stores and updates of every size, end to end.
#include "bench.hpp"

namespace lockstep::simt {

static Outcome run(Bench& bench, std::uint64_t buffer, const std::string& body) {
    return bench.run(kernel(".shared .align 16 .b8 s[1024];\n.local .align 16 .b8 l[64];\n"
                            "ld.param.u64 %d1, [p0];\nmov.u32 %r1, %tid.x;\nmul.wide.u32 %d2, %r1, "
                            "4;\nadd.s64 %d3, %d1, %d2;\n" +
                            body + "\nst.global.u32 [%d3], %r2;\nret;"),
                     {BufferAddress{buffer}});
}

TEST(EnginesTest, SignsAndZeros) {
    Bench bench;
    const std::uint64_t x = bench.upload("x", std::vector<std::uint32_t>(32, 0x80f0ffu));
    EXPECT_EQ(
        told(run(bench, x,
                 "ld.global.s8 %r3, [%d3+1];\nld.global.u8 %r4, [%d3+1];\nsub.s32 %r2, %r4, %r3;")),
        "");
    // 0xf0 is 240, or -16.
    EXPECT_EQ(bench.read<int>(x)[31], 256);
}

TEST(EnginesTest, VectorsInEachSpace) {
    for (const std::string space : {"shared", "local"}) {
        Bench bench;
        const std::uint64_t x = bench.buffer("x", 128);
        const std::string base = space == "shared"
                                     ? "mov.u32 %r9, s;\nmad.lo.u32 %r9, %r1, 16, %r9;\n"
                                     : "mov.u32 %r9, l;\nadd.s32 %r9, %r9, 16;\n";
        EXPECT_EQ(told(run(bench, x,
                           base + "mov.u32 %r3, 100;\nadd.s32 %r4, %r1, 7;\nst." + space +
                               ".v4.u32 [%r9], {%r1, %r3, %r4, 5};\n"
                               "ld." +
                               space + ".v2.u32 {%r5, %r6}, [%r9+8];\nld." + space +
                               ".u32 %r7, [%r9];\nadd.s32 %r2, %r5, %r6;\nadd.s32 %r2, %r2, %r7;")),
                  "");
        for (int i = 0; i < 32; ++i)
            EXPECT_EQ(bench.read<int>(x)[static_cast<std::size_t>(i)], (i + 7) + 5 + i) << space;
    }
}

TEST(EnginesTest, AtomicsGoLaneByLane) {
    Bench bench;
    const std::uint64_t x = bench.buffer("x", 128);
    const Outcome outcome = run(
        bench, x,
        "mov.u32 %r3, 0;\nst.shared.u32 [s], %r3;\nbar.sync 0;\natom.shared.add.u32 %r2, [s], 3;");
    EXPECT_EQ(told(outcome), "");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(x)[static_cast<std::size_t>(i)], 3 * i);
    EXPECT_EQ(outcome.counters.atomics, 1u);
}

TEST(EnginesTest, TheLaneThatStoresLastWins) {
    Bench bench;
    const std::uint64_t x = bench.buffer("x", 128);
    run(bench, x, "st.shared.u32 [s], %r1;\nld.shared.u32 %r2, [s];");
    EXPECT_EQ(bench.read<int>(x)[0], 31);
}

TEST(EnginesTest, ALoadMayOverwriteItsAddress) {
    Bench bench;
    const std::uint64_t x = bench.upload("x", std::vector<std::uint64_t>(32, 77));
    const Outcome outcome =
        run(bench, x,
            "and.b64 %d4, %d3, -8;\nld.global.u64 %d4, [%d4];\ncvt.u32.u64 %r2, %d4;\nbar.sync 0;");
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(x)[13], 77);
}

TEST(EnginesTest, AMaskedAccessLeavesOtherLanesAlone) {
    Bench bench;
    const std::uint64_t x = bench.upload("x", std::vector<std::uint32_t>(32, 9));
    run(bench, x, "mov.u32 %r2, 1;\nsetp.eq.u32 %p1, %r1, 4;\n@%p1 ld.global.u32 %r2, [%d3];");
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<int>(x)[i], i == 4 ? 9 : 1);
}

} // namespace lockstep::simt
