// SPDX-License-Identifier: MIT
#include "app/experiment/ptx_remarks.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

const std::vector<std::string_view> source{"__global__ void k(int* v) {", "  if (i & 1) v = a;",
                                           "  else v = b;", "  x = v; // if only", "  if (x) y();"};

std::vector<PtxRemark> remarks(const std::vector<std::string>& ptx, int file = 1) {
    return ptx_remarks(ptx, file, source);
}

TEST(PtxRemarks, AnIfThatBecameASelect) {
    const auto said = remarks({".visible .entry k(", "{", "\t.loc\t1 2 3",
                               "\tand.b32 \t%r1, %r2, 1;", "\tsetp.eq.s32 \t%p1, %r1, 0;",
                               "\tselp.b32 \t%r3, %r4, %r5, %p1;", "\tret;", "}"});
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].line, 2);
    EXPECT_EQ(said[0].sign, "select");
    EXPECT_EQ(said[0].words, "The `if` of line 2 has no branch: the compiler made a select of it "
                             "(selp), and all lanes go on together.");
}

TEST(PtxRemarks, ABranchIsABranchWhateverElseThereIs) {
    EXPECT_TRUE(
        remarks({"\t.loc\t1 2 3", "\tselp.b32 \t%r3, %r4, %r5, %p1;", "\t@%p2 bra \t$L__BB0_2;"})
            .empty());
    EXPECT_TRUE(
        remarks({"\t.loc\t1 2 3", "\tselp.b32 \t%r3, %r4, %r5, %p1;", "\t@%p2 ret;"}).empty());
}

TEST(PtxRemarks, AGuardIsSaid) {
    const auto said = remarks({"\t.loc\t1 5 3", "\t@%p1 st.global.u32 [%rd1], %r3;"});
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].sign, "guard");
}

TEST(PtxRemarks, ALineThatDoesNotChooseIsNotSpokenOf) {
    EXPECT_TRUE(remarks({"\t.loc\t1 4 3", "\tselp.b32 \t%r3, %r4, %r5, %p1;"}).empty())
        << "the word stands in a comment";
    EXPECT_TRUE(remarks({"\t.loc\t1 1 3", "\tselp.b32 \t%r3, 1, 0, %p1;"}).empty());
    EXPECT_TRUE(remarks({"\t.loc\t1 99 3", "\tselp.b32 \t%r3, 1, 0, %p1;"}).empty());
    EXPECT_TRUE(remarks({"\tselp.b32 \t%r3, 1, 0, %p1;"}).empty()) << "of no line";
}

TEST(PtxRemarks, ALoopWithoutAWayBackWasWrittenOut) {
    const std::vector<std::string_view> loops{"for (int k = 0; k < 2; ++k)", "  s[k] = x[k];",
                                              "for (int k = 0; k < n; ++k) {", "  s[k] = 1;", "}"};
    const std::vector<std::string> ptx{"\t.loc\t1 2 3",
                                       "\tst.shared.u32 [%r1], %r2;",
                                       "\tst.shared.u32 [%r1+4], %r3;",
                                       "$L__BB0_1:",
                                       "\t.loc\t1 4 3",
                                       "\tst.shared.u32 [%r4], 1;",
                                       "\t.loc\t1 3 3",
                                       "\tsetp.lt.s32 \t%p1, %r5, %r6;",
                                       "\t@%p1 bra \t$L__BB0_1;",
                                       "\tret;",
                                       "}"};
    const auto said = ptx_remarks(ptx, 1, loops);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].line, 1);
    EXPECT_EQ(said[0].sign, "unrolled");
    // One that left no instruction may be of another kernel, and one on a single line is itself.
    EXPECT_TRUE(ptx_remarks({"\tret;"}, 1, loops).empty());
    EXPECT_TRUE(
        ptx_remarks({"\t.loc\t1 2 1", "\tret;"}, 1, {"while (wait());", "next();"}).empty());
}

TEST(PtxRemarks, WhatWasInlinedCountsWhereItWasCalled) {
    const std::vector<std::string> ptx{
        "\t.loc\t2 7 3, function_name $L__info_string0, inlined_at 1 3 5",
        "\tselp.b32 \t%r3, %r4, %r5, %p1;"};
    ASSERT_EQ(remarks(ptx).size(), 1u);
    EXPECT_EQ(remarks(ptx)[0].line, 3);
    EXPECT_TRUE(remarks(ptx, 3).empty());
}

const std::vector<std::string_view> paths{"switch (k) {",
                                          "case 0: v = a + 1; break;",
                                          "case 1: v = b;",
                                          "break;",
                                          "default:",
                                          "  v = a + 1;",
                                          "}",
                                          "*out = v;",
                                          "if (k) *out = 2;",
                                          "else {}"};

TEST(PtxRemarks, APathThatWasMergedIsSaid) {
    const auto said = ptx_remarks({"\t.loc\t1 1 3", "\t@%p1 bra \t$L__BB0_2;", "\t.loc\t1 2 3",
                                   "\tadd.s32 \t%r3, %r4, 1;", "\t.loc\t1 3 3",
                                   "\tmov.u32 \t%r3, %r5;", "\t.loc\t1 9 3", "\t@%p1 bra \t$L_1;"},
                                  1, paths);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].line, 5);
    EXPECT_EQ(said[0].sign, "merged");
    EXPECT_EQ(said[0].words, "No instruction stands for the `default` of line 5: the compiler "
                             "merged this path with another, or did not need it.");
}

TEST(PtxRemarks, APathThatIsThereIsNot) {
    EXPECT_TRUE(ptx_remarks({"\t.loc\t1 2 3", "\tadd.s32 \t%r3, %r4, 1;", "\t.loc\t1 3 3",
                             "\tmov.u32 \t%r3, %r5;", "\t.loc\t1 6 3", "\tadd.s32 \t%r3, %r4, 1;"},
                            1, paths)
                    .empty());
    EXPECT_TRUE(ptx_remarks({"\t.loc\t1 99 3", "\tadd.s32 \t%r3, %r4, 1;"}, 1, paths).empty())
        << "nothing of this function was compiled";
}

} // namespace
} // namespace lockstep
