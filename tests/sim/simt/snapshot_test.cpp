// SPDX-License-Identifier: MIT
// A block that is put back goes on as it did: in the middle of loops, calls and barriers.
#include "traced.hpp"

#include "sim/simt/run.hpp"
#include "sim/simt/snapshot.hpp"

namespace lockstep::simt {

/// Everything it executes, in order.
struct Notes {
    void step(const Warp& warp, const Step& step, Mask on) {
        lines.push_back({static_cast<std::uint64_t>(warp.index), step.op.instruction, on,
                         warp.groups.current.lanes,
                         static_cast<std::uint64_t>(warp.frame->code->function)});
    }
    std::vector<std::array<std::uint64_t, 5>> lines;
};

/// Recursion to a depth that differs by lane, a barrier, local memory and a divergent loop.
static const char* const restless = R"( .local .align 4 .b8 l[32]; .shared .align 4 .b8 s[512];
 mov.u32 %r1, %tid.x; and.b32 %r2, %r1, 7; mov.u32 %r9, 0;
 mov.u64 %d9, l;
L: { .param .b32 a; .param .b32 o; st.param.b32 [a], %r2; call (o), f, (a); ld.param.b32 %r3, [o]; }
 st.local.u32 [%d9+8], %r3; and.b32 %r4, %r3, 1; setp.eq.u32 %p1, %r4, 0; @%p1 bra M;
 add.u32 %r9, %r9, 1; ld.local.u32 %r5, [%d9+8]; add.u32 %r9, %r9, %r5;
M: mul.lo.u32 %r6, %r1, 4; st.shared.u32 [%r6], %r9; bar.sync 0; bar.warp.sync -1;
 add.u32 %r9, %r9, 1; setp.lt.u32 %p2, %r9, 200; @%p2 bra L;
 ret;)";
static const char* const recursive = R"(.func (.param .b32 o) f(.param .b32 a) {
 .reg .b32 %x<6>; .reg .pred %q; .local .align 4 .b8 t[16]; .reg .b64 %y; mov.u64 %y, t;
 ld.param.u32 %x1, [a]; st.local.u32 [%y], %x1; setp.eq.u32 %q, %x1, 0; @%q bra Z;
 sub.u32 %x2, %x1, 1;
 { .param .b32 b; .param .b32 p; st.param.b32 [b], %x2; call (p), f, (b); ld.param.b32 %x3, [p]; }
 ld.local.u32 %x4, [%y]; add.u32 %x5, %x3, %x4; st.param.b32 [o], %x5; ret;
Z: mov.u32 %x5, 3; st.param.b32 [o], %x5; ret; })";

struct Running {
    explicit Running(TraceBench& bench)
        : card(Card::create(*bench.program, memory, bench.launch, bench.options).value()),
          caches(bench.program->cache_count), block(*card, caches) {
        block.start(0);
    }
    Memory memory;
    std::unique_ptr<Card> card;
    std::vector<Region> caches;
    Block block;
};

TEST(SnapshotTest, WhatFollowsIsTheSame) {
    TraceBench bench(kernel(restless, 0, recursive));
    bench.launch.block = {96, 1, 1};
    Running first(bench), second(bench);
    std::vector<BlockState> states;
    std::vector<std::size_t> begins;
    Notes whole;
    constexpr Turn turn = 777;
    for (bool goes_on = true; goes_on && whole.lines.size() < 40'000;) {
        begins.push_back(whole.lines.size());
        states.emplace_back();
        first.block.save(states.back(), states.size() > 1 ? &states[states.size() - 2] : nullptr);
        Turn left = turn;
        goes_on = first.block.run(left, whole);
    }
    ASSERT_GT(states.size(), 10u);
    for (std::size_t i = states.size(); i-- > 0;) {
        second.block.restore(states[i]);
        Notes again;
        Turn left = turn;
        second.block.run(left, again);
        ASSERT_TRUE(std::equal(again.lines.begin(), again.lines.end(),
                               whole.lines.begin() + static_cast<std::ptrdiff_t>(begins[i])))
            << "turn " << i;
    }
}

TEST(SnapshotTest, WhatDoesNotChangeIsKeptOnce) {
    TraceBench bench(kernel(restless, 0, recursive));
    Running one(bench);
    BlockState first, second;
    Turn left = 100;
    one.block.run(left);
    one.block.save(first, nullptr);
    one.block.save(second, &first);
    std::unordered_set<const void*> seen;
    const std::size_t whole = first.count_bytes(seen);
    EXPECT_GT(whole, 10'000u);
    EXPECT_LT(second.count_bytes(seen), whole / 4);
}

TEST(SnapshotTest, TheInnermostFrameOfALane) {
    TraceBench bench(kernel(restless, 0, recursive));
    Running one(bench);
    Turn left = 40;
    one.block.run(left);
    const Warp& warp = *one.block.warps[0];
    int deepest = 0;
    for (int lane = 0; lane < 32; ++lane) {
        ASSERT_NE(warp.frame_of(lane), nullptr);
        deepest = std::max(deepest, warp.frame_of(lane)->depth);
    }
    EXPECT_GT(deepest, 1);
    EXPECT_LT(warp.frame_of(0)->depth, warp.frame_of(7)->depth);
}

} // namespace lockstep::simt
