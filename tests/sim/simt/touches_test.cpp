// SPDX-License-Identifier: MIT
#include "traced.hpp"

#include "sim/simt/run.hpp"
#include "sim/simt/space.hpp"
#include "sim/simt/touches.hpp"

namespace lockstep::simt {

/// What the steps of a kernel touch, and which of them part their lanes.
struct TouchNotes {
    void step(const Warp& warp, const Step& step, Mask on) {
        Touch touches[2];
        const int count = find_touches(warp, step, on, touches);
        for (int i = 0; i < count; ++i)
            kinds.push_back({touches[i].access->kind, touches[i].on, touches[i].addresses[1]});
        parted += diverges(warp, step, on) ? 1 : 0;
    }
    struct Kind {
        AccessKind kind;
        Mask on;
        std::uint64_t second;
    };
    std::vector<Kind> kinds;
    std::uint64_t parted = 0;
};

static TouchNotes notes_of(TraceBench& bench) {
    const auto card =
        Card::create(*bench.program, bench.memory, bench.launch, bench.options).value();
    std::vector<Region> caches(bench.program->cache_count);
    Block block(*card, caches);
    block.start(0);
    TouchNotes notes;
    for (Turn left = 10'000; block.run(left, notes) && left > 0;) {
    }
    EXPECT_EQ(notes.parted, block.counters.divergent_branches);
    return notes;
}

TEST(TouchesTest, LoadsStoresAtomicsAndCopies) {
    TraceBench bench(kernel(R"( .shared .align 16 .b8 s[512]; ld.param.u64 %d1, [p0];
 mov.u32 %r1, %tid.x; mul.wide.u32 %d2, %r1, 4; add.s64 %d3, %d1, %d2;
 ld.global.u32 %r2, [%d3+128]; setp.eq.u32 %p1, %r1, 1; @%p1 red.global.add.u32 [%d3], 1;
 mul.lo.u32 %r3, %r1, 4; cp.async.ca.shared.global [%r3], [%d3], 4;
 setp.gt.u32 %p2, %r1, 99; @%p2 st.shared.u32 [%r3], %r2; ret;)"));
    bench.buffer(std::vector<int>(64));
    const std::uint64_t x = bench.memory.allocations()[0].address;
    const auto kinds = notes_of(bench).kinds;
    ASSERT_EQ(kinds.size(), 4u); // the last has no lane on
    EXPECT_EQ(kinds[0].kind, AccessKind::Load);
    EXPECT_EQ(kinds[0].second, x + 132);
    EXPECT_EQ(kinds[1].kind, AccessKind::Atomic);
    EXPECT_EQ(kinds[1].on, 2u);
    EXPECT_EQ(kinds[2].kind, AccessKind::Load);
    EXPECT_EQ(kinds[2].second, x + 4);
    EXPECT_EQ(kinds[3].kind, AccessKind::Store);
    EXPECT_EQ(kinds[3].second & 0xffff, 4u);
}

TEST(TouchesTest, OfTilesTheLanesThatSayWhereTheirRowsAre) {
    TraceBench bench(kernel(R"( .shared .align 16 .b8 s[512]; mov.u32 %r1, %tid.x;
 mul.lo.u32 %r2, %r1, 16; ldmatrix.sync.aligned.m8n8.x2.shared.b16 {%r3, %r4}, [%r2]; ret;)",
                            0));
    const auto kinds = notes_of(bench).kinds;
    ASSERT_EQ(kinds.size(), 1u);
    EXPECT_EQ(kinds[0].kind, AccessKind::Load);
    EXPECT_EQ(kinds[0].on, 0xffffu);
    EXPECT_EQ(kinds[0].second, shared_start + 16);
}

TEST(TouchesTest, TablesPartTheirLanes) {
    // Lane i goes to place i % 4 of 3: the fourth is outside, which is where the next line is too.
    for (const int modulus : {1, 2, 4}) {
        TraceBench bench(kernel(" mov.u32 %r1, %tid.x; rem.u32 %r2, %r1, " +
                                    std::to_string(modulus) +
                                    ";\nT: .branchtargets A, B, C;\n brx.idx %r2, T;\n"
                                    "A: add.u32 %r3, %r3, 1; bra E;\n"
                                    "B: add.u32 %r3, %r3, 2; bra E;\n"
                                    "C: add.u32 %r3, %r3, 3;\nE: ret;",
                                0));
        EXPECT_EQ(notes_of(bench).parted, modulus == 1 ? 0u : 1u) << modulus;
    }
}

} // namespace lockstep::simt
