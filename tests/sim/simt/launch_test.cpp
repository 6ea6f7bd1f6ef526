// SPDX-License-Identifier: MIT
// The reference order, and what ends a launch early.
#include "bench.hpp"

namespace lockstep::simt {

TEST(LaunchTest, ResidentBlocksTakeTurns) {
    // Block 0 waits for what block 1 stores: only if both are resident does that ever come.
    const std::string text =
        kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %ctaid.x; mov.u32 %r9, 1;
 setp.ne.u32 %p1, %r1, 0; @%p1 bra S;
L: ld.volatile.global.u32 %r2, [%d1]; setp.eq.s32 %p2, %r2, 0; @%p2 bra L;
 ret;
S: st.volatile.global.u32 [%d1], %r9; ret;)");
    for (const int resident : {1, 2}) {
        Bench bench;
        bench.launch.grid = {2, 1, 1};
        bench.options.resident_blocks = resident;
        bench.options.budget.warp_instructions = 100'000;
        const std::uint64_t flag = bench.upload("flag", std::vector<int>(1));
        const Outcome outcome = bench.run(text, {BufferAddress{flag}});
        EXPECT_EQ(outcome.finished, resident == 2);
        if (resident == 2) {
            // Block 0 has one turn of 4096, 4 + 3 k, then block 1 its 6, then block 0 its last
            // round.
            EXPECT_EQ(told(outcome), "");
        } else {
            ASSERT_EQ(outcome.findings.size(), 1u);
            EXPECT_EQ(outcome.findings[0].kind, FindingKind::Budget);
            EXPECT_NE(outcome.findings[0].message.find("100000"), std::string::npos);
            EXPECT_EQ(outcome.counters.instructions_executed, 100'000u);
        }
    }
}

TEST(LaunchTest, ATurnIsFourThousandAndNinetySixInstructions) {
    // Each block writes its number when it begins its 4096th instruction or later.
    Bench bench;
    bench.launch.grid = {3, 1, 1};
    bench.options.resident_blocks = 3;
    const std::uint64_t order = bench.upload("order", std::vector<int>(4));
    // A loop of 3 instructions, by block 100, 2000 and 10 rounds: blocks 0 and 2 end in their first
    // turn, block 1 in its second.
    bench.run(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %ctaid.x; mov.u32 %r3, 100;
 setp.eq.u32 %p1, %r1, 1; @%p1 mov.u32 %r3, 2000; setp.eq.u32 %p1, %r1, 2; @%p1 mov.u32 %r3, 10;
 mov.u32 %r4, 0;
L: add.s32 %r4, %r4, 1; setp.lt.u32 %p2, %r4, %r3; @%p2 bra L;
 mov.u32 %r5, %laneid; setp.ne.u32 %p3, %r5, 0; @%p3 ret;
 atom.global.add.u32 %r6, [%d1+12], 1; mul.wide.u32 %d2, %r6, 4; add.s64 %d3, %d1, %d2;
 st.global.u32 [%d3], %r1; ret;)"),
              {BufferAddress{order}});
    EXPECT_EQ(bench.read<int>(order), (std::vector<int>{0, 2, 1, 3}));
}

TEST(LaunchTest, CancellingEndsIt) {
    Bench bench;
    int asked = 0;
    bench.options.cancelled = [&] { return ++asked > 3; };
    const Outcome outcome = bench.run(kernel("L: bra L;", 0));
    EXPECT_FALSE(outcome.finished);
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Budget);
}

TEST(LaunchTest, SecondsAreABudgetToo) {
    Bench bench;
    bench.options.budget.seconds = 0.01;
    const Outcome outcome = bench.run(kernel("L: bra L;", 0));
    EXPECT_FALSE(outcome.finished);
    ASSERT_EQ(outcome.findings.size(), 1u);
    EXPECT_NE(outcome.findings[0].message.find("seconds"), std::string::npos);
}

} // namespace lockstep::simt
