// SPDX-License-Identifier: MIT
// Traces of small kernels, checked by hand.
#include "traced.hpp"

namespace lockstep::simt {

/// 0 tid, 1 setp tid < 8, 2 branch, 3 r2 = 5, 4 to the end, 5 r2 = 7, 6 address ... 10 ret.
static const char* const two_arms = R"( mov.u32 %r1, %tid.x; setp.lt.u32 %p1, %r1, 8;
 @%p1 bra T;
 mov.u32 %r2, 5; bra E;
T: mov.u32 %r2, 7;
E: ld.param.u64 %d1, [p0]; mul.wide.u32 %d2, %r1, 4; add.s64 %d3, %d1, %d2;
 st.global.u32 [%d3], %r2; ret;)";

TEST(TraceTest, LanesPartAndMeetAgain) {
    TraceBench bench(kernel(two_arms));
    bench.buffer(std::vector<int>(32));
    const Traced traced = bench.trace(0);
    Trace& trace = *traced.trace;
    const std::vector<TraceStep> steps = trace.window(0, 100);
    ASSERT_EQ(steps.size(), 11u);
    EXPECT_EQ(trace.steps(), 11u);
    EXPECT_EQ(steps[2].lanes, ~Mask{0});
    EXPECT_EQ(steps[2].on, Mask{0xff}); // who takes the branch
    EXPECT_TRUE(steps[2].divergent);
    // The ones that do not take it go first: 3 and 4, then 5; all meet at 6.
    const int order[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(steps[i].instruction, order[i]) << i;
        EXPECT_EQ(steps[i].lanes, i == 5 ? 0xffu : (i == 3 || i == 4 ? ~0xffu : ~0u)) << i;
        EXPECT_EQ(steps[i].divergent, i == 2) << i;
    }
    ASSERT_EQ(steps[9].accesses.size(), 1u);
    const TraceAccess& stored = steps[9].accesses[0];
    EXPECT_EQ(stored.kind, AccessKind::Store);
    EXPECT_EQ(stored.space, ptx::Space::Global);
    EXPECT_EQ(stored.bytes, 4u);
    for (std::size_t lane = 0; lane < 32; ++lane)
        EXPECT_EQ(stored.addresses[lane], bench.memory.allocations()[0].address + 4 * lane);
    ASSERT_EQ(steps[6].accesses.size(), 1u);
    EXPECT_EQ(steps[6].accesses[0].space, ptx::Space::Param);
    expect_counters(bench);
}

TEST(TraceTest, RegistersBeforeAStep) {
    TraceBench bench(kernel(two_arms));
    bench.buffer(std::vector<int>(32));
    const Traced traced = bench.trace(0);
    Trace& trace = *traced.trace;
    const auto written = [&](std::uint64_t step) {
        std::string names;
        for (const RegisterView& one : trace.registers(step, 0).registers)
            names += one.written ? one.name + " " : "";
        return names;
    };
    EXPECT_EQ(written(0), "");
    EXPECT_EQ(written(2), "%p1 %r1 ");
    EXPECT_EQ(written(9), "%p1 %r1 %r2 %d1 %d2 %d3 ");
    EXPECT_EQ(value_of(trace, 5, 0, "%r2", 3), 0u);
    EXPECT_EQ(value_of(trace, 6, 0, "%r2", 3), 7u);
    EXPECT_EQ(value_of(trace, 6, 0, "%r2", 30), 5u);
    EXPECT_EQ(value_of(trace, 2, 0, "%p1", 7), 1u);
    EXPECT_EQ(value_of(trace, 2, 0, "%p1", 8), 0u);
    const RegistersView all = trace.registers(5, 0);
    EXPECT_EQ(all.function, 0);
    EXPECT_EQ(all.registers[20].type, ptx::Type::B16); // behind 20 predicates
    // At the end everybody has exited, and there is no such warp.
    EXPECT_EQ(trace.registers(11, 0).function, -1);
    EXPECT_EQ(trace.registers(5, 1).function, -1);
}

TEST(TraceTest, WarpsWaitForEachOtherAtABarrier) {
    // Warp 1 stores to shared memory, warp 0 reads it behind the barrier.
    TraceBench bench(kernel(R"( .shared .align 4 .b8 s[256];
 mov.u32 %r1, %tid.x; mov.u32 %r2, s; mad.lo.u32 %r3, %r1, 4, %r2;
 st.shared.u32 [%r3], %r1;
 bar.sync 0;
 xor.b32 %r4, %r1, 32; mad.lo.u32 %r5, %r4, 4, %r2; ld.shared.u32 %r6, [%r5];
 ld.param.u64 %d1, [p0]; mul.wide.u32 %d2, %r1, 4; add.s64 %d3, %d1, %d2;
 st.global.u32 [%d3], %r6; ret;)"));
    bench.launch.block = {64, 1, 1};
    bench.buffer(std::vector<int>(64));
    const Traced traced = bench.trace(0);
    Trace& trace = *traced.trace;
    const std::vector<TraceStep> steps = trace.window(0, 1000);
    ASSERT_EQ(steps.size(), 26u);
    // Warp 0 up to the barrier, then warp 1 up to there and beyond, as it was the last to come.
    EXPECT_EQ(steps[4].warp, 0);
    EXPECT_TRUE(steps[4].waits);
    EXPECT_EQ(steps[5].warp, 1);
    EXPECT_TRUE(steps[9].waits);
    const TraceAccess& stored = steps[3].accesses[0];
    EXPECT_EQ(stored.space, ptx::Space::Shared);
    EXPECT_EQ(stored.addresses[5], 20u);
    // Shared memory: empty, then one warp's words, then both.
    const auto word = [&](std::uint64_t step, std::size_t index) {
        std::uint32_t value = 0;
        const auto bytes = trace.shared(step);
        EXPECT_EQ(bytes.size(), 256u);
        std::memcpy(&value, bytes.data() + 4 * index, 4);
        return value;
    };
    EXPECT_EQ(word(3, 31), 0u);
    EXPECT_EQ(word(4, 31), 31u);
    EXPECT_EQ(word(4, 63), 0u);
    EXPECT_EQ(word(26, 63), 63u);
    // Warp 0 waits, and its registers can be seen meanwhile.
    EXPECT_EQ(value_of(trace, 7, 0, "%r1", 9), 9u);
    expect_counters(bench);
}

TEST(TraceTest, CallsHaveRegistersOfTheirOwn) {
    // Lanes 0 to 15 call f, which doubles.
    TraceBench bench(kernel(R"( mov.u32 %r1, %tid.x; setp.ge.u32 %p1, %r1, 16; @%p1 bra E;
 { .param .b32 a; .param .b32 o; st.param.b32 [a], %r1; call (o), f, (a); ld.param.b32 %r2, [o]; }
E: ret;)",
                            0, R"(.func (.param .b32 o) f(.param .b32 a) {
 .reg .b32 %x<3>; ld.param.u32 %x1, [a]; add.u32 %x2, %x1, %x1; st.param.b32 [o], %x2; ret; })"));
    const Traced traced = bench.trace(0);
    Trace& trace = *traced.trace;
    const std::vector<TraceStep> steps = trace.window(0, 1000);
    std::uint64_t inside = 0;
    for (const TraceStep& step : steps)
        if (step.function == 0 && step.instruction == 2)
            inside = step.step;
    ASSERT_GT(inside, 0u);
    const RegistersView callee = trace.registers(inside, 0);
    EXPECT_EQ(callee.function, 0);
    EXPECT_EQ(callee.lanes, Mask{0xffff});
    EXPECT_EQ(value_of(trace, inside, 0, "%x2", 7), 14u);
    // A lane that waits is still in the kernel.
    EXPECT_EQ(trace.registers(inside, 0, 20).function, 1);
    EXPECT_EQ(trace.registers(inside, 0, 3).function, 0);
    EXPECT_EQ(value_of(trace, steps.back().step, 0, "%r2", 7), 14u);
    expect_counters(bench);
}

TEST(TraceTest, FindingsBelongToTheirStep) {
    TraceBench bench(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, 0;
L: ld.global.u32 %r2, [%d1+4096]; add.u32 %r1, %r1, 1; setp.lt.u32 %p1, %r1, 3; @%p1 bra L;
 ret;)"));
    bench.buffer(std::vector<int>(4));
    const Traced traced = bench.trace(0);
    ASSERT_EQ(traced.trace->findings().size(), 1u);
    EXPECT_EQ(traced.trace->findings()[0].kind, FindingKind::Bounds);
    const auto found = traced.trace->found();
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].step, 2u);
    EXPECT_EQ(found[1].step, 6u);
    EXPECT_EQ(found[2].step, 10u);
    EXPECT_EQ(traced.outcome.findings.size(), 1u);
}

TEST(TraceTest, LoopsAtomicsAndEarlyExits) {
    // Lane i goes round i times and adds; odd lanes exit first.
    TraceBench bench(kernel(R"( ld.param.u64 %d1, [p0]; mov.u32 %r1, %tid.x; mov.u32 %r3, 0;
 and.b32 %r2, %r1, 1; setp.eq.u32 %p1, %r2, 1; @%p1 exit;
L: setp.ge.u32 %p2, %r3, %r1; @%p2 bra E;
 atom.global.add.u32 %r4, [%d1], 1; add.u32 %r3, %r3, 1; bra L;
E: ret;)"));
    bench.launch.grid = {3, 1, 1};
    bench.launch.block = {48, 1, 1};
    bench.options.resident_blocks = 2;
    bench.buffer(std::vector<int>(1));
    expect_counters(bench);
    EXPECT_EQ(bench.result<int>(0)[0], 3 * 2 * (23 * 24 / 2));
}

} // namespace lockstep::simt
