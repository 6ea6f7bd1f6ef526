// SPDX-License-Identifier: MIT
// Races between blocks on global memory; those on shared memory are in races_test.cpp.
#include "bench.hpp"

namespace lockstep::simt {

static Outcome run(const std::string& body, unsigned blocks = 2) {
    Bench bench;
    bench.options.checks.global_races = true;
    bench.options.threads = 2;
    bench.launch.grid = {blocks, 1, 1};
    const std::uint64_t x = bench.upload("x", std::vector<int>(256));
    return bench.run(
        kernel("ld.param.u64 %d1, [p0];\nmov.u32 %r1, %tid.x;\nmov.u32 %r2, %ctaid.x;\n"
               "mad.lo.u32 %r3, %r2, 33, %r1;\nmul.wide.u32 %d2, %r3, 4;\n"
               "add.s64 %d3, %d1, %d2;\ncvt.u64.u32 %d5, %r3;\nadd.s64 %d4, %d1, %d5;\n" +
               body + "\nret;"),
        {BufferAddress{x}});
}

static bool races(const Outcome& outcome) {
    for (const Finding& found : outcome.findings)
        EXPECT_EQ(found.kind, FindingKind::Race) << told(outcome);
    return !outcome.findings.empty();
}

TEST(AccountRacesTest, BlocksThatUseTheirOwnWords) {
    EXPECT_FALSE(races(run("st.global.u32 [%d3], %r1;\nld.global.u32 %r4, [%d3];")));
    EXPECT_FALSE(races(run("ld.global.u32 %r4, [%d1];")));
    // Word 33 is block 1's first.
    EXPECT_TRUE(races(run("st.global.u32 [%d3], %r1;\nld.global.u32 %r4, [%d3+4];\n"
                          "ld.global.u32 %r4, [%d3+8];")));
    EXPECT_TRUE(races(run("st.global.u32 [%d1], %r1;")));
    EXPECT_FALSE(races(run("st.global.u32 [%d1], %r1;", 1)));
}

TEST(AccountRacesTest, BytesAreToldApart) {
    // Blocks of 32 bytes, 33 apart.
    EXPECT_FALSE(races(run("st.global.u8 [%d4], %r1;")));
    EXPECT_TRUE(races(run("st.global.u8 [%d4], %r1;\nst.global.u8 [%d4+1], %r1;\n"
                          "st.global.u8 [%d4+2], %r1;")));
}

TEST(AccountRacesTest, AtomicsAndVolatileAccessesDoNotRace) {
    EXPECT_FALSE(races(run("red.global.add.u32 [%d1], 1;\natom.global.exch.b32 %r4, [%d1], 5;\n"
                           "ld.volatile.global.u32 %r4, [%d1];")));
    EXPECT_TRUE(races(run("red.global.add.u32 [%d1], 1;\nld.global.u32 %r4, [%d1];")));
}

} // namespace lockstep::simt
