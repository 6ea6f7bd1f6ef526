// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(LabelsTest, ForwardsBackwardsAndPastTheEnd) {
    const Function function = read_body("L: bra END;\nbra.uni L;\nM: N: ret;\nbra N;\nEND:");
    EXPECT_EQ(function.instructions[0].operands[0].index, 4);
    EXPECT_EQ(function.instructions[1].operands[0].index, 0);
    EXPECT_EQ(function.instructions[3].operands[0].index, 2);
    ASSERT_EQ(function.labels.size(), 4u);
    EXPECT_EQ(function.labels[1], (std::pair<std::string, int>("M", 2)));
    EXPECT_EQ(function.labels[3], (std::pair<std::string, int>("END", 4)));
}

TEST(LabelsTest, InlinedAssemblyMayRepeatItsLabels) {
    const Function function =
        read_body("{ bra DONE; mov.u32 r1, 1; DONE: }\n"
                  "{ bra DONE; mov.u32 r1, 2; DONE: }\n{ bra OUT; }\nOUT: ret;");
    EXPECT_EQ(function.instructions[0].operands[0].index, 2);
    EXPECT_EQ(function.instructions[2].operands[0].index, 4);
    EXPECT_EQ(function.instructions[4].operands[0].index, 5);
    EXPECT_SAYS(message_of_body("bra IN; { IN: ret; }"), "There is no label 'IN'.");
}

TEST(LabelsTest, TablesOfBranches) {
    const Function function =
        read_body("T: .branchtargets A, B, A;\nbrx.idx r1, T;\nA: ret;\nB: exit;");
    ASSERT_EQ(function.tables.size(), 1u);
    EXPECT_EQ(function.tables[0].name, "T");
    EXPECT_EQ(function.tables[0].kind, Table::Kind::Branches);
    EXPECT_EQ(function.tables[0].targets, (std::vector{1, 2, 1}));
    EXPECT_EQ(function.instructions[0].operands[1].index, 0);
    EXPECT_EQ(function.labels.size(), 2u); // the table's name is none
}

TEST(LabelsTest, TablesOfCalls) {
    const Module module =
        read_text(".func f { ret; }\n.func g { ret; }\n"
                  ".entry k() { .reg .b64 d<2>;\nP: .callprototype (.param .b32 _) "
                  "_ (.param .b64 _, .param .align 8 .b8 _[16]) .noreturn;\n"
                  "C: .calltargets f, g;\ncall d1, C;\n{ .param .b32 r; .param .b64 "
                  "a; call (r), d1, (a), P; } ret; }");
    const Function& kernel = module.functions[2];
    EXPECT_EQ(kernel.tables[0].kind, Table::Kind::Prototype);
    EXPECT_EQ(kernel.tables[1].kind, Table::Kind::Calls);
    EXPECT_EQ(kernel.tables[1].targets, (std::vector{0, 1}));
    EXPECT_EQ(kernel.instructions[0].operands[1].index, 1);
    EXPECT_EQ(kernel.instructions[1].operands[3].index, 0);
}

TEST(LabelsTest, WhatDoesNotFit) {
    EXPECT_SAYS(message_of_body("bra NOWHERE;"), "test.ptx:5: There is no label 'NOWHERE'.");
    EXPECT_SAYS(message_of_body("L: ret;\nL: ret;"), "test.ptx:6: The label 'L' stands twice.");
    EXPECT_SAYS(message_of_body(".branchtargets A;\nA: ret;"),
                "A table of targets that has no label.");
    EXPECT_SAYS(message_of_body("A: ret;\nbrx.idx r1, A;"), "'A' names no table.");
    EXPECT_SAYS(message_of_body("T: .branchtargets A;\nA: bra T;"), "'T' names a table.");
    EXPECT_SAYS(message_of_body("T: .callprototype _ ();\nbrx.idx r1, T;"),
                "'T' is a table of another kind.");
    EXPECT_SAYS(message_of_body("T: .calltargets nobody;"), "There is no function 'nobody'.");
}

} // namespace lockstep::ptx
