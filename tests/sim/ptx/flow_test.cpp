// SPDX-License-Identifier: MIT
// Graphs drawn by hand; the numbers on the left of each body are those of the instructions.
#include "sim/ptx/flow.hpp"

#include "reading.hpp"

namespace lockstep::ptx {

static std::vector<int> meets(const std::string& body) {
    return find_flow(read_body(body)).meets_at;
}

TEST(FlowTest, AStraightLineMeetsAtTheNextInstruction) {
    EXPECT_EQ(meets("mov.u32 r1, 0;\nmov.u32 r1, 1;\nret;"), (std::vector{1, 2, 3}));
    EXPECT_EQ(meets(""), std::vector<int>{});
}

TEST(FlowTest, AnIfMeetsBehindIt) {
    EXPECT_EQ(meets("@p1 bra E;\n"      // 0
                    "mov.u32 r1, 0;\n"  // 1
                    "E: mov.u32 r1, 1;" // 2
                    "ret;"),            // 3
              (std::vector{2, 2, 3, 4}));
}

TEST(FlowTest, BothArmsOfAnIfElse) {
    const Flow flow = find_flow(read_body("@p1 bra A;\n"      // 0
                                          "mov.u32 r1, 0;\n"  // 1
                                          "bra E;\n"          // 2
                                          "A: mov.u32 r1, 1;" // 3
                                          "E: ret;"));        // 4
    EXPECT_EQ(flow.meets_at, (std::vector{4, 2, 4, 4, 5}));
    EXPECT_EQ(flow.block_of, (std::vector{0, 1, 1, 3, 4}));
    EXPECT_EQ(flow.exit, 5);
}

TEST(FlowTest, ALoopMeetsWhereItIsLeft) {
    EXPECT_EQ(meets("L: add.s32 r1, r1, 1;\n" // 0
                    "setp.lt.s32 p1, r1, 9;"  // 1
                    "@p1 bra L;\n"            // 2
                    "ret;"),                  // 3
              (std::vector{1, 2, 3, 4}));
}

TEST(FlowTest, NestedLoopsAndABreak) {
    EXPECT_EQ(meets("O: mov.u32 r1, 0;\n"  // 0
                    "I: @p1 bra B;\n"      // 1: leaves the inner loop
                    "add.s32 r1, r1, 1;\n" // 2
                    "@p2 bra I;\n"         // 3
                    "mov.u32 r2, 1;\n"     // 4: only where it ended by itself
                    "B: @p3 bra O;\n"      // 5
                    "ret;"),               // 6
              (std::vector{1, 5, 3, 5, 5, 6, 7}));
}

TEST(FlowTest, AReturnInTheMiddleMeetsOnlyAtTheEnd) {
    EXPECT_EQ(meets("@p1 bra A;\n"      // 0
                    "ret;\n"            // 1
                    "A: mov.u32 r1, 1;" // 2
                    "ret;"),            // 3
              (std::vector{4, 4, 3, 4}));
    EXPECT_EQ(meets("@p1 exit;\nmov.u32 r1, 0;\n@!p1 trap;\nret;"), (std::vector{4, 2, 4, 4}));
}

TEST(FlowTest, ASwitchMeetsBehindItsCases) {
    EXPECT_EQ(meets("T: .branchtargets A, B, C;\n"
                    "brx.idx r1, T;\n"           // 0
                    "A: mov.u32 r2, 1; bra E;\n" // 1 2
                    "B: mov.u32 r2, 2;\n"        // 3: falls through
                    "C: mov.u32 r2, 3;\n"        // 4
                    "E: ret;"),                  // 5
              (std::vector{5, 2, 5, 4, 5, 6}));
    // With a guard the next instruction is a way as well.
    EXPECT_EQ(meets("T: .branchtargets A;\n@p1 brx.idx r1, T;\nret;\nA: ret;"),
              (std::vector{3, 3, 3}));
}

TEST(FlowTest, EndlessLoopsCountAsLeftFromTheirLastBlock) {
    EXPECT_EQ(meets("L: bra L;"), std::vector{1});
    // 0 -> 1 | 3; 1 -> 2 -> 1 without an end; 3 ends.
    EXPECT_EQ(meets("@p1 bra A;\n"        // 0
                    "L: mov.u32 r1, 0;\n" // 1
                    "bra L;\n"            // 2
                    "A: ret;"),           // 3
              (std::vector{4, 2, 4, 4}));
    // Two blocks: 1 and 2 in one, 3 and 4 in the other, from which it counts as left.
    EXPECT_EQ(meets("mov.u32 r1, 0;\n"      // 0
                    "L: add.s32 r1, r1, 1;" // 1
                    "@p1 bra L;\n"          // 2
                    "mov.u32 r2, 0;\n"      // 3
                    "bra L;"),              // 4
              (std::vector{1, 2, 3, 4, 5}));
}

TEST(FlowTest, OneEndlessLoopBehindAnotherIsLeftFromTheLast) {
    EXPECT_EQ(meets("A: @p1 bra A;\n" // 0
                    "B: @p2 bra B;\n" // 1
                    "bra B;\n"        // 2
                    "ret;"),          // 3: never reached
              (std::vector{1, 2, 4, 4}));
}

TEST(FlowTest, DeepNestingTakesNoStackAndLittleTime) {
    std::string body, labels;
    for (int i = 0; i < 20000; ++i) {
        body += "@p1 bra L" + std::to_string(i) + ";\n";
        labels += "L" + std::to_string(19999 - i) + ": mov.u32 r1, 1;\n";
    }
    const Flow flow = find_flow(read_body(body + labels + "ret;"));
    // Branch i skips to L<i>, the 20000 - 1 - i-th of the moves; all ways from it pass there.
    EXPECT_EQ(flow.meets_at[0], 39999);
    EXPECT_EQ(flow.meets_at[19999], 20000);
}

} // namespace lockstep::ptx
