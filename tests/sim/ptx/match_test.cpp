// SPDX-License-Identifier: MIT
// Which operands fit was tried with ptxas 13.0; the outcomes below are its own.
#include "sim/ptx/match.hpp"

#include "reading.hpp"

namespace lockstep::ptx {

static bool fits(const std::string& instruction) {
    return message_of_body(instruction).empty();
}

TEST(MatchTest, RegistersOfOneSizeAndKind) {
    EXPECT_TRUE(fits("add.s32 r1, r2, s3;"));
    EXPECT_TRUE(fits("add.s32 u1, s2, r3;")); // signed and unsigned go together
    EXPECT_TRUE(fits("add.f32 r1, f2, f3;"));
    EXPECT_TRUE(fits("mov.b32 r1, f1;"));
    EXPECT_FALSE(fits("mov.u32 r1, f1;"));
    EXPECT_FALSE(fits("mov.f32 f1, u1;"));
    EXPECT_FALSE(fits("add.s32 r1, f1, r1;"));
    EXPECT_FALSE(fits("add.s32 r1, d1, r1;"));
    EXPECT_FALSE(fits("add.s32 r1, p1, r1;"));
    EXPECT_FALSE(fits("shl.b32 r1, r2, h1;"));
    EXPECT_FALSE(fits("shl.b64 d1, d2, f1;"));
    EXPECT_FALSE(fits("bar.sync f1;"));
}

TEST(MatchTest, Immediates) {
    EXPECT_TRUE(fits("add.f32 f1, f2, 0d3FF0000000000000;"));
    EXPECT_TRUE(fits("mov.f32 f1, 1.5;"));
    EXPECT_TRUE(fits("mov.b32 r1, 0f3F800000;"));
    EXPECT_TRUE(fits("mov.pred p1, 1;"));
    EXPECT_TRUE(fits("selp.b32 r1, 0f00000000, r2, p1;"));
    EXPECT_FALSE(fits("add.f32 f1, f2, 1;"));
    EXPECT_FALSE(fits("mov.u32 r1, 0f3F800000;"));
    EXPECT_FALSE(fits("add.s32 r1, r2, 1.5;"));
    EXPECT_FALSE(fits("setp.eq.f32 p1, f1, 0;"));
}

TEST(MatchTest, WiderRegistersForLoadsStoresAndConversions) {
    EXPECT_TRUE(fits("ld.global.u8 h1, [d1];"));
    EXPECT_TRUE(fits("ld.global.u8 d1, [d1];"));
    EXPECT_TRUE(fits("ld.global.f32 d1, [d1];"));
    EXPECT_TRUE(fits("cvt.u8.u32 r1, r2;"));
    EXPECT_TRUE(fits("cvt.rn.f32.s32 f1, d2;"));
    EXPECT_FALSE(fits("ld.global.u32 f1, [d1];"));
    EXPECT_FALSE(fits("ld.global.u64 r1, [d1];"));
    EXPECT_FALSE(fits("add.u16 r1, r2, r3;"));
}

TEST(MatchTest, VectorsAndParts) {
    EXPECT_TRUE(fits("ld.global.v2.f32 {f1, _}, [d1];"));
    EXPECT_FALSE(fits("ld.global.v2.f32 {f1, f2, f3}, [d1];"));
    EXPECT_FALSE(fits("ld.global.v2.f32 f1, [d1];"));
    EXPECT_FALSE(fits("ld.global.f32 {f1, f2}, [d1];"));
    EXPECT_TRUE(fits("mov.b64 {r1, r2}, d1;"));
    EXPECT_TRUE(fits("mov.b64 {_, r2}, d1;"));
    EXPECT_TRUE(fits("mov.b32 r1, {h1, h2};"));
    EXPECT_TRUE(fits("mov.b64 d1, {h0, h1, h2, h3};"));
    EXPECT_FALSE(fits("mov.b64 d1, {h0, h1};"));
    EXPECT_FALSE(fits("mov.b32 {r1, r2}, d1;"));
}

TEST(MatchTest, SecondDestinationsAndNegation) {
    EXPECT_TRUE(fits("setp.eq.s32 p1|p2, r1, r2;"));
    EXPECT_TRUE(fits("setp.eq.s32 _|p2, r1, r2;"));
    EXPECT_TRUE(fits("setp.eq.and.s32 p1, r1, r2, !p2;"));
    EXPECT_FALSE(fits("setp.eq.s32 p1|r2, r1, r2;"));
    EXPECT_FALSE(fits("setp.eq.s32 !p1, r1, r2;"));
    EXPECT_FALSE(fits("add.s32 r1|p1, r1, r2;"));
    EXPECT_FALSE(fits("add.s32 r1, !r1, r2;"));
}

TEST(MatchTest, APolicyGoesWithItsHint) {
    EXPECT_TRUE(fits("ld.global.L2::cache_hint.f32 f1, [d1], d2;"));
    EXPECT_FALSE(fits("ld.global.L2::cache_hint.f32 f1, [d1];"));
    EXPECT_FALSE(fits("ld.global.f32 f1, [d1], d2;"));
}

TEST(MatchTest, AddressesAreRegistersOfIntegers) {
    EXPECT_TRUE(fits("ld.shared.f32 f1, [r1+4];"));
    EXPECT_TRUE(fits("ld.global.f32 f1, [4096];"));
    EXPECT_FALSE(fits("ld.global.f32 f1, [f1];"));
    EXPECT_FALSE(fits("ld.global.f32 f1, [h1];"));
    EXPECT_FALSE(fits("ld.global.f32 f1, d1;"));
}

TEST(MatchTest, TheMessageSaysWhichOperandAndWhy) {
    EXPECT_SAYS(message_of_body("add.s32 r1, r2, f1;"),
                "test.ptx:5: 'add.s32': operand 3 is a register of type f32, where the type is "
                "s32. It is written: 'add.<u16|s16|u32|s32|u64|s64> d, a, b'.");
    EXPECT_SAYS(message_of_body("add.s32 r1, r2;"), "2 operands are too few");
    EXPECT_SAYS(message_of_body("add.s32 r1, r2, r3, r4;"), "4 operands are too many");
    EXPECT_SAYS(message_of_body("add.s32 r1, r2, 1.5;"), "operand 3 is a floating-point number");
    EXPECT_SAYS(message_of_body("ld.u32 r1, r2;"), "operand 2 is a register of type b32");
}

} // namespace lockstep::ptx
