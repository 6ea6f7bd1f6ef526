// SPDX-License-Identifier: MIT
// Several cores: the same outcome as one, or none at all and the memory as it was.
#include "bench.hpp"

namespace lockstep::simt {

struct Case {
    const char* what;
    const char* body;
    bool together; ///< whether the check lets the blocks run on several cores
};

static constexpr const char* head =
    " ld.param.u64 %d1, [p0]; ld.param.u64 %d2, [p1]; mov.u32 %r1, %tid.x; mov.u32 %r2, %ctaid.x; "
    "mad.lo.u32 %r3, %r2, 64, %r1;\n"
    " mul.wide.u32 %d3, %r3, 4; add.s64 %d4, %d1, %d3; add.s64 %d5, %d2, %d3;\n";

class TogetherTest : public testing::TestWithParam<Case> {};

TEST_P(TogetherTest, IsTheSameOnAnyNumberOfCores) {
    std::vector<std::uint32_t> in(64 * 16 + 64);
    for (std::uint32_t i = 0; i < in.size(); ++i)
        in[i] = i * 7 % 13;
    Outcome first;
    std::vector<std::byte> x, y;
    for (const int threads : {1, 2, 7}) {
        Bench bench;
        bench.launch.grid = {16, 1, 1};
        bench.launch.block = {64, 1, 1};
        bench.options.threads = threads;
        bench.options.checks = {true, true, false};
        const std::uint64_t a = bench.upload("x", in), b = bench.buffer("y", in.size() * 4);
        const Outcome outcome = bench.run(kernel(std::string(head) + GetParam().body + " ret;", 2),
                                          {BufferAddress{a}, BufferAddress{b}});
        EXPECT_TRUE(outcome.finished);
        EXPECT_EQ(outcome.in_reference_order, threads == 1 || !GetParam().together)
            << GetParam().what;
        EXPECT_EQ(outcome.remark.empty(), threads == 1 || GetParam().together);
        if (threads == 1) {
            first = outcome;
            x = bench.read<std::byte>(a), y = bench.read<std::byte>(b);
        }
        EXPECT_EQ(outcome.counters, first.counters) << GetParam().what;
        EXPECT_EQ(outcome.findings, first.findings) << GetParam().what;
        EXPECT_EQ(bench.read<std::byte>(a), x) << GetParam().what;
        EXPECT_EQ(bench.read<std::byte>(b), y) << GetParam().what;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Together, TogetherTest,
    testing::Values(
        Case{"from one buffer to another", "ld.global.u32 %r4, [%d4]; st.global.u32 [%d5], %r4;",
             true},
        Case{"in place, each block its own",
             "ld.global.u32 %r4, [%d4]; add.s32 %r4, %r4, 1; st.global.u32 [%d4], %r4;", true},
        Case{"all blocks read one place", "ld.global.u32 %r4, [%d1]; st.global.u32 [%d5], %r4;",
             true},
        Case{"integer sums that nobody looks at",
             "and.b32 %r4, %r3, 7; mul.wide.u32 %d6, %r4, 4; add.s64 %d6, %d6, %d1; "
             "red.global.add.u32 [%d6], %r3; red.global.max.s32 [%d6+64], %r3;",
             true},
        Case{"integer sums whose old value is used",
             "atom.global.add.u32 %r4, [%d1], 1; st.global.u32 [%d5], %r4;", false},
        Case{"sums of floats", "cvt.rn.f32.u32 %f1, %r3; red.global.add.f32 [%d1], %f1;", false},
        Case{"exchanges", "atom.global.exch.b32 %r4, [%d1], %r3;", false},
        Case{"reads of the next block's words",
             "ld.global.u32 %r4, [%d4+256]; st.global.u32 [%d4], %r4;", false},
        Case{"all blocks write one place", "st.global.u32 [%d2], %r3;", false},
        Case{"reads what the blocks add up",
             "red.global.add.u32 [%d1], 1; ld.volatile.global.u32 %r4, [%d1]; st.global.u32 [%d5], "
             "%r4;",
             false},
        Case{"every second word of two blocks' lines",
             "and.b32 %r4, %r2, 14; shl.b32 %r4, %r4, 6; shl.b32 %r5, %r1, 1; add.u32 %r4, %r4, "
             "%r5; and.b32 %r5, %r2, 1; add.u32 %r4, %r4, %r5; mul.wide.u32 %d6, %r4, 4; add.s64 "
             "%d6, %d6, %d2; st.global.u32 [%d6], %r3;",
             true},
        Case{"columns of lines that are the block's own",
             "and.b32 %r4, %r1, 1; shl.b32 %r4, %r4, 5; shr.u32 %r5, %r1, 1; add.u32 %r4, %r4, "
             "%r5; shl.b32 %r5, %r2, 6; add.u32 %r4, %r4, %r5; mul.wide.u32 %d6, %r4, 4; add.s64 "
             "%d6, %d6, %d2; st.global.u32 [%d6], %r3;",
             true},
        Case{"columns of lines that all blocks have parts of",
             "and.b32 %r4, %r1, 31; shl.b32 %r4, %r4, 5; shr.u32 %r5, %r1, 5; add.u32 %r4, %r4, "
             "%r5; shl.b32 %r5, %r2, 1; add.u32 %r4, %r4, %r5; mul.wide.u32 %d6, %r4, 4; add.s64 "
             "%d6, %d6, %d2; st.global.u32 [%d6], %r3;",
             true},
        Case{"columns of lines, and one word of all blocks among them",
             "and.b32 %r4, %r1, 1; shl.b32 %r4, %r4, 5; shr.u32 %r5, %r1, 1; add.u32 %r4, %r4, "
             "%r5; shl.b32 %r5, %r2, 6; add.u32 %r4, %r4, %r5; setp.eq.u32 %p1, %r1, 63; selp.b32 "
             "%r4, 0, %r4, %p1; mul.wide.u32 %d6, %r4, 4; add.s64 %d6, %d6, %d2; st.global.u32 "
             "[%d6], %r3;",
             false},
        Case{"findings in every block",
             "add.s64 %d5, %d5, 2; st.global.u32 [%d5], %r3; ld.global.u32 %r4, [%d2]; div.u32 "
             "%r4, %r4, %r2;",
             true},
        Case{"findings outside of everything", "st.global.u32 [%d5+4000], %r3;", true}),
    [](const auto& one) { return "Case" + std::to_string(one.index); });

TEST(TogetherTest, AnUnfinishedLaunchIsRunAgainInOrder) {
    std::vector<std::uint64_t> executed;
    for (const int threads : {1, 2}) {
        Bench bench;
        bench.launch.grid = {8, 1, 1};
        bench.options.threads = threads;
        bench.options.budget.warp_instructions = 5000;
        const std::uint64_t out = bench.upload("out", std::vector<int>(8));
        const Outcome outcome = bench.run(
            kernel(
                R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %ctaid.x; mul.wide.u32 %d2, %r1, 4;
 add.s64 %d3, %d1, %d2; mov.u32 %r2, 0;
L: add.s32 %r2, %r2, 1; st.global.u32 [%d3], %r2; setp.lt.u32 %p1, %r2, 1000; @%p1 bra L; ret;)"),
            {BufferAddress{out}});
        EXPECT_FALSE(outcome.finished);
        EXPECT_EQ(outcome.counters.instructions_executed, 5000u);
        // 5 + 4 * 1000 + 1 instructions of block 0; 994 are left for block 1: 5, 247 rounds, and an
        // addition whose sum is not stored any more.
        EXPECT_EQ(bench.read<int>(out), (std::vector<int>{1000, 247, 0, 0, 0, 0, 0, 0}));
    }
}

TEST(TogetherTest, ABlockThatNeverEndsIsNoticedOnEveryCore) {
    for (int k = 0; k < 4; ++k) {
        Bench bench;
        bench.launch.grid = {2, 1, 1};
        bench.options.threads = 2;
        bench.options.budget.seconds = 0.05;
        bench.options.budget.warp_instructions = std::uint64_t{1} << 60;
        const Outcome outcome = bench.run(
            kernel("mov.u32 %r1, %ctaid.x; setp.eq.u32 %p1, %r1, 0; @%p1 ret; L: bra L;", 0));
        EXPECT_FALSE(outcome.finished);
        ASSERT_EQ(outcome.findings.size(), 1u);
        EXPECT_NE(outcome.findings[0].message.find("seconds"), std::string::npos);
    }
}

} // namespace lockstep::simt
