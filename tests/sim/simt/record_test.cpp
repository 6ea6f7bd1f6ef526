// SPDX-License-Identifier: MIT
#include "traced.hpp"

#include <new>

namespace lockstep::simt {

TEST(RecordTest, TheLaunchIsTheSameAsWithoutATrace) {
    TraceBench bench(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %ctaid.x;
 atom.global.add.u32 %r2, [%d1], %r1; mov.u32 %r3, %tid.x; shl.b32 %r3, %r3, 2;
 st.shared.u32 [%r3+4000], %r3; ret;)"));
    bench.launch.grid = {5, 1, 1};
    bench.launch.shared_bytes = 4096;
    bench.options.checks = {true, true, false};
    bench.buffer(std::vector<int>(1));
    const Outcome plain = bench.simulated();
    const auto memory = bench.result<int>(0);
    const Traced traced = bench.trace(3);
    EXPECT_EQ(traced.outcome.counters, plain.counters);
    EXPECT_EQ(traced.outcome.findings, plain.findings);
    EXPECT_EQ(bench.result<int>(0), memory);
    EXPECT_EQ(traced.trace->block(), 3u);
    EXPECT_EQ(traced.trace->steps(), 7u);
    EXPECT_FALSE(traced.trace->findings().empty()); // of the block, with the block's counts
    EXPECT_EQ(traced.trace->findings()[0].block[0], 3u);
}

TEST(RecordTest, ABlockThatIsNotThere) {
    TraceBench bench(kernel("ret;", 0));
    bench.launch.grid = {2, 1, 1};
    const auto traced = record(bench.program, bench.memory, bench.launch, bench.options, 2);
    ASSERT_FALSE(traced);
    EXPECT_NE(traced.error().text().find("no block 2"), std::string::npos);
}

TEST(RecordTest, ABlockThatNeverBegan) {
    TraceBench bench(kernel("trap;", 0));
    bench.launch.grid = {2, 1, 1};
    const Traced traced = bench.trace(1);
    Trace& trace = *traced.trace;
    EXPECT_FALSE(traced.outcome.finished);
    EXPECT_EQ(trace.steps(), 0u);
    EXPECT_TRUE(trace.window(0, 10).empty());
    EXPECT_EQ(trace.registers(0, 0).function, -1);
    EXPECT_TRUE(trace.shared(0).empty());
    EXPECT_FALSE(trace.seek({}, 0));
}

TEST(RecordTest, ATraceOfWhatABudgetEnded) {
    TraceBench bench(kernel("mov.u32 %r1, 0; L: add.u32 %r1, %r1, 1; bra L;", 0));
    bench.options.budget.warp_instructions = 10'001;
    const Traced traced = bench.trace(0, close_checkpoints());
    EXPECT_EQ(traced.trace->steps(), 10'001u);
    EXPECT_EQ(value_of(*traced.trace, 10'001, 0, "%r1", 4), 5000u);
    ASSERT_EQ(traced.trace->found().size(), 1u);
    EXPECT_EQ(traced.trace->found()[0].step, 10'000u);
    EXPECT_EQ(traced.trace->findings()[0].kind, FindingKind::Budget);
}

TEST(RecordTest, WithoutMemoryForTheBlockItsTraceIsEmpty) {
    TraceBench bench(kernel("ret;", 0));
    bench.options.budget.memory_bytes = 100;
    const Traced traced = bench.trace(0);
    EXPECT_EQ(traced.trace->steps(), 0u);
    ASSERT_EQ(traced.trace->findings().size(), 1u);
    EXPECT_EQ(traced.trace->findings()[0].kind, FindingKind::Budget);
}

TEST(RecordTest, ATurnForWhichTheMachineHadNoMemoryIsNotInTheTrace) {
    TraceBench bench(kernel("mov.u32 %r1, 0; L: add.u32 %r1, %r1, 1; bra L;", 0));
    int asked = 0;
    // Asked before each turn: what fails before the fourth cuts off the third.
    bench.options.cancelled = [&asked] { return ++asked == 4 ? throw std::bad_alloc() : false; };
    const Traced traced = bench.trace(0, close_checkpoints());
    EXPECT_EQ(traced.trace->steps(), 2 * 4096u);
    EXPECT_TRUE(traced.trace->ends_early());
    EXPECT_EQ(value_of(*traced.trace, 8192, 0, "%r1", 4), 4096u);
    EXPECT_FALSE(traced.outcome.finished);
}

TEST(RecordTest, VariablesOfTheModuleAreThereAgain) {
    TraceBench bench(kernel(R"( mov.u64 %d1, table; ld.global.u32 %r1, [%d1+4];
 ld.const.u32 %r2, [fixed]; add.u32 %r3, %r1, %r2; ret;)",
                            0, ".global .u32 table[2] = {5, 6}; .const .u32 fixed = 100;"));
    const Traced traced = bench.trace(0);
    EXPECT_EQ(value_of(*traced.trace, 4, 0, "%r3", 0), 106u);
}

} // namespace lockstep::simt
