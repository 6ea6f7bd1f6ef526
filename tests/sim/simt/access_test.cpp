// SPDX-License-Identifier: MIT
// Accesses that hit nothing, or not what they should.
#include "bench.hpp"

namespace lockstep::simt {

static Outcome one_load(Bench& bench, std::uint64_t buffer, const std::string& instruction,
                        unsigned stride, int offset) {
    return bench.run(
        kernel("ld.param.u64 %d1, [p0];\nmov.u32 %r1, %tid.x;\nmul.wide.u32 %d2, %r1, " +
               std::to_string(stride) + ";\nadd.s64 %d3, %d1, %d2;\n" + instruction + "[%d3+" +
               std::to_string(offset) + "];\nst.global.u32 [%d3], %r2;\nret;"),
        {BufferAddress{buffer}});
}

TEST(AccessTest, BehindTheEndNamesTheAllocationAndByHowMuch) {
    Bench bench;
    const std::uint64_t x = bench.upload("x", std::vector<std::uint32_t>(32, 9));
    const Outcome outcome = one_load(bench, x, "ld.global.u32 %r2, ", 4, 4);
    // Lane 31 reads bytes 128 to 131 of 128.
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    const Finding& found = outcome.findings[0];
    EXPECT_EQ(found.kind, FindingKind::Bounds);
    EXPECT_EQ(found.lane, 31);
    EXPECT_EQ(found.count, 1u);
    EXPECT_NE(found.message.find("4 bytes behind the end of 'x' of 128 bytes"), std::string::npos)
        << found.message;
    // What cannot be read is 0, and the run goes on.
    EXPECT_TRUE(outcome.finished);
    EXPECT_EQ(bench.read<std::uint32_t>(x)[31], 0u);
    EXPECT_EQ(bench.read<std::uint32_t>(x)[30], 9u);
}

TEST(AccessTest, TheLastElementIsNoFinding) {
    Bench bench;
    const std::uint64_t x = bench.upload("x", std::vector<std::uint32_t>(32));
    EXPECT_EQ(told(one_load(bench, x, "ld.global.u32 %r2, ", 4, 0)), "");
}

TEST(AccessTest, BeforeTheBeginning) {
    Bench bench;
    bench.upload("w", std::vector<std::uint32_t>(32));
    const std::uint64_t x = bench.upload("x", std::vector<std::uint32_t>(32));
    const Outcome outcome = one_load(bench, x, "ld.global.u32 %r2, ", 4, -8);
    // Lanes 0 and 1, counted once each.
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].count, 2u);
    EXPECT_NE(outcome.findings[0].message.find("8 bytes before 'x'"), std::string::npos)
        << outcome.findings[0].message;
}

TEST(AccessTest, AnAccessThatStraddlesTheEndIsOutside) {
    Bench bench;
    const std::uint64_t x = bench.upload("x", std::vector<std::byte>(12));
    bench.launch.block = {1, 1, 1};
    const Outcome outcome = one_load(bench, x, "ld.global.u64 %d5, ", 4, 8);
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_NE(outcome.findings[0].message.find("4 bytes behind the end"), std::string::npos);
}

TEST(AccessTest, StoresThatMissAreDropped) {
    Bench bench;
    const std::uint64_t x = bench.upload("x", std::vector<std::uint32_t>(4, 1));
    const std::uint64_t y = bench.upload("y", std::vector<std::uint32_t>(4, 2));
    const Outcome outcome = bench.run(
        kernel("ld.param.u64 %d1, [p0];\nmov.u32 %r1, 7;\nst.global.u32 [%d1+16], %r1;\nret;"),
        {BufferAddress{x}});
    EXPECT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].count, 32u);
    EXPECT_EQ(bench.read<std::uint32_t>(x), std::vector<std::uint32_t>(4, 1));
    EXPECT_EQ(bench.read<std::uint32_t>(y), std::vector<std::uint32_t>(4, 2));
}

TEST(AccessTest, MisalignedIsAFindingAndAlignedIsNone) {
    Bench bench;
    const std::uint64_t x = bench.upload("x", std::vector<std::uint32_t>(64, 3));
    const Outcome wrong = one_load(bench, x, "ld.global.u32 %r2, ", 4, 2);
    ASSERT_EQ(wrong.findings.size(), 1u);
    EXPECT_EQ(wrong.findings[0].kind, FindingKind::Alignment);
    EXPECT_EQ(told(one_load(bench, x, "ld.global.u16 %h2, ", 4, 2)), "");
    // A vector has to lie at a multiple of its whole size.
    const Outcome vector = one_load(bench, x, "ld.global.v2.u32 {%r2, %r3}, ", 4, 0);
    ASSERT_EQ(vector.findings.size(), 1u);
    EXPECT_EQ(vector.findings[0].kind, FindingKind::Alignment);
    EXPECT_EQ(vector.findings[0].lane, 1);
}

TEST(AccessTest, SharedMemoryEndsWithTheBlocks) {
    for (const int at : {60, 64}) {
        Bench bench;
        bench.launch.block = {1, 1, 1};
        const Outcome outcome = bench.run(kernel(".shared .align 4 .b8 s[64];\nmov.u32 %r1, s;\n"
                                                 "ld.shared.u32 %r2, [%r1+" +
                                                     std::to_string(at) + "];\nret;",
                                                 0));
        ASSERT_EQ(outcome.findings.size(), at == 64 ? 1u : 0u);
        if (at == 64) {
            EXPECT_NE(outcome.findings[0].message.find("4 too far"), std::string::npos)
                << outcome.findings[0].message;
        }
    }
}

TEST(AccessTest, GenericAddressesFindTheirSpace) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 32 * 4);
    // Even lanes point to shared memory, odd ones to global memory, in one instruction.
    const Outcome outcome = bench.run(kernel(R"(.shared .align 4 .b8 s[128];
 ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x; mul.wide.u32 %d2, %r1, 4;
 mov.u64 %d3, s; cvta.shared.u64 %d4, %d3; add.s64 %d5, %d4, %d2; add.s64 %d6, %d1, %d2;
 and.b32 %r2, %r1, 1; setp.eq.u32 %p1, %r2, 0; selp.b64 %d7, %d5, %d6, %p1;
 add.s32 %r3, %r1, 100; st.u32 [%d7], %r3; bar.sync 0;
 isspacep.shared %p2, %d7;
 @%p2 ld.u32 %r4, [%d7]; @%p2 st.global.u32 [%d6], %r4; ret;)"),
                                      {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    for (std::uint32_t i = 0; i < 32; ++i)
        EXPECT_EQ(bench.read<std::uint32_t>(out)[i], 100 + i);
    // The store is a request of both; the load only of shared memory.
    EXPECT_EQ(outcome.counters.shared_requests, 2u);
    EXPECT_EQ(outcome.counters.global_requests, 2u);
}

TEST(AccessTest, AddressZeroAndFreedOnesHitNothing) {
    Bench bench;
    const Outcome outcome = bench.run(kernel("mov.u64 %d1, 0;\nld.u32 %r1, [%d1];\nret;", 0));
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Bounds);
}

} // namespace lockstep::simt
