// SPDX-License-Identifier: MIT
// Programs that come to an end with a pc for each lane, and wait for ever on a stack.
#include "bench.hpp"

namespace lockstep::simt {

static Outcome run(Scheduling scheduling, const std::string& body, unsigned threads = 32) {
    Bench bench;
    bench.options.scheduling = scheduling;
    bench.launch.block = {threads, 1, 1};
    const std::uint64_t lock = bench.upload("lock", std::vector<int>(4));
    const Outcome outcome =
        bench.run(kernel("ld.param.u64 %d1, [p0];\nmov.u32 %r1, %tid.x;\n" + body + "\nret;"),
                  {BufferAddress{lock}});
    if (scheduling == Scheduling::Independent) {
        EXPECT_EQ(bench.read<int>(lock)[0], 0);
        EXPECT_EQ(bench.read<int>(lock)[1], static_cast<int>(threads));
    }
    return outcome;
}

// The lane that gets the lock leaves the loop and waits at the join for those that want it.
static constexpr const char* spin = R"(
L: atom.global.cas.b32 %r2, [%d1], 0, 1; setp.ne.s32 %p1, %r2, 0; @%p1 bra L;
 ld.volatile.global.u32 %r3, [%d1+4]; add.s32 %r3, %r3, 1; st.volatile.global.u32 [%d1+4], %r3;
 membar.gl; atom.global.exch.b32 %r4, [%d1], 0;)";

TEST(StackTest, ASpinLockBetweenLanesOfAWarp) {
    const Outcome free = run(Scheduling::Independent, spin, 64);
    EXPECT_TRUE(free.finished);
    EXPECT_EQ(told(free), "");
    const Outcome stuck = run(Scheduling::Stack, spin, 64);
    EXPECT_FALSE(stuck.finished);
    ASSERT_EQ(stuck.findings.size(), 1u) << told(stuck);
    EXPECT_EQ(stuck.findings[0].kind, FindingKind::Barrier);
    EXPECT_NE(stuck.findings[0].message.find("for ever"), std::string::npos);
}

TEST(StackTest, TheLockThatIsFreedInsideTheLoopWorksOnBoth) {
    static constexpr const char* body = R"( mov.u32 %r5, 0;
L: atom.global.cas.b32 %r2, [%d1], 0, 1; setp.ne.s32 %p1, %r2, 0; @%p1 bra N;
 ld.volatile.global.u32 %r3, [%d1+4]; add.s32 %r3, %r3, 1; st.volatile.global.u32 [%d1+4], %r3;
 membar.gl; atom.global.exch.b32 %r4, [%d1], 0; mov.u32 %r5, 1;
N: setp.eq.s32 %p2, %r5, 0; @%p2 bra L;)";
    for (const Scheduling scheduling : {Scheduling::Independent, Scheduling::Stack}) {
        const Outcome outcome = run(scheduling, body, 64);
        EXPECT_TRUE(outcome.finished);
        EXPECT_EQ(told(outcome), "");
    }
}

TEST(StackTest, AWarpMayWaitForAnotherWarp) {
    // Warp 0 waits for a flag that warp 1 sets after a long loop.
    static constexpr const char* body = R"( setp.ge.u32 %p1, %r1, 32; @%p1 bra W;
L: ld.volatile.global.u32 %r2, [%d1+8]; setp.eq.s32 %p2, %r2, 0; @%p2 bra L;
 bra.uni D;
W: mov.u32 %r3, 0;
K: add.s32 %r3, %r3, 1; setp.lt.u32 %p2, %r3, 100000; @%p2 bra K;
 mov.u32 %r4, 64; st.volatile.global.u32 [%d1+4], %r4; st.volatile.global.u32 [%d1+8], %r4;
D:)";
    for (const Scheduling scheduling : {Scheduling::Independent, Scheduling::Stack}) {
        const Outcome outcome = run(scheduling, body, 64);
        EXPECT_TRUE(outcome.finished);
        EXPECT_EQ(told(outcome), "");
    }
}

TEST(StackTest, ALongLoopOfOneLaneKeepsTheOthersAtTheJoin) {
    // 5000 rounds and no access by which it could wait for anybody: nobody is let go.
    Bench bench;
    const Outcome outcome = bench.run(kernel(R"( mov.u32 %r1, %tid.x; mov.u32 %r2, 0;
 setp.ne.u32 %p1, %r1, 0; @%p1 bra M;
L: add.s32 %r2, %r2, 1; setp.lt.u32 %p2, %r2, 5000; @%p2 bra L;
M: add.s32 %r2, %r2, 1; ret;)",
                                             0));
    EXPECT_EQ(outcome.counters.instructions_executed, 4u + 3 * 5000 + 2);
}

} // namespace lockstep::simt
