// SPDX-License-Identifier: MIT
// The reference order, and what ends a launch early.
#include "bench.hpp"

#include <new>

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

/// Each thread has 4096 bytes of its own, and goes round a loop longer than a turn before it uses
/// them: all resident blocks have begun by then.
static const std::string large_local = kernel(R"( .local .align 4 .b8 mine[4096];
 mov.u32 %r1, 0;
L: add.s32 %r1, %r1, 1; setp.lt.u32 %p1, %r1, 2000; @%p1 bra L;
 st.local.u32 [mine+4092], %r1; ret;)",
                                              0);

static const Finding* budget_of(const Outcome& outcome) {
    for (const Finding& one : outcome.findings)
        if (one.kind == FindingKind::Budget)
            return &one;
    return nullptr;
}

TEST(LaunchTest, BlocksThatEndInTheirFirstTurnUseItUpAllTheSame) {
    Bench bench;
    bench.launch.grid = {64, 1, 1};
    int asked = 0;
    bench.options.cancelled = [&] { return ++asked > 3; };
    const Outcome outcome = bench.run(kernel("ret;", 0));
    EXPECT_FALSE(outcome.finished);
    ASSERT_NE(budget_of(outcome), nullptr);
    EXPECT_NE(budget_of(outcome)->message.find("cancelled"), std::string::npos);
    EXPECT_LT(outcome.counters.instructions_executed, 64u);
}

TEST(LaunchTest, MemoryIsABudgetToo) {
    // A warp of 32 threads holds 128 KiB and its registers, less than 32 KiB here.
    constexpr std::uint64_t kib = 1024, least = 128 * kib, most = least + 32 * kib;
    for (const int resident : {1, 4, 8}) {
        for (const bool enough : {false, true}) {
            Outcome by_threads[2];
            for (const int threads : {1, 2}) {
                Bench bench;
                bench.launch.grid = {8, 1, 1};
                bench.options.threads = threads;
                bench.options.resident_blocks = resident;
                bench.options.budget.memory_bytes =
                    static_cast<std::uint64_t>(resident) * (enough ? most : least);
                by_threads[threads - 1] = bench.run(large_local);
            }
            const Outcome& outcome = by_threads[0];
            EXPECT_EQ(outcome.finished, enough) << resident;
            EXPECT_EQ(budget_of(outcome) == nullptr, enough) << told(outcome);
            EXPECT_EQ(by_threads[1].findings, outcome.findings) << told(by_threads[1]);
            EXPECT_EQ(by_threads[1].counters, outcome.counters);
        }
    }
}

TEST(LaunchTest, TheMemoryOfBlocksThatEndedIsFreeAgain) {
    Bench bench;
    bench.launch.grid = {1000, 1, 1};
    bench.options.resident_blocks = 2;
    bench.options.budget.memory_bytes = 320 * 1024;
    EXPECT_EQ(told(bench.run(large_local)), "");
}

TEST(LaunchTest, TheFindingSaysHowMuchMemoryThereIs) {
    Bench bench;
    bench.launch.block = {64, 1, 1};
    bench.options.checks = {true, true, true};
    bench.options.budget.memory_bytes = 200'000;
    const Outcome outcome = bench.run(large_local);
    ASSERT_NE(budget_of(outcome), nullptr);
    const std::string& message = budget_of(outcome)->message;
    EXPECT_TRUE(message.starts_with("The budget of memory is used up at PTX line ")) << message;
    EXPECT_TRUE(message.ends_with("and may hold 200000.")) << message;
    EXPECT_EQ(outcome.counters.instructions_executed, 0u);
}

TEST(LaunchTest, CallsTakeMemoryToo) {
    // Each call takes 1000 more bytes of every thread: 32 kB, and the registers of a function.
    const std::string outside = R"(.func down(.param .b32 n) {
 .reg .pred %p<2>; .reg .b32 %r<3>; .local .align 4 .b8 mine[1000]; .param .b32 less;
 ld.param.u32 %r1, [n]; st.local.u32 [mine], %r1; setp.eq.u32 %p1, %r1, 0; @%p1 ret;
 sub.u32 %r2, %r1, 1; st.param.b32 [less], %r2; call down, (less); ret;
})";
    for (const int calls : {20, 40}) {
        Bench bench;
        bench.options.budget.memory_bytes = 1'000'000;
        const Outcome outcome =
            bench.run(kernel(".param .b32 n; mov.u32 %r1, " + std::to_string(calls) +
                                 "; st.param.b32 [n], %r1; call down, (n); ret;",
                             0, outside));
        EXPECT_EQ(outcome.finished, calls == 20) << told(outcome);
        ASSERT_EQ(budget_of(outcome) != nullptr, calls == 40) << told(outcome);
        if (calls == 40) {
            EXPECT_NE(budget_of(outcome)->message.find("budget of memory"), std::string::npos);
        }
    }
}

TEST(LaunchTest, AMachineWithoutMemoryIsTheSameFinding) {
    for (const int threads : {1, 2}) {
        Bench bench;
        bench.launch.grid = {4, 1, 1};
        bench.options.threads = threads;
        bench.options.cancelled = []() -> bool { throw std::bad_alloc(); };
        const Outcome outcome = bench.run(kernel("L: bra L;", 0));
        EXPECT_FALSE(outcome.finished);
        ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
        EXPECT_EQ(outcome.findings[0].kind, FindingKind::Budget);
        EXPECT_TRUE(
            outcome.findings[0].message.starts_with("The budget of memory is used up at PTX line "))
            << told(outcome);
    }
}

TEST(LaunchTest, AMachineWithoutMemoryIsTheSameFindingToAThreadThatOnlyWaits) {
    // The last block never ends. Any thread may get it: in most of these launches not the one that
    // asks, which then has nothing to do but to wait for it.
    const std::string text =
        kernel("mov.u32 %r1, %ctaid.x; setp.ne.u32 %p1, %r1, 6; @%p1 ret; L: bra L;", 0);
    for (int launch = 0; launch < 20; ++launch) {
        Bench bench;
        bench.launch.grid = {7, 1, 1};
        bench.options.threads = 7;
        // The first time it has come to the end of its own blocks.
        bench.options.cancelled = [asked = 0]() mutable -> bool {
            if (++asked > 1)
                throw std::bad_alloc();
            return false;
        };
        const Outcome outcome = bench.run(text);
        EXPECT_FALSE(outcome.finished);
        ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
        EXPECT_EQ(outcome.findings[0].kind, FindingKind::Budget);
    }
}

} // namespace lockstep::simt
