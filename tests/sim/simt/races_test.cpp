// SPDX-License-Identifier: MIT
// Each race, and its near miss that has none.
#include "bench.hpp"

namespace lockstep::simt {

/// %r1 thread, %r2 address of its word, %r3 the next thread's, %r4 the first word.
static Outcome run(const std::string& body, unsigned threads = 64, const std::string& more = "") {
    Bench bench;
    bench.options.checks.races = true;
    bench.launch.block = {threads, 1, 1};
    return bench.run(
        kernel(".shared .align 16 .b8 s[4096];\n" + more +
                   "mov.u32 %r1, %tid.x;\nmov.u32 %r4, s;\nmad.lo.u32 %r2, %r1, 4, %r4;\n"
                   "add.s32 %r5, %r1, 1;\nrem.u32 %r5, %r5, " +
                   std::to_string(threads) + ";\nmad.lo.u32 %r3, %r5, 4, %r4;\n" + body + "\nret;",
               0));
}

static void expect_race(const Outcome& outcome, bool remark = false) {
    // Both instructions may be seen to come second, by different warps.
    ASSERT_FALSE(outcome.findings.empty());
    bool only_remarks = true;
    for (const Finding& found : outcome.findings) {
        EXPECT_EQ(found.kind, FindingKind::Race) << told(outcome);
        only_remarks = only_remarks && found.remark;
    }
    EXPECT_EQ(only_remarks, remark) << told(outcome);
}

TEST(RacesTest, ReadingTheNeighboursWordWantsABarrier) {
    for (const unsigned threads : {32u, 64u, 256u}) {
        expect_race(run("st.shared.u32 [%r2], %r1;\nld.shared.u32 %r6, [%r3];", threads));
        EXPECT_EQ(
            told(run("st.shared.u32 [%r2], %r1;\nbar.sync 0;\nld.shared.u32 %r6, [%r3];", threads)),
            "");
        EXPECT_EQ(told(run("st.shared.u32 [%r2], %r1;\nld.shared.u32 %r6, [%r2];", threads)), "");
    }
}

TEST(RacesTest, WritingWhatOthersReadWantsABarrierToo) {
    const std::string read = "st.shared.u32 [%r2], %r1;\nbar.sync 0;\nld.shared.u32 %r6, [%r3];\n";
    expect_race(run(read + "st.shared.u32 [%r2], %r6;"));
    EXPECT_EQ(told(run(read + "bar.sync 0;\nst.shared.u32 [%r2], %r6;")), "");
}

TEST(RacesTest, ItIsFoundWhateverTheSchedule) {
    // Warp 0 runs to its end before warp 1 begins: only happens-before sees it.
    expect_race(run("setp.eq.u32 %p1, %r1, 0;\n@%p1 st.shared.u32 [%r4], %r1;\n"
                    "setp.eq.u32 %p2, %r1, 33;\n@%p2 ld.shared.u32 %r6, [%r4];"));
    expect_race(run("setp.eq.u32 %p1, %r1, 33;\n@%p1 st.shared.u32 [%r4], %r1;\n"
                    "setp.eq.u32 %p2, %r1, 0;\n@%p2 ld.shared.u32 %r6, [%r4];"));
}

TEST(RacesTest, SeveralReadersAndOneWriter) {
    const std::string all_read = "ld.shared.u32 %r6, [%r4];\n";
    EXPECT_EQ(told(run(all_read)), "");
    const std::string one = "setp.eq.u32 %p1, %r1, 5;\n@%p1 st.shared.u32 [%r4], %r1;";
    expect_race(run(all_read + one));
    expect_race(run(all_read + one, 32));
    EXPECT_EQ(told(run(all_read + "bar.sync 0;\n" + one)), "");
    EXPECT_EQ(told(run(all_read + "bar.warp.sync -1;\n" + one, 32)), "");
    // A barrier of the warp does nothing for the other warp's readers.
    expect_race(run(all_read + "bar.warp.sync -1;\n" + one, 64));
}

TEST(RacesTest, ABarrierOfTheWarpOrdersItsMask) {
    const std::string neighbours = "st.shared.u32 [%r2], %r1;\n";
    EXPECT_EQ(told(run(neighbours + "bar.warp.sync -1;\nld.shared.u32 %r6, [%r3];", 32)), "");
    // Two halves with a barrier each: lane 15 reads what lane 16 wrote.
    const std::string halves =
        "and.b32 %r7, %r1, 16;\nmov.u32 %r8, 0xffff;\nshl.b32 %r8, %r8, %r7;\n"
        "bar.warp.sync %r8;\n";
    expect_race(run(neighbours + halves + "ld.shared.u32 %r6, [%r3];", 32));
    EXPECT_EQ(told(run(neighbours + halves +
                           "and.b32 %r7, %r1, 15;\nsetp.lt.u32 %p1, %r7, 15;\n"
                           "@%p1 ld.shared.u32 %r6, [%r3];",
                       32)),
              "");
}

TEST(RacesTest, OrderGoesFromMaskToMask) {
    // Lane 0 writes; 0 and 1 meet, then 1 and 2: lane 2 may read.
    const std::string first =
        "setp.eq.u32 %p1, %r1, 0;\nsetp.eq.u32 %p2, %r1, 1;\nsetp.eq.u32 %p3, %r1, 2;\n"
        "@%p1 st.shared.u32 [%r4], %r1;\nsetp.lt.u32 %p4, %r1, 2;\n";
    const std::string meet01 = "@%p4 bar.warp.sync 0x3;\n";
    const std::string meet12 = "or.pred %p5, %p2, %p3;\n@%p5 bar.warp.sync 0x6;\n";
    const std::string read = "@%p3 ld.shared.u32 %r6, [%r4];";
    EXPECT_EQ(told(run(first + meet01 + meet12 + read, 32)), "");
    expect_race(run(first + meet12 + meet01 + read, 32));
}

TEST(RacesTest, ShufflesAndVotesOrderNothing) {
    expect_race(
        run("st.shared.u32 [%r2], %r1;\nshfl.sync.idx.b32 %r7, %r1, 0, 31, -1;\n"
            "setp.eq.u32 %p1, %r1, 0;\nvote.sync.any.pred %p2, %p1, -1;\nld.shared.u32 %r6, [%r3];",
            32));
}

TEST(RacesTest, OneValueByOneInstructionIsARemark) {
    expect_race(run("mov.u32 %r6, 7;\nst.shared.u32 [%r4], %r6;"), true);
    expect_race(run("st.shared.u32 [%r4], %r1;"), false);
    expect_race(run("mov.u32 %r6, 7;\nst.shared.u32 [%r4], %r6;", 32), true);
    expect_race(run("st.shared.u32 [%r4], %r1;", 32), false);
    // Two instructions that write the same value are a race.
    expect_race(run("mov.u32 %r6, 7;\nsetp.eq.u32 %p1, %r1, 0;\nsetp.eq.u32 %p2, %r1, 1;\n"
                    "@%p1 st.shared.u32 [%r4], %r6;\n@%p2 st.shared.u32 [%r4], %r6;"));
}

TEST(RacesTest, AtomicsDoNotRaceWithEachOther) {
    EXPECT_EQ(told(run("red.shared.add.u32 [%r4], 1;\natom.shared.add.u32 %r6, [%r4], 1;")), "");
    expect_race(run("red.shared.add.u32 [%r4], 1;\nld.shared.u32 %r6, [%r4];"));
    EXPECT_EQ(told(run("red.shared.add.u32 [%r4], 1;\nbar.sync 0;\nld.shared.u32 %r6, [%r4];")),
              "");
    expect_race(run(
        "setp.eq.u32 %p1, %r1, 40;\n@%p1 st.shared.u32 [%r4], %r1;\nred.shared.add.u32 [%r4], 1;"));
    EXPECT_EQ(told(run("setp.eq.u32 %p1, %r1, 40;\n@%p1 st.shared.u32 [%r4], %r1;\nbar.sync 0;\n"
                       "red.shared.add.u32 [%r4], 1;")),
              "");
}

TEST(RacesTest, BytesAreToldApart) {
    const std::string bytes =
        "add.s32 %r6, %r4, %r1;\nadd.s32 %r7, %r4, %r5;\nst.shared.u8 [%r6], %r1;\n";
    EXPECT_EQ(told(run(bytes)), "");
    expect_race(run(bytes + "ld.shared.u8 %r8, [%r7];"));
    // A word that holds another thread's byte.
    expect_race(
        run(bytes + "and.b32 %r9, %r1, 0x3c;\nadd.s32 %r9, %r9, %r4;\nld.shared.u32 %r8, [%r9];"));
}

TEST(RacesTest, VectorsCoverAllTheirWords) {
    const std::string pairs = "mad.lo.u32 %r6, %r1, 8, %r4;\nst.shared.v2.u32 [%r6], {%r1, %r1};\n";
    EXPECT_EQ(told(run(pairs)), "");
    expect_race(run(pairs + "setp.eq.u32 %p1, %r1, 40;\n@%p1 ld.shared.u32 %r7, [%r4+4];"));
}

TEST(RacesTest, ABarrierOfAPartOrdersThatPart) {
    // Warps 0 and 1 share barrier 1, warps 2 and 3 barrier 2; each reads its partner's words.
    const std::string pairs =
        "shr.u32 %r6, %r1, 6;\nadd.s32 %r6, %r6, 1;\nst.shared.u32 [%r2], %r1;\n"
        "bar.sync %r6, 64;\nxor.b32 %r7, %r1, ";
    const std::string read = ";\nmad.lo.u32 %r8, %r7, 4, %r4;\nld.shared.u32 %r9, [%r8];";
    EXPECT_EQ(told(run(pairs + "32" + read, 128)), "");
    expect_race(run(pairs + "64" + read, 128));
}

TEST(RacesTest, ArrivingOrdersWhatWasBeforeIt) {
    const std::string produce = R"(setp.lt.u32 %p1, %r1, 32;
 @!%p1 bra C;
 st.shared.u32 [%r2], %r1; bar.arrive 1, 64;
)";
    const std::string consume = R"( bra.uni M;
C: bar.sync 1, 64; sub.s32 %r6, %r2, 128; ld.shared.u32 %r7, [%r6];
M:)";
    EXPECT_EQ(told(run(produce + consume)), "");
    // What the producer writes after arriving is not ordered.
    expect_race(run(produce + " st.shared.u32 [%r2], %r1;\n" + consume));
}

TEST(RacesTest, LoopsWithBarriersAreClean) {
    EXPECT_EQ(told(run(R"(mov.u32 %r6, 0; st.shared.u32 [%r2], %r1;
L: bar.sync 0; ld.shared.u32 %r7, [%r3]; bar.sync 0; st.shared.u32 [%r2], %r7;
 add.s32 %r6, %r6, 1; setp.lt.u32 %p1, %r6, 10; @%p1 bra L;)",
                       256)),
              "");
    expect_race(run(R"(mov.u32 %r6, 0; st.shared.u32 [%r2], %r1;
L: bar.sync 0; ld.shared.u32 %r7, [%r3]; st.shared.u32 [%r2], %r7;
 add.s32 %r6, %r6, 1; setp.lt.u32 %p1, %r6, 10; @%p1 bra L;)",
                    256));
}

} // namespace lockstep::simt
