// SPDX-License-Identifier: MIT
// shfl, vote, match, redux and elect against the definitions of the PTX ISA.
#include "bench.hpp"

namespace lockstep::simt {

/// What the body leaves in %r2 of each lane; %r1 is the lane, %r3 is 10 + 3 lane.
static std::vector<std::uint32_t> lanes(const std::string& body, Outcome* outcome = nullptr) {
    Bench bench;
    const std::uint64_t out = bench.buffer("out", 128);
    const Outcome told_of = bench.run(
        kernel("ld.param.u64 %d1, [p0];\nmov.u32 %r1, %tid.x;\nmul.wide.u32 %d2, %r1, 4;\n"
               "add.s64 %d3, %d1, %d2;\nmad.lo.u32 %r3, %r1, 3, 10;\nmov.u32 %r2, 0;\n" +
               body + "\nst.global.u32 [%d3], %r2;\nret;"),
        {BufferAddress{out}});
    if (outcome != nullptr)
        *outcome = told_of;
    else
        EXPECT_EQ(told(told_of), "");
    return bench.read<std::uint32_t>(out);
}

static std::uint32_t value(int lane) {
    return static_cast<std::uint32_t>(10 + 3 * lane);
}

TEST(PerformTest, ShuffleUpKeepsItsOwnBelowTheSegment) {
    const auto found = lanes("shfl.sync.up.b32 %r2, %r3, 2, 0, -1;");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(found[static_cast<std::size_t>(i)], value(i >= 2 ? i - 2 : i));
}

TEST(PerformTest, ShuffleDownInSegmentsOfEight) {
    // c = ((32 - 8) << 8) | 31: the upper two bits of the lane stay.
    const auto found = lanes("shfl.sync.down.b32 %r2, %r3, 3, 0x181f, -1;");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(found[static_cast<std::size_t>(i)], value(i % 8 + 3 < 8 ? i + 3 : i));
}

TEST(PerformTest, ShuffleButterflyAndItsPredicate) {
    const auto found = lanes("shfl.sync.bfly.b32 %r2|%p1, %r3, 16, 15, -1;\n@!%p1 mov.u32 %r2, 0;");
    // Lanes above 15 are out of range: only lanes 16 and up find one.
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(found[static_cast<std::size_t>(i)], i >= 16 ? value(i - 16) : 0);
}

TEST(PerformTest, ShuffleIndexByLane) {
    const auto found = lanes("xor.b32 %r4, %r1, 5;\nshfl.sync.idx.b32 %r2, %r3, %r4, 31, -1;");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(found[static_cast<std::size_t>(i)], value(i ^ 5));
    // In segments of 16 the index counts from the segment's first lane.
    const auto sixteen = lanes("shfl.sync.idx.b32 %r2, %r3, 1, 0x101f, -1;");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(sixteen[static_cast<std::size_t>(i)], value(i / 16 * 16 + 1));
}

TEST(PerformTest, ReadingAnInactiveLaneIsUnspecified) {
    Outcome outcome;
    lanes("setp.lt.u32 %p1, %r1, 16;\n@%p1 shfl.sync.down.b32 %r2, %r3, 1, 31, 0xffff;", &outcome);
    ASSERT_EQ(outcome.findings.size(), 1u) << told(outcome);
    EXPECT_EQ(outcome.findings[0].kind, FindingKind::Unspecified);
    EXPECT_EQ(outcome.findings[0].lane, 15);
    // With a segment of sixteen nobody reads beyond it.
    lanes("setp.lt.u32 %p1, %r1, 16;\n@%p1 shfl.sync.down.b32 %r2, %r3, 1, 0x100f, 0xffff;",
          &outcome);
    EXPECT_EQ(told(outcome), "");
}

TEST(PerformTest, Votes) {
    EXPECT_EQ(lanes("setp.lt.u32 %p1, %r1, 5;\nvote.sync.ballot.b32 %r2, %p1, -1;")[9], 0x1fu);
    EXPECT_EQ(lanes("setp.lt.u32 %p1, %r1, 5;\nvote.sync.ballot.b32 %r2, !%p1, -1;")[9], ~0x1fu);
    const auto vote = [](const std::string& mode, int below) {
        return lanes("setp.lt.u32 %p1, %r1, " + std::to_string(below) + ";\nvote.sync." + mode +
                     ".pred %p2, %p1, -1;\n@%p2 mov.u32 %r2, 1;")[7];
    };
    EXPECT_EQ(vote("all", 32), 1u);
    EXPECT_EQ(vote("all", 31), 0u);
    EXPECT_EQ(vote("any", 1), 1u);
    EXPECT_EQ(vote("any", 0), 0u);
    EXPECT_EQ(vote("uni", 0), 1u);
    EXPECT_EQ(vote("uni", 32), 1u);
    EXPECT_EQ(vote("uni", 4), 0u);
}

TEST(PerformTest, Matches) {
    const auto any = lanes("and.b32 %r4, %r1, 3;\nmatch.any.sync.b32 %r2, %r4, -1;");
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(any[i], 0x11111111u << i % 4);
    EXPECT_EQ(lanes("match.all.sync.b32 %r2|%p1, %r1, -1;")[0], 0u);
    EXPECT_EQ(
        lanes("mov.u64 %d5, 7;\nmatch.all.sync.b64 %r2|%p1, %d5, -1;\n@!%p1 mov.u32 %r2, 0;")[0],
        ~0u);
}

TEST(PerformTest, Reductions) {
    // 10, 13, ... 103.
    EXPECT_EQ(lanes("redux.sync.add.s32 %r2, %r3, -1;")[0], 32u * (10 + 103) / 2);
    EXPECT_EQ(lanes("redux.sync.max.u32 %r2, %r3, -1;")[5], 103u);
    EXPECT_EQ(lanes("sub.s32 %r4, %r1, 9;\nredux.sync.min.s32 %r2, %r4, -1;")[5],
              static_cast<std::uint32_t>(-9));
    EXPECT_EQ(lanes("sub.s32 %r4, %r1, 9;\nredux.sync.min.u32 %r2, %r4, -1;")[5], 0u);
    EXPECT_EQ(lanes("redux.sync.xor.b32 %r2, %r1, -1;")[5], 0u);
    EXPECT_EQ(lanes("redux.sync.or.b32 %r2, %r1, -1;")[5], 31u);
}

TEST(PerformTest, FormsOfBeforeVoltaAskWhoeverIsThere) {
    const auto found = lanes("setp.lt.u32 %p1, %r1, 6;\nsetp.ge.u32 %p2, %r1, 2;\n"
                             "@%p1 vote.ballot.b32 %r2, %p2;");
    EXPECT_EQ(found[0], 0x3cu);
    EXPECT_EQ(found[6], 0u);
}

TEST(PerformTest, ActiveMask) {
    const auto found = lanes("setp.lt.u32 %p1, %r1, 6;\n@!%p1 bra M;\nactivemask.b32 %r2;\nM:");
    EXPECT_EQ(found[0], 0x3fu);
}

} // namespace lockstep::simt
