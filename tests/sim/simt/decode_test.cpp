// SPDX-License-Identifier: MIT
#include "sim/simt/decode.hpp"

#include "bench.hpp"

#include <bit>

namespace lockstep::simt {

using ptx::Operand;
using ptx::Type;

static Operand immediate(Type type, std::uint64_t bits) {
    Operand operand;
    operand.form = Operand::Form::Immediate;
    operand.type = type;
    operand.bits = bits;
    return operand;
}

TEST(DecodeTest, ImmediatesAreReadInTheTypeOfTheInstruction) {
    EXPECT_EQ(immediate_bits(immediate(Type::S64, static_cast<std::uint64_t>(-1)), Type::U32),
              ~0ull);
    const std::uint64_t half = std::bit_cast<std::uint64_t>(0.5);
    EXPECT_EQ(immediate_bits(immediate(Type::F64, half), Type::F64), half);
    EXPECT_EQ(immediate_bits(immediate(Type::F64, half), Type::F32), 0x3f000000u);
    EXPECT_EQ(immediate_bits(immediate(Type::F32, 0x3f000000), Type::F64), half);
    // mov.b32 takes the bits as they are.
    EXPECT_EQ(immediate_bits(immediate(Type::F32, 0x3f000000), Type::B32), 0x3f000000u);
}

TEST(DecodeTest, StraightLinesRunWithoutALook) {
    auto module = ptx::read(kernel("mov.u32 %r1, 1;\nadd.s32 %r1, %r1, 1;\nadd.s32 %r1, %r1, 2;\n"
                                   "setp.eq.s32 %p1, %r1, 4;\n@%p1 bra L;\nadd.s32 %r1, %r1, "
                                   "3;\nL: add.s32 %r1, %r1, 4;\nret;",
                                   0),
                            "test.ptx");
    const auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    ASSERT_TRUE(program);
    std::vector<int> runs;
    for (const Step& step : (*program)->entry_code().steps)
        runs.push_back(step.run);
    // The lanes of the branch meet at L: the run before it ends there.
    EXPECT_EQ(runs, (std::vector<int>{4, 3, 2, 1, 0, 1, 1, 0, 0}));
    EXPECT_TRUE((*program)->entry_code().steps[6].meets);
    EXPECT_FALSE((*program)->entry_code().steps[5].meets);
}

TEST(DecodeTest, SpacesAndTheirWindows) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 16);
    bench.launch.block = {1, 1, 1};
    const Outcome outcome =
        bench.run(kernel(R"( .shared .align 4 .b8 s[4]; .local .align 4 .b8 l[4];
 ld.param.u64 %d1, [p0]; mov.u64 %d2, s; cvta.shared.u64 %d3, %d2; mov.u64 %d4, l;
 cvta.local.u64 %d5, %d4;
 cvta.to.shared.u64 %d6, %d3; setp.eq.u64 %p1, %d6, %d2;
 isspacep.shared %p2, %d3; isspacep.local %p3, %d5; isspacep.global %p4, %d1;
 isspacep.shared %p5, %d1;
 mov.u32 %r1, 0; @%p1 add.s32 %r1, %r1, 1; @%p2 add.s32 %r1, %r1, 2; @%p3 add.s32 %r1, %r1, 4;
 @%p4 add.s32 %r1, %r1, 8; @%p5 add.s32 %r1, %r1, 16;
 st.global.u32 [%d1], %r1; ret;)"),
                  {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(out)[0], 15);
}

TEST(DecodeTest, SharedMemoryOfTheClusterIsThatOfTheBlock) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 16);
    bench.launch.block = {1, 1, 1};
    bench.options.checks = {true, true, false};
    const Outcome outcome = bench.run(kernel(R"( .shared .align 8 .b8 s[8];
 ld.param.u64 %d1, [p0]; mov.u64 %d2, s; cvta.shared::cluster.u64 %d3, %d2;
 mov.u32 %r1, 5; st.shared::cluster.u32 [s], %r1; ld.shared.u32 %r2, [s];
 atom.shared::cluster.add.u32 %r3, [s], 2; red.relaxed.cluster.shared::cluster.add.u32 [s], 1;
 ld.shared::cluster.u32 %r4, [s]; ld.u32 %r5, [%d3]; isspacep.shared::cluster %p1, %d3;
 cvta.to.shared::cluster.u64 %d4, %d3; setp.eq.and.u64 %p1, %d4, %d2, %p1;
 selp.u32 %r6, %r5, 0, %p1;
 st.global.v4.u32 [%d1], {%r2, %r3, %r4, %r6}; ret;)"),
                                      {BufferAddress{out}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(bench.read<int>(out), (std::vector<int>{5, 5, 8, 8}));
    EXPECT_EQ(outcome.counters.shared_requests, 6u);
}

TEST(DecodeTest, WhatCannotBeExecutedIsNamedWithItsLine) {
    const std::string text = kernel("wmma.load.a.sync.aligned.row.m16n16k16.global.f16 {%r1, %r2, "
                                    "%r3, %r4, %r5, %r6, %r7, %r8}, [%d1];\nret;",
                                    0);
    auto module = ptx::read(text, "test.ptx");
    if (!module)
        return; // the reader may refuse it first, in its own words
    const auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    ASSERT_FALSE(program);
    EXPECT_EQ(program.error().where, "test.ptx:12");
    EXPECT_NE(program.error().what.find("wmma"), std::string::npos);
}

} // namespace lockstep::simt
